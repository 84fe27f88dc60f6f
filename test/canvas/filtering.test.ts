// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { noFilter } from '../../src/analysis/filterMap.ts';
import { actionOf } from '../../src/canvas/actions.ts';
import { itemsAt } from '../../src/canvas/detail.ts';
import { followFilter } from '../../src/canvas/filtering.ts';
import { applyView, viewNow } from '../../src/canvas/savedViews.ts';
import { underlayScene } from '../../src/canvas/underlayScene.ts';
import { tableRows } from '../../src/table/rows.ts';
import { buildSession } from './support/buildSession.ts';

const outOf = (session: ReturnType<typeof buildSession>) => [
  ...(session.screen.getState().dimming?.out ?? []),
];

describe('the filter of this screen', () => {
  it('is kept up while the map changes, also by others, and ends without a trace', () => {
    const session = buildSession();
    const stop = followFilter(session);
    session.screen.setState({ filter: { ...noFilter, text: 'pays' } });
    expect(outOf(session)).toEqual(['t1', 't2', 'n1', 'k1']);
    session.remote.update('touchpoints', ['t1'], { title: 'Pays too' });
    expect(outOf(session)).toEqual(['t2', 'n1', 'k1']);
    const { dimming } = session.screen.getState();
    session.remote.update('touchpoints', ['t3'], { owner: 'Lena' });
    expect(session.screen.getState().dimming).toBe(dimming);
    session.screen.setState({ filter: null });
    expect(session.screen.getState().dimming).toBeNull();
    stop();
  });

  it('is drawn alike by the cards and by the underlay; what stays keeps its own drawing', () => {
    const session = buildSession();
    const stop = followFilter(session);
    session.screen.setState({ filter: { ...noFilter, text: 'pays' } });
    const shown = session.projection.getState();
    const scene = underlayScene(session, 1, { x: 0, y: 0, width: 1200, height: 800 });
    const items = itemsAt('full', shown, session.screen.getState());
    for (const id of ['t1', 't3', 'n1']) {
      const group = shown.layout.groupOf.get(id);
      if (!group) throw new Error(`${id} is not drawn`);
      expect(scene.drawingOf(group)?.items).toBe(items(group));
      expect(items(group) === group.items).toBe(id === 't3');
    }
    stop();
  });

  it('is joined by what a persona skips while their journey is shown, and Escape shows everybody’s again', () => {
    const session = buildSession();
    const stop = followFilter(session);
    const made = session.remote.create('personas', { name: 'Ana' });
    if (!made.ok) throw new Error('no persona');
    session.remote.setPersonaDifference(['t3'], made.value, { skipped: true });
    session.screen.setState({ hiddenCurves: new Set([made.value]) });
    session.projection.flush?.();
    actionOf('nextJourney').run(session);
    expect(session.screen.getState()).toMatchObject({ lead: made.value, hiddenCurves: new Set() });
    expect(outOf(session)).toContain('t3');
    expect(viewNow(session)).toMatchObject({ leadPersonaId: made.value, ribbons: false });
    session.screen.setState({ filter: { ...noFilter, text: 'pays' } });
    expect(outOf(session)).toEqual(expect.arrayContaining(['t1', 't3']));
    session.screen.setState({ filter: null });
    actionOf('back').run(session);
    expect(session.screen.getState()).toMatchObject({ lead: null, dimming: null });
    actionOf('previousJourney').run(session);
    expect(session.screen.getState().lead).toBe(made.value);
    stop();
  });

  it('leaves rows out of the Table, and calls no stage empty because of that', () => {
    const session = buildSession();
    const { journey } = session.projection.getState();
    const rows = tableRows(journey, 'journey', false, [], new Set(['t1', 't2']));
    expect(rows.map(({ key, kind }) => [key, kind])).toEqual([['t3', 'touchpoint']]);
  });

  it('ends with Escape, when nothing else is left to take back (U9), for viewers too', () => {
    const session = buildSession({ role: 'viewer' });
    session.screen.setState({ filter: { ...noFilter, text: 'pays' }, selection: new Set(['t3']) });
    actionOf('back').run(session);
    expect(session.screen.getState()).toMatchObject({ selection: new Set(), filter: { text: 'pays' } });
    actionOf('back').run(session);
    expect(session.screen.getState().filter).toBeNull();
  });
});

describe('a saved view', () => {
  it('keeps what is hidden and looked for, and shows it again, also to a viewer', () => {
    const session = buildSession();
    const hiddenLanes = new Set(['l2', 'gone']);
    const filter = { ...noFilter, text: 'pays', emotions: ['positive' as const], personaIds: ['gone'] };
    session.screen.setState({ hiddenLanes, hiddenCurves: new Set(['base']), filter });
    const made = session.editing?.commands.create('views', { name: 'Paying', ...viewNow(session) });
    expect(made?.ok).toBe(true);
    const [view] = session.projection.getState().journey.views;
    if (!view) throw new Error('no view');
    expect(view).toMatchObject({ name: 'Paying', hiddenLaneIds: ['l2'], everyone: false, personaIds: [] });
    session.screen.setState({ hiddenLanes: new Set(), hiddenCurves: new Set(), filter: null });
    applyView(session, view);
    expect(session.screen.getState()).toMatchObject({
      hiddenLanes: new Set(['l2']),
      hiddenCurves: new Set(['base']),
      filter: { text: 'pays', emotions: ['positive'] },
    });
  });
});
