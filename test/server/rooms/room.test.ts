/** The room without sockets: the order of storing, relaying and acknowledging, and what happens when it cannot be kept. */
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { ContentFullError } from '../../../server/rooms/content.ts';
import type { Room } from '../../../server/rooms/room.ts';
import { frameKind } from '../../../src/protocol/frames.ts';
import {
  createHarness,
  enterRoom,
  exchange,
  mapId,
  openPages,
  type Harness,
} from '../../support/roomHarness.ts';
import {
  presenceFrame,
  readClientFrame,
  readPresence,
  step1Frame,
  updateFrame,
} from '../../../server/rooms/frames.ts';

const text = (doc: Y.Doc) => doc.getText('note');
const wholeUpdates = (frames: readonly Uint8Array[]) =>
  frames.filter((frame) => frame[0] === 0 && frame[1] === 2);

const say = (client: number, clock: number, state: object | null) =>
  presenceFrame([{ client, clock, state: JSON.stringify(state) }]);

describe('storing before telling', () => {
  it('[P11] [P20] tells and relays nothing before the commit, everything after it', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} });
    const slow = Promise.withResolvers<void>();
    harness.store.delay = () => slow.promise;
    text(ana.doc).insert(0, 'hello');
    ana.say();
    await harness.clock.pass(1000);
    expect(ana.inbox.concat(ben.inbox).filter((frame) => frame[0] !== 1)).toEqual([]);
    slow.resolve();
    await harness.clock.pass(10);
    ben.hear();
    ana.hear();
    expect(text(ben.doc).toJSON()).toBe('hello');
    expect(ana.stored).toBe(ana.sent);
  });

  it('[P10] counts every step 2 and every update, empty ones too', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    expect([ana.sent, ana.stored]).toEqual([1, 1]);
    ana.outbox.push(updateFrame(new Uint8Array([0, 0])));
    await exchange(harness, [ana]);
    expect(ana.stored).toBe(2);
  });

  it('builds no live document for those who only join', async () => {
    const { room, ana, ben } = await openPages(
      { ana: {}, ben: {} },
      { write: (doc) => text(doc).insert(0, 'there') },
    );
    expect([ana.stored, ben.stored]).toEqual([ana.sent, ben.sent]);
    expect(text(ben.doc).toJSON()).toBe('there');
    expect(room.content.isLive).toBe(false);
  });

  it('gathers the edits of all rooms and people into one commit', async () => {
    const harness = await createHarness();
    const room = await harness.room();
    const pages = Array.from({ length: 5 }, () => enterRoom(harness, room));
    await exchange(harness, pages);
    const before = harness.store.appends;
    for (const page of pages) text(page.doc).insert(0, 'x');
    for (const page of pages) page.say();
    await harness.clock.pass(0);
    expect(harness.store.appends - before).toBe(1);
  });

  it('keeps commits at least two milliseconds apart, but stores the first edit after a pause at once', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    const before = harness.store.appends;
    text(ana.doc).insert(0, 'a');
    ana.say();
    await harness.clock.pass(0);
    expect(harness.store.appends - before).toBe(1);
    text(ana.doc).insert(0, 'b');
    ana.say();
    await harness.clock.pass(1);
    expect(harness.store.appends - before).toBe(1);
    await harness.clock.pass(1);
    expect(harness.store.appends - before).toBe(2);
  });

  it('waits for company while many edits come, and takes a lone one at once again after a pause', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    const write = async () => {
      text(ana.doc).insert(0, 'x');
      ana.say();
      await harness.clock.pass(0);
    };
    for (let i = 0; i < 30; i++) {
      text(ana.doc).insert(0, 'x');
      ana.say();
    }
    await harness.clock.pass(10);
    const { gatherMs, busyGapMs } = harness.limits;
    const before = harness.store.appends;
    await write();
    await harness.clock.pass(gatherMs - 1);
    await write();
    expect(harness.store.appends - before).toBe(0);
    await harness.clock.pass(1);
    expect(harness.store.appends - before).toBe(1);
    await write();
    await harness.clock.pass(busyGapMs - 1);
    expect(harness.store.appends - before).toBe(1);
    await harness.clock.pass(1);
    expect(harness.store.appends - before).toBe(2);

    await harness.clock.pass(3000);
    await write();
    expect(harness.store.appends - before).toBe(3);
  });

  it.each([
    { sockets: 12, everyMs: 4 },
    { sockets: 100, everyMs: 8 },
  ])('relays to $sockets in one merged frame at most every $everyMs ms', async ({ sockets, everyMs }) => {
    const harness = await createHarness();
    const room = await harness.room();
    const pages = Array.from({ length: sockets }, () => enterRoom(harness, room));
    await exchange(harness, pages);
    for (const page of pages) page.inbox.length = 0;
    const [ana, ben, cem] = pages;
    const relayedAt: number[] = [];
    for (let ms = 0; ms < 24; ms++) {
      if (ana && ms % 2 === 0) text(ana.doc).insert(0, 'a');
      if (ben && ms % 2 === 0) text(ben.doc).insert(0, 'b');
      ana?.say();
      ben?.say();
      const before = wholeUpdates(cem?.inbox ?? []).length;
      await harness.clock.pass(1);
      const frames = wholeUpdates(cem?.inbox ?? []).length - before;
      expect(frames).toBeLessThanOrEqual(1);
      if (frames > 0) relayedAt.push(ms);
    }
    const gaps = relayedAt.slice(1).map((at, index) => at - (relayedAt[index] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(everyMs - 1);
    await harness.clock.pass(everyMs);
    await exchange(harness, pages);
    expect(new Set(pages.map((page) => text(page.doc).toJSON())).size).toBe(1);
  });

  it('answers who joins during a commit with what is stored, and misses nothing after', async () => {
    const { harness, room, ana } = await openPages({ ana: {} });
    text(ana.doc).insert(0, 'first');
    ana.say();
    const late = enterRoom(harness, room);
    late.say();
    expect(wholeUpdates(late.inbox)).toEqual([]);
    await exchange(harness, [ana, late]);
    expect(text(late.doc).toJSON()).toBe('first');
  });
});

