/**
 * Tidying cards: new times and rows under which no two cards of a lane overlap, spread evenly over their stages. Pure.
 *
 * The order of the journey is the map's meaning, so it is kept: what was later is later, what was at one time is at one
 * time, over all lanes. Only when the whole map is tidied do neighbours in time of different lanes come to stand below
 * each other, and only where that changes neither the order nor what the emotion curve is made of.
 *
 * In: the map, the lanes to tidy (null: all). Out: the places that change; locked cards stay. Twice is once.
 */
import type { JourneyMap, Place, Touchpoint } from '../model/journeyMap.ts';
import { isJourneyLane } from '../model/laneKinds.ts';
import { LAST_ROW } from '../model/limits.ts';
import { inSequence } from '../model/sequence.ts';
import { cardCentre } from './placeCards.ts';
import { cardKindOf, cardMeasures, journeyCard } from './sizes.ts';
import { stageColumns } from './stageColumns.ts';

type Grid = Pick<JourneyMap, 'stages' | 'lanes' | 'touchpoints'>;

/** Cards that are at one time. Times are whole hundredths here. */
interface Slot {
  readonly at: number;
  readonly cards: readonly Touchpoint[];
  readonly isFixed: boolean;
}

/** New places of touchpoints, by id; only of those that change. */
export function tidyPlaces(journey: Grid, laneIds: ReadonlySet<string> | null): ReadonlyMap<string, Place> {
  const times = tidyTimes(journey, laneIds);
  const rows = tidyRows(journey, laneIds, times);
  const places = new Map<string, Place>();
  for (const touchpoint of journey.touchpoints) {
    const t = times.get(touchpoint.id) ?? touchpoint.t;
    const row = rows.get(touchpoint.id) ?? touchpoint.row;
    if (t !== touchpoint.t || row !== touchpoint.row)
      places.set(touchpoint.id, { stageId: touchpoint.stageId, laneId: touchpoint.laneId, t, row });
  }
  return places;
}

function tidyTimes(journey: Grid, laneIds: ReadonlySet<string> | null): ReadonlyMap<string, number> {
  const laneIndex = new Map(journey.lanes.map(({ id }, index) => [id, index]));
  const journeyLanes = new Set(journey.lanes.filter(({ kind }) => isJourneyLane(kind)).map(({ id }) => id));
  const widths = new Map(journey.stages.map(({ id, width }) => [id, width]));
  const byStage = new Map<string, Touchpoint[]>();
  for (const touchpoint of inSequence(journey)) {
    const own = byStage.get(touchpoint.stageId);
    if (own) own.push(touchpoint);
    else byStage.set(touchpoint.stageId, [touchpoint]);
  }
  const isFixed = ({ locked, laneId }: Touchpoint): boolean =>
    locked || (laneIds !== null && !laneIds.has(laneId));

  const times = new Map<string, number>();
  for (const [stageId, cards] of byStage) {
    // Half a card: nearer ones are seen as one above the other.
    const near = (100 * (journeyCard.width / 2)) / Math.max(1, widths.get(stageId) ?? 1);
    const mayJoin = (slot: Slot, next: Slot): boolean =>
      laneIds === null && next.at - slot.at < near && keepsMeaning(slot, next, laneIndex, journeyLanes);
    let slots = slotsOf(cards, isFixed);
    // Spreading brings others near each other; each round there are fewer, so it ends.
    for (;;) {
      const joined = joinSlots(slots, mayJoin);
      const spread = spreadSlots(joined);
      const isSettled =
        joined.length === slots.length && spread.every((slot, index) => slot.at === slots[index]?.at);
      slots = spread;
      if (isSettled) break;
    }
    for (const { at, cards: together } of slots) for (const { id } of together) times.set(id, at / 100);
  }
  return times;
}

function slotsOf(cards: readonly Touchpoint[], isFixed: (card: Touchpoint) => boolean): readonly Slot[] {
  const byTime = new Map<number, Touchpoint[]>();
  for (const card of cards) {
    const at = Math.round(card.t * 100);
    const own = byTime.get(at);
    if (own) own.push(card);
    else byTime.set(at, [card]);
  }
  return [...byTime].map(([at, together]) => ({ at, cards: together, isFixed: together.some(isFixed) }));
}

