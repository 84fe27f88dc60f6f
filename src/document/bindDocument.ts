/**
 * What a transaction changed, in words of the model: `{ collection -> added, updated, removed ids }`, whether the
 * map's or the brand's own fields changed. One listener, and its cost grows with the change: nothing is read from
 * the document but which keys and types the transaction touched (canvas.md 4).
 */
import type * as Y from 'yjs';
import type { Collection } from '../model/journeyMap.ts';
import { createRootIndex } from './rootIndex.ts';
import { discussionCollections, eachRecord, mapCollections, recordOf, singleRoot } from './roots.ts';
import { stepOf } from './step.ts';
import { brandOwner, mapOwner, parseTextName } from './texts.ts';

interface CollectionChanges {
  readonly added: ReadonlySet<string>;
  readonly updated: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

export interface DocumentChanges {
  readonly collections: ReadonlyMap<Collection, CollectionChanges>;
  readonly map: boolean;
  readonly brand: boolean;
  /** The file's unknown top-level keys. */
  readonly extra: boolean;
  /** Made on this page (commands, typing, undo), not received. */
  readonly local: boolean;
  /** A large step, shown piece by piece. */
  readonly large?: true;
}

const collections: readonly Collection[] = [...mapCollections, ...discussionCollections];

interface Draft {
  readonly added: Set<string>;
  readonly updated: Set<string>;
  readonly removed: Set<string>;
}

/** Calls back after every transaction that changed content; gives its own undoing. */
export function bindDocument(doc: Y.Doc, onChange: (changes: DocumentChanges) => void): () => void {
  const index = createRootIndex(doc);
  const known = new Map<Collection, Set<string>>();
  const singles = { map: mapOwner, brand: brandOwner, extra: '@extra' } as const;
  for (const collection of collections) {
    const present = new Set<string>();
    eachRecord(doc, collection, (_record, id) => present.add(id));
    known.set(collection, present);
  }
  singleRoot(doc, 'map');
  singleRoot(doc, 'brand');
  singleRoot(doc, 'extra');

  function handle(transaction: Y.Transaction): void {
    if (transaction.changed.size === 0) return;
    const drafts = new Map<Collection, Draft>();
    const touched = new Set<string>();

    for (const [type, keys] of transaction.changed) {
      const where = index.ofType(type as Y.AbstractType<unknown>);
      if (!where) continue;
      const text = parseTextName(where.root);
      if (text) touchOwner(text.ownerId);
      else if (where.root === 'map' || where.root === 'brand' || where.root === 'extra')
        touched.add(singles[where.root]);
      else if (isCollection(where.root)) {
        if (where.key !== null) touchRecord(where.root, where.key);
        else for (const key of keys) if (key !== null) touchRecord(where.root, key);
      }
    }
    if (drafts.size === 0 && touched.size === 0) return;
    onChange({
      collections: drafts,
      map: touched.has(mapOwner),
      brand: touched.has(brandOwner),
      extra: touched.has(singles.extra),
      local: transaction.local,
      ...(stepOf(transaction)?.isLarge ? { large: true } : {}),
    });

    function touchOwner(ownerId: string): void {
      if (ownerId === mapOwner || ownerId === brandOwner) touched.add(ownerId);
      else
        for (const collection of collections)
          if (known.get(collection)?.has(ownerId)) touchRecord(collection, ownerId);
    }

    function touchRecord(collection: Collection, id: string): void {
      const before = known.get(collection);
      if (!before) return;
      const draft = drafts.get(collection) ?? { added: new Set(), updated: new Set(), removed: new Set() };
      if (recordOf(doc, collection, id)) {
        if (before.has(id)) {
          if (!draft.added.has(id)) draft.updated.add(id);
        } else {
          before.add(id);
          draft.added.add(id);
        }
      } else {
        if (!before.delete(id)) return;
        draft.updated.delete(id);
        draft.removed.add(id);
      }
      drafts.set(collection, draft);
    }
  }

  doc.on('afterTransaction', handle);
  return () => doc.off('afterTransaction', handle);
}

function isCollection(name: string): name is Collection {
  return (collections as readonly string[]).includes(name);
}
