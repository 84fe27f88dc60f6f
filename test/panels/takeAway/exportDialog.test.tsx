// @vitest-environment happy-dom
/** The export dialog: what is chosen there is what the file is made with; it is remembered; failures say what to do. */
import { act, cleanup, fireEvent, screen as page, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseOptions } from '../../../src/export/exportOptions.ts';
import { sliceMap } from '../../../src/export/slice.ts';
import type { FileThread } from '../../../src/panels/takeAway/fileThread.ts';
import { ExportDialog } from '../../../src/panels/takeAway/ExportDialog.tsx';
import type { FileJob, FileTold } from '../../../src/panels/takeAway/fileJob.ts';
import { palettes } from '../../../src/theme/colours.ts';
import { ExportRefusedError } from '../../../src/sync/exportsApi.ts';
import { panelSession, renderPanel, type PanelSession } from '../../support/panelSession.tsx';
import { templates } from '../../support/templates.ts';

const saas = (() => {
  const found = templates.find(({ name }) => name === 'saas-onboarding-blueprint.en');
  if (!found) throw new Error('no template');
  return found.map;
})();

const hiddenLane = saas.lanes.find(({ kind }) => kind === 'frontstage')?.id ?? '';

const picture = new Uint8Array([1, 2, 3]);
const sheet: FileTold = {
  kind: 'preview',
  preview: {
    kind: 'sheet',
    picture,
    sheet: 0,
    sheets: 1,
    width: 4000,
    height: 2000,
    paper: null,
    bytes: 57_400,
  },
};

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The dialog with a worker that writes its jobs down; files are answered by hand, and previews where that is asked for. */
function open(session: PanelSession = panelSession(saas), byHand = false) {
  const previews: ((told: FileTold) => void)[] = [];
  const jobs: FileJob[] = [];
  const tells: ((told: FileTold) => void)[] = [];
  const openWorker = (): FileThread => ({
    run(job, tell) {
      jobs.push(job);
      if (job.preview && byHand) previews.push(tell);
      else if (job.preview) tell(sheet);
      else tells.push(tell);
    },
    end: () => undefined,
  });
  const saved: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  renderPanel(
    session,
    <ExportDialog
      storage={localStorage}
      now={() => new Date(2025, 2, 1)}
      onClose={() => undefined}
      openWorker={openWorker}
    />,
  );
  return { jobs, tells, saved, previews };
}

const format = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const whose = (persona: string) =>
  fireEvent.change(page.getByLabelText('Journey of'), { target: { value: persona } });
const press = (name: string) => fireEvent.click(page.getByRole('button', { name }));
const status = () => page.getByTestId('export-status').textContent;

