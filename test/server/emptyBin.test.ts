/** The bin: what was deleted more than 30 days ago goes for good, a few maps at a time (U41). */
import { describe, expect, it } from 'vitest';
import { emptyBin } from '../../server/emptyBin.ts';
import { standardLimits } from '../../server/limits.ts';
import { createLog } from '../../server/log.ts';
import { openSqliteStore } from '../../server/storage/sqliteStore.ts';
import { createTestClock } from '../support/testClock.ts';

const day = 24 * 3_600_000;
const quiet = createLog('silent', () => {}, Date.now);

async function storeWith(ids: readonly string[]) {
  const store = openSqliteStore(':memory:');
  for (const id of ids) {
    const map = { id, title: '', generation: 1, createdAt: 0, updatedAt: 0, deletedAt: null };
    const content = { part: 'map', snapshot: new Uint8Array([0, 0]), owners: new Map([[7, 'ana']]) } as const;
    await store.createMap(map, [], [content]);
  }
  return store;
}

describe('the bin', () => {
  it('keeps deleted maps for 30 days and then lets them go; others stay', async () => {
    const clock = createTestClock();
    const store = await storeWith(['gone', 'kept']);
    await store.deleteMap('gone', clock.now());
    const leave = emptyBin(store, clock, quiet, { ...standardLimits, binRoundMs: day });
    await clock.pass(29.5 * day);
    expect(await store.findMap('gone')).not.toBeNull();
    await clock.pass(2 * day);
    expect(await store.findMap('gone')).toBeNull();
    expect(await store.findMap('kept')).not.toBeNull();
    leave();
  });

  it('takes a few at a time with pauses between, and all of them in the end', async () => {
    const clock = createTestClock();
    const ids = Array.from({ length: 25 }, (_, i) => `m${i}`);
    const store = await storeWith(ids);
    for (const id of ids) await store.deleteMap(id, clock.now() - 31 * day);
    const left = async () => (await Promise.all(ids.map((id) => store.findMap(id)))).filter(Boolean).length;
    const leave = emptyBin(store, clock, quiet, standardLimits);
    await clock.pass(0);
    expect(await left()).toBe(15);
    await clock.pass(standardLimits.binPauseMs);
    expect(await left()).toBe(5);
    await clock.pass(standardLimits.binPauseMs);
    expect(await left()).toBe(0);
    leave();
  });

  it('tries again after trouble, and does nothing more once it was told to stop', async () => {
    const clock = createTestClock();
    let asked = 0;
    const purgeMaps = () => {
      asked++;
      return Promise.reject(new Error('disk full'));
    };
    const leave = emptyBin({ purgeMaps }, clock, quiet, standardLimits);
    await clock.pass(standardLimits.binRoundMs);
    expect(asked).toBe(2);
    leave();
    await clock.pass(5 * standardLimits.binRoundMs);
    expect(asked).toBe(2);
  });
});
