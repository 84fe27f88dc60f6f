/** What came in as a map of its own: rows get a title and, where they are rated, a lane for the curve. */
import type { JourneyMap } from '../model/journeyMap.ts';
import { defaultsOf } from '../model/schema.ts';

export interface NewMapFacts {
  readonly title: string;
  readonly language: JourneyMap['map']['language'];
  /** ISO time in UTC. */
  readonly now: string;
  readonly newId: () => string;
}

export function asNewMap(added: JourneyMap, { title, language, now, newId }: NewMapFacts): JourneyMap {
  return { ...added, map: { ...added.map, id: newId(), title, language, createdAt: now, updatedAt: now } };
}

/** With a lane for the curve, when something is rated and there is none. */
export function withCurve(added: JourneyMap, name: string, newId: () => string): JourneyMap {
  const isWanted =
    added.touchpoints.some(({ emotion }) => emotion !== null) &&
    added.lanes.every(({ kind }) => kind !== 'emotion');
  if (!isWanted) return added;
  return {
    ...added,
    lanes: [...added.lanes, { ...defaultsOf('lanes'), id: newId(), kind: 'emotion', name }],
  };
}
