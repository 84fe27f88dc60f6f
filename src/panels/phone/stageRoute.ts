/**
 * What one stage holds, for reading from top to bottom: its journey touchpoints in sequence, each with the link that
 * leads to the next one, and what happens behind them lane by lane. Pure.
 */
import type { JourneyMap, Lane, Link, Touchpoint } from '../../model/journeyMap.ts';
import { isJourneyLane, laneHolds } from '../../model/laneKinds.ts';
import { sequenceOrder } from '../../model/sequence.ts';

export interface RouteStop {
  readonly touchpoint: Touchpoint;
  /** The link to the next stop, when there is one. */
  readonly onward: Link | null;
}
export interface StageRoute {
  readonly stops: readonly RouteStop[];
  readonly behind: readonly { readonly lane: Lane; readonly touchpoints: readonly Touchpoint[] }[];
}

export function stageRoute(map: JourneyMap, stageId: string): StageRoute {
  const here = map.touchpoints
    .filter((touchpoint) => touchpoint.stageId === stageId)
    .toSorted(sequenceOrder(map));
  const journeyLanes = new Set(map.lanes.filter(({ kind }) => isJourneyLane(kind)).map(({ id }) => id));
  const stops = here.filter(({ laneId }) => journeyLanes.has(laneId));
  return {
    stops: stops.map((touchpoint, index) => ({
      touchpoint,
      onward: linkBetween(map.links, touchpoint, stops[index + 1]),
    })),
    behind: map.lanes
      .filter(({ kind }) => laneHolds(kind) === 'touchpoints' && !isJourneyLane(kind))
      .map((lane) => ({ lane, touchpoints: here.filter(({ laneId }) => laneId === lane.id) }))
      .filter(({ touchpoints }) => touchpoints.length > 0),
  };
}

function linkBetween(links: readonly Link[], from: Touchpoint, to: Touchpoint | undefined): Link | null {
  if (!to) return null;
  return links.find((link) => link.from === from.id && link.to === to.id) ?? null;
}
