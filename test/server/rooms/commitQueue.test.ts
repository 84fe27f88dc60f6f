/** The queue of commits by itself: how far apart they are, by how much there is to do. */
import { expect, it } from 'vitest';
import { standardLimits } from '../../../server/limits.ts';
import { createLog } from '../../../server/log.ts';
import { createCommitQueue, type CommittingRoom } from '../../../server/rooms/commitQueue.ts';
import type { Batch } from '../../../server/storage/store.ts';
import { createTestClock } from '../../support/testClock.ts';

/** Rooms that edit every ms, in turn, for so long; the gaps between the commits at the end, ms. */
async function gapsWith(roomCount: number): Promise<readonly number[]> {
  const clock = createTestClock();
  const starts: number[] = [];
  const log = createLog(
    'error',
    () => {},
    () => 0,
  );
  const append = async (batches: readonly Batch[]) => {
    starts.push(clock.elapsed());
    return batches.map(() => 1);
  };
  const queue = createCommitQueue({ append, probe: async () => {} }, clock, log, standardLimits);
  const rooms = Array.from({ length: roomCount }, (_, index): CommittingRoom => {
    const batch = {
      mapId: `map-${index}`,
      part: 'map',
      at: 0,
      updates: [{ author: 'a', bytes: new Uint8Array() }],
      owners: [],
    } as const;
    return { takeBatch: () => batch, committed() {}, failed() {}, recovered() {} };
  });
  for (let step = 0; step < 600; step++) {
    const room = rooms[step % roomCount];
    if (room) queue.request(room);
    await clock.pass(1);
  }
  queue.stop();
  const late = starts.filter((at) => at > 300);
  return late.slice(1).map((at, index) => at - (late[index] ?? 0));
}

it('keeps 8 ms between the commits of one busy room, 24 ms where many rooms are edited', async () => {
  expect(new Set(await gapsWith(1))).toEqual(new Set([8]));
  expect(new Set(await gapsWith(40))).toEqual(new Set([24]));
});
