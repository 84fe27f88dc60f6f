/**
 * Rows of the table of actions for stages and lanes. Each works on the stage or lane whose menu it stands in, else on
 * the one that is selected or holds what is selected, so that the command palette can do all a head's menu can (U19).
 */
import { laneHolds } from '../model/laneKinds.ts';
import type { MapSession } from '../state/mapSession.ts';
import { edit, view, type Action, type Structure } from './actionRow.ts';
import { focusedRecord } from './focusRecord.ts';
import { focusedHead } from './heads.ts';

/** The stage or lane meant when nothing says which: its head has the focus, it is selected, or where that lies. */
function meantBy({ projection, screen }: MapSession, on: Structure): string | undefined {
  const head = focusedHead();
  if (head) return head.on === on ? head.id : undefined;
  const [id = focusedRecord()] = screen.getState().selection;
  const collection = id ? projection.collectionOf(id) : undefined;
  if (!id || !collection) return undefined;
  if (collection === on) return id;
  const record = placedRecord(projection, id);
  return (on === 'stages' ? record?.stageId : record?.laneId) ?? undefined;
}

function placedRecord(projection: MapSession['projection'], id: string) {
  return (
    projection.find('touchpoints', id) ??
    projection.find('insights', id) ??
    projection.find('opportunities', id) ??
    projection.find('actions', id)
  );
}

/** Where a stage or lane stands among its like; undefined when there is none. */
function standing(session: MapSession, on: Structure, given: string | undefined) {
  const id = given ?? meantBy(session, on);
  const records = session.projection.getState().journey[on];
  const index = records.findIndex((record) => record.id === id);
  const record = records[index];
  const next = records[index + 1];
  return (
    record && {
      id: record.id,
      index,
      count: records.length,
      collapsed: record.collapsed,
      holds: 'kind' in record ? laneHolds(record.kind) : null,
      isLikeNext:
        next !== undefined && (!('kind' in record) || ('kind' in next && next.kind === record.kind)),
    }
  );
}
type Standing = NonNullable<ReturnType<typeof standing>>;

function row(
  on: Structure,
  id: Action['id'],
  run: Parameters<typeof edit>[3],
  when: (place: Standing) => boolean = () => true,
  more: Partial<Pick<Action, 'icon' | 'takesTurns' | 'shortcuts'>> = {},
): Action {
  const action = edit(id, [], 'map', run, {
    on,
    ...more,
    enabled(session, given) {
      const place = standing(session, on, given);
      return place !== undefined && when(place);
    },
  });
  return {
    ...action,
    run(session, given) {
      const place = standing(session, on, given);
      if (place) action.run(session, place.id);
    },
  };
}

const notFirst = ({ index }: Standing): boolean => index > 0;
const notLast = ({ index, count }: Standing): boolean => index < count - 1;
const isOpen = ({ collapsed }: Standing): boolean => !collapsed;
const isCollapsed = ({ collapsed }: Standing): boolean => collapsed;
const holdsCards = ({ holds }: Standing): boolean => holds === 'touchpoints';
const canMerge = ({ isLikeNext, holds }: Standing): boolean => isLikeNext && holds !== 'nothing';
const notOnly = ({ count }: Standing): boolean => count > 1;

/** The owner link is the facilitator's. */
const facilitates = ({ role }: MapSession): boolean => role === 'owner';
const isStructureLocked = ({ projection }: MapSession): boolean =>
  projection.getState().journey.map.structureLocked;

function shownLanes({ projection, screen }: MapSession): number {
  const { hiddenLanes } = screen.getState();
  return projection.getState().journey.lanes.filter(({ id }) => !hiddenLanes.has(id)).length;
}

/** For this person alone; its things leave the selection, as what is not seen should not be worked on. */
function hideLane(session: MapSession, given: string | undefined): void {
  const place = standing(session, 'lanes', given);
  if (!place) return;
  const { projection, screen } = session;
  const isSeen = (id: string): boolean =>
    id !== place.id && placedRecord(projection, id)?.laneId !== place.id;
  screen.setState(({ hiddenLanes, selection }) => ({
    hiddenLanes: new Set([...hiddenLanes, place.id]),
    selection: new Set([...selection].filter(isSeen)),
  }));
}