describe('a store that fails (R40)', () => {
  it('[P18] acknowledges nothing, says so, and takes everything once it works again', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} });
    harness.store.broken = 'disk full';
    text(ana.doc).insert(0, 'kept on my device');
    await exchange(harness, [ana, ben]);
    text(ana.doc).insert(0, 'and this, ');
    await exchange(harness, [ana, ben]);
    expect(ana.notices.map((one) => one.kind)).toContain('cannot-save');
    expect(ana.stored).toBeLessThan(ana.sent);
    expect(text(ben.doc).toJSON()).toBe('');
    expect(harness.rooms.canSave).toBe(false);

    harness.store.broken = null;
    await harness.clock.pass(6000);
    await exchange(harness, [ana, ben]);
    expect(ana.notices.at(-1)?.kind).toBe('saving-again');
    expect(ana.stored).toBe(ana.sent);
    expect(text(ben.doc).toJSON()).toBe('and this, kept on my device');
    expect(harness.rooms.canSave).toBe(true);
  });

  it('goes on answering those who only read, with what is stored', async () => {
    const { harness, room, ana } = await openPages(
      { ana: {} },
      { write: (doc) => text(doc).insert(0, 'stored before') },
    );
    harness.store.broken = 'disk full';
    text(ana.doc).insert(0, 'lost? ');
    await exchange(harness, [ana]);
    const late = enterRoom(harness, room, { role: 'viewer' });
    await exchange(harness, [ana, late]);
    expect(text(late.doc).toJSON()).toBe('stored before');
  });

  it('keeps one room’s trouble from the others', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    const discussion = await harness.rooms.open(mapId, 'discussion');
    const append = harness.store.append.bind(harness.store);
    harness.store.append = async (batches) => {
      if (batches.some((one) => one.part === 'discussion')) throw new Error('only this one');
      return append(batches);
    };
    const refused = discussion
      ?.edit((doc) => doc.getMap('comments').set('a', 1))
      .catch((error: unknown) => error);
    text(ana.doc).insert(0, 'fine');
    ana.say();
    await harness.clock.pass(10);
    ana.hear();
    expect(await refused).toBeInstanceOf(Error);
    expect(ana.stored).toBe(ana.sent);
  });
});

