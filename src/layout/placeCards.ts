/**
 * Where the cards of one lane lie: x from stage and `t`, kept wholly inside the grid and off folded stages; the stored row, or the
 * next free one below when cards would overlap. Nothing of this is stored. Positions are relative to the lane.
 *
 * Cards come in the model's sequence, so x never falls from one card to the next and the right edge of each
 * row is all there is to remember: linear in cards times rows.
 */
import type { Touchpoint } from '../model/journeyMap.ts';
import type { StageColumn } from './mapLayout.ts';
import { sharedNumber } from './sharedNumber.ts';
import { cardMeasures, foldedMark, grid, type CardKind } from './sizes.ts';

export interface PlacedCard {
  readonly touchpoint: Touchpoint;
  readonly column: StageColumn;
  readonly x: number;
  /** From the top of the lane. */
  readonly y: number;
  readonly row: number;
}

export interface PlacedRows {
  readonly cards: readonly PlacedCard[];
  readonly rows: number;
  /** What the lane needs at least. */
  readonly height: number;
}

/** A touchpoint whose stage was found. */
export interface InStage {
  readonly touchpoint: Touchpoint;
  readonly column: StageColumn;
}

/** Middle of a card that would lie at t in a stage, inside the grid and off the folded stages beside it. */
export function cardCentre(column: StageColumn, t: number, kind: CardKind): number {
  const middle = column.x + clamp(t, 0, 1) * column.width;
  if (column.collapsed) return sharedNumber(middle);
  const half = cardMeasures(kind).width / 2;
  const least = column.from + grid.margin + half;
  return sharedNumber(clamp(middle, least, Math.max(least, column.to - grid.margin - half)));
}

/** The y of a row of cards from the top of its lane. */
export function rowTop(kind: CardKind, row: number): number {
  const size = cardMeasures(kind);
  return size.padding + row * (size.height + size.rowGap);
}

/** Height a lane needs for a number of rows. */
export function rowsHeight(kind: CardKind, rows: number): number {
  const size = cardMeasures(kind);
  return rows === 0 ? 2 * size.padding : rowTop(kind, rows - 1) + size.height + size.padding;
}

/** Places the cards of one lane; `inSequence` without those of folded stages. */
export function placeCards(inSequence: readonly InStage[], kind: CardKind): PlacedRows {
  const size = cardMeasures(kind);
  const rightEdges: number[] = [];
  const cards = inSequence.map(({ touchpoint, column }): PlacedCard => {
    const x = sharedNumber(cardCentre(column, touchpoint.t, kind) - size.width / 2);
    let row = Math.max(0, Math.floor(touchpoint.row));
    while ((rightEdges[row] ?? Number.NEGATIVE_INFINITY) + size.sideGap > x) row += 1;
    rightEdges[row] = x + size.width;
    return { touchpoint, column, x, y: rowTop(kind, row), row };
  });
  return { cards, rows: rightEdges.length, height: rowsHeight(kind, rightEdges.length) };
}

/** Left edges and width of the small marks that stand for folded cards, beside each other between two bounds. */
export function placeMarks(
  centres: readonly number[],
  left: number,
  right: number,
  width: number,
): { readonly xs: readonly number[]; readonly width: number } {
  const room = Math.max(0, right - left);
  const count = centres.length;
  if (count === 0) return { xs: [], width };
  const pitch = Math.min(width + foldedMark.gap, room / count);
  const drawn = Math.max(pitch * 0.5, pitch - foldedMark.gap);
  const xs: number[] = [];
  let free = left;
  centres.forEach((centre, index) => {
    const latest = right - (count - index) * pitch;
    const x = Math.max(free, Math.min(centre - drawn / 2, latest));
    xs.push(x);
    free = x + pitch;
  });
  return { xs, width: drawn };
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
}
