/**
 * Touchpoints in sequence with their column and lane. A touchpoint whose stage or lane is missing (two people
 * edited at once) lies in the first stage, or the first lane that holds touchpoints, as a repair would put it.
 *
 * Where no place changed the former order is kept, where a few did those are put in; and the list of a lane without
 * changes is the former list.
 */
import type { JourneyMap, Lane, Stage, Touchpoint } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { inSequence as inOrder, sequenceOrder } from '../model/sequence.ts';
import type { StageColumn } from './mapLayout.ts';
import { cardCentre } from './placeCards.ts';
import { keepList } from './same.ts';
import { cardKindOf } from './sizes.ts';
import type { Columns } from './stageColumns.ts';

export interface Located {
  readonly touchpoint: Touchpoint;
  readonly column: StageColumn;
  readonly lane: Lane;
  /** Middle of its card, or of the mark that stands for it. */
  readonly centre: number;
}

export interface Places {
  readonly inSequence: readonly Located[];
  readonly byLane: ReadonlyMap<string, readonly Located[]>;
  /** What it was made from. */
  readonly touchpoints: readonly Touchpoint[];
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
  readonly columns: Columns;
}

/** All touchpoints with their place; none when the map has no stage or no lane that holds any. */
export function locate(journey: JourneyMap, columns: Columns, former?: Places): Places {
  const { touchpoints, stages, lanes } = journey;
  const isGridSame =
    former !== undefined && former.stages === stages && former.lanes === lanes && former.columns === columns;
  if (former && isGridSame && former.touchpoints === touchpoints) return former;
  const inSequence =
    former && isGridSame && isOrderSame(former.touchpoints, touchpoints)
      ? replaced(former.inSequence, touchpoints, former.touchpoints)
      : (isGridSame && moved(journey, columns, former)) || sorted(journey, columns, former);
  return { inSequence, byLane: byLaneOf(inSequence, former), touchpoints, stages, lanes, columns };
}

function isOrderSame(before: readonly Touchpoint[], now: readonly Touchpoint[]): boolean {
  return (
    before.length === now.length &&
    now.every((touchpoint, index) => {
      const other = before[index];
      return touchpoint === other || (other !== undefined && isSamePlace(touchpoint, other));
    })
  );
}

function isSamePlace(a: Touchpoint, b: Touchpoint): boolean {
  return a.id === b.id && a.stageId === b.stageId && a.laneId === b.laneId && a.t === b.t && a.row === b.row;
}

/** The same order with the new records in it. */
function replaced(
  inSequence: readonly Located[],
  now: readonly Touchpoint[],
  before: readonly Touchpoint[],
): readonly Located[] {
  const changed = new Map<Touchpoint, Touchpoint>();
  now.forEach((touchpoint, index) => {
    const other = before[index];
    if (other && other !== touchpoint) changed.set(other, touchpoint);
  });
  return inSequence.map((located) => {
    const touchpoint = changed.get(located.touchpoint);
    return touchpoint ? { ...located, touchpoint } : located;
  });
}

/** With more of them sorting all is as quick. */
const mostMoved = 40;

/** The former order with a few touchpoints taken out and put in; null when all has to be sorted. */
function moved(journey: JourneyMap, columns: Columns, former: Places): readonly Located[] | null {
  const before = new Set(former.touchpoints);
  const fresh = journey.touchpoints.filter((touchpoint) => !before.has(touchpoint));
  if (fresh.length > mostMoved || former.inSequence.some(isAstray)) return null;
  const locateOne = locator(journey, columns);
  if (!locateOne) return null;
  const now = new Set(journey.touchpoints);
  const list = former.inSequence.filter(({ touchpoint }) => now.has(touchpoint));
  const compare = sequenceOrder(journey);
  for (const touchpoint of fresh) {
    const located = locateOne(touchpoint);
    if (isAstray(located)) return null;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle];
      if (other && compare(other.touchpoint, touchpoint) < 0) low = middle + 1;
      else high = middle;
    }
    list.splice(low, 0, located);
  }
  return list;
}

function sorted(journey: JourneyMap, columns: Columns, former: Places | undefined): readonly Located[] {
  const locateOne = locator(journey, columns);
  if (!locateOne) return [];
  const known = new Map(former?.inSequence.map((located) => [located.touchpoint, located]));
  const list = inOrder(journey).map((touchpoint): Located => {
    const located = locateOne(touchpoint);
    const before = known.get(touchpoint);
    const isSame =
      before?.lane === located.lane && before.column === located.column && before.centre === located.centre;
    return isSame ? before : located;
  });
  // A touchpoint of a missing stage is sorted last but lies in the first one: x must not fall inside a lane.
  return list.some(isAstray)
    ? list.toSorted((a, b) => a.column.index - b.column.index || a.touchpoint.t - b.touchpoint.t)
    : list;
}

function isAstray({ touchpoint, column }: Located): boolean {
  return column.id !== touchpoint.stageId;
}

/** Finds the column and lane of a touchpoint; null when the map has no stage or no lane that holds any. */
function locator(journey: JourneyMap, columns: Columns): ((touchpoint: Touchpoint) => Located) | null {
  const lanes = new Map(journey.lanes.map((lane) => [lane.id, lane]));
  const firstLane = journey.lanes.find((lane) => laneHolds(lane.kind) === 'touchpoints');
  const firstColumn = columns.list[0];
  if (!firstLane || !firstColumn) return null;
  return (touchpoint) => {
    const own = lanes.get(touchpoint.laneId);
    const lane = own && laneHolds(own.kind) === 'touchpoints' ? own : firstLane;
    const column = columns.byId.get(touchpoint.stageId) ?? firstColumn;
    const centre = cardCentre(column, touchpoint.t, cardKindOf(lane.kind) ?? 'journey');
    return { touchpoint, column, lane, centre };
  };
}

function byLaneOf(inSequence: readonly Located[], former: Places | undefined): Places['byLane'] {
  const byLane = new Map<string, Located[]>();
  for (const located of inSequence) {
    const own = byLane.get(located.lane.id);
    if (own) own.push(located);
    else byLane.set(located.lane.id, [located]);
  }
  return new Map([...byLane].map(([id, list]) => [id, keepList(former?.byLane.get(id), list)]));
}
