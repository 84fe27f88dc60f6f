/**
 * Touchpoints in sequence with their column and lane. A touchpoint whose stage or lane is missing (two people
 * edited at once) lies in the first stage, or the first lane that holds touchpoints, as a repair would put it.
 */
import type { JourneyMap, Lane, Touchpoint } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { sequenceOrder } from '../model/sequence.ts';
import type { StageColumn } from './mapLayout.ts';
import type { Columns } from './stageColumns.ts';

export interface Located {
  readonly touchpoint: Touchpoint;
  readonly column: StageColumn;
  readonly lane: Lane;
}

export interface Places {
  readonly inSequence: readonly Located[];
  readonly byLane: ReadonlyMap<string, readonly Located[]>;
}

/** All touchpoints with their place; none when the map has no stage or no lane that holds any. */
export function locate(journey: JourneyMap, columns: Columns, former: readonly Located[] = []): Places {
  const lanes = new Map(journey.lanes.map((lane) => [lane.id, lane]));
  const firstLane = journey.lanes.find((lane) => laneHolds(lane.kind) === 'touchpoints');
  const firstColumn = columns.list[0];
  const byLane = new Map<string, Located[]>();
  if (!firstLane || !firstColumn) return { inSequence: [], byLane };
  const inSequence = sorted(journey, former).map((touchpoint): Located => {
    const own = lanes.get(touchpoint.laneId);
    return {
      touchpoint,
      column: columns.byId.get(touchpoint.stageId) ?? firstColumn,
      lane: own && laneHolds(own.kind) === 'touchpoints' ? own : firstLane,
    };
  });
  // A touchpoint of a missing stage is sorted last but lies in the first one: x must not fall inside a lane.
  if (inSequence.some(({ touchpoint, column }) => column.id !== touchpoint.stageId)) {
    inSequence.sort((a, b) => a.column.index - b.column.index || a.touchpoint.t - b.touchpoint.t);
  }
  for (const located of inSequence) {
    const own = byLane.get(located.lane.id);
    if (own) own.push(located);
    else byLane.set(located.lane.id, [located]);
  }
  return { inSequence, byLane };
}

/** The touchpoints in sequence; the former order is kept when no place changed, which is nearly always. */
function sorted(journey: JourneyMap, former: readonly Located[]): readonly Touchpoint[] {
  const { touchpoints } = journey;
  const order = sequenceOrder(journey);
  if (former.length === touchpoints.length && former.length > 0) {
    const now = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
    const list = former
      .map(({ touchpoint }) => now.get(touchpoint.id))
      .filter((touchpoint) => touchpoint !== undefined);
    if (list.length === touchpoints.length && isRising(list, order)) return list;
  }
  return touchpoints.toSorted(order);
}

function isRising(list: readonly Touchpoint[], order: (a: Touchpoint, b: Touchpoint) => number): boolean {
  for (let index = 1; index < list.length; index += 1) {
    const [a, b] = [list[index - 1], list[index]];
    if (a && b && order(a, b) > 0) return false;
  }
  return true;
}
