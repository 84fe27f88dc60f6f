/**
 * What links must go around, ordered for fast questions: bands (one row of cards, or a lane of cells) from
 * top to bottom, and between the rows of cards the gutters where links may run along.
 *
 * A gutter is free of cards over its whole width; a vertical run crosses bands and must find a gap in each.
 */
import type { CardBox, CellBox, LaneRow } from './mapLayout.ts';
import { isAlike, sameInputs } from './same.ts';
import { cardMeasures } from './sizes.ts';

export interface Band {
  readonly top: number;
  readonly bottom: number;
  /** Left and right edges of what lies in it, apart from each other, left to right. */
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  /** Gutters beside a row of cards; -1 for a band of cells. */
  readonly above: number;
  readonly below: number;
}

export interface Gutter {
  readonly top: number;
  readonly bottom: number;
  /** Where the first run lies. */
  readonly middle: number;
  /** How many bands lie above it. */
  readonly after: number;
  /** Whether cards lie at its upper and lower edge; else a lane's rule is near. */
  readonly underCards: boolean;
  readonly overCards: boolean;
}

export interface Obstacles {
  readonly bands: readonly Band[];
  readonly gutters: readonly Gutter[];
  readonly width: number;
  readonly lanes: readonly LaneBands[];
}

const lanesOf = new WeakMap<Obstacles, ReadonlyMap<string, LaneBands>>();

/** The band a card lies in. */
export function bandOf({ laneId, drawnRow }: CardBox, obstacles: Obstacles): number | undefined {
  let lanes = lanesOf.get(obstacles);
  if (!lanes) {
    lanes = new Map(obstacles.lanes.map((lane) => [lane.source.lane.id, lane]));
    lanesOf.set(obstacles, lanes);
  }
  const lane = lanes.get(laneId);
  const row = lane?.rows.indexOf(drawnRow) ?? -1;
  return lane && row >= 0 ? lane.firstBand + row : undefined;
}

/** The bands and gutters of one lane, and what they were made from. */
interface LaneBands {
  readonly source: LaneObstacles;
  readonly firstBand: number;
  readonly firstGutter: number;
  /** The rows of cards that there are, from the top: one band each. */
  readonly rows: readonly number[];
  readonly bands: readonly Band[];
  readonly gutters: readonly Gutter[];
}

/** Runs keep this far from lane rules. */
const ruleClearance = 4;
/** A tall empty lane does not draw links far away from its cards. */
const deepestGutter = 60;

/** What one lane puts in the way, relative to nothing: in map units. */
export interface LaneObstacles {
  readonly lane: LaneRow;
  readonly cards: readonly CardBox[];
  readonly cells: readonly CellBox[];
}

/** Bands and gutters of all lanes, top to bottom; those of an unchanged lane at the same place are the former ones. */
export function obstaclesOf(lanes: readonly LaneObstacles[], width: number, previous?: Obstacles): Obstacles {
  const bands: Band[] = [];
  const gutters: Gutter[] = [];
  const former = new Map(previous?.lanes.map((entry) => [entry.source.lane.id, entry]));
  const kept = lanes.map((source): LaneBands => {
    const known = former.get(source.lane.id);
    const entry =
      known && isSame(known, source, bands.length, gutters.length)
        ? known
        : laneBands(source, bands.length, gutters.length, known);
    bands.push(...entry.bands);
    gutters.push(...entry.gutters);
    return entry;
  });
  if (previous?.width === width && sameInputs(previous.lanes, kept)) return previous;
  return { bands, gutters, width, lanes: kept };
}

function isSame(
  known: LaneBands,
  { lane, cards, cells }: LaneObstacles,
  firstBand: number,
  firstGutter: number,
): boolean {
  const { source } = known;
  return (
    known.firstBand === firstBand &&
    known.firstGutter === firstGutter &&
    source.lane === lane &&
    sameInputs(source.cards, cards) &&
    sameInputs(source.cells, cells)
  );
}

function laneBands(
  source: LaneObstacles,
  firstBand: number,
  firstGutter: number,
  known: LaneBands | undefined,
): LaneBands {
  const { lane, cards, cells } = source;
  const bands: Band[] = [];
  const gutters: Gutter[] = [];
  const rows = Map.groupBy(cards, (card) => card.drawnRow);
  const inOrder = [...rows.keys()].toSorted((a, b) => a - b);
  const sorted = inOrder.map((row) => rows.get(row) ?? []);
  if (cards.length > 0) addCardRows(lane, sorted, bands, gutters, firstBand, firstGutter);
  else if (cells.length > 0) bands.push(cellBand(cells));
  return {
    source,
    firstBand,
    firstGutter,
    rows: inOrder,
    bands: keepEach(known?.bands, bands),
    gutters: keepEach(known?.gutters, gutters),
  };
}

/** The former of each where it is the same. */
function keepEach<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return now.map((one, index) => {
    const known = before?.[index];
    return known && isAlike(known, one) ? known : one;
  });
}

function addCardRows(
  lane: LaneRow,
  rows: readonly (readonly CardBox[])[],
  bands: Band[],
  gutters: Gutter[],
  firstBand: number,
  firstGutter: number,
): void {
  const first = rows[0]?.[0];
  if (!first) return;
  const size = cardMeasures(first.kind);
  let top = lane.y + ruleClearance;
  let underCards = false;
  for (const row of rows) {
    const head = row[0];
    if (!head) continue;
    const sorted = row.toSorted((a, b) => a.x - b.x);
    const middle =
      underCards && head.y - top < 2 * deepestGutter ? (top + head.y) / 2 : head.y - size.padding / 2;
    gutters.push(
      gutter(
        Math.max(top, head.y - deepestGutter),
        head.y,
        Math.max(top, middle),
        firstBand + bands.length,
        underCards,
        true,
      ),
    );
    bands.push({
      top: head.y,
      bottom: head.y + size.height,
      lefts: sorted.map((card) => card.x),
      rights: sorted.map((card) => card.x + card.width),
      above: firstGutter + gutters.length - 1,
      below: firstGutter + gutters.length,
    });
    top = head.y + size.height;
    underCards = true;
  }
  const bottom = lane.y + lane.height - ruleClearance;
  gutters.push(
    gutter(
      top,
      Math.min(bottom, top + deepestGutter),
      Math.min(bottom, top + size.padding / 2),
      firstBand + bands.length,
      true,
      false,
    ),
  );
}

function gutter(
  top: number,
  bottom: number,
  middle: number,
  after: number,
  underCards: boolean,
  overCards: boolean,
): Gutter {
  return { top, bottom: Math.max(top, bottom), middle, after, underCards, overCards };
}

function cellBand(cells: readonly CellBox[]): Band {
  const sorted = cells.toSorted((a, b) => a.x - b.x);
  const lefts: number[] = [];
  const rights: number[] = [];
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of sorted) {
    top = Math.min(top, box.y);
    bottom = Math.max(bottom, box.y + box.height);
    const last = rights.length - 1;
    const reached = rights[last];
    if (reached !== undefined && box.x <= reached) rights[last] = Math.max(reached, box.x + box.width);
    else {
      lefts.push(box.x);
      rights.push(box.x + box.width);
    }
  }
  return { top, bottom, lefts, rights, above: -1, below: -1 };
}
