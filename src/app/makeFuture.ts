/**
 * "Make a future state of this map": a new map whose touchpoints name those of this one. It opens at once under a title that
 * says what it is, and knows which map it comes from. Either way it is said what came of it.
 */
import { futureState } from '../model/futureState.ts';
import { makeFromMap } from '../panels/home/makeMap.ts';
import type { MapSession } from '../state/mapSession.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { futureWords, titleOfFuture } from '../words/futureWords.ts';
import { createTokenOf } from './createToken.ts';
import { openMade } from './startFrom.ts';

/** What to tell: which map is being opened, or why there is none. */
export async function makeFuture(
  { mapId, projection }: Pick<MapSession, 'mapId' | 'projection'>,
  storage: Storage,
  language: InterfaceLanguage,
): Promise<string> {
  const { journey } = projection.getState();
  const now = new Date().toISOString();
  const future = futureState(journey, {
    id: journey.map.id,
    title: titleOfFuture(journey.map),
    baseMapId: mapId,
    now,
  });
  const workshop = { storage, createToken: createTokenOf(storage), now: Date.now };
  const why = openMade(await makeFromMap(workshop, future), language);
  return why ?? futureWords[language].made(journey.map.title);
}
