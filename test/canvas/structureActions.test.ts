// @vitest-environment happy-dom
/** Every structure gesture as an action, so by palette, menu and key (U19): what it does, in one step that undo takes back. */
import { expect, it, vi } from 'vitest';
import { actionOf } from '../../src/canvas/actions.ts';
import type { Action } from '../../src/canvas/actionRow.ts';
import { choicesFor } from '../../src/canvas/editing/choices.ts';
import { structureActions } from '../../src/canvas/structureActions.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { buildSession, type TestSession } from './support/buildSession.ts';

const map = buildMap({
  stages: [
    { id: 's1', name: 'Look', width: 640 },
    { id: 's2', name: 'Buy', width: 640 },
    { id: 's3', name: 'Folded', collapsed: true },
  ],
  lanes: [
    { id: 'l1', name: 'Shop', kind: 'contact', height: 420 },
    { id: 'l2', name: 'Web', kind: 'contact', height: 420 },
    { id: 'l3', name: 'Folded', kind: 'contact', collapsed: true },
  ],
  touchpoints: [
    { id: 'a', title: 'Reads', stageId: 's1', laneId: 'l1', t: 0.2, row: 0 },
    { id: 'b', title: 'Asks', stageId: 's1', laneId: 'l1', t: 0.7, row: 1 },
    { id: 'c', title: 'Pays', stageId: 's2', laneId: 'l1', t: 0.51, row: 2 },
    { id: 'd', title: 'Returns', stageId: 's2', laneId: 'l2', t: 0.03, row: 3 },
  ],
  links: [{ id: 'k', from: 'a', to: 'b' }],
});

const stages = ({ stages }: JourneyMap) => stages.map(({ id }) => id);
const lanes = ({ lanes }: JourneyMap) => lanes.map(({ id }) => id);
const made = (ids: readonly string[]) => ids.map((id) => (/^[sl]\d$/.test(id) ? id : 'new')).join(' ');
const stage = (journey: JourneyMap, id: string) => journey.stages.find((one) => one.id === id);
const lane = (journey: JourneyMap, id: string) => journey.lanes.find((one) => one.id === id);

/** On what it is run, and what the map says afterwards. */
const rows: Partial<
  Record<Action['id'], readonly [on: string, read: (map: JourneyMap) => unknown, to: unknown]>
> = {
  newStage: ['', (journey) => made(stages(journey)), 's1 s2 s3 new'],
  insertStageBefore: ['s2', (journey) => made(stages(journey)), 's1 new s2 s3'],
  insertStageAfter: ['s1', (journey) => made(stages(journey)), 's1 new s2 s3'],
  splitStage: [
    's1',
    (journey) => [
      made(stages(journey)),
      journey.touchpoints.filter(({ stageId }) => stageId === 's1').length,
    ],
    ['s1 new s2 s3', 1],
  ],
  mergeStage: [
    's1',
    (journey) => [
      made(stages(journey)),
      journey.touchpoints.filter(({ stageId }) => stageId === 's1').length,
    ],
    ['s1 s3', 4],
  ],
  duplicateStage: [
    's1',
    (journey) => [made(stages(journey)), journey.touchpoints.length, journey.links.length],
    ['s1 new s2 s3', 6, 2],
  ],
  stageEarlier: ['s2', stages, ['s2', 's1', 's3']],
  stageLater: ['s1', stages, ['s2', 's1', 's3']],
  stageNarrower: ['s1', (journey) => (stage(journey, 's1')?.width ?? 0) < 640, true],
  stageWider: ['s1', (journey) => (stage(journey, 's1')?.width ?? 0) > 640, true],
  collapseStage: ['s1', (journey) => stage(journey, 's1')?.collapsed, true],
  expandStage: ['s3', (journey) => stage(journey, 's3')?.collapsed, false],
  newLane: ['', (journey) => made(lanes(journey)), 'l1 l2 l3 new'],
  insertLaneBefore: ['l2', (journey) => made(lanes(journey)), 'l1 new l2 l3'],
  insertLaneAfter: ['l1', (journey) => made(lanes(journey)), 'l1 new l2 l3'],
  splitLane: [
    'l1',
    (journey) => [
      made(lanes(journey)),
      journey.touchpoints.filter(({ laneId }) => laneId === 'l1').length < 3,
    ],
    ['l1 new l2 l3', true],
  ],
  mergeLane: [
    'l1',
    (journey) => [made(lanes(journey)), journey.touchpoints.filter(({ laneId }) => laneId === 'l1').length],
    ['l1 l3', 4],
  ],
  duplicateLane: [
    'l1',
    (journey) => [made(lanes(journey)), journey.touchpoints.length, journey.links.length],
    ['l1 new l2 l3', 7, 2],
  ],
  laneUp: ['l2', lanes, ['l2', 'l1', 'l3']],
  laneDown: ['l1', lanes, ['l2', 'l1', 'l3']],
  laneLower: ['l1', (journey) => (lane(journey, 'l1')?.height ?? 0) < 420, true],
  laneHigher: ['l1', (journey) => (lane(journey, 'l1')?.height ?? 0) > 420, true],
  collapseLane: ['l1', (journey) => lane(journey, 'l1')?.collapsed, true],
  expandLane: ['l3', (journey) => lane(journey, 'l3')?.collapsed, false],
  tidyLane: ['l1', (journey) => journey.touchpoints.filter(({ row }) => row > 0).map(({ id }) => id), ['d']],
  tidyMap: ['', (journey) => journey.touchpoints.filter(({ row }) => row > 0), []],
  lockStructure: ['', (journey) => journey.map.structureLocked, true],
};
/** They ask or open a text first, are for this screen alone, or undo a row above; tested where they are drawn. */
const elsewhere: readonly Action['id'][] = [
  'renameStage',
  'renameLane',
  'removeStage',
  'removeLane',
  'hideLane',
  'showLanes',
  'unlockStructure',
];