describe('what waits for a slow store', () => {
  const vectorOf = (size: number) => step1Frame(new Uint8Array(size));
  const stall = (harness: Harness) => {
    const stalled = Promise.withResolvers<void>();
    harness.store.delay = () => stalled.promise;
    return stalled;
  };

  it('[P29] keeps one question of a client, the latest', async () => {
    const { harness, room, ana, ben } = await openPages({ ana: {}, ben: {} });
    const stalled = stall(harness);
    text(ana.doc).insert(0, 'x');
    ana.say();
    await harness.clock.pass(5);
    const before = harness.rooms.counts().heldBytes;
    for (let i = 0; i < 20; i++) room.receive(ben.client, vectorOf(1000));
    expect(harness.rooms.counts().heldBytes - before).toBe(1000 + harness.limits.heldFrameBytes);
    ben.outbox.push(step1Frame(Y.encodeStateVector(ben.doc)));
    ben.say();
    stalled.resolve();
    await harness.clock.pass(5);
    expect(ben.inbox.filter((frame) => frame[0] === 0 && frame[1] === 1)).toHaveLength(1);
    expect(ben.closed).toBeNull();
    expect(harness.rooms.counts().heldBytes).toBe(0);
  });

  for (const limit of ['heldBytes', 'heldRoomBytes', 'heldServerBytes'] as const) {
    it(`[P29] turns away for later what goes beyond ${limit}, and gives everything back`, async () => {
      const { harness, room, ana, ben, cem } = await openPages(
        { ana: {}, ben: {}, cem: {} },
        { limits: { [limit]: 5000 } },
      );
      const stalled = stall(harness);
      text(ana.doc).insert(0, 'x');
      ana.say();
      await harness.clock.pass(5);
      room.receive(ben.client, vectorOf(4000));
      expect(ben.closed).toBeNull();
      text(ben.doc).insert(0, 'y'.repeat(2000));
      if (limit === 'heldBytes') {
        ben.say();
        expect(ben.closed?.code).toBe(1013);
      } else {
        room.receive(cem.client, vectorOf(2000));
        expect(cem.closed?.code).toBe(1013);
        expect(ben.closed).toBeNull();
      }
      stalled.resolve();
      await harness.clock.pass(5);
      expect(harness.rooms.counts().heldBytes).toBe(0);
    });
  }

  it('[P29] counts edits that are applied and wait for the commit of other maps', async () => {
    const { harness, ana } = await openPages({ ana: {} }, { limits: { heldRoomBytes: 5000 } });
    const stalled = stall(harness);
    const discussion = await harness.rooms.open(mapId, 'discussion');
    const waiting = discussion?.edit((doc) => doc.getMap('comments').set('a', 1));
    await harness.clock.pass(5);
    for (let i = 0; i < 10; i++) text(ana.doc).insert(0, 'y'.repeat(1000));
    ana.say();
    expect(ana.closed?.code).toBe(1013);
    stalled.resolve();
    await waiting;
    await harness.clock.pass(5);
    expect(harness.rooms.counts().heldBytes).toBe(0);
  });

  it('[P29] forgets what somebody waited for who leaves', async () => {
    const { harness, room, ana, ben } = await openPages({ ana: {}, ben: {} });
    const stalled = stall(harness);
    text(ana.doc).insert(0, 'x');
    ana.say();
    await harness.clock.pass(5);
    const before = harness.rooms.counts().heldBytes;
    room.receive(ben.client, vectorOf(4000));
    ben.leave();
    expect(harness.rooms.counts().heldBytes).toBe(before);
    stalled.resolve();
    await harness.clock.pass(5);
  });
});

describe('slow saves (R42)', () => {
  it('shows the newcomer everything the last person saved, whatever the store’s pace, 500 rounds', async () => {
    const harness = await createHarness();
    let seed = 42;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    harness.store.delay = () =>
      new Promise((resolve) => {
        harness.clock.after(Math.floor(random() * 3000), resolve);
      });
    let expected = '';
    for (let round = 0; round < 500; round++) {
      const room = await harness.room();
      const page = enterRoom(harness, room);
      page.say();
      for (let i = 0; i < 40 && text(page.doc).toJSON() !== expected; i++) {
        await harness.clock.pass(200);
        page.hear();
        page.say();
      }
      expect(text(page.doc).toJSON()).toBe(expected);
      text(page.doc).insert(0, String(round % 10));
      page.say();
      // Gone during the save; sometimes long enough for the room to be dropped.
      page.leave();
      expected = text(page.doc).toJSON();
      await harness.clock.pass(Math.floor(random() * 15_000));
    }
  });
});

