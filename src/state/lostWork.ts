/**
 * What this person changed and others deleted before the server had the change (R60): after a week offline, or in the
 * moment both did it. Merging lets the deletion win, so the record is kept here as it was last seen, to be made again.
 *
 * In:  each change of the document, before it is shown (state/projection.ts). Out: a store of lost records.
 * Which records were changed outlives the page: the ids lie on the device until the server has everything.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EditableCollection } from '../document/commands.ts';
import type { DocumentChanges } from '../document/bindDocument.ts';
import type { Collection, Records } from '../model/journeyMap.ts';
import type { SaveState } from '../sync/saveState.ts';

/** What people see as things of their own. */
export type LostCollection = Exclude<EditableCollection, 'dismissals'>;

export interface LostRecord {
  readonly collection: LostCollection;
  readonly id: string;
  readonly record: Records[LostCollection];
}

export interface LostWork {
  /** Newest last. */
  readonly store: StoreApi<readonly LostRecord[]>;
  /** The document has changed; records can still be found as they were. */
  changed(changes: DocumentChanges): void;
  dispose(): void;
}

export interface LostWorkOptions {
  readonly mapId: string;
  readonly storage: Storage;
  /** A record as it is shown. */
  readonly find: (collection: Collection, id: string) => Records[Collection] | undefined;
  readonly saveState: StoreApi<SaveState>;
}

/** More than anybody changes offline; beyond it the oldest are forgotten. */
const mostKnown = 5000;

export function createLostWork({ mapId, storage, find, saveState }: LostWorkOptions): LostWork {
  const key = `touchline:unsaved:${mapId}`;
  const store = createStore<readonly LostRecord[]>(() => []);
  const mine = new Set<string>(readIds(storage, key));

  const keep = (): void => {
    try {
      if (mine.size === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify([...mine]));
    } catch {
      // Blocked or full: known as long as the page lives.
    }
  };
  const stop = saveState.subscribe(({ kind }) => {
    if (kind === 'saved' && mine.size > 0) {
      mine.clear();
      keep();
    } else if (kind === 'offline') keep();
  });

  return {
    store,
    changed({ local, collections }) {
      const lost: LostRecord[] = [];
      const back = new Set<string>();
      for (const [collection, { added, updated, removed }] of collections) {
        if (!isEditable(collection)) continue;
        for (const id of local ? [...added, ...updated] : []) mine.add(`${collection}/${id}`);
        for (const id of added) back.add(id);
        for (const id of removed) {
          const wasMine = mine.delete(`${collection}/${id}`);
          const record = wasMine && !local ? find(collection, id) : undefined;
          // The collection and what is found in it belong together.
          if (record) lost.push({ collection, id, record: record as LostRecord['record'] });
        }
      }
      for (const id of mine) {
        if (mine.size <= mostKnown) break;
        mine.delete(id);
      }
      if (local && saveState.getState().kind === 'offline') keep();
      const before = store.getState();
      const stays = before.filter(({ id }) => !back.has(id));
      if (lost.length > 0 || stays.length < before.length) store.setState([...stays, ...lost], true);
    },
    dispose: stop,
  };
}

const others: readonly Collection[] = ['comments', 'votes', 'snapshots', 'dismissals'];

function isEditable(collection: Collection): collection is LostCollection {
  return !others.includes(collection);
}

function readIds(storage: Storage, key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
