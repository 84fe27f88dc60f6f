/**
 * What is laid over a map that has been laid out: it changes how things are drawn, never where they are. The code
 * that makes overlays (src/layout/overlays) is fetched when one is switched on; a layout only knows this much of it.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import type { MapLayout } from './mapLayout.ts';
import type { Detail, SceneItem } from './scene.ts';

/** Drawn in place of the emotion at the left of a card; from afar it fills the whole card. */
export type CardBlock = (width: number, height: number, detail: Detail) => readonly SceneItem[];

export interface Overlay {
  /** A layout with the overlay on it: it keeps all but some drawings, and remembers the map's own (`MapLayout.plain`). */
  over(layout: MapLayout, journey: JourneyMap, options: Pick<LayoutOptions, 'words' | 'lead'>): MapLayout;
  /** What it says of a card, to those who do not see it; empty: nothing. */
  spoken(id: string, language: 'en' | 'zh'): string;
}