describe('gaps (R26)', () => {
  it('[P14] asks once for everything after a lost update, stores nothing of the gap, and ends in step', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} });
    for (let i = 0; i < 30; i++) {
      text(ana.doc).insert(0, String(i % 10));
      // Every tenth update is lost on the way.
      if (i % 10 === 5) ana.outbox.pop();
      ana.say();
      await harness.clock.pass(3);
      ana.hear();
    }
    await exchange(harness, [ana, ben]);
    expect(text(ben.doc).toJSON()).toBe(text(ana.doc).toJSON());
    expect(ana.closed).toBeNull();
    const stored = await harness.store.loadContent(mapId, 'map');
    const rebuilt = new Y.Doc();
    for (const update of [stored?.snapshot, ...(stored?.updates ?? [])])
      if (update) Y.applyUpdate(rebuilt, update);
    expect(rebuilt.store.pendingStructs).toBeNull();
    expect(text(rebuilt).toJSON()).toBe(text(ana.doc).toJSON());
  });

  it('[P12] counts nothing after the gap until the step 2 came', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    const before = ana.stored;
    text(ana.doc).insert(0, 'lost');
    ana.outbox.pop();
    ana.sent--;
    text(ana.doc).insert(0, 'after the gap');
    ana.say();
    await harness.clock.pass(50);
    const asked = ana.inbox.filter((frame) => readClientFrame(frame)?.kind === 'step1');
    expect(asked).toHaveLength(1);
    expect(ana.stored).toBe(before);
    await exchange(harness, [ana]);
    expect(ana.stored).toBe(ana.sent);
  });

  it('[P14] closes who does not answer within ten seconds', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    text(ana.doc).insert(0, 'lost');
    ana.outbox.pop();
    text(ana.doc).insert(0, 'after the gap');
    ana.say();
    await harness.clock.pass(12_000);
    expect(ana.closed?.code).toBe(4400);
  });

  it('[P14] closes who sends a gap again when asked for everything', async () => {
    const { ana } = await openPages({ ana: {} });
    text(ana.doc).insert(0, 'lost');
    const [lost] = ana.outbox.splice(-1);
    text(ana.doc).insert(0, 'after');
    const gap = ana.outbox[0]?.slice() ?? new Uint8Array();
    ana.say();
    gap[1] = 1;
    ana.inbox.length = 0;
    ana.outbox.push(gap);
    ana.say();
    expect(lost).toBeDefined();
    expect(ana.closed?.code).toBe(4400);
  });
});

