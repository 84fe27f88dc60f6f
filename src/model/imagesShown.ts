/** Which stored pictures a map shows, by content hash: what a file of it needs beside the map itself. */
import type { JourneyMap } from './journeyMap.ts';

/** Hashes of the pictures beside the map, of portraits and of the logo, each once. */
export function imagesShown({
  map,
  elements,
  personas,
}: Pick<JourneyMap, 'map' | 'elements' | 'personas'>): ReadonlySet<string> {
  return new Set([
    ...elements.flatMap(({ kind, image }) => (kind === 'image' && image !== null ? [image] : [])),
    ...personas.flatMap(({ portrait }) => portrait ?? []),
    ...(map.logo ? [map.logo.image] : []),
  ]);
}