/** The map now, without the time of its last change. */
const content = ({ projection }: TestSession): unknown => {
  projection.flush();
  const { journey } = projection.getState();
  return writeMap({ ...journey, map: { ...journey.map, updatedAt: null } });
};

it('has a row here for every action of stages and lanes', () => {
  expect([...Object.keys(rows), ...elsewhere].toSorted()).toEqual(
    structureActions.map(({ id }) => id).toSorted(),
  );
});

it.each(Object.entries(rows))('%s', async (id, [on, read, to]) => {
  const session = buildSession({ role: 'owner', map });
  const before = content(session);
  const action = actionOf(id as Action['id']);
  expect(action.enabled(session, on || undefined)).toBe(true);
  action.run(session, on || undefined);
  await vi.waitFor(() => expect(content(session)).not.toEqual(before));
  expect(read(session.projection.getState().journey)).toEqual(to);
  // What is new is named at once; that is still the same step.
  session.screen.setState({ editing: null });
  session.editing?.undo.undo();
  expect(content(session)).toEqual(before);
  expect(session.editing?.undo.state().undo).toBeNull();
});

it('a selection goes to another stage, its distances kept, in one step', () => {
  const session = buildSession({ role: 'owner', map });
  const before = content(session);
  session.screen.setState({ selection: new Set(['a', 'b']) });
  choicesFor(session, 'stages')
    .find(({ label }) => label === 'Buy')
    ?.run();
  session.projection.flush();
  const moved = session.projection
    .getState()
    .journey.touchpoints.filter(({ id }) => id === 'a' || id === 'b');
  expect(moved.map(({ stageId }) => stageId)).toEqual(['s2', 's2']);
  expect((moved[1]?.t ?? 0) - (moved[0]?.t ?? 0)).toBeCloseTo(0.5);
  session.editing?.undo.undo();
  expect(content(session)).toEqual(before);
});

it.each([
  ['left', (times: number[]) => new Set(times).size === 1 && times[0] === 0.2],
  ['right', (times: number[]) => new Set(times).size === 1 && times[0] === 0.7],
] as const)('cards are aligned %s by a choice, in one step', (alignment, isRight) => {
  const session = buildSession({ role: 'owner', map });
  const before = content(session);
  session.screen.setState({ selection: new Set(['a', 'b']) });
  choicesFor(session, 'align')
    .find(({ id }) => id === alignment)
    ?.run();
  session.projection.flush();
  const { touchpoints } = session.projection.getState().journey;
  expect(isRight(touchpoints.filter(({ id }) => id === 'a' || id === 'b').map(({ t }) => t))).toBe(true);
  session.editing?.undo.undo();
  expect(content(session)).toEqual(before);
});
