/**
 * "Move to…": new places for a selection by choice instead of by hand (U19). Pure.
 *
 * In: the selected records, what was chosen; null or absent leaves a thing as it is. Out: the moves of one step.
 */
import type { Moves } from '../../document/commands.ts';
import { shiftedElements } from '../../model/elements.ts';
import type {
  Action,
  ElementPlace,
  FreeElement,
  Insight,
  JourneyMap,
  Opportunity,
  Place,
  Touchpoint,
} from '../../model/journeyMap.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import { spreadTimes } from '../../model/stageTimes.ts';
import type { Projection } from '../../state/mapSession.ts';

export interface Chosen {
  readonly touchpoints: readonly Touchpoint[];
  readonly cells: readonly (Insight | Opportunity | Action)[];
  readonly elements: readonly FreeElement[];
}

export type TimeChoice = 'keep' | 'spread' | 'at';

export interface Target {
  readonly stageId: string | null;
  readonly laneId: string | null;
  readonly time: TimeChoice;
  /** 0 to 1, for the time `at`. */
  readonly t: number;
  /** Counted from 0. */
  readonly row: number | null;
  readonly side: ElementPlace['side'] | null;
  /** Of the upper left corner of all free elements. */
  readonly x: number | null;
  readonly y: number | null;
}

export const asItIs: Target = {
  stageId: null,
  laneId: null,
  time: 'keep',
  t: 0.5,
  row: null,
  side: null,
  x: null,
  y: null,
};

/** The records of a selection that have a place. */
export function chosenOf({ find }: Pick<Projection, 'find'>, ids: Iterable<string>): Chosen {
  const all = [...ids];
  const found = <R>(look: (id: string) => R | undefined): readonly R[] => all.flatMap((id) => look(id) ?? []);
  return {
    touchpoints: found((id) => find('touchpoints', id)),
    cells: found<Insight | Opportunity | Action>(
      (id) => find('insights', id) ?? find('opportunities', id) ?? find('actions', id),
    ),
    elements: found((id) => find('elements', id)),
  };
}

/** The lanes that can hold all of it; none when things of different kinds are selected. */
export function lanesFor(
  { lanes }: Pick<JourneyMap, 'lanes'>,
  { collectionOf }: Pick<Projection, 'collectionOf'>,
  { touchpoints, cells }: Chosen,
): JourneyMap['lanes'] {
  const holds = new Set([...touchpoints, ...cells].map(({ id }) => collectionOf(id)));
  const [only] = holds;
  return holds.size === 1 ? lanes.filter(({ kind }) => laneHolds(kind) === only) : [];
}

export function movesTo({ touchpoints, cells, elements }: Chosen, target: Target): Moves {
  const { stageId, laneId, time, t, row } = target;
  const ordered = touchpoints.toSorted((a, b) => a.t - b.t || a.row - b.row);
  // Even distances, as far from the ends as from each other.
  const even = spreadTimes(ordered.map((_, index) => (index + 0.5) / Math.max(1, ordered.length)));
  const places = ordered.map((touchpoint, index): readonly [string, Place] => [
    touchpoint.id,
    {
      stageId: stageId ?? touchpoint.stageId,
      laneId: laneId ?? touchpoint.laneId,
      t: time === 'keep' ? touchpoint.t : time === 'at' ? t : (even[index] ?? touchpoint.t),
      row: row ?? touchpoint.row,
    },
  ]);
  return {
    touchpoints: new Map(places),
    cells: cells.flatMap((cell) => {
      const [stage, lane] = [stageId ?? cell.stageId, laneId ?? cell.laneId];
      return stage === null || lane === null ? [] : [{ id: cell.id, stageId: stage, laneId: lane }];
    }),
    elements: new Map(besideTo(elements, target).map((element) => [element.id, element])),
  };
}

function besideTo(elements: readonly FreeElement[], { side, x, y }: Target): readonly FreeElement[] {
  const left = Math.min(...elements.map((element) => element.x));
  const top = Math.min(...elements.map((element) => element.y));
  const moved = shiftedElements(elements, (x ?? left) - left, (y ?? top) - top);
  return side === null ? moved : moved.map((element) => ({ ...element, side }));
}
