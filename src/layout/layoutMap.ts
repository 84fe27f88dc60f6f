/**
 * The layout of a map, by the quick way where only words changed since the former one (layoutWords.ts); layOut.ts says what
 * comes in and out.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { layOutSteps } from './layOut.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import { layoutWords } from './layoutWords.ts';
import type { MapLayout } from './mapLayout.ts';
import { allAtOnce, type Steps } from './steps.ts';

/** The layout of a map. Give the former layout of the same map to have only what changed done again. */
export function layoutMap(journey: JourneyMap, options: LayoutOptions, previous?: MapLayout): MapLayout {
  return allAtOnce(layoutSteps(journey, options, previous));
}

/** The same step by step, for large changes of a map that somebody works on; other layouts may be made in between. */
export function* layoutSteps(
  journey: JourneyMap,
  options: LayoutOptions,
  previous?: MapLayout,
): Steps<MapLayout> {
  return (
    (previous && layoutWords(journey, options, previous)) ?? (yield* layOutSteps(journey, options, previous))
  );
}
