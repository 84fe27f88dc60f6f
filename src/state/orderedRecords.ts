/**
 * One collection's records in their order, kept up record by record: an array that is copied when something in it
 * changed and in which every other record stays the same object. Copying 5,000 entries takes some ten microseconds;
 * what would cost is reading or comparing all of them again.
 */
import { compareOrder, orderKeyOf, readRecord, readRecords, type OrderKey } from '../document/readMap.ts';
import type { Collection, Records } from '../model/journeyMap.ts';
import { isSameJson } from '../model/sameJson.ts';

type Doc = Parameters<typeof readRecords>[0];

export interface OrderedRecords<C extends Collection> {
  records(): readonly Records[C][];
  get(id: string): Records[C] | undefined;
  /**
   * Reads these ids again; gives the records that are new or changed, by id (undefined = gone). One that says the same
   * as one of `shown` is that one.
   */
  refresh(
    ids: ReadonlySet<string>,
    shown?: readonly Records[C][],
  ): ReadonlyMap<string, Records[C] | undefined>;
}

export function createOrderedRecords<C extends Collection>(doc: Doc, collection: C): OrderedRecords<C> {
  const keys = new Map<string, OrderKey>();
  const byId = new Map<string, Records[C]>();
  let order: OrderKey[] = [];
  let list: Records[C][] = [];
  readAll(asRead);

  function readAll(taken: Taken<C>): void {
    keys.clear();
    byId.clear();
    order = [];
    list = [];
    for (const { key, record: read } of readRecords(doc, collection)) {
      const record = taken(read);
      keys.set(key.id, key);
      byId.set(key.id, record);
      order.push(key);
      list.push(record);
    }
  }

  /** Where a key stands, or would stand. */
  function indexOf(key: OrderKey): number {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = order[middle];
      if (other && compareOrder(other, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function remove(id: string): void {
    const key = keys.get(id);
    if (!key) return;
    const index = indexOf(key);
    order.splice(index, 1);
    list.splice(index, 1);
    keys.delete(id);
    byId.delete(id);
  }

  function put(key: OrderKey, record: Records[C]): void {
    const before = keys.get(key.id);
    if (before && compareOrder(before, key) === 0) {
      list[indexOf(before)] = record;
    } else {
      remove(key.id);
      const index = indexOf(key);
      order.splice(index, 0, key);
      list.splice(index, 0, record);
      keys.set(key.id, key);
    }
    byId.set(key.id, record);
  }

  return {
    records: () => list,
    get: (id) => byId.get(id),
    refresh(ids, shown = []) {
      const taken = takenFrom(shown);
      const changed = new Map<string, Records[C] | undefined>();
      // A first load or an import touches most records: sorting once is cheaper than finding each one's place.
      if (ids.size > 64 && ids.size * 4 > byId.size) {
        readAll(taken);
        for (const id of ids) changed.set(id, byId.get(id));
        return changed;
      }
      list = [...list];
      for (const id of ids) {
        const key = orderKeyOf(doc, collection, id);
        const record = key && readRecord(doc, collection, id);
        const kept = record && taken(record);
        if (key && kept) put(key, kept);
        else remove(id);
        changed.set(id, kept);
      }
      return changed;
    },
  };
}

type Taken<C extends Collection> = (record: Records[C]) => Records[C];

const asRead = <T>(record: T): T => record;

/** Gives for a record the one of these that says the same. */
function takenFrom<C extends Collection>(shown: readonly Records[C][]): Taken<C> {
  if (shown.length === 0) return asRead;
  const byId = new Map(shown.map((record) => [record.id, record]));
  return (record) => {
    const former = byId.get(record.id);
    return former && isSameJson(former, record) ? former : record;
  };
}
