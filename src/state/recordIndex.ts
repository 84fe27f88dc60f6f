/**
 * Records by id for the journey that is shown now: `find` and `collectionOf` in one look-up, kept up with the change.
 */
import { collectionNames } from '../model/schema.ts';
import type { Collection, JourneyMap, Records } from '../model/journeyMap.ts';
import type { Lookup } from './soundness.ts';

type Changed = ReadonlyMap<Collection, ReadonlyMap<string, Records[Collection] | undefined>>;

export interface RecordIndex extends Lookup {
  /** Takes over records one by one; for changes that broke nothing. */
  patch(changed: Changed): void;
  /** Takes over whole collections whose list is another than before. */
  rebuild(before: JourneyMap, after: JourneyMap): void;
  /** The same map, with repaired records that equal the ones shown before replaced by those. */
  settle(repaired: JourneyMap): JourneyMap;
}

export function createRecordIndex(journey: JourneyMap): RecordIndex {
  const records = new Map<Collection, Map<string, Records[Collection]>>();
  const owners = new Map<string, Collection>();
  for (const name of collectionNames) fill(name, journey);

  function fill(name: Collection, from: JourneyMap): void {
    for (const [id] of records.get(name) ?? []) if (owners.get(id) === name) owners.delete(id);
    const list: readonly Records[Collection][] = from[name];
    const byId = new Map<string, Records[Collection]>();
    list.forEach((record) => {
      byId.set(record.id, record);
      owners.set(record.id, name);
    });
    records.set(name, byId);
  }

  return {
    find: <C extends Collection>(name: C, id: string) => records.get(name)?.get(id) as Records[C] | undefined,
    collectionOf: (id) => owners.get(id),
    patch(changed) {
      for (const [name, byId] of changed) {
        for (const [id, record] of byId) {
          if (record) {
            records.get(name)?.set(id, record);
            owners.set(id, name);
          } else if (records.get(name)?.delete(id)) owners.delete(id);
        }
      }
    },
    rebuild(before, after) {
      for (const name of collectionNames) if (before[name] !== after[name]) fill(name, after);
    },
    settle(repaired) {
      const settled: { [name: string]: unknown } = {};
      for (const name of collectionNames) {
        const list: readonly Records[Collection][] = repaired[name];
        const shown = records.get(name);
        let differs = false;
        const kept = list.map((record) => {
          const old = shown?.get(record.id);
          if (!old || old === record || JSON.stringify(old) !== JSON.stringify(record)) return record;
          differs = true;
          return old;
        });
        if (differs) settled[name] = kept;
      }
      return Object.keys(settled).length === 0 ? repaired : { ...repaired, ...settled };
    },
  };
}
