// @vitest-environment happy-dom
/** What a person types and the page has not written yet survives the page (R52). */
import { act, cleanup, fireEvent, screen as page, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftsHost } from '../../src/app/DraftsHost.tsx';
import { readLeftDraft } from '../../src/app/leftDraft.ts';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import { Inspector } from '../../src/panels/inspector/Inspector.tsx';
import { MapTitle } from '../../src/panels/topBar/MapTitle.tsx';
import { titleField } from '../../src/panels/topBar/part.ts';
import { readDraft, writeDraft } from '../../src/state/draftMemory.ts';
import { buildMap } from '../support/buildMap.ts';
import { panelSession, renderPanel, type PanelSession } from '../support/panelSession.tsx';

const map = buildMap({ touchpoints: ['t1', 't2'] });
const { id: mapId } = map.map;
let storage: Storage;
beforeAll(() => titleField.fetch());
beforeEach(() => {
  storage = memoryStorage();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The map as a page shows it; nothing is said to it when it dies. */
function openPage(session: PanelSession = panelSession(map)): PanelSession {
  session.select('t1');
  renderPanel(
    session,
    <>
      <MapTitle editable />
      <Inspector />
      <DraftsHost storage={storage} />
    </>,
  );
  return session;
}
/** As React leaves a page that is killed: without a word. */
function die(): void {
  document.body.replaceChildren();
}
const type = (box: HTMLElement, text: string) => fireEvent.input(box, { target: { value: text } });

describe('a tab that dies while somebody types (R52)', () => {
  it.each([
    ['a title in the inspector', () => page.getByTestId('inspector-title'), 'touchpoints/t1#title'],
    ['the title of the map', () => page.getByTestId('map-title'), 'map#title'],
  ])('loses at most a quarter of a second of %s, and offers it once', async (_name, box, place) => {
    vi.useFakeTimers();
    const session = openPage();
    type(box(), 'Calls');
    vi.advanceTimersByTime(250);
    type(box(), 'Calls the hotline');
    vi.advanceTimersByTime(250);
    expect(readDraft(storage, mapId)).toEqual({ place, text: 'Calls the hotline' });
    vi.useRealTimers();
    die();
    expect(JSON.stringify(session.journey())).not.toContain('hotline');

    const after = openPage();
    expect((await page.findByTestId('toast')).textContent).toContain('“Calls the hotline”');
    fireEvent.click(page.getByText('Put it in'));
    const { title } = place.startsWith('map')
      ? after.journey().map
      : (after.journey().touchpoints[0] ?? { title: '' });
    expect(title).toBe('Calls the hotline');
    die();
    openPage(after);
    expect(page.queryByTestId('toast')).toBeNull();
  });

  it('offers nothing that was written: leaving a field ends its draft', async () => {
    const session = openPage();
    const box = page.getByTestId('inspector-title');
    box.focus();
    type(box, 'Written');
    await waitFor(() => expect(readDraft(storage, mapId)?.text).toBe('Written'));
    act(() => box.blur());
    expect(session.journey().touchpoints[0]?.title).toBe('Written');
    expect(readDraft(storage, mapId)).toBeNull();
  });

  it('forgets what was typed into a box that is gone, at the next key', async () => {
    openPage();
    const box = document.createElement('input');
    box.dataset['draft'] = 'row#title';
    document.body.append(box);
    type(box, 'Given back');
    await waitFor(() => expect(readDraft(storage, mapId)?.text).toBe('Given back'));
    box.remove();
    fireEvent.keyUp(document.body, { key: 'Escape' });
    expect(readDraft(storage, mapId)).toBeNull();
  });

  it('keeps a text whose record others deleted, to be copied', async () => {
    writeDraft(storage, mapId, { place: 'touchpoints/gone#title', text: 'Only here' });
    openPage();
    const toast = await page.findByTestId('toast');
    expect(toast.textContent).toContain('has been deleted');
    expect(page.getByText('Copy details')).toBeDefined();
    expect(page.queryByText('Put it in')).toBeNull();
  });
});

describe('a text that was left', () => {
  const kind = (place: string, text = 'New') => readLeftDraft({ place, text }, map)?.put.kind ?? null;

  it('goes where it belongs only when a text belongs there', () => {
    expect(kind('touchpoints/t1#title')).toBe('write');
    expect(kind('touchpoints/t1,t2#title')).toBe('write');
    expect(kind(`new ${JSON.stringify({ collection: 'touchpoints', stageId: 's1' })}`)).toBe('make');
    expect(kind('touchpoints/t1#emotion')).toBe('copy');
    expect(kind('personas/p1/jobs/0#name')).not.toBe('write');
    expect(kind('row#title')).toBe('copy');
    expect(kind('new {')).toBe('copy');
    expect(kind('touchpoints/t9#title')).toBe('gone');
  });

  it('is nothing when it is empty or there already', () => {
    expect(kind('touchpoints/t1#title', '  ')).toBeNull();
    expect(kind('touchpoints/t1#title', `${map.touchpoints[0]?.title} `)).toBeNull();
  });

  it('of a storage that is spoilt or blocked is as none', () => {
    storage.setItem(`touchline:draft:${mapId}`, '{"place":1}');
    expect(readDraft(storage, mapId)).toBeNull();
    storage.setItem(`touchline:draft:${mapId}`, '{');
    expect(readDraft(storage, mapId)).toBeNull();
    const blocked = {
      setItem: () => {
        throw new Error('full');
      },
    } as unknown as Storage;
    expect(() => writeDraft(blocked, mapId, { place: 'map#title', text: 'x' })).not.toThrow();
  });
});
