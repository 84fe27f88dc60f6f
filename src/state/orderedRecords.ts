/**
 * One collection's records in their order, kept up record by record: an array that is copied when something in it
 * changed and in which every other record stays the same object. Copying 5,000 entries takes some ten microseconds;
 * what would cost is reading or comparing all of them again.
 */
import { compareOrder, readRanked, readRecords, type OrderKey, type Ranked } from '../document/readMap.ts';
import type { Collection, Records } from '../model/journeyMap.ts';
import { noteReplaced } from '../model/replaced.ts';
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
  const byId = new Map<string, Ranked<Records[C]>>();
  let order: Ranked<Records[C]>[] = [];
  let list: Records[C][] = [];
  readAll(asRead);

  function readAll(taken: Taken<C>): void {
    byId.clear();
    order = readRecords(doc, collection).map((ranked) => takenFor(ranked, taken));
    list = order.map(({ record }) => record);
    for (const ranked of order) byId.set(ranked.id, ranked);
  }

  function takenFor(ranked: Ranked<Records[C]>, taken: Taken<C>): Ranked<Records[C]> {
    const record = taken(ranked.record);
    return record === ranked.record ? ranked : { ...ranked, record };
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
    const ranked = byId.get(id);
    if (!ranked) return;
    const index = indexOf(ranked);
    order.splice(index, 1);
    list.splice(index, 1);
    byId.delete(id);
  }

  /** Where it was put in the place of the one before; null when places have changed. */
  function put(ranked: Ranked<Records[C]>): number | null {
    const before = byId.get(ranked.id);
    const isInPlace = before !== undefined && compareOrder(before, ranked) === 0;
    if (!isInPlace) remove(ranked.id);
    const index = indexOf(ranked);
    byId.set(ranked.id, ranked);
    if (isInPlace) {
      order[index] = ranked;
      list[index] = ranked.record;
      return index;
    }
    order.splice(index, 0, ranked);
    list.splice(index, 0, ranked.record);
    return null;
  }

  return {
    records: () => list,
    get: (id) => byId.get(id)?.record,
    refresh(ids, shown = []) {
      const taken = takenFrom(shown);
      const changed = new Map<string, Records[C] | undefined>();
      // A first load or an import touches most records: sorting once is cheaper than finding each one's place.
      if (ids.size > 64 && ids.size * 4 > byId.size) {
        readAll(taken);
        for (const id of ids) changed.set(id, byId.get(id)?.record);
        return changed;
      }
      const former = list;
      list = former.slice();
      const replaced: number[] = [];
      for (const id of ids) {
        const read = readRanked(doc, collection, id);
        const ranked = read && takenFor(read, taken);
        const index = ranked ? put(ranked) : null;
        if (!ranked) remove(id);
        if (index !== null) replaced.push(index);
        changed.set(id, ranked?.record);
      }
      if (replaced.length === ids.size)
        noteReplaced(
          list,
          former,
          replaced.toSorted((a, b) => a - b),
        );
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