describe('slow readers (R18)', () => {
  const editLargely = async (harness: Harness, room: Room, mebibytes: number) => {
    const stored = room.edit((doc) => text(doc).insert(0, 'z'.repeat(mebibytes * 1024 * 1024)));
    await harness.clock.pass(10);
    await stored;
  };

  it('[P27] sends no more updates above 1 MiB unread, and one diff once it has drained', async () => {
    const { harness, ana, slow } = await openPages({ ana: {}, slow: {} });
    slow.unread = 2 * 1024 * 1024;
    for (let i = 0; i < 50; i++) {
      text(ana.doc).insert(0, 'x');
      ana.say();
      await harness.clock.pass(5);
    }
    expect(wholeUpdates(slow.inbox)).toEqual([]);
    slow.unread = 0;
    await harness.clock.pass(1500);
    expect(wholeUpdates(slow.inbox)).toHaveLength(1);
    await exchange(harness, [ana, slow]);
    expect(text(slow.doc).toJSON()).toBe('x'.repeat(50));
  });

  it('[P27] closes a line that stays behind for 30 s, or has more than 8 MiB unread', async () => {
    const { harness, ana, stuck, full } = await openPages({ ana: {}, stuck: {}, full: {} });
    stuck.unread = 2 * 1024 * 1024;
    full.unread = 9 * 1024 * 1024;
    text(ana.doc).insert(0, 'x');
    ana.say();
    await harness.clock.pass(2000);
    expect(full.closed?.code).toBe(1013);
    expect(stuck.closed).toBeNull();
    for (let second = 0; second < 32; second++) {
      // Signs of life, so that only the slowness counts.
      stuck.client.lastSeenMs = harness.clock.elapsed();
      await harness.clock.pass(1000);
    }
    expect(stuck.closed?.code).toBe(1013);
    expect(stuck.terminated).toBe(true);
  });

  it('[P27] closes a line that has more than 8 MiB unread also where nobody edits', async () => {
    const { harness, full } = await openPages({ full: {} });
    await harness.clock.pass(2000);
    full.unread = 9 * 1024 * 1024;
    await harness.clock.pass(2000);
    expect(full.closed?.code).toBe(1013);
  });

  it('[P27] a large update reaches every reader that reads: as it is, or as one diff once it has drained', async () => {
    const { harness, room, ana, healthy, slow } = await openPages({ ana: {}, healthy: {}, slow: {} });
    slow.unread = 200_000;
    await editLargely(harness, room, 10);
    const [frame] = wholeUpdates(healthy.inbox);
    // A line that takes its time, as a modest one does with ten megabytes.
    healthy.unread = frame?.length ?? 0;
    await editLargely(harness, room, 2);
    for (let second = 0; second < 60; second++) {
      text(ana.doc).insert(0, 'x');
      // Not the healthy one: its pong stands behind the load.
      for (const page of [ana, slow]) page.client.lastSeenMs = harness.clock.elapsed();
      ana.say();
      await harness.clock.pass(1000);
      if (second === 20) slow.unread = 0;
    }
    expect([healthy.closed, slow.closed, healthy.terminated]).toEqual([null, null, false]);
    healthy.unread = 0;
    await harness.clock.pass(1500);
    await exchange(harness, [ana, healthy, slow]);
    for (const page of [healthy, slow]) expect(text(page.doc).length).toBe(12 * 1024 * 1024 + 60);
  });

  it('[P27] two large updates in a row do not pile up for a line that has not read the first', async () => {
    const { harness, room, ana } = await openPages({ ana: {} });
    for (let round = 0; round < 3; round++) {
      await editLargely(harness, room, 2);
      ana.unread = ana.inbox.reduce((sum, one) => sum + one.length, 0);
    }
    expect(wholeUpdates(ana.inbox)).toHaveLength(1);
    ana.unread = 0;
    await harness.clock.pass(1500);
    await exchange(harness, [ana]);
    expect(text(ana.doc).length).toBe(6 * 1024 * 1024);
  });

  it('[P27] closes a line that does not read a large update in the time that a slow one needs', async () => {
    const { harness, room, ana, stuck } = await openPages({ ana: {}, stuck: {} });
    await editLargely(harness, room, 2);
    stuck.unread = 4 * 1024 * 1024;
    text(ana.doc).insert(0, 'x');
    ana.say();
    for (let second = 0; second < 50; second++) {
      stuck.client.lastSeenMs = harness.clock.elapsed();
      await harness.clock.pass(1000);
    }
    expect(stuck.terminated).toBe(true);
  });

  it('answers one step 1 at a time, so that asking without reading fills nothing', async () => {
    const harness = await createHarness({ write: (doc) => text(doc).insert(0, 'y'.repeat(100_000)) });
    const room = await harness.room();
    const greedy = enterRoom(harness, room, { role: 'viewer' });
    const [ask = new Uint8Array()] = greedy.outbox;
    for (let i = 0; i < 50; i++) {
      room.receive(greedy.client, ask);
      greedy.unread = 100_000;
    }
    expect(greedy.inbox.filter((frame) => frame.length > 50_000)).toHaveLength(1);
    greedy.unread = 0;
    await harness.clock.pass(1500);
    expect(greedy.inbox.filter((frame) => frame.length > 50_000)).toHaveLength(2);
  });
});

