// @vitest-environment happy-dom
/** The dialog of imports over an open map: nothing happens before it is shown, one step does it, one undo takes it back. */
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ImportHost } from '../../../src/panels/import/ImportHost.tsx';
import type { Incoming } from '../../../src/panels/import/incoming.ts';
import type { JourneyMap } from '../../../src/model/journeyMap.ts';
import { loadTemplate } from '../../support/arbitraryMap.ts';
import { readHere } from '../../support/importing.ts';
import { panelSession, renderPanel, type PanelSession } from '../../support/panelSession.tsx';

afterEach(cleanup);

const base: JourneyMap = { ...loadTemplate('saas-onboarding-blueprint.en'), readings: [] };

function fileOf(text: string, name = 'steps.csv'): Incoming {
  return { kind: 'file', file: new File([text], name) };
}

async function open(incoming: Incoming, language: 'en' | 'zh' = 'en') {
  const session = panelSession(base, { language });
  const told = { onClose: vi.fn(), onNewMap: vi.fn(), onAdded: vi.fn() };
  renderPanel(session, <ImportHost incoming={incoming} {...told} read={readHere} />);
  await screen.findByTestId('import-now');
  return { session, ...told };
}
/** Hidden ones too: for a moment the dialog that opens is not told to screen readers yet. */
const effects = () =>
  within(screen.getByTestId('import-effects'))
    .getAllByRole('listitem', { hidden: true })
    .map(({ textContent }) => textContent);
const now = () => screen.getByTestId<HTMLButtonElement>('import-now');

/** The touchpoints that were not there at first. */
const fresh = (session: PanelSession) =>
  session.journey().touchpoints.filter(({ id }) => !base.touchpoints.some((one) => one.id === id));

describe('a table dropped on a map', () => {
  const text =
    'Step,Stage,Emotion,Weather\nCalls us,Calling,1.5,rain\n,,1,fog\nWaits,,great,sun\nSigns,Signing,2,\n';

  it('says what it would do, which rows it leaves out and why, and changes nothing by that', async () => {
    const { session } = await open(fileOf(text));
    expect(effects()).toEqual([
      '3 touchpoints',
      '2 new stagesCalling, Signing',
      '1 column is left outWeather',
    ]);
    expect(screen.getByText('1 of 4 rows is left out:')).toBeDefined();
    expect(screen.getByTestId('import-problems').textContent).toBe('Row 3 Title is required');
    expect(screen.getByText('1 row comes in without a field that cannot be read:')).toBeDefined();
    expect(screen.getByTestId('import-emptied').textContent).toBe(
      'Row 4 Emotion “great” must be a number from −2 to 2; left empty',
    );
    expect(now().textContent).toBe('Import 3 touchpoints');
    expect(session.journey()).toEqual(base);
  });

  it('is added as one step, which one undo takes back', async () => {
    const { session, onClose } = await open(fileOf(text));
    fireEvent.click(now());
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    session.projection.flush();
    const { touchpoints, stages } = session.journey();
    expect(touchpoints).toHaveLength(base.touchpoints.length + 3);
    expect(stages.slice(-2).map(({ name }) => name)).toEqual(['Calling', 'Signing']);
    await vi.waitFor(() => expect(session.screen.getState().selection.size).toBe(3));
    session.editing?.undo.undo();
    expect(session.journey()).toEqual(base);
  });

  it('follows the fields that a person chooses, each for one column', async () => {
    await open(fileOf(text));
    fireEvent.change(screen.getByTestId('import-column-3'), { target: { value: 'emotion' } });
    expect(screen.getByTestId<HTMLSelectElement>('import-column-2').value).toBe('');
    expect(await screen.findByText(/^Emotion “rain”|Emotion “rain”/)).toBeDefined();
    fireEvent.change(screen.getByTestId('import-column-0'), { target: { value: '' } });
    expect(await screen.findByText('Say which column holds the title of the touchpoint.')).toBeDefined();
    expect(now().disabled).toBe(true);
  });

  it('can become a map of its own instead', async () => {
    const incoming = fileOf(text);
    const { onNewMap } = await open(incoming);
    fireEvent.click(screen.getByText('As a new map instead…'));
    expect(onNewMap).toHaveBeenCalledWith(incoming.kind === 'file' ? incoming.file : null);
  });

  it('is told in Chinese, reasons and fields included', async () => {
    await open(fileOf('接触点,阶段,情绪\n来电,咨询,很好\n签约,签约,2\n'), 'zh');
    expect(screen.getByTestId('import-emptied').textContent).toBe(
      '第 2 行 情绪“很好”必须是 −2 到 2 之间的数字；此字段留空',
    );
    expect(effects()).toEqual(['2 个接触点', '新建 2 个阶段咨询、签约']);
  });

  it('that needs new stages is refused where they are locked, and nothing is half done', async () => {
    const session = panelSession({ ...base, map: { ...base.map, structureLocked: true } });
    renderPanel(
      session,
      <ImportHost
        incoming={fileOf(text)}
        onClose={vi.fn()}
        onNewMap={vi.fn()}
        onAdded={vi.fn()}
        read={readHere}
      />,
    );
    fireEvent.click(await screen.findByTestId('import-now'));
    expect(session.journey().touchpoints).toEqual(base.touchpoints);
    expect(await screen.findByText(/Stages and lanes are locked/)).toBeDefined();
  });
});

