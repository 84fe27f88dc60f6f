/**
 * What connections, maps and crowds may cost (R78), counted so that no machine's speed matters: bytes of heap that stay
 * after a collection, writes to the store, frames made. Times are measured by `npm run bench`.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newContent } from '../../../server/rooms/content.ts';
import type { Room } from '../../../server/rooms/room.ts';
import { RoomClient } from '../../../server/rooms/roomClient.ts';
import { createHarness, enterRoom, exchange, type Harness } from '../../support/roomHarness.ts';

const crowd = 200;
const kibibyte = 1024;
/** Measured 1 and 4 KiB; a document kept for each would be several times that. */
const heapBudget = { connection: 4 * kibibyte, map: 12 * kibibyte };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes that objects and buffers take. */
function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes that one of `count` things holds on to. */
async function heapOfEach(count: number, make: (index: number) => Promise<unknown>): Promise<number> {
  // What is made once for all is made before.
  await make(-1);
  const kept: unknown[] = [];
  collect();
  const before = held();
  for (let index = 0; index < count; index += 1) kept.push(await make(index));
  collect();
  return (held() - before) / kept.length;
}

function join(harness: Harness, room: Room, index: number): RoomClient {
  const client = new RoomClient(
    {
      role: 'editor',
      person: `device:${index}`,
      deviceId: `device${index}`,
      linkId: 'edit-link',
      expiresAt: null,
      address: '203.0.113.9',
    },
    { send() {}, unreadBytes: () => 0, close() {}, terminate() {}, ping() {} },
    harness.limits,
    () => harness.clock.elapsed(),
  );
  room.join(client);
  return client;
}

describe('budgets (R78)', () => {
  it('a quiet connection holds on to a few KiB', async () => {
    const harness = await createHarness();
    const room = await harness.room();
    const each = await heapOfEach(500, async (index) => join(harness, room, index));
    expect(each).toBeLessThan(heapBudget.connection);
  });

  it('an open map that nobody edits holds on to its bytes and little more', async () => {
    const harness = await createHarness();
    const { snapshot } = newContent(null);
    const each = await heapOfEach(300, async (index) => {
      const id = `map-number-${index}`;
      const map = { id, title: '', generation: 1, createdAt: 0, updatedAt: 0, deletedAt: null };
      const parts = (['map', 'discussion'] as const).map((part) => ({ part, snapshot, owners: new Map() }));
      await harness.store.createMap(map, [], parts);
      return harness.rooms.open(id, 'map');
    });
    expect(each).toBeLessThan(heapBudget.map);
  });

  it(`${crowd} people who edit at once cost a few writes and a few frames, not one for each pair`, async () => {
    const harness = await createHarness({ write: (doc) => doc.getText('text').insert(0, 'start') });
    const room = await harness.room();
    const pages = Array.from({ length: crowd }, () => enterRoom(harness, room));
    await exchange(harness, pages);
    const appends = harness.store.appends;
    const updates: Uint8Array[] = [];
    for (const { doc } of pages) doc.getText('text').insert(0, 'x');
    for (const page of pages) page.say();
    await harness.clock.pass(200);
    for (const { inbox } of pages) updates.push(...inbox.filter((frame) => frame[0] === 0));
    expect(harness.store.appends - appends).toBeLessThanOrEqual(2);
    // Each is told of all the others' edits, in a handful of frames, and what many are told is one piece of memory.
    expect(updates.length / crowd).toBeLessThanOrEqual(6);
    expect(new Set(updates).size).toBeLessThanOrEqual(6);
    expect(updates.reduce((sum, frame) => sum + frame.length, 0) / crowd).toBeLessThan(crowd * 64);
    await exchange(harness, pages);
    for (const { doc } of pages) expect(doc.getText('text').length).toBe(crowd + 5);
    expect(new Set(pages.map(({ doc }) => Y.encodeStateVector(doc).length)).size).toBe(1);
  });
});
