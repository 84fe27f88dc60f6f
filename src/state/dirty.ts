/** Changes of several transactions added up until the next flush: which ids to look at again, by collection. */
import type { DocumentChanges } from '../document/bindDocument.ts';
import type { Collection } from '../model/journeyMap.ts';

export interface Dirty {
  readonly ids: ReadonlyMap<Collection, ReadonlySet<string>>;
  readonly map: boolean;
  readonly brand: boolean;
  readonly extra: boolean;
}

export interface DirtyList {
  add(changes: DocumentChanges): void;
  /** How many records have been added since the last time. */
  count(): number;
  /** What has been added since the last time, or null. */
  take(): Dirty | null;
}

export function createDirtyList(): DirtyList {
  let ids = new Map<Collection, Set<string>>();
  let singles = { map: false, brand: false, extra: false };
  let isEmpty = true;
  return {
    add(changes) {
      isEmpty = false;
      singles = {
        map: singles.map || changes.map,
        brand: singles.brand || changes.brand,
        extra: singles.extra || changes.extra,
      };
      for (const [collection, { added, updated, removed }] of changes.collections) {
        const set = ids.get(collection) ?? new Set();
        for (const part of [added, updated, removed]) for (const id of part) set.add(id);
        ids.set(collection, set);
      }
    },
    count: () => [...ids.values()].reduce((sum, { size }) => sum + size, isEmpty ? 0 : 1),
    take() {
      if (isEmpty) return null;
      const dirty = { ids, ...singles };
      ids = new Map();
      singles = { map: false, brand: false, extra: false };
      isEmpty = true;
      return dirty;
    },
  };
}