describe('a table of metrics', () => {
  it('becomes readings, in one step', async () => {
    const [touchpoint] = base.touchpoints;
    const { session } = await open(
      fileOf(
        `Date,Metric,Value,Touchpoint,Sample size\n2025-03-01,NPS,42,${touchpoint?.id},120\n2025-03-01,CSAT,200,,\n`,
      ),
    );
    expect(effects()).toEqual(['1 reading']);
    expect(screen.getByTestId('import-problems').textContent).toContain('Row 3 Value “200” CSAT');
    fireEvent.click(now());
    expect(session.journey().readings).toMatchObject([
      { touchpointId: touchpoint?.id, metric: 'nps', value: 42, n: 120, at: '2025-03-01' },
    ]);
    session.editing?.undo.undo();
    expect(session.journey().readings).toEqual([]);
  });
});

describe('rows copied in a spreadsheet (U27)', () => {
  it('without headings are touchpoints by their first column, from the place of the paste on', async () => {
    const [, stage] = base.stages;
    const lane = base.lanes.find(({ kind }) => kind === 'customer-action');
    const at = { stageId: stage?.id ?? '', laneId: lane?.id ?? '', t: 0.5 };
    const { session, onClose } = await open({ kind: 'rows', text: 'Calls us\t3\nSigns\t5', at });
    fireEvent.click(now());
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    session.projection.flush();
    expect(fresh(session)).toMatchObject([
      { title: 'Calls us', ...at },
      { title: 'Signs', ...at, t: 0.75 },
    ]);
  });
});

describe('a whole journey', () => {
  it('says what it would add to the map, and adds it', async () => {
    const { session, onClose } = await open(
      fileOf('journey\n  title Tea\n  section Kitchen\n    Boil: 4: Ann\n', 'tea.mmd'),
    );
    expect(effects()).toEqual([
      '1 touchpoint',
      '1 new stageKitchen',
      '1 new laneTouchpoints',
      '1 new personaAnn',
    ]);
    fireEvent.click(now());
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    session.projection.flush();
    expect(fresh(session)).toMatchObject([{ title: 'Boil', emotion: 1 }]);
    session.editing?.undo.undo();
    expect(session.journey()).toEqual(base);
  });
});

describe('a file that cannot be read', () => {
  it('says why in the dialog, with its places, and changes nothing', async () => {
    const session = panelSession(base);
    renderPanel(
      session,
      <ImportHost
        incoming={fileOf('journey\n  section A\n    Boil\n', 'tea.mmd')}
        onClose={vi.fn()}
        onNewMap={vi.fn()}
        onAdded={vi.fn()}
        read={readHere}
      />,
    );
    const note = await screen.findByTestId('problem');
    expect(note.textContent).toContain('line 3 is neither a section nor a task');
    expect(session.journey()).toEqual(base);
  });
});

describe('an import of very much', () => {
  const rows = Array.from({ length: 1200 }, (_, at) => `Step ${at},Calling,1`);
  const text = `Step,Stage,Emotion\n${rows.join('\n')}\n`;

  it('shows how far it is, and closing it while it writes leaves the map as it was (U43)', async () => {
    const { session, onClose } = await open(fileOf(text));
    await vi.waitFor(() => expect(now().disabled).toBe(false));
    let time = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 20));
    fireEvent.click(now());
    const note = await screen.findByTestId('import-writing');
    expect(note.querySelector('progress')?.max).toBe(1201);
    expect(note.textContent).toMatch(/\d+ of 1201 written/);
    fireEvent.click(within(note).getByText('Cancel'));
    expect(onClose).toHaveBeenCalledOnce();
    cleanup();
    clock.mockRestore();
    await new Promise((resolve) => setTimeout(resolve));
    session.projection.flush();
    expect(session.journey()).toEqual(base);
    expect(session.editing?.undo.state().undo).toBeNull();
  });

  it('ends and says so when the writing fails, and whoever looks for the fault finds it (U42)', async () => {
    const { session, onClose } = await open(fileOf(text));
    await vi.waitFor(() => expect(now().disabled).toBe(false));
    const fault = new Error('a fault of ours');
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    if (session.editing) vi.spyOn(session.editing.commands, 'add').mockRejectedValue(fault);
    fireEvent.click(now());
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(await screen.findByText('This could not be added. Nothing was changed.')).toBeTruthy();
    expect(reported).toHaveBeenCalledWith(fault);
    vi.unstubAllGlobals();
    expect(session.journey()).toEqual(base);
  });
});

describe('an import that comes to nothing', () => {
  it('says so when the right to edit has ended, and offers the file as a map of its own (U42)', async () => {
    const incoming = fileOf('Step\nCalls us\n');
    const told = { onClose: vi.fn(), onNewMap: vi.fn(), onAdded: vi.fn() };
    renderPanel(
      panelSession(base, { viewer: true }),
      <ImportHost incoming={incoming} {...told} read={readHere} />,
    );
    const note = await screen.findByTestId('problem');
    expect(note.dataset['problem']).toBe('importNotAllowed');
    expect(note.textContent).toContain('Nothing was imported');
    fireEvent.click(within(note).getByText('As a new map instead…'));
    expect(told.onNewMap).toHaveBeenCalledWith(incoming.kind === 'file' ? incoming.file : null);
  });

  it('ends its worker when the dialog is closed while it reads (R72)', async () => {
    const ended = vi.fn();
    const began = vi.fn();
    class SlowWorker extends EventTarget {
      postMessage = began;
      terminate = ended;
    }
    vi.stubGlobal('Worker', SlowWorker);
    const told = { onClose: vi.fn(), onNewMap: vi.fn(), onAdded: vi.fn() };
    const shown = renderPanel(
      panelSession(base),
      <ImportHost incoming={fileOf('Step\nCalls us\n')} {...told} />,
    );
    await vi.waitFor(() => expect(began).toHaveBeenCalledOnce());
    expect(ended).not.toHaveBeenCalled();
    shown.unmount();
    expect(ended).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});
