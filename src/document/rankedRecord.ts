/** A new record of an ordered collection, put before another. Inside a step; where ranks left no room, the others get new ones. */
import type * as Y from 'yjs';
import { ranksToInsert } from '../model/rank.ts';
import { ranksOf } from './commandTools.ts';
import { rankKey } from './keys.ts';
import { writeWhole } from './recordForm.ts';
import { recordOf, type OrderedCollection } from './roots.ts';

/** `before`: the id it comes before; null puts it at the end. */
export function writeBefore(
  doc: Y.Doc,
  collection: OrderedCollection,
  record: object & { readonly id: string },
  before: string | null,
): void {
  const ranks = ranksToInsert(ranksOf(doc, collection), [record.id], before);
  writeWhole(doc, collection, record.id, record, ranks.get(record.id));
  for (const [other, rank] of ranks)
    if (other !== record.id) recordOf(doc, collection, other)?.set(rankKey, rank);
}
