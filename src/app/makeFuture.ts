/**
 * "Make a future state of this map": a new map whose touchpoints name those of this one. It opens at once under a title that
 * says what it is, and knows which map it comes from. Either way it is said what came of it.
 */
import { cutText } from '../model/cutText.ts';
import { futureState } from '../model/futureState.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { makeFromMap } from '../panels/home/makeMap.ts';
import type { MapSession } from '../state/mapSession.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { futureWords } from '../words/mapStates.ts';
import { problemWords } from '../words/problems.ts';
import { createTokenOf } from './createToken.ts';
import { goTo } from './navigation.ts';
import { mapAddress } from './route.ts';

/** Longest title of a map, in UTF-16 units (model). */
const longestTitle = 120;

export interface FutureMade {
  readonly made: boolean;
  /** What to tell: which map is open now, or why there is none. */
  readonly text: string;
}

/** The title in the language of the map's content; the suffix stays whole. */
export function titleOfFuture({ title, language }: Pick<JourneyMap['map'], 'title' | 'language'>): string {
  const { suffix } = futureWords[language === 'en' ? 'en' : 'zh'];
  return title.endsWith(suffix) ? title : `${cutText(title, longestTitle - suffix.length)}${suffix}`;
}

/** Made and being opened, or not made. */
export async function makeFuture(
  { mapId, projection }: Pick<MapSession, 'mapId' | 'projection'>,
  storage: Storage,
  language: InterfaceLanguage,
): Promise<FutureMade> {
  const { journey } = projection.getState();
  const now = new Date().toISOString();
  const future = futureState(journey, {
    id: journey.map.id,
    title: titleOfFuture(journey.map),
    baseMapId: mapId,
    now,
  });
  const workshop = { storage, createToken: createTokenOf(storage), now: Date.now };
  const made = await makeFromMap(workshop, future);
  if (!made.ok) {
    const { title, happened } = problemWords[language][made.problem.problem];
    return { made: false, text: `${title}. ${happened}` };
  }
  goTo(mapAddress(made.id, made.token));
  return { made: true, text: futureWords[language].made(journey.map.title) };
}
