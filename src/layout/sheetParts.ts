/** What the parts of a sheet (title block, legend) are made from, and what each gives. */
import type { JourneyMap } from '../model/journeyMap.ts';
import type { SceneWords } from '../words/scene.ts';
import type { SheetWords } from '../words/sheet.ts';
import type { MapLayout } from './mapLayout.ts';
import type { Legend } from './overlays/figures.ts';
import type { Sign } from './overlays/markItems.ts';
import type { SceneItem } from './scene.ts';

/** In sheet units: the sheet's lettering before it is enlarged. (0, 0) is the part's upper left corner. */
export interface SheetPart {
  readonly items: readonly SceneItem[];
  readonly height: number;
}

export interface LegendSources {
  readonly map: JourneyMap;
  readonly layout: MapLayout;
  readonly words: SheetWords;
  readonly sceneWords: SceneWords;
  readonly overlay?: OverlayKey | null;
  /** The signs of checks that stand on it. */
  readonly checkSigns?: readonly Sign[];
}

/** What the legend says of the overlay that the layout has been drawn with. */
export interface OverlayKey {
  readonly heading: string;
  readonly legend: Legend;
}