export const structureActions: readonly Action[] = [
  edit('newStage', [], 'map', (runs, session) => runs.appendStage(session)),
  row('stages', 'renameStage', (runs, session, on) => runs.rename(session, on), undefined, { icon: 'edit' }),
  row('stages', 'insertStageBefore', (runs, session, on) => runs.insertStage(session, on, 0)),
  row('stages', 'insertStageAfter', (runs, session, on) => runs.insertStage(session, on, 1)),
  row('stages', 'splitStage', (runs, session, on) => runs.splitStage(session, on)),
  row('stages', 'mergeStage', (runs, session, on) => runs.merge(session, 'stages', on), canMerge),
  row(
    'stages',
    'duplicateStage',
    (runs, session, on) => runs.duplicateWhole(session, 'stages', on),
    undefined,
    {
      icon: 'duplicate',
    },
  ),
  row('stages', 'stageEarlier', (runs, session, on) => runs.shift(session, 'stages', on, -1), notFirst, {
    icon: 'arrow-left',
    shortcuts: ['Alt+Shift+ArrowLeft'],
  }),
  row('stages', 'stageLater', (runs, session, on) => runs.shift(session, 'stages', on, 1), notLast, {
    icon: 'arrow-right',
    shortcuts: ['Alt+Shift+ArrowRight'],
  }),
  row('stages', 'stageNarrower', (runs, session, on) => runs.resizeStage(session, on, -1), isOpen, {
    icon: 'minus',
  }),
  row('stages', 'stageWider', (runs, session, on) => runs.resizeStage(session, on, 1), isOpen, {
    icon: 'plus',
  }),
  row('stages', 'collapseStage', (runs, session, on) => runs.collapse(session, 'stages', on, true), isOpen, {
    takesTurns: true,
  }),
  row(
    'stages',
    'expandStage',
    (runs, session, on) => runs.collapse(session, 'stages', on, false),
    isCollapsed,
    { takesTurns: true },
  ),
  row('stages', 'removeStage', (runs, session, on) => runs.askToRemove(session, 'stages', on), notOnly, {
    icon: 'bin',
  }),
  edit('newLane', [], 'map', (runs, session) => runs.appendLane(session)),
  row('lanes', 'renameLane', (runs, session, on) => runs.rename(session, on), undefined, { icon: 'edit' }),
  row('lanes', 'insertLaneBefore', (runs, session, on) => runs.insertLane(session, on, 0)),
  row('lanes', 'insertLaneAfter', (runs, session, on) => runs.insertLane(session, on, 1)),
  row('lanes', 'splitLane', (runs, session, on) => runs.splitLane(session, on), holdsCards),
  row('lanes', 'mergeLane', (runs, session, on) => runs.merge(session, 'lanes', on), canMerge),
  row('lanes', 'duplicateLane', (runs, session, on) => runs.duplicateWhole(session, 'lanes', on), undefined, {
    icon: 'duplicate',
  }),
  row('lanes', 'tidyLane', (runs, session, on) => runs.tidy(session, on), holdsCards),
  view('hideLane', [], 'map', (session, on) => hideLane(session, on), {
    on: 'lanes',
    icon: 'eye-off',
    enabled: (session, on) => standing(session, 'lanes', on) !== undefined && shownLanes(session) > 1,
  }),
  view('showLanes', [], 'map', ({ screen }) => screen.setState({ hiddenLanes: new Set() }), {
    icon: 'eye',
    enabled: ({ screen }) => screen.getState().hiddenLanes.size > 0,
  }),
  edit('tidyMap', [], 'map', (runs, session) => runs.tidy(session, null)),
  edit('lockStructure', [], 'map', (runs, session) => runs.lockStructure(session, true), {
    icon: 'lock',
    takesTurns: true,
    enabled: (session) => facilitates(session) && !isStructureLocked(session),
  }),
  edit('unlockStructure', [], 'map', (runs, session) => runs.lockStructure(session, false), {
    icon: 'unlock',
    takesTurns: true,
    enabled: (session) => facilitates(session) && isStructureLocked(session),
  }),
  row('lanes', 'laneUp', (runs, session, on) => runs.shift(session, 'lanes', on, -1), notFirst, {
    icon: 'arrow-up',
    shortcuts: ['Alt+Shift+ArrowUp'],
  }),
  row('lanes', 'laneDown', (runs, session, on) => runs.shift(session, 'lanes', on, 1), notLast, {
    icon: 'arrow-down',
    shortcuts: ['Alt+Shift+ArrowDown'],
  }),
  row('lanes', 'laneLower', (runs, session, on) => runs.resizeLane(session, on, -1), isOpen, {
    icon: 'minus',
  }),
  row('lanes', 'laneHigher', (runs, session, on) => runs.resizeLane(session, on, 1), isOpen, {
    icon: 'plus',
  }),
  row('lanes', 'collapseLane', (runs, session, on) => runs.collapse(session, 'lanes', on, true), isOpen, {
    takesTurns: true,
  }),
  row('lanes', 'expandLane', (runs, session, on) => runs.collapse(session, 'lanes', on, false), isCollapsed, {
    takesTurns: true,
  }),
  row('lanes', 'removeLane', (runs, session, on) => runs.askToRemove(session, 'lanes', on), notOnly, {
    icon: 'bin',
  }),
];
