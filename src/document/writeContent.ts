/**
 * From plain data into a Y.Doc: fills an empty document, or replaces what is there as an ordinary edit, so that
 * records, fields and texts that are the same before and after are not touched (R48, SCHEMA.md D12).
 * Roots and keys of a newer version that the map does not speak of stay as they are.
 */
import type * as Y from 'yjs';
import { isForbiddenKey } from '../model/formats.ts';
import type { Collection, JourneyMap } from '../model/journeyMap.ts';
import { isRank, ranksBetween } from '../model/rank.ts';
import { rankKey } from './keys.ts';
import type { Discussion } from './readMap.ts';
import { deleteRecord, emptyTexts, writeKeys, writeWhole } from './recordForm.ts';
import {
  collectionRoot,
  discussionCollections,
  isOrdered,
  mapCollections,
  recordOf,
  singleRoot,
  stampSchema,
} from './roots.ts';

/** Comments and votes of `map` are left out: they lie in the discussion document. */
export function writeContent(doc: Y.Doc, map: JourneyMap, origin: unknown): void {
  doc.transact(() => writeContentInside(doc, map), origin);
}

/** The same inside a transaction that is already open. */
export function writeContentInside(doc: Y.Doc, map: JourneyMap): void {
  stampSchema(doc);
  writeWhole(doc, 'map', '', map.map);
  if (map.brand) writeWhole(doc, 'brand', '', map.brand);
  else {
    singleRoot(doc, 'brand').clear();
    emptyTexts(doc, 'brand', '');
  }
  const extra = singleRoot(doc, 'extra');
  const keys = Object.entries(map.extra ?? {}).filter(([key]) => !isForbiddenKey(key));
  for (const key of extra.keys()) if (!keys.some(([name]) => name === key)) extra.delete(key);
  writeKeys(extra, new Map(keys));
  writeCollections(doc, mapCollections, map);
}

/** Comments and votes, into the discussion document. */
export function writeDiscussion(doc: Y.Doc, discussion: Discussion, origin: unknown): void {
  doc.transact(() => {
    stampSchema(doc);
    writeCollections(doc, discussionCollections, discussion);
  }, origin);
}

type Lists<C extends Collection> = { readonly [K in C]: readonly { readonly id: string }[] };

function writeCollections<C extends Collection>(
  doc: Y.Doc,
  collections: readonly C[],
  lists: Lists<C>,
): void {
  // All deletions first: an id may come back in another collection, and its texts are the same roots.
  for (const collection of collections) {
    const wanted = new Set(lists[collection].map(({ id }) => id));
    for (const id of collectionRoot(doc, collection).keys()) {
      if (!wanted.has(id) && recordOf(doc, collection, id)) deleteRecord(doc, collection, id);
    }
  }
  for (const collection of collections) writeCollection(doc, collection, lists[collection]);
}

function writeCollection(
  doc: Y.Doc,
  collection: Collection,
  records: readonly { readonly id: string }[],
): void {
  const ranks = isOrdered(collection)
    ? ranksFor(records.map(({ id }) => presentRank(doc, collection, id)))
    : null;
  records.forEach((record, index) => writeWhole(doc, collection, record.id, record, ranks?.[index]));
}

function presentRank(doc: Y.Doc, collection: Collection, id: string): string | null {
  const rank = recordOf(doc, collection, id)?.get(rankKey);
  return isRank(rank) ? rank : null;
}

/** Strictly rising ranks for a row of items that keeps as many of the present ones as it meets in order. */
export function ranksFor(present: readonly (string | null)[]): readonly string[] {
  const ranks: string[] = [];
  let last: string | null = null;
  let waiting = 0;
  for (const rank of present) {
    if (rank === null || (last !== null && rank <= last)) waiting += 1;
    else {
      ranks.push(...ranksBetween(last, rank, waiting), rank);
      last = rank;
      waiting = 0;
    }
  }
  ranks.push(...ranksBetween(last, null, waiting));
  return ranks;
}
