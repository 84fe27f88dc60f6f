/**
 * The measures of the printed map in map units (look, sections 4, 5 and 8): one place for every number
 * that more than one drawing needs.
 */
import type { LaneKind } from '../model/journeyMap.ts';
import { isJourneyLane, laneHolds } from '../model/laneKinds.ts';
import type { Detail } from './scene.ts';

export const grid = {
  /** Cards keep this far from the grid's left and right edge. */
  margin: 8,
  /** A folded stage. */
  foldedStage: 36,
  /** A folded lane. */
  foldedLane: 28,
  /** Narrower grids could not hold one card. */
  leastWidth: 224,
  /** Open stages beside a folded one take so much at least: the widest question between two margins. */
  leastStretch: 280,
} as const;

/** Touchpoint cards of journey lanes. */
export const journeyCard = { width: 208, height: 100, padding: 22, rowGap: 34, sideGap: 24 } as const;
/** Cards of evidence, frontstage, backstage and support lanes. */
export const deliveryCard = { width: 184, height: 46, padding: 14, rowGap: 14, sideGap: 24 } as const;

export type CardKind = 'journey' | 'delivery';
export type CardMeasures = typeof journeyCard | typeof deliveryCard;

/** The kind of card a lane holds; null when it holds no touchpoints. */
export function cardKindOf(kind: LaneKind): CardKind | null {
  if (laneHolds(kind) !== 'touchpoints') return null;
  return isJourneyLane(kind) ? 'journey' : 'delivery';
}

/** The measures of a kind of card. */
export function cardMeasures(kind: CardKind): CardMeasures {
  return kind === 'journey' ? journeyCard : deliveryCard;
}

/** Marks of the cards in a folded lane, or in a folded stage, where they leave room for the name beside them. */
export const foldedMark = { width: 40, height: 8, gap: 3, narrow: 11, left: 4 } as const;

/** Pin of a moment of truth: its tip stands `sink` below the card's top edge at `x`. */
export const pin = { height: 26, radius: 9, x: 18, sink: 5, pitch: 26 } as const;

export const emotionLane = { least: 206, most: 1200, clear: 26, waterEvery: 5 } as const;

export const cell = { padding: 12, gap: 14, side: 8, least: 220, most: 264, between: 16 } as const;

/** Free elements keep this far from the grid. */
export const besideGap = 48;

/** Rules are drawn this much heavier where they are seen from farther away, so that they stay on the screen. */
export const ruleScale: Readonly<Record<Detail, number>> = { full: 1, titles: 1.6, blocks: 4 };
