/**
 * A copy of a map under new ids: what opening a template, importing a file or copying a map needs, so that two maps
 * never share an id. Ids are passed in (`newId`), as the model knows no randomness.
 */
import type { JourneyMap, Snapshot } from './journeyMap.ts';
import { parseMap } from './parseMap.ts';
import { rewriteIds } from './rewriteIds.ts';
import { writeMap } from './writeMap.ts';

/**
 * The map with every id new and every reference following. Snapshots get the same new ids for what they share with
 * the map, so that they can still be compared with it.
 */
export function withFreshIds(map: JourneyMap, newId: () => string): JourneyMap {
  const newIds = new Map<string, string>();
  const fresh = (id: string): string => {
    const id2 = newIds.get(id) ?? newId();
    newIds.set(id, id2);
    return id2;
  };
  const change = { own: fresh, reference: fresh };
  const renamed = rewriteIds(map, change);
  if (renamed.snapshots.length === 0) return renamed;
  const snapshots = renamed.snapshots.map((snapshot): Snapshot => {
    if (snapshot.doc === null) return snapshot;
    const parsed = parseMap(snapshot.doc);
    return { ...snapshot, doc: parsed.ok ? writeMap(rewriteIds(parsed.map, change)) : null };
  });
  return { ...renamed, snapshots };
}

/** A new map from a template: fresh ids, title kept, no comments, votes or snapshots. `now` is an ISO time in UTC. */
export function fromTemplate(template: JourneyMap, newId: () => string, now: string): JourneyMap {
  const fresh = withFreshIds({ ...template, comments: [], votes: [], snapshots: [] }, newId);
  return { ...fresh, map: { ...fresh.map, createdAt: now, updatedAt: now } };
}
