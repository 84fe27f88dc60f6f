/**
 * What a planned route consists of, and how it meets cards and gutters: the words that the plans of links are
 * written in.
 */
import { freeColumn, type Gap } from './freeColumn.ts';
import type { CardBox } from './mapLayout.ts';
import type { Obstacles } from './obstacles.ts';
import { pin } from './sizes.ts';

/** One straight run. Its own coordinate is `at` (x of a vertical, y of a horizontal run), movable in [low, high]. */
export interface Run {
  readonly axis: 'vertical' | 'horizontal';
  readonly at: number;
  readonly low: number;
  readonly high: number;
  /** The gutter a horizontal run lies in; -1 beside cards and for vertical runs. */
  readonly gutter: number;
}

export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface RoutePlan {
  readonly leaves: Side;
  readonly enters: Side;
  readonly runs: readonly Run[];
}

/** A card with what stands above or below it and keeps links from its edge. */
export interface End {
  readonly card: CardBox;
  readonly band: number;
  /** Pins of moments on its upper edge. */
  readonly pins: number;
  /** Width of the return signs at the left of its lower edge. */
  readonly signs: number;
}

/** Runs keep this far from cards they pass. */
export const clearance = 7;
/** Ports keep this far from a card's corners. */
export const corner = 12;
/** Where a link enters a card from the side it comes from. */
export const nearSide = 48;
/** A vertical run stands this far beside a card it turns at. */
export const turn = 14;
/** One bend costs as much as this way. */
export const bendCost = 60;
/** A possible shape and what it costs by itself: its length and bends. */
export interface Candidate {
  readonly cost: number;
  readonly plan: RoutePlan;
}

export function right(card: CardBox): number {
  return card.x + card.width;
}

export function middleY(card: CardBox): number {
  return card.y + card.height / 2;
}

/** Where a vertical run may meet a card's upper or lower edge. */
export function portRange(end: End, side: 'top' | 'bottom'): Gap {
  const pins = side === 'top' && end.pins > 0 ? pin.x + (end.pins - 1) * pin.pitch + corner : 0;
  const signs = side === 'bottom' && end.signs > 0 ? end.signs + 6 : 0;
  const low = end.card.x + Math.min(Math.max(corner, pins, signs), end.card.width - corner);
  return { low, high: Math.max(low, right(end.card) - corner) };
}

/** Where a horizontal run may meet a card's left or right edge. */
export function sideRange(card: CardBox): Gap {
  const margin = Math.min(14, card.height / 3);
  return { low: card.y + margin, high: card.y + card.height - margin };
}

export function vertical(column: Gap & { readonly x: number }): Run {
  return { axis: 'vertical', at: column.x, low: column.low, high: column.high, gutter: -1 };
}

export function beside(at: number, range: Gap): Run {
  return { axis: 'horizontal', at, low: range.low, high: range.high, gutter: -1 };
}

/** Sides and crossed bands on the way from a card to a gutter. */
export function toGutter(
  end: End,
  gutter: number,
  obstacles: Obstacles,
): { side: 'top' | 'bottom'; first: number; last: number } {
  const after = obstacles.gutters[gutter]?.after ?? 0;
  return after > end.band
    ? { side: 'bottom', first: end.band + 1, last: after }
    : { side: 'top', first: after, last: end.band };
}

export function edgeY(card: CardBox, side: 'top' | 'bottom'): number {
  return side === 'top' ? card.y : card.y + card.height;
}

/** The vertical run from a card's edge to a gutter, near the side where the other card lies. */
export function columnToGutter(
  end: End,
  other: CardBox,
  gutter: number,
  obstacles: Obstacles,
): (Gap & { readonly x: number; readonly side: 'top' | 'bottom' }) | null {
  const { side, first, last } = toGutter(end, gutter, obstacles);
  const port = portRange(end, side);
  const wished = nearestPort(end.card, other);
  const column = freeColumn(obstacles, first, last, port.low, port.high, wished, clearance);
  return column && { ...column, side };
}

/** Where a link meets a card when it comes from another: 48 from the near corner, or the middle when over it. */
export function nearestPort(card: CardBox, other: CardBox): number {
  const middle = other.x + other.width / 2;
  if (middle > right(card)) return right(card) - nearSide;
  if (middle < card.x) return card.x + nearSide;
  return middle < card.x + card.width / 2 ? card.x + nearSide : right(card) - nearSide;
}

export function along(gutter: number, obstacles: Obstacles): Run {
  const place = obstacles.gutters[gutter];
  const at = place?.middle ?? 0;
  return { axis: 'horizontal', at, low: place?.top ?? at, high: place?.bottom ?? at, gutter };
}
