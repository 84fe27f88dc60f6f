/**
 * Rows for cards that shall lie in one row, or one below the other: by the rows they are drawn in, as most cards have no
 * row of their own but the next free one. Pure.
 *
 * Each possible row is tried as the lane would be drawn with it. Cards that are not chosen keep their stored rows, so a
 * row in which they are in the way is passed over; chosen cards at one time can never share a row, and their lower ones
 * lie below it.
 *
 * In: the map and the ids chosen; locked cards and those of folded stages are not moved. Out: for each lane the row,
 * the stored rows that change, and how many cards found no room in it. Doing it again changes nothing.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { LAST_ROW } from '../model/limits.ts';
import { inSequence, sequenceOrder } from '../model/sequence.ts';
import { placeCards, type InStage } from './placeCards.ts';
import { cardKindOf, type CardKind } from './sizes.ts';
import { stageColumns } from './stageColumns.ts';

export type RowAlignment = 'top' | 'middle' | 'bottom' | 'down';

export interface AlignedRows {
  readonly laneId: string;
  /** The row the chosen cards have now; the first one when they are distributed. */
  readonly row: number;
  /** New stored rows, by touchpoint; only of those that change. */
  readonly rows: ReadonlyMap<string, number>;
  /** Chosen cards that are drawn lower, as there is no room for them. */
  readonly lower: number;
}

type Rows = ReadonlyMap<string, number>;

/** The cards of one lane, and what they are drawn by. */
interface LaneCards {
  readonly cards: readonly InStage[];
  readonly kind: CardKind;
  readonly compare: (a: Touchpoint, b: Touchpoint) => number;
}

/** Rows of the chosen cards of each lane that has any. */
export function alignedRows(
  journey: Pick<JourneyMap, 'stages' | 'lanes' | 'touchpoints'>,
  ids: ReadonlySet<string>,
  alignment: RowAlignment,
): readonly AlignedRows[] {
  const columns = stageColumns(journey.stages).byId;
  const sequence = inSequence(journey);
  return journey.lanes.flatMap(({ id: laneId, kind }): AlignedRows[] => {
    const cards = sequence.flatMap((touchpoint): InStage[] => {
      const column = columns.get(touchpoint.stageId);
      return touchpoint.laneId === laneId && column && !column.collapsed ? [{ touchpoint, column }] : [];
    });
    const chosen = cards.flatMap(({ touchpoint }) =>
      ids.has(touchpoint.id) && !touchpoint.locked ? [touchpoint] : [],
    );
    if (chosen.length === 0) return [];
    const lane = { cards, kind: cardKindOf(kind) ?? 'journey', compare: sequenceOrder(journey) };
    return [{ laneId, ...inLane(lane, chosen, alignment) }];
  });
}

function inLane(
  lane: LaneCards,
  chosen: readonly Touchpoint[],
  alignment: RowAlignment,
): Omit<AlignedRows, 'laneId'> {
  const now = drawnRows(lane, new Map());
  const wished = markOf(chosen, now, alignment);
  const ordered = chosen.toSorted((a, b) => rowOf(now, a.id) - rowOf(now, b.id));
  const step = alignment === 'down' ? stepOf(ordered, now) : 0;
  let best: { readonly cost: readonly number[]; readonly wishes: Rows } | null = null;
  for (let row = 0; row <= LAST_ROW; row += 1) {
    const wishes = new Map(ordered.map(({ id }, index) => [id, Math.min(LAST_ROW, row + index * step)]));
    const then = drawnRows(lane, wishes);
    const cost = [
      ordered.filter(({ id }) => rowOf(then, id) !== rowOf(wishes, id)).length,
      // Nobody wants others pushed down by it.
      lane.cards.filter(({ touchpoint: { id } }) => !wishes.has(id) && rowOf(then, id) > rowOf(now, id))
        .length,
      Math.abs(markOf(chosen, then, alignment) - wished),
      ordered.filter(({ id, row: stored }) => stored !== rowOf(wishes, id)).length,
    ];
    if (!best || isLess(cost, best.cost)) best = { cost, wishes };
  }
  const wishes = best?.wishes ?? now;
  return {
    row: Math.min(...ordered.map(({ id }) => rowOf(wishes, id))),
    rows: new Map([...wishes].filter(([id, row]) => ordered.find((card) => card.id === id)?.row !== row)),
    lower: best?.cost[0] ?? 0,
  };
}

/** The row an alignment goes by, of cards drawn so. */
function markOf(chosen: readonly Touchpoint[], drawn: Rows, alignment: RowAlignment): number {
  const rows = chosen.map(({ id }) => rowOf(drawn, id));
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  if (alignment === 'bottom') return last;
  return alignment === 'middle' ? Math.round((first + last) / 2) : first;
}

/** Rows from one card to the next when they are distributed; whole, so that each has its own. */
function stepOf(ordered: readonly Touchpoint[], drawn: Rows): number {
  const first = rowOf(drawn, ordered[0]?.id ?? '');
  const last = rowOf(drawn, ordered.at(-1)?.id ?? '');
  return Math.max(1, Math.round((last - first) / Math.max(1, ordered.length - 1)));
}

/** The rows the cards of a lane would be drawn in if these were stored. */
function drawnRows({ cards, kind, compare }: LaneCards, stored: Rows): Rows {
  const asStored = cards.map(({ touchpoint, column }) => ({
    touchpoint: { ...touchpoint, row: stored.get(touchpoint.id) ?? touchpoint.row },
    column,
  }));
  // At one time the upper row comes first.
  const inOrder = asStored.toSorted((a, b) => compare(a.touchpoint, b.touchpoint));
  return new Map(placeCards(inOrder, kind).cards.map(({ touchpoint, row }) => [touchpoint.id, row]));
}

function rowOf(rows: Rows, id: string): number {
  return rows.get(id) ?? 0;
}

/** Whether a is before b, by the first figure in which they differ. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}
