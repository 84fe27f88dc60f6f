/**
 * Before an undo takes back an "add": have others worked on the record meanwhile (SCHEMA.md D23)? They have when
 * something of theirs is alive in the record or in its long texts, or when something of theirs refers to it (a link
 * to a touchpoint, a card in a stage). Costs one walk over the map's references, and only when the step had added something.
 */
import * as Y from 'yjs';
import type { Collection } from '../model/journeyMap.ts';
import { longTexts } from '../model/schema.ts';
import { placeKey, splitEntryKey } from './keys.ts';
import { referencesOf } from './references.ts';
import { collectionRoot, mapCollections, recordOf } from './roots.ts';
import { latestItems, listItems, valueOf, type AnyType } from './structs.ts';
import { textName } from './texts.ts';

interface Added {
  readonly collection: Collection;
  readonly id: string;
  /** The record as first made and as brought back since; the last one is alive. */
  readonly versions: readonly AnyType[];
}

/**
 * Ids of the records that `insertions` added and that others have worked on; `mine` are this person's client ids.
 * `countRestored`: also what they wrote before the record was deleted and brought back. An undo of an add asks for
 * that; a redo of a deletion does not, as it was meant to delete just that.
 */
export function recordsWithOthersWork(
  doc: Y.Doc,
  insertions: ReturnType<typeof Y.createDeleteSet>,
  mine: ReadonlySet<number>,
  countRestored: boolean,
): ReadonlySet<string> {
  const added = recordsAdded(doc, insertions);
  const worked = new Set<string>();
  if (added.length === 0) return worked;
  const isOthers = (item: Y.Item): boolean =>
    !mine.has(item.id.client) && (countRestored ? isAlive(doc, item) : !item.deleted);
  for (const record of added) if (hasItem(doc, record, isOthers)) worked.add(record.id);
  addUsed(doc, new Set(added.map(({ id }) => id)), isOthers, worked);
  return worked;
}

function recordsAdded(doc: Y.Doc, insertions: ReturnType<typeof Y.createDeleteSet>): readonly Added[] {
  const roots = new Map<unknown, Collection>(mapCollections.map((name) => [collectionRoot(doc, name), name]));
  const added: Added[] = [];
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, insertions, (struct) => {
      if (!(struct instanceof Y.Item) || struct.parentSub === null) return;
      const collection = roots.get(struct.parent);
      if (!collection) return;
      const items = versionsOf(doc, struct);
      if (items.at(-1)?.deleted !== false) return;
      const versions = items.flatMap(({ content }) =>
        content instanceof Y.ContentType ? [content.type] : [],
      );
      added.push({ collection, id: struct.parentSub, versions });
    });
  });
  return added;
}

function recordItems(doc: Y.Doc, collection: Collection, id: string): Iterable<[string, Y.Item]> {
  const record = recordOf(doc, collection, id);
  return record ? latestItems(record) : [];
}

/** An item and what it was brought back as, in order. */
function versionsOf(doc: Y.Doc, item: Y.Item): readonly Y.Item[] {
  const versions = [item];
  for (let at = item; at.redone !== null;) {
    const next: unknown = Y.getItem(doc.store, at.redone);
    if (!(next instanceof Y.Item)) break;
    versions.push(next);
    at = next;
  }
  return versions;
}

function isAlive(doc: Y.Doc, item: Y.Item): boolean {
  return versionsOf(doc, item).at(-1)?.deleted === false;
}

function hasItem(doc: Y.Doc, record: Added, isOthers: (item: Y.Item) => boolean): boolean {
  for (const version of record.versions) {
    for (const last of latestItems(version).values()) {
      for (let item: Y.Item | null = last; item !== null; item = item.left) if (isOthers(item)) return true;
    }
  }
  for (const field of longTexts[record.collection]) {
    const text = doc.share.get(textName(record.id, field));
    for (const item of text ? listItems(text as AnyType) : []) if (isOthers(item)) return true;
  }
  return false;
}

/** Adds to `used` those of `ids` to which a value that others wrote refers. */
function addUsed(
  doc: Y.Doc,
  ids: ReadonlySet<string>,
  isOthers: (item: Y.Item) => boolean,
  used: Set<string>,
): void {
  const note = (id: unknown): void => {
    if (typeof id === 'string' && ids.has(id)) used.add(id);
  };
  for (const collection of mapCollections) {
    const fields = new Map(
      referencesOf(collection).map(({ field, form }) => [form === 'place' ? placeKey : field, form]),
    );
    if (fields.size === 0) continue;
    for (const id of collectionRoot(doc, collection).keys()) {
      for (const [key, item] of recordItems(doc, collection, id)) {
        const entry = splitEntryKey(key);
        const form = fields.get(entry?.field ?? key);
        if (!form || !isOthers(item)) continue;
        if (entry) note(entry.id);
        else noteValue(form, valueOf(item), note);
      }
    }
  }
}

function noteValue(form: string, value: unknown, note: (id: unknown) => void): void {
  if (form === 'many') {
    if (Array.isArray(value)) for (const id of value) note(id);
  } else if (form === 'place') {
    const place = value as { stageId?: unknown; laneId?: unknown } | null;
    note(place?.stageId);
    note(place?.laneId);
  } else note(value);
}
