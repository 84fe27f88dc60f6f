/** The options that give the same scene in page, worker, server and command line. */
import type { JourneyMap } from '../model/journeyMap.ts';
import { sceneWordsFor } from '../words/scene.ts';
import type { LayoutOptions } from './layoutOptions.ts';

/** The words of a map in its own language; everything shown at full detail. */
export function layoutOptionsFor(journey: Pick<JourneyMap, 'map'>): LayoutOptions {
  return { words: sceneWordsFor(journey.map.language) };
}
