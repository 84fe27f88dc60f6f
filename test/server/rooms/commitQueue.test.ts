/** The queue of commits by itself: how far apart they are, how long an edit waits, by how much there is to do. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { standardLimits } from '../../../server/limits.ts';
import { createLog } from '../../../server/log.ts';
import { createCommitQueue, type CommittingRoom } from '../../../server/rooms/commitQueue.ts';
import type { Batch } from '../../../server/storage/store.ts';
import { runs } from '../../support/runs.ts';
import { createTestClock } from '../../support/testClock.ts';

/** A queue over a store that only notes when a commit began and what each edit in it had waited for, ms. */
function createQueue() {
  const clock = createTestClock();
  const commits: { readonly at: number; readonly waits: readonly number[] }[] = [];
  const log = createLog(
    'error',
    () => {},
    () => 0,
  );
  let waits: number[] = [];
  const append = async (batches: readonly Batch[]) => {
    commits.push({ at: clock.elapsed(), waits });
    waits = [];
    return batches.map(() => 1);
  };
  const queue = createCommitQueue({ append, probe: async () => {} }, clock, log, standardLimits);
  const rooms = new Map<number, { edit(): void }>();
  const room = (index: number) => {
    const known = rooms.get(index);
    if (known) return known;
    let since: number[] = [];
    const one: CommittingRoom = {
      takeBatch() {
        if (since.length === 0) return null;
        const updates = since.map(() => ({ author: 'a', bytes: new Uint8Array() }));
        waits.push(...since.map((at) => clock.elapsed() - at));
        since = [];
        return { mapId: `map-${index}`, part: 'map', at: 0, updates, owners: [] };
      },
      committed() {},
      failed() {},
      recovered() {},
    };
    const made = {
      edit() {
        since.push(clock.elapsed());
        queue.request(one);
      },
    };
    rooms.set(index, made);
    return made;
  };
  return { clock, commits, queue, room };
}

/** Rooms that edit every ms, in turn, for so long; the gaps between the commits at the end, ms. */
async function gapsWith(roomCount: number): Promise<readonly number[]> {
  const { clock, commits, queue, room } = createQueue();
  for (let step = 0; step < 600; step++) {
    room(step % roomCount).edit();
    await clock.pass(1);
  }
  queue.stop();
  const late = commits.map(({ at }) => at).filter((at) => at > 300);
  return late.slice(1).map((at, index) => at - (late[index] ?? 0));
}

it('keeps 8 ms between the commits of one busy room, 40 ms where many rooms are edited', async () => {
  expect(new Set(await gapsWith(1))).toEqual(new Set([8]));
  expect(new Set(await gapsWith(40))).toEqual(new Set([40]));
});

it('stores a burst as large as the last ones in one commit, as soon as its last edit is here', async () => {
  const { clock, commits, queue, room } = createQueue();
  for (let burst = 0; burst < 40; burst++) {
    for (let edit = 0; edit < 25; edit++) {
      room(0).edit();
      await clock.pass(0.1);
    }
    await clock.pass(50 - 2.5);
  }
  queue.stop();
  const late = commits.slice(-20);
  expect(late.map(({ waits }) => waits.length)).toEqual(late.map(() => 25));
  for (const { waits } of late) expect(Math.min(...waits)).toBe(0);
});

it('waits for the rest of a burst for a moment only, when some of those who moved do so no more', async () => {
  const { clock, commits, queue, room } = createQueue();
  for (let burst = 0; burst < 20; burst++) {
    for (let edit = 0; edit < 25; edit++) room(0).edit();
    await clock.pass(50);
  }
  const before = commits.length;
  for (let edit = 0; edit < 10; edit++) room(0).edit();
  await clock.pass(standardLimits.gatherMs);
  queue.stop();
  expect(commits.slice(before).map(({ waits }) => waits)).toEqual([
    Array.from({ length: 10 }, () => standardLimits.gatherMs),
  ]);
});

it('law: whatever comes when, every edit is stored, none waits longer than the largest gap, commits keep theirs', async () => {
  const comes = fc.record({
    afterMs: fc.double({ min: 0, max: 40, noNaN: true }),
    room: fc.nat(12),
    times: fc.nat(30),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(comes, { maxLength: 60 }), async (all) => {
      const { clock, commits, queue, room } = createQueue();
      let edits = 0;
      for (const { afterMs, room: index, times } of all) {
        await clock.pass(afterMs);
        for (let i = 0; i < times; i++) room(index).edit();
        edits += times;
      }
      await clock.pass(100);
      queue.stop();
      const waits = commits.flatMap((one) => one.waits);
      expect(waits.length).toBe(edits);
      expect(Math.max(0, ...waits)).toBeLessThanOrEqual(standardLimits.crowdedGapMs);
      const gaps = commits.slice(1).map(({ at }, index) => at - (commits[index]?.at ?? 0));
      expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(standardLimits.commitGapMs - 1e-9);
    }),
    runs(150),
  );
});
