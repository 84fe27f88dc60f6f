/** The options that give the same scene in page, worker, server and command line. */
import type { JourneyMap } from '../model/journeyMap.ts';
import { sceneWordsFor } from '../words/scene.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import { measureText } from './measureText.ts';

/** Measure and words for a map, in its own language. */
export function layoutOptionsFor(journey: Pick<JourneyMap, 'map'>): LayoutOptions {
  return { measure: measureText, words: sceneWordsFor(journey.map.language) };
}
