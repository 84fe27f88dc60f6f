// @vitest-environment happy-dom
/** The panel of versions (U40): what it lists and says, who may do what, and what it says when something is in the way. */
import { act, cleanup, fireEvent, screen as page, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { VersionsDialog } from '../../../src/panels/versions/VersionsDialog.tsx';
import { writeDay, writeName } from '../../../src/panels/versions/versionText.ts';
import type { VersionFacts } from '../../../src/protocol/http.ts';
import type { SaveState } from '../../../src/sync/saveState.ts';
import { buildMap } from '../../support/buildMap.ts';
import { panelSession, renderPanel, type PanelSession } from '../../support/panelSession.tsx';

const version = (id: string, more: Partial<VersionFacts> = {}): VersionFacts => ({
  id,
  kind: 'automatic',
  title: '',
  at: new Date().toISOString(),
  by: ['Ana', 'Ben'],
  counts: { stages: 1, lanes: 2, personas: 3, touchpoints: 4 },
  source: null,
  isCurrent: false,
  ...more,
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}
let asked: Asked[] = [];
let answers: (asked: Asked) => Response;
const json = (value: unknown, status = 200) => Response.json(value, { status });

beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    const call = {
      method: method ?? 'GET',
      path,
      body: body ? (JSON.parse(body as string) as unknown) : null,
    };
    asked.push(call);
    return answers(call);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(session: PanelSession = panelSession(buildMap())) {
  const onClose = vi.fn();
  const storage = { getItem: () => 'Cy' } as unknown as Storage;
  const openImages = () => ({ ready: new Map(), want: () => undefined, stop: () => undefined });
  renderPanel(
    session,
    <VersionsDialog storage={storage} token="t" openImages={openImages} onClose={onClose} />,
  );
  return { session, onClose };
}
const typeName = (text: string) =>
  fireEvent.change(page.getByTestId('version-name'), { target: { value: text } });

describe('the versions panel', () => {
  it('says when there is none yet', async () => {
    answers = () => json([]);
    open();
    expect((await page.findByText(/No versions yet/)).textContent).toContain('kept a moment after');
    expect(page.queryByText(/Choose a version/)).toBeNull();
  });

  it('shows the map as it is now until a version is chosen', async () => {
    answers = ({ path }) => (path.endsWith('/v1') ? json(null) : json([version('v1')]));
    open();
    const present = await page.findByTestId('present-map');
    expect(await page.findByText(/Choose a version/)).toBeDefined();
    expect(present.textContent).toContain('The map as it is now');
    expect((await page.findByTestId('version-picture')).getAttribute('aria-label')).toBe(
      'The map as it is now',
    );
    fireEvent.click(page.getByTestId('version'));
    expect(page.queryByTestId('present-map')).toBeNull();
  });

  it('lists them with time, people and counts, and says which is as now', async () => {
    answers = () =>
      json([version('v2', { isCurrent: true }), version('v1', { kind: 'named', title: 'Start', by: [] })]);
    open();
    const [newest, named] = await page.findAllByTestId('version');
    expect(newest?.textContent).toContain('Ana, Ben');
    expect(newest?.textContent).toContain('As now');
    expect(newest?.textContent?.replaceAll('\u00a0', ' ')).toContain(
      '1 stage · 2 lanes · 3 personas · 4 touchpoints',
    );
    expect(named?.textContent).toMatch(/Start1/);
  });

  it('offline says so in words, and reads them when tried again', async () => {
    answers = () => {
      throw new TypeError('no network');
    };
    open();
    expect((await page.findByTestId('problem')).dataset['problem']).toBe('versionsNotRead');
    answers = () => json([version('v1')]);
    fireEvent.click(page.getByRole('button', { name: 'Try again' }));
    expect(await page.findByTestId('version')).toBeDefined();
    expect(page.queryByTestId('problem')).toBeNull();
  });

  it('offers those who only look nothing that changes the map', async () => {
    answers = ({ path }) => (path.endsWith('/v1') ? json(null) : json([version('v1')]));
    open(panelSession(buildMap(), { viewer: true }));
    fireEvent.click(await page.findByTestId('version'));
    expect(page.getByTestId('version-title')).toBeDefined();
    expect(page.queryByTestId('restore-version')).toBeNull();
    expect(page.queryByTestId('version-name')).toBeNull();
    // What came is no map: said, with the way out.
    expect((await page.findByTestId('problem')).dataset['problem']).toBe('versionNotShown');
  });

  it('names only what the server has: it waits for my edits, and tells when they cannot be saved', async () => {
    answers = ({ method }) => (method === 'POST' ? json(version('v1'), 201) : json([]));
    const saveState = createStore<SaveState>(() => ({ kind: 'saving' }));
    open({ ...panelSession(buildMap()), saveState });
    await page.findByText(/No versions yet/);
    typeName('Start');
    fireEvent.click(page.getByTestId('keep-version'));
    await Promise.resolve();
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
    saveState.setState({ kind: 'saved' }, true);
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ title: 'Start', by: 'Cy' }),
    );
    saveState.setState({ kind: 'offline', kept: 1, retryAt: null }, true);
    // Kept: the field is free for the next name.
    await waitFor(() => expect(page.getByTestId('version-name')).toHaveProperty('value', ''));
    typeName('Later');
    fireEvent.click(page.getByTestId('keep-version'));
    // Said at once, not waited for: there is nothing the page could do about it.
    expect((await page.findByTestId('problem')).dataset['problem']).toBe('versionOffline');
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('does not wait for ever for a line that is dead without saying so', async () => {
    answers = () => json([]);
    const saveState = createStore<SaveState>(() => ({ kind: 'saving' }));
    open({ ...panelSession(buildMap()), saveState });
    await page.findByText(/No versions yet/);
    vi.useFakeTimers();
    typeName('Start');
    fireEvent.click(page.getByTestId('keep-version'));
    expect(page.getByText(/Waiting until your changes are saved/)).toBeDefined();
    await act(() => vi.advanceTimersByTimeAsync(15_000));
    vi.useRealTimers();
    expect(page.getByTestId('problem').dataset['problem']).toBe('versionNotKept');
    expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
    // The name is still there, for the next try.
    expect(page.getByTestId('version-name')).toHaveProperty('value', 'Start');
  });

  it('never says that nothing was changed when it cannot know: a restore whose answer is lost', async () => {
    answers = ({ method, path }) => {
      if (method === 'POST') throw new TypeError('the line broke');
      return path.endsWith('/versions') ? json([version('v1')]) : json(null);
    };
    const { onClose } = open();
    fireEvent.click(await page.findByTestId('version'));
    fireEvent.click(page.getByTestId('restore-version'));
    await waitFor(() =>
      expect(page.getAllByTestId('problem').map((problem) => problem.dataset['problem'])).toContain(
        'versionMaybeRestored',
      ),
    );
    expect(onClose).not.toHaveBeenCalled();
  });

  it('gives a version a name, and keeps what was typed when that fails', async () => {
    let title = '';
    let works = false;
    answers = ({ method, path, body }) => {
      if (method === 'PATCH') {
        if (!works) throw new TypeError('no network');
        ({ title } = body as { title: string });
        return json(version('v1', { kind: 'named', title }));
      }
      if (!path.endsWith('/versions')) return json(null);
      return json([version('v1', title === '' ? {} : { kind: 'named', title })]);
    };
    open();
    fireEvent.click(await page.findByTestId('version'));
    fireEvent.click(page.getByTestId('version-menu'));
    // Owners delete; this person may edit.
    expect(await page.findAllByRole('menuitem')).toHaveLength(1);
    fireEvent.click(page.getByRole('menuitem', { name: 'Give it a name …' }));
    const field = page.getByTestId('version-new-name');
    fireEvent.change(field, { target: { value: ' Before the workshop ' } });
    fireEvent.click(page.getByTestId('save-version-name'));
    await waitFor(() =>
      expect(page.getAllByTestId('problem').map((problem) => problem.dataset['problem'])).toContain(
        'versionNotRenamed',
      ),
    );
    expect(field).toHaveProperty('value', ' Before the workshop ');
    works = true;
    fireEvent.click(page.getByTestId('save-version-name'));
    await waitFor(() => expect(page.queryByTestId('version-new-name')).toBeNull());
    expect(title).toBe('Before the workshop');
    await waitFor(() => expect(page.getByTestId('version-title').textContent).toBe('Before the workshop'));
  });

  it('deletes a version for an owner who confirms it', async () => {
    let isThere = true;
    answers = ({ method, path }) => {
      if (method === 'DELETE') {
        isThere = false;
        return new Response(null, { status: 204 });
      }
      if (!path.endsWith('/versions')) return json(null);
      return json(isThere ? [version('v1', { kind: 'named', title: 'Start' })] : []);
    };
    open({ ...panelSession(buildMap()), role: 'owner' });
    fireEvent.click(await page.findByTestId('version'));
    const ask = async () => {
      fireEvent.click(page.getByTestId('version-menu'));
      fireEvent.click(await page.findByRole('menuitem', { name: 'Delete …' }));
      return page.getByTestId('delete-version');
    };
    const question = await ask();
    expect(question.textContent).toContain('cannot be brought back');
    expect(document.activeElement?.textContent).toBe('Keep it');
    fireEvent.click(page.getByText('Keep it'));
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await ask();
    fireEvent.click(page.getByText('Delete for good'));
    expect(await page.findByText(/No versions yet/)).toBeDefined();
    expect(asked.find(({ method }) => method === 'DELETE')?.path).toMatch(/\/versions\/v1$/);
    expect(page.getByTestId('toast').textContent).toContain('Version deleted: Start');
  });

  it('restores, closes, and undoes by restoring what was there', async () => {
    answers = ({ method, path }) => {
      if (method === 'GET') return path.endsWith('/versions') ? json([version('v1')]) : json(null);
      return json({
        before: version('v2', { kind: 'before' }),
        version: version('v3', { kind: 'restored' }),
      });
    };
    const { onClose } = open();
    fireEvent.click(await page.findByTestId('version'));
    fireEvent.click(page.getByTestId('restore-version'));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    fireEvent.click(await page.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(
        asked.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-2)),
      ).toEqual(['v1', 'v2']),
    );
  });

  it('speaks of days and names in both languages', () => {
    const now = new Date(2026, 5, 10, 12).getTime();
    const at = new Date(2026, 4, 2, 9, 5);
    expect(writeDay(now, now, 'zh')).toBe('今天');
    expect(writeDay(at.getTime(), now, 'en')).toBe('2 May');
    const restored = version('v', {
      kind: 'restored',
      source: { id: 'x', title: '', at: at.toISOString() },
    });
    expect(writeName(restored, now, 'en')).toBe('Restored: the version of 2 May, 09:05');
    expect(writeName(restored, now, 'zh')).toBe('已恢复：5月2日 09:05 的版本');
  });
});