/** At one time the order is that of the lanes: the later cards must lie in lower lanes, and one curve point stays one. */
function keepsMeaning(
  slot: Slot,
  next: Slot,
  laneIndex: ReadonlyMap<string, number>,
  journeyLanes: ReadonlySet<string>,
): boolean {
  if (slot.isFixed || next.isFixed) return false;
  const lanesOf = ({ cards }: Slot): readonly number[] =>
    cards.map(({ laneId }) => laneIndex.get(laneId) ?? 0);
  if (Math.max(...lanesOf(slot)) >= Math.min(...lanesOf(next))) return false;
  const isJourney = ({ cards }: Slot): boolean => cards.some(({ laneId }) => journeyLanes.has(laneId));
  return !isJourney(slot) || !isJourney(next);
}

function joinSlots(slots: readonly Slot[], mayJoin: (slot: Slot, next: Slot) => boolean): readonly Slot[] {
  const joined: Slot[] = [];
  for (const next of slots) {
    const last = joined.at(-1);
    if (last && mayJoin(last, next))
      joined[joined.length - 1] = { ...last, cards: [...last.cards, ...next.cards] };
    else joined.push(next);
  }
  return joined;
}

/** Free slots at even distances over the stage, kept between the fixed ones they lie between. */
function spreadSlots(slots: readonly Slot[]): readonly Slot[] {
  const free = slots.filter(({ isFixed }) => !isFixed).length;
  const step = Math.max(1, Math.floor(100 / Math.max(1, free)));
  const start = Math.max(0, Math.round((100 - step * (free - 1)) / 2));
  const latest: number[] = [];
  for (let index = slots.length - 1, most = 101; index >= 0; index -= 1) {
    const slot = slots[index];
    most = slot?.isFixed ? slot.at : most - 1;
    latest[index] = most;
  }
  let before = -1;
  let count = 0;
  return slots.map((slot, index) => {
    const wish = slot.isFixed ? slot.at : start + step * count++;
    before = Math.min(Math.max(wish, before + 1), latest[index] ?? 100);
    return before === slot.at ? slot : { ...slot, at: before };
  });
}

/** The lowest row in which each card meets neither an earlier nor a locked one; a locked card keeps its row. */
function tidyRows(
  journey: Grid,
  laneIds: ReadonlySet<string> | null,
  times: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  // As drawn with every stage open: what is folded is tidy as well.
  const columns = stageColumns(journey.stages.map((stage) => ({ ...stage, collapsed: false })));
  const kinds = new Map(journey.lanes.map(({ id, kind }) => [id, cardKindOf(kind)]));
  const moved = journey.touchpoints.map((touchpoint) => ({
    ...touchpoint,
    t: times.get(touchpoint.id) ?? touchpoint.t,
  }));
  const lanes = new Map<string, Span[]>();
  for (const touchpoint of inSequence({ ...journey, touchpoints: moved })) {
    const { id, laneId, stageId, t, row, locked } = touchpoint;
    const kind = kinds.get(laneId);
    const column = columns.byId.get(stageId);
    if (!kind || !column || (laneIds !== null && !laneIds.has(laneId))) continue;
    const { width, sideGap } = cardMeasures(kind);
    const from = cardCentre(column, t, kind) - width / 2;
    const span = { id, from, to: from + width + sideGap, row: locked ? row : null };
    const own = lanes.get(laneId);
    if (own) own.push(span);
    else lanes.set(laneId, [span]);
  }
  const rows = new Map<string, number>();
  for (const spans of lanes.values()) {
    const held = spans.filter((span) => span.row !== null);
    const ends: number[] = [];
    for (const { id, from, to, row: own } of spans) {
      if (own !== null) continue;
      const isTaken = (row: number): boolean =>
        (ends[row] ?? Number.NEGATIVE_INFINITY) > from ||
        held.some((other) => other.row === row && other.from < to && from < other.to);
      let row = 0;
      while (isTaken(row)) row += 1;
      ends[row] = to;
      rows.set(id, Math.min(LAST_ROW, row));
    }
  }
  return rows;
}

/** What a card takes of its lane from left to right, with the gap after it; the row of a locked one. */
interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly row: number | null;
}
