/**
 * Part of repair: ids are unique over a whole file, but a live document keeps each collection by itself and lists of
 * messages, topics and jobs as they come, so an id may stand twice. The first in the order of a file keeps it; the
 * others get a number, and references of their kind follow where they cannot mean the first.
 */
import type { IdSpace } from './fieldSpec.ts';
import type { JourneyMap } from './journeyMap.ts';
import { rewriteIds } from './rewriteIds.ts';
import { collectionNames } from './schema.ts';

/** Every id of the map, in no order. */
export function allIds(map: JourneyMap): ReadonlySet<string> {
  const ids = new Set<string>();
  forEachId(map, (id) => ids.add(id));
  return ids;
}

export function makeIdsUnique(map: JourneyMap): JourneyMap {
  let count = 0;
  const ids = new Set<string>();
  forEachId(map, (id) => {
    count++;
    ids.add(id);
  });
  return count === ids.size ? map : rename(map, ids);
}

function forEachId(map: JourneyMap, visit: (id: string) => void): void {
  visit(map.map.id);
  for (const message of map.brand?.messages ?? []) visit(message.id);
  for (const topic of map.brand?.topics ?? []) visit(topic.id);
  for (const persona of map.personas) for (const job of persona.jobs) visit(job.id);
  for (const name of collectionNames) {
    const records: readonly { readonly id: string }[] = map[name];
    records.forEach(({ id }) => visit(id));
  }
}

function rename(map: JourneyMap, taken: Set<string>): JourneyMap {
  const ownerOf = new Map<string, IdSpace>();
  /** By "space id": what the first second owner of that id in that space is called now. */
  const renamed = new Map<string, string>();
  const own = (id: string, space: IdSpace): string => {
    if (!ownerOf.has(id)) {
      ownerOf.set(id, space);
      return id;
    }
    let number = 2;
    while (taken.has(numbered(id, number))) number++;
    const fresh = numbered(id, number);
    taken.add(fresh);
    const key = `${space} ${id}`;
    if (ownerOf.get(id) !== space && !renamed.has(key)) renamed.set(key, fresh);
    return fresh;
  };
  // Own ids first, over the whole map, as references may stand before what they refer to.
  const unique = rewriteIds(map, { own, reference: (id) => id });
  return rewriteIds(unique, {
    own: (id) => id,
    reference: (id, to) => {
      const owner = ownerOf.get(id);
      if (to === 'any' || (owner && to.includes(owner))) return id;
      return to.map((space) => renamed.get(`${space} ${id}`)).find((fresh) => fresh !== undefined) ?? id;
    },
  });
}

/** At most 40 characters, as ids are. */
function numbered(id: string, number: number): string {
  return `${id.slice(0, 39 - String(number).length)}-${number}`;
}
