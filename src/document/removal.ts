/**
 * Taking records out of the map (domain.md 2.12): with a touchpoint go its moments, links and readings, with anything the
 * dismissals of checks about it; to everything else only the references are cleared. Runs inside the caller's transaction; costs one walk over the references.
 */
import type * as Y from 'yjs';
import type { Collection } from '../model/journeyMap.ts';
import { entryKey, placeKey } from './keys.ts';
import { deleteRecord } from './recordForm.ts';
import { referencesOf } from './references.ts';
import { collectionRoot, mapCollections, recordOf, type RecordMap } from './roots.ts';

/** Deletes records with what hangs on them and clears what refers to any of these. */
export function removeRecords(doc: Y.Doc, doomed: Iterable<readonly [Collection, string]>): void {
  const gone = new Set<string>();
  for (const [collection, id] of doomed) {
    deleteRecord(doc, collection, id);
    gone.add(id);
  }
  // What is owned by something gone goes too, and is then itself gone for others: a moment, then what was said of it.
  for (let owned = ownedBy(doc, gone); owned.length > 0; owned = ownedBy(doc, gone)) {
    for (const [collection, id] of owned) {
      deleteRecord(doc, collection, id);
      gone.add(id);
    }
  }
  clearReferencesTo(doc, gone);
}

function ownedBy(doc: Y.Doc, gone: ReadonlySet<string>): readonly (readonly [Collection, string])[] {
  return mapCollections.flatMap((collection) => {
    const fields = referencesOf(collection).filter(({ form }) => form === 'owned');
    if (fields.length === 0) return [];
    return [...collectionRoot(doc, collection).keys()].flatMap((id) => {
      const record = recordOf(doc, collection, id);
      return record && fields.some(({ field }) => gone.has(String(record.get(field))))
        ? [[collection, id] as const]
        : [];
    });
  });
}

export function clearReferencesTo(doc: Y.Doc, gone: ReadonlySet<string>): void {
  if (gone.size === 0) return;
  for (const collection of mapCollections) {
    const fields = referencesOf(collection).filter(({ form }) => form !== 'owned' && form !== 'place');
    if (fields.length === 0) continue;
    for (const id of collectionRoot(doc, collection).keys()) {
      const record = recordOf(doc, collection, id);
      if (!record) continue;
      for (const { field, form } of fields) {
        if (form === 'one') clearOne(record, field, gone);
        else if (form === 'many') clearInList(record, field, gone);
        else
          for (const target of gone)
            if (record.has(entryKey(field, target))) record.delete(entryKey(field, target));
      }
    }
  }
}

function clearOne(record: RecordMap, field: string, gone: ReadonlySet<string>): void {
  const value = record.get(field);
  if (typeof value === 'string' && gone.has(value)) record.delete(field);
}

function clearInList(record: RecordMap, field: string, gone: ReadonlySet<string>): void {
  const value = record.get(field);
  if (!Array.isArray(value) || !value.some((id) => gone.has(String(id)))) return;
  const left: unknown[] = value.filter((id) => !gone.has(String(id)));
  if (left.length === 0) record.delete(field);
  else record.set(field, left);
}

/** The stage and lane a record lies in, as stored; null for what is not there. */
export function storedPlaceOf(
  doc: Y.Doc,
  collection: Collection,
  id: string,
): { readonly stageId: unknown; readonly laneId: unknown } | null {
  const record = recordOf(doc, collection, id);
  if (!record) return null;
  if (collection !== 'touchpoints') return { stageId: record.get('stageId'), laneId: record.get('laneId') };
  const place = record.get(placeKey);
  return typeof place === 'object' && place !== null
    ? (place as { stageId: unknown; laneId: unknown })
    : null;
}
