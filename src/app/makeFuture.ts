/**
 * "Make a future state of this map": a new map whose touchpoints name those of this one. It opens at once and knows which
 * map it comes from; what kept it from being made is said.
 */
import { futureState } from '../model/futureState.ts';
import { makeFromMap } from '../panels/home/makeMap.ts';
import type { MapSession } from '../state/mapSession.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { problemWords } from '../words/problems.ts';
import { createTokenOf } from './createToken.ts';
import { goTo } from './navigation.ts';
import { mapAddress } from './route.ts';

/** Null when it was made and is being opened; else what to tell. */
export async function makeFuture(
  { mapId, projection }: Pick<MapSession, 'mapId' | 'projection'>,
  storage: Storage,
  language: InterfaceLanguage,
): Promise<string | null> {
  const { journey } = projection.getState();
  const now = new Date().toISOString();
  const future = futureState(journey, { id: journey.map.id, baseMapId: mapId, now });
  const workshop = { storage, createToken: createTokenOf(storage), now: Date.now };
  const made = await makeFromMap(workshop, future);
  if (!made.ok) {
    const { title, happened } = problemWords[language][made.problem.problem];
    return `${title}. ${happened}`;
  }
  goTo(mapAddress(made.id, made.token));
  return null;
}
