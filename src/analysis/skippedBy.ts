/**
 * What is no part of one persona's journey: touchpoints they do not come across with their moments of truth and
 * readings, notes of other personas, and links with such an end. Empty for a persona that is not there: then it is everybody's journey.
 */
import { hangingOn } from './filterMap.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { meets } from '../model/sequence.ts';

/** Ids of what the persona does not meet. */
export function skippedBy(map: JourneyMap, personaId: string): ReadonlySet<string> {
  const out = new Set<string>();
  if (!map.personas.some(({ id }) => id === personaId)) return out;
  for (const touchpoint of map.touchpoints) if (!meets(touchpoint, personaId)) out.add(touchpoint.id);
  for (const { id, personaIds, touchpointIds } of map.insights) {
    const isOthers = personaIds.length > 0 && !personaIds.includes(personaId);
    const isSkipped = touchpointIds.length > 0 && touchpointIds.every((one) => out.has(one));
    if (isOthers || isSkipped) out.add(id);
  }
  for (const id of hangingOn(map, out)) out.add(id);
  return out;
}
