/**
 * Where the end labels of the curves stand at the right edge of the view: each as near to the height of its curve as
 * what must not be covered lets it: the ends of curves, their points and the values written beside them, and the other
 * labels. Lines are kept free where that costs little.
 *
 * First they are tried full at the edge; then lower ones, then further left, then as samples of their lines without the
 * names; the first way that covers nothing is taken, else the one that covers least. Where all do not fit below each
 * other they stand in two or three columns. Nothing when there is no room for that either.
 *
 * In and out: px of the view. For one way, rows are chosen for all labels at once, in the order of their curves: labels
 * times rows.
 */
import type { Box, Point } from '../layout/scene.ts';

export interface LabelWish {
  /** With its name, and its line's sample alone. */
  readonly width: number;
  readonly brief: number;
  /** Where its curve is at the edge. */
  readonly y: number;
}

export interface LabelRoom {
  /** Where labels end, at the right. */
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** What must not be covered. */
  readonly kept: readonly Box[];
  /** Points along each label's own curve, `lineStep` apart; in the order of the labels. */
  readonly lines: readonly (readonly Point[])[];
}

export interface LabelPlace {
  /** Its right edge, as far from that of the view. */
  readonly offset: number;
  /** Its middle. */
  readonly y: number;
}

export interface LabelPlaces {
  /** In the order of the labels. */
  readonly places: readonly LabelPlace[];
  readonly isTight: boolean;
  readonly isBrief: boolean;
  /** How many things are covered all the same. */
  readonly covered: number;
}

/** From one label to the next, and its height, px; the smaller can just be read. */
export const labelSizes = { roomy: { pitch: 21, height: 19 }, tight: { pitch: 14, height: 14 } } as const;
/** The labels reach no farther from the edge than this beside their own widths. */
export const mostOffset = 120;
export const lineStep = 8;

const offsetStep = 24;
const mostColumns = 3;
const columnGap = 4;
/** Air around what is kept free. */
const clearPx = 1;
/** Distances count squared, so that two at one height move apart alike; so many px away costs as much as it is px. */
const even = 20;
/** What a sample of somebody else's line under a label costs, in px that the label would move for it. */
const lineCost = 1.5;
const keptCost = 10_000;

interface Way {
  readonly size: (typeof labelSizes)[keyof typeof labelSizes];
  readonly isBrief: boolean;
  readonly offset: number;
}

export function placeEndLabels(labels: readonly LabelWish[], room: LabelRoom): LabelPlaces | null {
  if (labels.length === 0) return null;
  let best: LabelPlaces | null = null;
  for (const way of ways()) {
    const found = placeBy(way, labels, room);
    if (found && (!best || found.covered < best.covered)) best = found;
    if (best?.covered === 0) break;
  }
  return best;
}

function* ways(): Iterable<Way> {
  const { roomy, tight } = labelSizes;
  yield { size: roomy, isBrief: false, offset: 0 };
  yield { size: tight, isBrief: false, offset: 0 };
  for (let offset = offsetStep; offset <= mostOffset; offset += offsetStep)
    for (const size of [roomy, tight]) yield { size, isBrief: false, offset };
  for (let offset = 0; offset <= mostOffset; offset += offsetStep)
    yield { size: tight, isBrief: true, offset };
}

function placeBy(
  { size, isBrief, offset }: Way,
  labels: readonly LabelWish[],
  room: LabelRoom,
): LabelPlaces | null {
  const rows = Math.floor(room.bottom - room.top - size.height) + 1;
  if (rows < 1) return null;
  const columns = Math.ceil(labels.length / (Math.floor((rows - 1) / size.pitch) + 1));
  if (columns > (size === labelSizes.roomy ? 1 : mostColumns)) return null;
  const order = labels.map((_, index) => index).toSorted((a, b) => wishOf(labels, a) - wishOf(labels, b));
  const places: LabelPlace[] = [];
  let covered = 0;
  let from = offset;
  for (let column = 0; column < columns; column += 1) {
    const own = order.filter((_, at) => at % columns === column);
    const widths = own.map((index) => (isBrief ? labels[index]?.brief : labels[index]?.width) ?? 0);
    const costs = own.map((index, at) =>
      costsOf(wishOf(labels, index), index, { from, width: widths[at] ?? 0, height: size.height }, room),
    );
    const chosen = cheapestRows(costs, size.pitch);
    own.forEach((index, at) => {
      const row = chosen[at] ?? 0;
      covered += Math.floor((costs[at]?.[row] ?? 0) / keptCost);
      places[index] = { offset: from, y: room.top + size.height / 2 + row };
    });
    from += Math.max(0, ...widths) + columnGap;
  }
  return { places, isTight: size === labelSizes.tight, isBrief, covered };
}

function wishOf(labels: readonly LabelWish[], index: number): number {
  return labels[index]?.y ?? 0;
}

/** What each row, a px high, would cost a label, from the uppermost: how far it is from the wish, and what it covers there. */
function costsOf(
  wish: number,
  index: number,
  { from, width, height }: { readonly from: number; readonly width: number; readonly height: number },
  room: LabelRoom,
): Float64Array {
  const first = room.top + height / 2;
  const costs = new Float64Array(Math.floor(room.bottom - room.top - height) + 1);
  const right = room.right - from;
  const left = right - width;
  const add = (top: number, bottom: number, cost: number): void => {
    const low = Math.max(0, Math.ceil(top - height / 2 - first));
    const high = Math.min(costs.length - 1, Math.floor(bottom + height / 2 - first));
    for (let row = low; row <= high; row += 1) costs[row] = (costs[row] ?? 0) + cost;
  };
  for (let row = 0; row < costs.length; row += 1) costs[row] = (first + row - wish) ** 2 / even;
  for (const box of room.kept)
    if (box.x < right + clearPx && box.x + box.width > left - clearPx)
      add(box.y - clearPx, box.y + box.height + clearPx, keptCost);
  room.lines.forEach((line, other) => {
    if (other !== index) for (const { x, y } of line) if (x > left && x < right) add(y, y, lineCost);
  });
  return costs;
}

/** One row for each label, in their order and at least `pitch` rows apart, that cost least together. */
function cheapestRows(costs: readonly Float64Array[], pitch: number): readonly number[] {
  const rows = costs[0]?.length ?? 0;
  /** For each label and row: the best row at or above it, with what all labels up to this one cost then. */
  const chosen: Int32Array[] = [];
  let before: Float64Array | null = null;
  costs.forEach((own, label) => {
    const sums = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
    const choice = new Int32Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const above: number = before === null ? 0 : (before[row - pitch] ?? Number.POSITIVE_INFINITY);
      const sum = above + (own[row] ?? 0);
      const last = row > 0 ? (sums[row - 1] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
      const isBetter = sum < last || row === 0;
      sums[row] = isBetter ? sum : last;
      choice[row] = isBetter ? row : (choice[row - 1] ?? 0);
    }
    chosen[label] = choice;
    before = sums;
  });
  const found: number[] = [];
  let at = rows - 1;
  for (let label = costs.length - 1; label >= 0; label -= 1) {
    const row = chosen[label]?.[Math.max(0, at)] ?? 0;
    found[label] = row;
    at = row - pitch;
  }
  return found;
}
