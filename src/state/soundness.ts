/**
 * May a change have broken something between records, so that `repairMap` has to look at the whole map? Most edits
 * cannot: a new score, a title, a move to a stage that is there. Asking costs a few look-ups a changed record, so that
 * the cost of one edit does not grow with the map. When in doubt the answer is yes.
 */
import { referencesOf } from '../document/references.ts';
import type { Collection, JourneyMap, Lane, Link, Records, Touchpoint } from '../model/journeyMap.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { COLLECTION_LIMITS } from '../model/limits.ts';

export interface Lookup {
  readonly find: <C extends Collection>(collection: C, id: string) => Records[C] | undefined;
  /** The collection an id is used in. */
  readonly collectionOf: (id: string) => Collection | undefined;
}

/** Collections with rules between their records, or with ids inside them. */
const needAll: ReadonlySet<Collection> = new Set([
  'personas',
  'moments',
  'readings',
  'snapshots',
  'comments',
  'votes',
]);

export function mayBreak(
  map: JourneyMap,
  collection: Collection,
  changed: ReadonlyMap<string, object | undefined>,
  before: Lookup,
  after: Lookup,
): boolean {
  if (needAll.has(collection) || map[collection].length > COLLECTION_LIMITS[collection]) return true;
  for (const [id, record] of changed) {
    if (!record) return true;
    const owner = before.collectionOf(id);
    if (owner ? owner !== collection : isIdInside(map, id)) return true;
    if (!isSoundAlone(collection, id, record, before, after)) return true;
    if (!hasTargets(map, collection, record, after)) return true;
  }
  return false;
}

function isSoundAlone(
  collection: Collection,
  id: string,
  record: object,
  before: Lookup,
  after: Lookup,
): boolean {
  if (collection === 'touchpoints') {
    const lane = after.find('lanes', (record as Touchpoint).laneId);
    return lane !== undefined && laneHolds(lane.kind) === 'touchpoints';
  }
  if (collection === 'links') return (record as Link).from !== (record as Link).to;
  if (collection !== 'lanes') return true;
  const old = before.find('lanes', id);
  return !old || old.kind === (record as Lane).kind;
}

function hasTargets(map: JourneyMap, collection: Collection, record: object, after: Lookup): boolean {
  const values = record as { readonly [field: string]: unknown };
  return referencesOf(collection).every(({ field, to, form }) => {
    const value = values[field];
    if (value === null || value === undefined) return true;
    const ids =
      form === 'keys'
        ? Object.keys(value)
        : form === 'many'
          ? (value as readonly string[])
          : [value as string];
    return ids.every((id) => to === 'any' || to.some((space) => isIn(map, space, id, after)));
  });
}

function isIn(map: JourneyMap, space: string, id: string, after: Lookup): boolean {
  if (space === 'messages') return map.brand?.messages.some((message) => message.id === id) ?? false;
  if (space === 'topics') return map.brand?.topics.some((topic) => topic.id === id) ?? false;
  if (space === 'map' || space === 'jobs') return false;
  return after.find(space as Collection, id) !== undefined;
}

/** Ids are unique over the file, also with the map's own and those inside brand and personas. */
function isIdInside(map: JourneyMap, id: string): boolean {
  return (
    map.map.id === id ||
    (map.brand?.messages.some((message) => message.id === id) ?? false) ||
    (map.brand?.topics.some((topic) => topic.id === id) ?? false) ||
    map.personas.some((persona) => persona.jobs.some((job) => job.id === id))
  );
}