describe('the export dialog', () => {
  it('makes the file with what was chosen, and of the part alone', async () => {
    const { jobs, tells, saved } = open();
    fireEvent.click(format('SVG'));
    fireEvent.click(page.getByRole('radio', { name: 'Stages' }));
    press('B Start the trial');
    press('A Discover');
    fireEvent.click(page.getByRole('radio', { name: 'Dark' }));
    fireEvent.click(page.getByRole('checkbox', { name: 'Legend' }));
    press('Export');
    await waitFor(() => expect(tells).toHaveLength(1));
    const job = jobs.find(({ preview }) => preview === null);
    expect(job?.format).toBe('svg');
    expect(job?.options).toMatchObject({
      stage: [saas.stages[1]?.id],
      theme: 'dark',
      legend: false,
      title: true,
      persona: '',
    });
    expect(within(page.getByTestId('export-dialog')).getByText(/^\d+ of 40 touchpoints$/)).toBeTruthy();
    tells[0]?.({ kind: 'done', bytes: picture });
    await waitFor(() => expect(saved).toEqual(['SaaS onboarding a service blueprint 2025-03-01.svg']));
    await waitFor(() => expect(status()).toMatch(/^Saved SaaS/));
  });

  it('makes a report of findings where the format has pages, and the map where it has none', async () => {
    const { jobs } = open();
    fireEvent.click(format('PowerPoint'));
    fireEvent.click(page.getByRole('radio', { name: 'Report' }));
    expect(page.queryByRole('checkbox', { name: 'Title block' })).toBeNull();
    whose(saas.personas[1]?.id ?? '');
    await waitFor(() =>
      expect(jobs.at(-1)).toMatchObject({
        format: 'pptx',
        options: { content: 'report', persona: saas.personas[1]?.id },
      }),
    );
    fireEvent.click(format('SVG'));
    expect(page.queryByRole('radio', { name: 'Report' })).toBeNull();
    await waitFor(() => expect(jobs.at(-1)).toMatchObject({ format: 'svg', options: { content: 'map' } }));
  });

  it('shows the file before it is made, and about how large it will be', async () => {
    open();
    fireEvent.click(format('SVG'));
    await waitFor(() =>
      expect(page.getByRole('img', { name: 'Sheet 1 of 1' }).getAttribute('src')).toBe('blob:x'),
    );
    expect(status()).toBe('about 57 kB');
    expect(page.getByText('4,000 × 2,000 px')).toBeTruthy();
  });

  it('says no size while the preview is of another file than the one that is chosen', async () => {
    const { previews } = open(panelSession(saas), true);
    fireEvent.click(format('SVG'));
    await waitFor(() => expect(previews.length).toBeGreaterThan(0));
    act(() => previews.at(-1)?.(sheet));
    await waitFor(() => expect(status()).toBe('about 57 kB'));
    const before = previews.length;
    fireEvent.click(format('PNG'));
    expect(status()).toBe('');
    expect(page.queryByText('4,000 × 2,000 px')).toBeNull();
    await waitFor(() => expect(previews.length).toBeGreaterThan(before));
    act(() => previews.at(-1)?.(sheet));
    await waitFor(() => expect(status()).toBe('about 57 kB'));
  });

  it('makes dark files without a ground', async () => {
    const { jobs } = open();
    fireEvent.click(format('PNG'));
    fireEvent.click(page.getByRole('radio', { name: 'Dark' }));
    fireEvent.click(page.getByRole('checkbox', { name: 'Clear' }));
    await waitFor(() => expect(jobs.at(-1)?.options).toMatchObject({ theme: 'dark', ground: 'clear' }));
    // Light lines on nothing are seen on a dark desk.
    const shown = await page.findByRole('img', { name: 'Sheet 1 of 1' });
    expect(shown.style.background).toBe(palettes.dark.desk);
    fireEvent.click(format('PowerPoint'));
    expect(page.queryByRole('checkbox', { name: 'Clear' })).toBeNull();
  });

  it('counts the slides of a PowerPoint file and says no pixels of them', async () => {
    open();
    fireEvent.click(format('PowerPoint'));
    await waitFor(() => expect(page.getByText('Slide 1 of 1')).toBeTruthy());
    expect(page.queryByText(/px$/)).toBeNull();
  });

  it('combines stages, one persona and a saved view, as API and command line do, and says how much that is', async () => {
    const session = panelSession(saas);
    act(() => void session.other.create('views', { name: 'For the board', hiddenLaneIds: [hiddenLane] }));
    const view = session.journey().views[0]?.id ?? '';
    const persona = saas.personas[1]?.id ?? '';
    const { jobs } = open(session);
    fireEvent.click(format('SVG'));
    fireEvent.click(page.getByRole('radio', { name: 'Stages' }));
    press('B Start the trial');
    whose(persona);
    fireEvent.change(page.getByLabelText('Saved view'), { target: { value: view } });
    const wished = { stage: saas.stages.slice(0, 2).map(({ id }) => id), persona, view };
    await waitFor(() => expect(jobs.at(-1)?.options).toMatchObject(wished));
    const part = sliceMap(session.journey(), chooseOptions(wished)).records.touchpoints.length;
    expect(page.getByText(`${part} of 40 touchpoints`)).toBeTruthy();
    // Only her curve is left: there is none to choose.
    expect(page.queryByRole('group', { name: 'Points of view' })).toBeNull();
    whose('');
    await waitFor(() => expect(jobs.at(-1)?.options).toMatchObject({ ...wished, persona: '' }));
  });

  it('lays an overlay over the map of the file, says which one a saved view brings, and remembers it for this map', async () => {
    const session = panelSession(saas);
    act(() => void session.other.create('views', { name: 'At the sieves', overlay: 'losses' }));
    const { jobs } = open(session);
    const overlay = () => page.getByLabelText('Overlay');
    const names = () =>
      within(overlay())
        .getAllByRole('option')
        .map(({ textContent }) => textContent);
    expect(names()).toEqual([
      'No overlay',
      'Losses',
      'Pain',
      'Moments at risk',
      'Owners',
      'Evidence',
      'Tiers',
    ]);
    fireEvent.change(page.getByLabelText('Saved view'), {
      target: { value: session.journey().views[0]?.id },
    });
    expect(names()[0]).toBe('As the saved view: Losses');
    fireEvent.change(overlay(), { target: { value: 'pain' } });
    await waitFor(() => expect(jobs.at(-1)?.options).toMatchObject({ overlay: 'pain' }));
    cleanup();
    open(session);
    expect(overlay()).toHaveProperty('value', 'pain');
    cleanup();
    open({ ...session, mapId: 'another' });
    expect(overlay()).toHaveProperty('value', 'none');
  });

  it('says so when nothing fits all that was chosen', () => {
    const [persona] = saas.personas;
    const skipped = { emotion: null, importance: null, performance: null, feeling: '', skipped: true };
    const elsewhere = {
      ...saas,
      touchpoints: saas.touchpoints.map((one) =>
        one.stageId === saas.stages[0]?.id ? { ...one, byPersona: { [persona?.id ?? '']: skipped } } : one,
      ),
    };
    open(panelSession(elsewhere));
    fireEvent.click(page.getByRole('radio', { name: 'Stages' }));
    whose(persona?.id ?? '');
    expect(page.getByText('No touchpoint fits all of these choices.')).toBeTruthy();
  });

  it('offers only curves that the saved view shows', () => {
    const session = panelSession(saas);
    const hidden = saas.personas.slice(1).map(({ id }) => id);
    act(() => void session.other.create('views', { name: 'Lena', hiddenPersonaIds: hidden }));
    open(session);
    fireEvent.change(page.getByLabelText('Saved view'), {
      target: { value: session.journey().views[0]?.id },
    });
    const curves = within(page.getByRole('group', { name: 'Points of view' })).getAllByRole('checkbox');
    expect(curves).toHaveLength(2);
  });

  it('remembers format and look on this device, and the part of the map that was exported last', async () => {
    const persona = saas.personas[1]?.id ?? '';
    open();
    fireEvent.click(format('PNG'));
    fireEvent.click(page.getByRole('radio', { name: 'Stages' }));
    press('B Start the trial');
    whose(persona);
    fireEvent.click(page.getByRole('radio', { name: '3×' }));
    cleanup();
    const { jobs } = open();
    expect(format('PNG')).toHaveProperty('checked', true);
    expect(page.getByRole('radio', { name: '3×' }).getAttribute('aria-checked')).toBe('true');
    expect(page.getByRole('radio', { name: 'Stages' }).getAttribute('aria-checked')).toBe('true');
    expect(page.getByLabelText('Journey of')).toHaveProperty('value', persona);
    await waitFor(() => expect(jobs.at(-1)?.options).toMatchObject({ scale: 3, persona }));
    cleanup();
    // Another map has other stages and people: its part begins whole.
    open({ ...panelSession(saas), mapId: 'another' });
    expect(format('PNG')).toHaveProperty('checked', true);
    expect(page.getByRole('radio', { name: 'Whole map' }).getAttribute('aria-checked')).toBe('true');
    expect(page.getByLabelText('Journey of')).toHaveProperty('value', '');
  });

  it('does not remember a selection, which is of the moment', () => {
    const session = panelSession(saas);
    session.select(saas.touchpoints[0]?.id ?? '');
    open(session);
    fireEvent.click(page.getByRole('radio', { name: 'Selection' }));
    cleanup();
    open(session);
    expect(page.getByRole('radio', { name: 'Whole map' }).getAttribute('aria-checked')).toBe('true');
  });

  it('begins as usual when what was remembered is spoilt', () => {
    localStorage.setItem('touchline.export', '{"format":"exe","options":{"scale":-7}');
    open();
    expect(format('PDF')).toHaveProperty('checked', true);
    expect(page.getByRole('radio', { name: 'Light' }).getAttribute('aria-checked')).toBe('true');
  });

  it('stops: no file is saved, and it says so (U43)', async () => {
    const { tells, saved } = open();
    fireEvent.click(format('SVG'));
    press('Export');
    await waitFor(() => expect(tells).toHaveLength(1));
    tells[0]?.({ kind: 'progress', share: 0.5 });
    await waitFor(() => expect(page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50'));
    press('Stop');
    tells[0]?.({ kind: 'done', bytes: picture });
    await waitFor(() => expect(status()).toMatch(/^Stopped\./));
    expect(saved).toEqual([]);
  });

  it('says what happened, what is safe and what to do when the server does not answer (U42)', async () => {
    const session = panelSession(saas);
    const askExport = () => Promise.reject(new ExportRefusedError(null));
    open({ ...session, askExport });
    press('Export');
    await waitFor(() => expect(status()).toMatch(/does not answer.*safe on this device.*Try again/));
  });

  it('says so when the worker fails', async () => {
    const { tells } = open();
    fireEvent.click(format('SVG'));
    press('Export');
    await waitFor(() => expect(tells).toHaveLength(1));
    tells[0]?.({ kind: 'failed', reason: 'out of memory' });
    await waitFor(() => expect(status()).toMatch(/could not be made.*untouched.*Try again/));
    expect(page.getByText(/out of memory/)).toBeTruthy();
  });

  it('says of a saved file its own name, and nothing of it any more when something else is chosen', async () => {
    const { tells } = open();
    fireEvent.click(format('SVG'));
    press('Export');
    await waitFor(() => expect(tells).toHaveLength(1));
    fireEvent.click(format('CSV'));
    tells[0]?.({ kind: 'done', bytes: picture });
    await waitFor(() => expect(status()).toMatch(/^Saved .*\.svg$/));
    fireEvent.click(format('Excel'));
    expect(status()).not.toMatch(/Saved/);
  });

  it('prints tiles no larger than they are, however sharp the last picture was', async () => {
    const { jobs } = open();
    fireEvent.click(format('PNG'));
    fireEvent.click(page.getByRole('radio', { name: '4×' }));
    await waitFor(() => expect(jobs.at(-1)?.options.scale).toBe(4));
    fireEvent.click(format('PDF'));
    await waitFor(() => expect(jobs.at(-1)).toMatchObject({ format: 'pdf', options: { scale: 1 } }));
    fireEvent.click(format('PNG'));
    await waitFor(() => expect(jobs.at(-1)).toMatchObject({ format: 'png', options: { scale: 4 } }));
  });

  it('offers the selection when there is one, and keeps at least one curve', () => {
    const session = panelSession(saas);
    const [first] = saas.touchpoints;
    session.select(first?.id ?? '');
    const { jobs } = open(session);
    fireEvent.click(page.getByRole('radio', { name: 'Selection' }));
    expect(page.getByText('1 of 40 touchpoints')).toBeTruthy();
    for (const name of ['Everyone', 'Lena, agency owner', 'Tom, designer'])
      fireEvent.click(page.getByRole('checkbox', { name }));
    expect(page.getByRole('checkbox', { name: 'Priya, IT and security' })).toHaveProperty('disabled', true);
    expect(jobs).toBeDefined();
  });
});

describe('what others delete while one chooses', () => {
  const [persona] = saas.personas;
  const [stage, second] = saas.stages;
  const [touchpoint] = saas.touchpoints;
  if (!persona || !stage || !second || !touchpoint) throw new Error('the template has all of these');
  const isWhole = () =>
    page.getByRole('radio', { name: 'Whole map' }).getAttribute('aria-checked') === 'true';
  const gone = () => page.getByTestId('export-gone').textContent;
  /** The options of the file when it is made now. */
  const made = async (opened: ReturnType<typeof open>) => {
    fireEvent.click(format('SVG'));
    press('Export');
    await waitFor(() => expect(opened.tells.length).toBeGreaterThan(0));
    return opened.jobs.find(({ preview }) => preview === null)?.options;
  };

  it('a persona: the file is of everyone and the dialog says why, until something else is chosen', async () => {
    const session = panelSession(saas);
    const opened = open(session);
    whose(persona.id);
    expect(gone()).toBe('');
    act(() => void session.other.remove([persona.id]));
    expect(gone()).toBe('The persona chosen here has been deleted: the file is of everyone now.');
    expect(page.getByLabelText('Journey of')).toHaveProperty('value', '');
    expect(await made(opened)).toMatchObject({ persona: '' });
    fireEvent.click(page.getByRole('radio', { name: 'Stages' }));
    expect(gone()).toBe('');
  });

  it('a saved view, and one of two stages: what is left of the part stays chosen', async () => {
    const session = panelSession(saas);
    const opened = open(session);
    act(() => void session.other.create('views', { name: 'For the board' }));
    const [view] = session.journey().views;
    fireEvent.change(page.getByLabelText('Saved view'), { target: { value: view?.id } });
    whose(persona.id);
    act(() => void session.other.remove([view?.id ?? '']));
    expect(gone()).toContain('saved view');
    // The other choices hold.
    expect(page.getByLabelText('Journey of')).toHaveProperty('value', persona.id);
    fireEvent.click(page.getByRole('radio', { name: 'Stages' }));
    press(`B ${second.name}`);
    act(() => void session.other.deleteStage(stage.id, second.id));
    expect(gone()).toBe('');
    expect(isWhole()).toBe(false);
    expect(await made(opened)).toMatchObject({ stage: [second.id] });
  });

  it('a selection, card by card', async () => {
    const session = panelSession(saas);
    session.select(touchpoint.id);
    const opened = open(session);
    fireEvent.click(page.getByRole('radio', { name: 'Selection' }));
    act(() => void session.other.remove([touchpoint.id]));
    act(() => session.screen.setState({ selection: new Set() }));
    expect(isWhole()).toBe(true);
    expect(gone()).toBe('What was selected has been deleted: the file is not limited to it any more.');
    expect(await made(opened)).toMatchObject({ select: [] });
  });
});
