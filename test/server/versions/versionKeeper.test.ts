/** When the server keeps a version by itself (U40), on rooms with a clock turned by hand. */
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { createRooms } from '../../../server/rooms/rooms.ts';
import { readMap } from '../../../src/document/readMap.ts';
import { unpackMap } from '../../../server/versions/packing.ts';
import { replaceContent } from '../../../server/versions/replaceContent.ts';
import {
  createHarness,
  enterRoom,
  exchange,
  mapId,
  openPages,
  type Harness,
} from '../../support/roomHarness.ts';

const minute = 60_000;
const setTitle = (doc: Y.Doc, title: string) => doc.getMap('map').set('title', title);
/** Pages that say nothing for hours are not taken for dead. */
const options = { write: (doc: Y.Doc) => setTitle(doc, 'Made'), limits: { deadMs: 1e9 } };

/** The titles of the map in each version, the newest first. */
async function titles({ store }: Harness): Promise<string[]> {
  const found = [];
  for (const { id } of await store.listVersions(mapId)) {
    const version = await store.loadVersion(mapId, id);
    found.push(version ? unpackMap(version.packed, 1e9).map.title : 'gone');
  }
  return found;
}

describe('versions that are kept by themselves', () => {
  it('hold what was there before the first edit, and what is there when editing has paused', async () => {
    const { harness, ana } = await openPages({ ana: {} }, options);
    expect(await titles(harness)).toEqual([]);
    await harness.clock.pass(6 * minute);
    setTitle(ana.doc, 'One');
    await exchange(harness, [ana]);
    await harness.clock.pass(2000);
    expect(await titles(harness)).toEqual(['Made']);
    await harness.clock.pass(4 * minute);
    setTitle(ana.doc, 'Two');
    await exchange(harness, [ana]);
    await harness.clock.pass(4 * minute);
    expect(await titles(harness)).toEqual(['Made']);
    await harness.clock.pass(2 * minute);
    expect(await titles(harness)).toEqual(['Two', 'Made']);
    await harness.clock.pass(60 * minute);
    expect(await titles(harness)).toEqual(['Two', 'Made']);
  });

  it('come every quarter of an hour while editing goes on, never nearer than five minutes', async () => {
    const { harness, ana } = await openPages({ ana: {} }, options);
    for (let at = 0; at < 60; at++) {
      setTitle(ana.doc, `Minute ${at}`);
      await exchange(harness, [ana]);
      await harness.clock.pass(minute);
    }
    const times = (await harness.store.listVersions(mapId)).map(({ at }) => at);
    // The first is the map as it was made, long ago.
    const gaps = times.slice(0, -2).map((at, index) => at - (times[index + 1] ?? 0));
    expect(times.length).toBeGreaterThanOrEqual(4);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(15 * minute);
    for (const gap of gaps) expect(gap).toBeLessThan(17 * minute);
  });

  it('are kept when everybody has left, say who worked and how much there is', async () => {
    const { harness, room, ana } = await openPages({ ana: {} }, options);
    ana.doc.getMap('stages').set('s1', new Y.Map());
    await exchange(harness, [ana]);
    ana.leave();
    await harness.clock.pass(20_000);
    expect(harness.rooms.holds(room)).toBe(false);
    const [newest] = await harness.store.listVersions(mapId);
    expect(newest).toMatchObject({
      kind: 'automatic',
      isCurrent: true,
      counts: { stages: 1, touchpoints: 0 },
    });
  });

  it('survive a stop in the middle: the next edit keeps what the last people left', async () => {
    const first = await openPages({ ana: {} }, options);
    setTitle(first.ana.doc, 'Left behind');
    await exchange(first.harness, [first.ana]);
    await first.harness.rooms.stop();
    expect(await titles(first.harness)).toEqual([]);
    const { store, clock, limits } = first.harness;
    const quiet = createLog('silent', () => {}, Date.now);
    const rooms = createRooms(store, clock, quiet, limits);
    const room = await rooms.open(mapId, 'map');
    if (!room) throw new Error('the map is there');
    const harness = { ...first.harness, rooms };
    const ben = enterRoom(harness, room);
    await exchange(harness, [ben]);
    setTitle(ben.doc, 'Next day');
    await exchange(harness, [ben]);
    await clock.pass(2000);
    expect(await titles(harness)).toEqual(['Left behind']);
  });

  it('[R48] hold what people left who came and went within the distance, before the next one edits; a minute apart at least', async () => {
    const harness = await createHarness(options);
    await harness.clock.pass(6 * minute);
    const visit = async (title: string) => {
      const page = enterRoom(harness, await harness.room());
      await exchange(harness, [page]);
      setTitle(page.doc, title);
      await exchange(harness, [page]);
      await harness.clock.pass(2000);
      page.leave();
      await harness.clock.pass(20_000);
    };
    await visit('Kept as the last one left');
    expect(await titles(harness)).toEqual(['Kept as the last one left', 'Made']);
    await harness.clock.pass(2 * minute);
    // Left within five minutes of the version before, so nothing else holds it.
    await visit('Work of an afternoon');
    expect(await titles(harness)).not.toContain('Work of an afternoon');
    await harness.clock.pass(2 * minute);
    await visit('Wrecked');
    expect(await titles(harness)).toContain('Work of an afternoon');
    const times = (await harness.store.listVersions(mapId)).map(({ at }) => at);
    for (let round = 0; round < 20; round++) await visit(`Round ${round}`);
    const kept = (await harness.store.listVersions(mapId)).length - times.length;
    // Of twenty visits in seven minutes.
    expect(kept).toBeLessThanOrEqual(10);
  });

  it('that cannot be stored cost nobody an edit and are tried again', async () => {
    const { harness, ana } = await openPages({ ana: {} }, options);
    const { addVersion } = harness.store;
    harness.store.addVersion = () => Promise.reject(new Error('disk full'));
    setTitle(ana.doc, 'One');
    await exchange(harness, [ana]);
    await harness.clock.pass(2000);
    expect(harness.logged.join()).toContain('a version could not be kept');
    expect(ana.stored).toBe(ana.sent);
    harness.store.addVersion = addVersion;
    await harness.clock.pass(10 * minute);
    expect(await titles(harness)).toEqual(['One', 'Made']);
  });

  it('[R48] that cannot be thinned out do not make a replacement look as if it had not happened', async () => {
    const { harness, room, ana } = await openPages({ ana: {} }, options);
    const { store, rooms, clock } = harness;
    const { listVersions } = store;
    let asked = 0;
    store.listVersions = (id) => (asked++ === 0 ? listVersions(id) : Promise.reject(new Error('disk full')));
    const content = await room.read(readMap);
    const journey = { ...content, map: { ...content.map, title: 'Replaced' } };
    const made = replaceContent(room, journey, { store, versions: rooms.versions, now: clock.now() });
    await exchange(harness, [ana]);
    expect((await made).before).not.toBeNull();
    expect(ana.doc.getMap('map').get('title')).toBe('Replaced');
    expect(harness.logged.join()).toContain('versions could not be thinned out');
  });
});