describe('keeping house', () => {
  it('compacts after 500 updates and at the end, and the content is the same (R47)', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    for (let i = 0; i < 510; i++) {
      text(ana.doc).insert(0, String(i % 10));
      ana.say();
      await harness.clock.pass(2);
    }
    await exchange(harness, [ana]);
    expect((await harness.store.loadContent(mapId, 'map'))?.updates.length).toBeLessThan(20);
    ana.leave();
    await harness.clock.pass(15_000);
    const stored = await harness.store.loadContent(mapId, 'map');
    expect(stored?.updates).toEqual([]);
    expect(harness.rooms.counts().rooms).toBe(0);
    const late = enterRoom(harness, await harness.room());
    await exchange(harness, [late]);
    expect(text(late.doc).toJSON()).toBe(text(ana.doc).toJSON());
  });

  it('drops the live document after 30 quiet seconds and goes on from the bytes', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} });
    text(ana.doc).insert(0, 'before');
    await exchange(harness, [ana, ben]);
    for (let i = 0; i < 35; i++) {
      ana.client.lastSeenMs = harness.clock.elapsed();
      ben.client.lastSeenMs = harness.clock.elapsed();
      await harness.clock.pass(1000);
    }
    text(ben.doc).insert(0, 'after ');
    await exchange(harness, [ana, ben]);
    expect(text(ana.doc).toJSON()).toBe('after before');
    expect(ben.stored).toBe(ben.sent);
  });

  it('[P9] keeps a quiet line alive with an empty awareness frame and drops a dead one after 45 s (R19)', async () => {
    const { harness, ana, dead } = await openPages({ ana: {}, dead: {} });
    ana.inbox.length = 0;
    for (let i = 0; i < 47; i++) {
      ana.client.lastSeenMs = harness.clock.elapsed();
      await harness.clock.pass(1000);
    }
    expect(ana.inbox.filter((frame) => frame.join() === '1,1,0').length).toBeGreaterThanOrEqual(2);
    expect(ana.terminated).toBe(false);
    expect(dead.terminated).toBe(true);
  });

  it('[P9] is never silent for as long as the minute after which networks cut an idle line (R59)', async () => {
    const { harness, ana } = await openPages({ ana: {} });
    for (let minutes = 0; minutes < 60; minutes++) {
      ana.inbox.length = 0;
      for (let i = 0; i < 4; i++) {
        ana.client.lastSeenMs = harness.clock.elapsed();
        await harness.clock.pass(12_500);
      }
      expect(ana.inbox.length).toBeGreaterThan(0);
    }
    expect([ana.terminated, ana.closed]).toEqual([false, null]);
  });

  it('[P28] closes the sockets of a share link when it expires', async () => {
    const harness = await createHarness();
    const room = await harness.room();
    const guest = enterRoom(harness, room, { expiresAt: harness.clock.now() + 5000 });
    await harness.clock.pass(4000);
    expect(guest.closed).toBeNull();
    await harness.clock.pass(2000);
    expect(guest.closed?.code).toBe(4401);
  });

  it('[P19] warns at 80 % of the largest size and refuses only what adds beyond it (R32)', async () => {
    const { harness, ana } = await openPages({ ana: {} }, { limits: { liveStateBytes: 10_000 } });
    text(ana.doc).insert(0, 'x'.repeat(8500));
    await exchange(harness, [ana]);
    expect(ana.notices.map((one) => one.kind)).toEqual(['nearly-full']);
    text(ana.doc).delete(0, 10);
    await exchange(harness, [ana]);
    expect(ana.stored).toBe(ana.sent);
    text(ana.doc).insert(0, 'y'.repeat(3000));
    ana.say();
    expect(ana.closed?.code).toBe(4413);
  });

  it('[P32] the server’s own edits may make a map that is too large smaller, but not larger', async () => {
    const { harness, room } = await openPages(
      {},
      { limits: { liveStateBytes: 5000 }, write: (doc) => text(doc).insert(0, 'x'.repeat(9000)) },
    );
    const edit = async (change: (doc: Y.Doc) => void) => {
      const done = room.edit(change).catch((error: unknown) => error);
      await harness.clock.pass(10);
      return done;
    };
    expect(await edit((doc) => text(doc).delete(0, 1000))).toBe(true);
    expect(await edit((doc) => text(doc).insert(0, 'y'))).toBeInstanceOf(ContentFullError);
    expect(await room.read((doc) => text(doc).length)).toBe(8000);
  });

  it('does not encode a nearly full map anew for every edit: at 16 MiB that takes seconds', async () => {
    const { harness, room, ana } = await openPages({ ana: {} }, { limits: { liveStateBytes: 10_000 } });
    text(ana.doc).insert(0, 'x'.repeat(8500));
    await exchange(harness, [ana]);
    const encoded = vi.spyOn(room.content, 'full');
    for (let edit = 0; edit < 10; edit++) {
      text(ana.doc).insert(0, 'y');
      await exchange(harness, [ana]);
    }
    expect(ana.stored).toBe(ana.sent);
    expect(encoded).not.toHaveBeenCalled();
  });
});

