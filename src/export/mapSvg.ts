/** A whole map as an SVG file: layout, sheet and writer in one step, the same for page, server and command line. */
import { layoutOptionsFor } from '../layout/defaultOptions.ts';
import { layoutMap } from '../layout/layoutMap.ts';
import { layoutSheet } from '../layout/sheet.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { Theme } from '../theme/colours.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { sheetWordsFor } from '../words/sheet.ts';
import { toSvg } from './svg.ts';

/** The sheet of a map as SVG; the same map, theme and stored pictures give the same bytes. */
export function drawSvg(
  journey: JourneyMap,
  theme: Theme,
  images: ReadonlyMap<string, string> = new Map(),
): string {
  const { language } = journey.map;
  const layout = layoutMap(journey, layoutOptionsFor(journey));
  const words = { words: sheetWordsFor(language), sceneWords: sceneWordsFor(language) };
  return toSvg(layoutSheet(journey, layout, words), { theme, images });
}
