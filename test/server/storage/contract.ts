/** What every store must do; each back end's test runs it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '../../../server/auth/tokens.ts';
import type { Batch, LinkRow, MapRow, NewVersion, Store } from '../../../server/storage/store.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const map: MapRow = {
  id: 'm1',
  title: 'First',
  generation: 1,
  createdAt: 10,
  updatedAt: 10,
  deletedAt: null,
};
const link = (id: string, more: Partial<LinkRow> = {}): LinkRow => ({
  id,
  mapId: 'm1',
  name: 'edit',
  label: '',
  tokenHash: hashToken(`token of ${id}`),
  createdAt: 10,
  expiresAt: null,
  lastOpenedAt: null,
  ...more,
});
const batch = (updates: Uint8Array[], more: Partial<Batch> = {}): Batch => ({
  mapId: 'm1',
  part: 'map',
  at: 20,
  updates: updates.map((one) => ({ author: 'ana', bytes: one })),
  owners: [],
  ...more,
});

const version = (id: string, more: Partial<NewVersion> = {}): NewVersion => ({
  id,
  kind: 'automatic',
  title: '',
  by: ['Ana', '本'],
  at: 20,
  seq: 0,
  counts: { stages: 1, lanes: 2, personas: 3, touchpoints: 4 },
  source: null,
  packed: bytes(7, 8, 9),
  ...more,
});

/** `open` gives an empty store; it is closed by the suite. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.createMap(
        map,
        [link('l1')],
        [
          { part: 'map', snapshot: bytes(1, 2), owners: new Map([[7, 'server']]) },
          { part: 'discussion', snapshot: bytes(3), owners: new Map() },
        ],
      );
    });
    afterEach(() => store.close());

    const image = (name: string, size = 3) =>
      ({ hash: name.repeat(64), type: 'png', bytes: new Uint8Array(size).fill(7) }) as const;
    const room = { count: 2, bytes: 100 };

    it('keeps a picture for each map it was given to, and for no other', async () => {
      await store.createMap({ ...map, id: 'm2' }, [link('l2', { mapId: 'm2' })], []);
      expect(await store.addImage('m1', image('a'), room)).toBe(true);
      expect(await store.loadImage('m1', image('a').hash)).toEqual(image('a'));
      expect(await store.loadImage('m2', image('a').hash)).toBeNull();
      expect(await store.loadImage('m1', image('b').hash)).toBeNull();
    });

    it('gives a map no more pictures than it has room for; one it has already takes none', async () => {
      expect(await store.addImage('m1', image('a', 60), room)).toBe(true);
      expect(await store.addImage('m1', image('b', 60), room)).toBe(false);
      expect(await store.addImage('m1', image('b', 40), room)).toBe(true);
      expect(await store.addImage('m1', image('c', 0), room)).toBe(false);
      expect(await store.addImage('m1', image('a', 60), room)).toBe(true);
    });

    it('purges a picture with the last map that has it', async () => {
      await store.createMap({ ...map, id: 'm2' }, [link('l2', { mapId: 'm2' })], []);
      for (const id of ['m1', 'm2']) await store.addImage(id, image('a'), room);
      await store.addImage('m1', image('b'), room);
      await store.deleteMap('m1', 100);
      expect(await store.purgeMaps(101, 10)).toBe(1);
      expect(await store.loadImage('m2', image('a').hash)).toEqual(image('a'));
      await store.deleteMap('m2', 100);
      expect(await store.purgeMaps(101, 10)).toBe(1);
      expect(await store.loadImage('m2', image('a').hash)).toBeNull();
    });

    it('takes a map out of the bin again, and it stays out of it (U41)', async () => {
      expect(await store.undeleteMap('m1')).toBe(false);
      await store.deleteMap('m1', 100);
      expect(await store.undeleteMap('m1')).toBe(true);
      expect((await store.findMap('m1'))?.deletedAt).toBeNull();
      expect(await store.purgeMaps(1e15, 10)).toBe(0);
    });

    it('purges what is long in the bin, whole, and nothing else (U41)', async () => {
      await store.append([batch([bytes(9)])]);
      await store.deleteMap('m1', 100);
      expect(await store.purgeMaps(100, 10)).toBe(0);
      expect(await store.findMap('m1')).not.toBeNull();
      await store.createMap({ ...map, id: 'm2' }, [link('l2', { mapId: 'm2' })], []);
      expect(await store.purgeMaps(101, 10)).toBe(1);
      expect(await store.findMap('m1')).toBeNull();
      expect(await store.loadContent('m1', 'map')).toBeNull();
      expect(await store.findLink(hashToken('token of l1'))).toBeNull();
      expect(await store.listLinks('m2')).toHaveLength(1);
      // Nothing is left behind that a map of the same name would find.
      await store.createMap(map, [link('l1')], [{ part: 'map', snapshot: bytes(1), owners: new Map() }]);
      const again = await store.loadContent('m1', 'map');
      expect([again?.updates, again?.owners.size]).toEqual([[], 0]);
    });

    it('gives back what was put in', async () => {
      expect(await store.findMap('m1')).toEqual(map);
      expect(await store.listLinks('m1')).toEqual([link('l1')]);
      expect(await store.loadContent('m1', 'map')).toEqual({
        generation: 1,
        seq: 0,
        updatedAt: 10,
        snapshot: bytes(1, 2),
        updates: [],
        owners: new Map([[7, 'server']]),
      });
      expect((await store.loadContent('m1', 'discussion'))?.snapshot).toEqual(bytes(3));
    });

    it('says null for what is not there', async () => {
      expect(await store.findMap('other')).toBeNull();
      expect(await store.loadContent('other', 'map')).toBeNull();
      expect(await store.findLink(hashToken('other'))).toBeNull();
      expect(await store.listLinks('other')).toEqual([]);
    });

    it('makes a map whole or not at all', async () => {
      const second = { ...map, id: 'm2' };
      // The same token twice cannot be; nothing of the map may stay.
      await expect(
        store.createMap(second, [link('l2', { mapId: 'm2', tokenHash: hashToken('token of l1') })], []),
      ).rejects.toBeInstanceOf(Error);
      expect(await store.findMap('m2')).toBeNull();
    });

    it('numbers edits without holes over batches and maps, and keeps their order', async () => {
      await store.createMap(
        { ...map, id: 'm2' },
        [],
        [{ part: 'map', snapshot: bytes(), owners: new Map() }],
      );
      expect(await store.append([batch([bytes(4), bytes(5)]), batch([bytes(6)], { mapId: 'm2' })])).toEqual([
        2, 1,
      ]);
      expect(await store.append([batch([bytes(7)])])).toEqual([3]);
      const content = await store.loadContent('m1', 'map');
      expect(content?.seq).toBe(3);
      expect(content?.updates).toEqual([bytes(4), bytes(5), bytes(7)]);
      expect((await store.loadContent('m2', 'map'))?.updates).toEqual([bytes(6)]);
    });

    it('appends all batches or none', async () => {
      await expect(
        store.append([batch([bytes(4)]), batch([bytes(5)], { mapId: 'none' })]),
      ).rejects.toBeInstanceOf(Error);
      expect((await store.loadContent('m1', 'map'))?.seq).toBe(0);
      expect((await store.loadContent('m1', 'map'))?.updates).toEqual([]);
    });

    it('remembers the first owner of a client id, and title and time with the edits', async () => {
      await store.append([batch([bytes(4)], { owners: [[1, 'ana']], title: 'Second' })]);
      await store.append([batch([bytes(5)], { owners: [[1, 'ben']], at: 30 })]);
      expect((await store.loadContent('m1', 'map'))?.owners).toEqual(
        new Map([
          [7, 'server'],
          [1, 'ana'],
        ]),
      );
      expect(await store.findMap('m1')).toMatchObject({ title: 'Second', updatedAt: 30 });
    });

    it('compacts up to a number and keeps what came after', async () => {
      await store.append([batch([bytes(4), bytes(5), bytes(6)])]);
      await store.compact({ mapId: 'm1', part: 'map', seq: 2, snapshot: bytes(9), at: 40 });
      expect(await store.loadContent('m1', 'map')).toMatchObject({
        seq: 3,
        snapshot: bytes(9),
        updates: [bytes(6)],
      });
      expect(await store.append([batch([bytes(8)])])).toEqual([4]);
      expect(await store.findMap('m1')).toMatchObject({ updatedAt: 20 });
      // An older compaction that comes late changes nothing.
      await store.compact({ mapId: 'm1', part: 'map', seq: 1, snapshot: bytes(0), at: 50 });
      expect(await store.loadContent('m1', 'map')).toMatchObject({
        snapshot: bytes(9),
        updates: [bytes(6), bytes(8)],
      });
    });

    it('finds each map its own edits again, whatever came between and was compacted meanwhile', async () => {
      const ids = ['m1', 'm2', 'm3'];
      for (const id of ids.slice(1))
        await store.createMap({ ...map, id }, [], [{ part: 'map', snapshot: bytes(1), owners: new Map() }]);
      const expected = new Map<string, { seq: number; from: number }>(
        ids.map((id) => [id, { seq: 0, from: 0 }]),
      );
      let random = 7;
      for (let turn = 0; turn < 120; turn++) {
        random = (random * 1103515245 + 12345) % 2 ** 31;
        const mapId = ids[random % 3] ?? '';
        const known = expected.get(mapId) ?? { seq: 0, from: 0 };
        if (random % 7 === 0) {
          const seq = known.from + Math.floor((known.seq - known.from) * ((random % 100) / 99));
          await store.compact({ mapId, part: 'map', seq, snapshot: bytes(1), at: 40 });
          known.from = seq;
        } else {
          const updates = Array.from({ length: 1 + (random % 3) }, (_, index) =>
            bytes(known.seq + index + 1),
          );
          await store.append([batch(updates, { mapId, at: 100 + turn })]);
          known.seq += updates.length;
          expect((await store.findMap(mapId))?.updatedAt).toBe(100 + turn);
        }
        for (const [id, { seq, from }] of expected) {
          const content = await store.loadContent(id, 'map');
          expect(content?.seq).toBe(seq);
          expect(content?.updates).toEqual(
            Array.from({ length: seq - from }, (_, index) => bytes(from + index + 1)),
          );
        }
      }
    });

    it('tells when a map was last edited, also once its edits are all in the snapshot', async () => {
      await store.append([batch([bytes(4)], { at: 30 })]);
      expect((await store.loadContent('m1', 'map'))?.updatedAt).toBe(30);
      await store.compact({ mapId: 'm1', part: 'map', seq: 1, snapshot: bytes(9), at: 50 });
      expect((await store.findMap('m1'))?.updatedAt).toBe(30);
      expect((await store.loadContent('m1', 'map'))?.updatedAt).toBe(30);
      await store.append([batch([bytes(5)], { part: 'discussion', at: 60 })]);
      expect((await store.findMap('m1'))?.updatedAt).toBe(60);
    });

    it('goes on counting where it was after a failed append', async () => {
      await store.append([batch([bytes(4)])]);
      await expect(
        store.append([batch([bytes(5)]), batch([bytes(6)], { mapId: 'none' })]),
      ).rejects.toBeInstanceOf(Error);
      expect(await store.append([batch([bytes(7)])])).toEqual([2]);
      expect((await store.loadContent('m1', 'map'))?.updates).toEqual([bytes(4), bytes(7)]);
    });

    it('keeps versions with all that was said of them, lists them by what they hold, and tells which is current', async () => {
      const source = { id: 'v1', title: 'Before the workshop', at: 5 };
      await store.addVersion('m1', version('v1', { kind: 'named', title: 'Before the workshop' }), []);
      await store.append([batch([bytes(4)])]);
      await store.addVersion('m1', version('v2', { kind: 'restored', seq: 1, source, by: [] }), []);
      const { packed, ...second } = version('v2', { kind: 'restored', seq: 1, source, by: [] });
      const [newest, oldest, ...more] = await store.listVersions('m1');
      expect(newest).toEqual({ ...second, size: packed.length, isCurrent: true });
      expect([oldest?.id, oldest?.title, oldest?.isCurrent, more]).toEqual([
        'v1',
        'Before the workshop',
        false,
        [],
      ]);
      expect((await store.loadVersion('m1', 'v1'))?.packed).toEqual(bytes(7, 8, 9));
      expect(await store.loadVersion('m2', 'v1')).toBeNull();
      expect(await store.listVersions('m2')).toEqual([]);
    });

    it('stores a version with the edits that replace what it holds: both or none', async () => {
      await store.append([batch([bytes(4)], { versions: [version('v1')] })]);
      expect((await store.listVersions('m1')).map(({ id }) => id)).toEqual(['v1']);
      await expect(store.append([batch([bytes(5)], { versions: [version('v1')] })])).rejects.toBeInstanceOf(
        Error,
      );
      expect((await store.loadContent('m1', 'map'))?.seq).toBe(1);
    });

    it('names versions of their map only, also those that were kept by themselves', async () => {
      await store.addVersion('m1', version('v1'), []);
      expect(await store.renameVersion('m1', 'v1', 'Start')).toBe(true);
      expect(await store.renameVersion('m2', 'v1', 'Theirs')).toBe(false);
      expect(await store.renameVersion('m1', 'none', 'None')).toBe(false);
      expect(await store.listVersions('m1')).toMatchObject([{ id: 'v1', kind: 'named', title: 'Start' }]);
      expect((await store.loadVersion('m1', 'v1'))?.packed).toEqual(bytes(7, 8, 9));
    });

    it('removes versions of their map only, alone or with the adding of another', async () => {
      await store.createMap(
        { ...map, id: 'm2' },
        [],
        [{ part: 'map', snapshot: bytes(), owners: new Map() }],
      );
      for (const id of ['a', 'b', 'c']) await store.addVersion('m1', version(id), []);
      await store.addVersion('m2', version('other'), ['a']);
      await store.addVersion('m1', version('d'), ['a', 'other']);
      await store.removeVersions('m1', ['b', 'other']);
      expect((await store.listVersions('m1')).map(({ id }) => id)).toEqual(['d', 'c']);
      expect((await store.listVersions('m2')).map(({ id }) => id)).toEqual(['other']);
      await store.deleteMap('m1', 100);
      await store.purgeMaps(101, 10);
      expect(await store.listVersions('m1')).toEqual([]);
    });

    it('keeps, finds, notes and withdraws share links', async () => {
      await store.addLink(link('l2', { name: 'view', label: 'Guests', expiresAt: 99, createdAt: 11 }));
      await store.noteOpened(
        new Map([
          ['l2', 50],
          ['gone', 50],
        ]),
      );
      const found = await store.findLink(hashToken('token of l2'));
      expect(found).toEqual(
        link('l2', { name: 'view', label: 'Guests', expiresAt: 99, createdAt: 11, lastOpenedAt: 50 }),
      );
      expect((await store.listLinks('m1')).map((one) => one.id)).toEqual(['l1', 'l2']);
      expect(await store.withdrawLink('other', 'l2')).toBe(false);
      expect(await store.withdrawLink('m1', 'l2')).toBe(true);
      expect(await store.withdrawLink('m1', 'l2')).toBe(false);
      expect(await store.findLink(hashToken('token of l2'))).toBeNull();
    });

    it('puts a map into the bin once', async () => {
      expect(await store.deleteMap('m1', 70)).toBe(true);
      expect(await store.deleteMap('m1', 80)).toBe(false);
      expect(await store.deleteMap('none', 80)).toBe(false);
      expect((await store.findMap('m1'))?.deletedAt).toBe(70);
    });

    it('can be asked whether it writes', async () => {
      await expect(store.probe()).resolves.toBeUndefined();
      await expect(store.probe()).resolves.toBeUndefined();
    });
  });
}