describe('what the gate cannot see from the bytes', () => {
  it('[P16] shared types nested deeper than 32 are refused, also when they come a few at a time (R30)', async () => {
    const { harness, room, ana } = await openPages({ ana: {} });
    let inner = ana.doc.getMap('touchpoints');
    const nest = (levels: number) =>
      ana.doc.transact(() => {
        for (let level = 0; level < levels; level++) inner = inner.set('inside', new Y.Map());
      });
    nest(16);
    await exchange(harness, [ana]);
    nest(16);
    await exchange(harness, [ana]);
    expect([ana.closed, ana.stored]).toEqual([null, ana.sent]);
    nest(1);
    ana.say();
    expect(ana.closed?.code).toBe(4400);
    const stored = await room.read((doc) => JSON.stringify(doc.getMap('touchpoints').toJSON()));
    expect(stored.match(/inside/g)).toHaveLength(32);
  });
});

describe('what comes before much else in one update', () => {
  it('[P16] is looked at as well: types nested too deeply', async () => {
    const { ana } = await openPages({ ana: {} });
    ana.doc.transact(() => {
      let inner = ana.doc.getMap('touchpoints');
      for (let level = 0; level < 33; level++) inner = inner.set('inside', new Y.Map());
      for (let i = 0; i < 300; i++) ana.doc.getMap('stages').set(`s${i}`, i);
    });
    ana.say();
    expect(ana.closed?.code).toBe(4400);
  });
});

describe('roles (R24)', () => {
  for (const role of ['viewer', 'commenter'] as const) {
    for (const type of [1, 2]) {
      it(`[P13] refuses a ${role}’s ${type === 1 ? 'step 2' : 'update'} whole, answers, and keeps the line`, async () => {
        const { harness, ana, guest } = await openPages({ ana: {}, guest: { role } });
        text(guest.doc).insert(0, 'vandalised');
        const frame = guest.outbox[0];
        if (frame) frame[1] = type;
        await exchange(harness, [ana, guest]);
        expect(guest.notices.map((one) => one.kind)).toEqual(['refused']);
        expect(guest.closed).toBeNull();
        expect(guest.stored).toBe(0);
        expect(text(ana.doc).toJSON()).toBe('');
        expect((await harness.store.loadContent(mapId, 'map'))?.updates.length).toBe(0);
      });
    }
  }
});

describe('presence through the room', () => {
  it('[P24] tells the latest state once in 33 ms, and nobody their own', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: { deviceId: null } });
    for (let clock = 1; clock <= 50; clock++) ana.outbox.push(say(7, clock, { cursor: { x: clock, y: 0 } }));
    ben.outbox.push(say(8, 1, { cursor: null }));
    ana.say();
    ben.say();
    await harness.clock.pass(40);
    ben.hear();
    const entries = ben.presence.flatMap((frame) => {
      const read = readClientFrame(frame);
      return read?.kind === 'presence' ? (readPresence(read.update) ?? []) : [];
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ client: 7, clock: 50 });
    expect(JSON.parse(entries[0]?.state ?? '')).toMatchObject({
      cursor: { x: 50 },
      role: 'editor',
      colour: 0,
    });
  });

  it('[P27] is told as a whole to who missed some of it, once they have read what was before', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} });
    ben.unread = 200_000;
    await harness.clock.pass(1000);
    ana.outbox.push(say(7, 1, { cursor: { x: 1, y: 0 } }));
    ana.say();
    await harness.clock.pass(100);
    const isPresence = ([kind]: Uint8Array) => kind === frameKind.awareness;
    expect(ben.inbox.some(isPresence)).toBe(false);
    ben.unread = 0;
    await harness.clock.pass(2000);
    expect(ben.inbox.some(isPresence)).toBe(true);
  });

  it('goes with what a commit relays, also what comes right behind it', async () => {
    const { harness, ana, ben } = await openPages({ ana: {}, ben: {} });
    text(ana.doc).insert(0, 'x');
    ana.say();
    // Told once the edit is stored and before the next turn.
    harness.store.delay = async () => {
      ana.outbox.push(say(7, 1, { cursor: { x: 1, y: 0 } }));
      harness.clock.soon(() => ana.say());
    };
    await harness.clock.pass(0);
    expect(ben.inbox.map(([kind]) => kind)).toEqual([0, 1]);
  });
});
