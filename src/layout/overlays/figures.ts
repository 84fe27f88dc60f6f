/**
 * What an overlay comes to on one map: a block for each card it says something about, what lies under links and cards,
 * and what its legend tells. The kinds of overlays (pain.ts, losses.ts …) make these; laying them over a layout is the
 * business of makeOverlay.ts.
 *
 * Blocks hold signs and figures, no words, so that they are the same in every language.
 */
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { OverlayWords } from '../../words/overlays.ts';
import type { MapLayout } from '../mapLayout.ts';
import type { CardBlock } from '../overlay.ts';
import type { SceneGroup, SceneItem } from '../scene.ts';

export interface Block {
  /** All that the drawing depends on: equal keys, equal drawings. */
  readonly key: string;
  readonly draw: CardBlock;
  /** To those who do not see it; empty: nothing. */
  readonly says: (words: OverlayWords) => string;
}

/** A sign of the legend with what it means. */
export interface LegendKey {
  /** In a box of 36 × 34. */
  readonly sample: readonly SceneItem[];
  readonly name: string;
  readonly note: string;
}

export interface Legend {
  readonly keys: readonly LegendKey[];
  /** How to read what has no sign of its own; empty when the signs say it all. */
  readonly note: string;
  /** How much it rests on: "24 of 24 rated". */
  readonly rests: string;
}

export interface Figures {
  /** By touchpoint. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** Cards without a block of their own: an empty one, or drawn as what a filter leaves out. */
  readonly others: 'empty' | 'quiet';
  /** Drawn under links and cards. */
  readonly under?: (layout: MapLayout, journey: JourneyMap) => readonly SceneGroup[];
  readonly legend: (words: OverlayWords) => Legend;
}
