/** The SQLite store: the contract, and what is its own: files, damage, newer versions. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { hashToken } from '../../../server/auth/tokens.ts';
import { DataFolderError, holdDataFolder, keptCreateToken } from '../../../server/storage/dataFolder.ts';
import { steps } from '../../../server/storage/sqliteSchema.ts';
import { openSqliteStore, StoreError } from '../../../server/storage/sqliteStore.ts';
import { DamagedMapError } from '../../../server/storage/store.ts';
import { newFolder } from '../../support/startServer.ts';
import { storeContract } from './contract.ts';

const folders: string[] = [];
function folder(): string {
  const made = newFolder();
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true });
});

storeContract('SQLite', async () => openSqliteStore(path.join(folder(), 'touchline.sqlite')));

const map = { id: 'm1', title: 'Secret plans', generation: 1, createdAt: 1, updatedAt: 1, deletedAt: null };

const aVersion = {
  id: 'v1',
  kind: 'automatic',
  title: '',
  by: [],
  at: 1,
  seq: 0,
  counts: { stages: 0, lanes: 0, personas: 0, touchpoints: 0 },
  source: null,
  packed: new Uint8Array([1]),
} as const;

describe('the SQLite file', () => {
  it('is kept over closing and opening', async () => {
    const file = path.join(folder(), 'touchline.sqlite');
    const first = openSqliteStore(file);
    await first.createMap(map, [], [{ part: 'map', snapshot: new Uint8Array([1]), owners: new Map() }]);
    await first.close();
    const second = openSqliteStore(file);
    expect((await second.loadContent('m1', 'map'))?.snapshot).toEqual(new Uint8Array([1]));
    await second.close();
  });

  it('tells when a map was last edited also to who finds it after a kill', async () => {
    const home = folder();
    const file = path.join(home, 'touchline.sqlite');
    const store = openSqliteStore(file);
    await store.createMap(map, [], [{ part: 'map', snapshot: new Uint8Array([1]), owners: new Map() }]);
    await store.append([
      {
        mapId: 'm1',
        part: 'map',
        at: 77,
        updates: [{ author: 'a', bytes: new Uint8Array([2]) }],
        owners: [],
      },
    ]);
    // As a kill leaves it: the file and its log, nothing closed.
    const left = path.join(home, 'left.sqlite');
    writeFileSync(left, readFileSync(file));
    writeFileSync(`${left}-wal`, readFileSync(`${file}-wal`));
    const found = openSqliteStore(left);
    expect((await found.findMap('m1'))?.updatedAt).toBe(77);
    await found.close();
    await store.close();
  });

  it('writes through to the disk on every commit', () => {
    const file = path.join(folder(), 'touchline.sqlite');
    const store = openSqliteStore(file);
    const looking = new DatabaseSync(file);
    expect(looking.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    looking.close();
    return store.close();
  });

  it('holds no token, only hashes (R4)', async () => {
    const file = path.join(folder(), 'touchline.sqlite');
    const store = openSqliteStore(file);
    const token = 'the-token-that-must-not-be-there';
    await store.createMap(
      map,
      [
        {
          id: 'l1',
          mapId: 'm1',
          name: 'view',
          label: '',
          tokenHash: hashToken(token),
          createdAt: 1,
          expiresAt: null,
          lastOpenedAt: null,
        },
      ],
      [],
    );
    await store.close();
    expect(readFileSync(file).includes(token)).toBe(false);
  });

  it('notices flipped bits and missing edits, and names the map only (R39, R49)', async () => {
    const file = path.join(folder(), 'touchline.sqlite');
    const store = openSqliteStore(file);
    const content = { part: 'map', snapshot: new Uint8Array([1, 2, 3]), owners: new Map() } as const;
    await store.createMap(map, [], [content]);
    await store.createMap({ ...map, id: 'm2' }, [], [content]);
    for (const id of ['m3', 'm4', 'm5']) await store.createMap({ ...map, id }, [], [content]);
    const edit = {
      part: 'map',
      at: 1,
      updates: [{ author: 'a', bytes: new Uint8Array([5, 6]) }],
      owners: [],
    } as const;
    await store.append([
      { ...edit, mapId: 'm2' },
      { ...edit, mapId: 'm3' },
    ]);
    for (let times = 0; times < 3; times++)
      await store.append([
        { ...edit, mapId: 'm4' },
        { ...edit, mapId: 'm5' },
      ]);
    const vandal = new DatabaseSync(file);
    vandal.exec("UPDATE snapshots SET bytes = x'010203ff' WHERE map_id = 'm1'");
    vandal.exec("UPDATE updates SET bytes = x'0507' WHERE map_id = 'm2'");
    vandal.exec("DELETE FROM updates WHERE map_id = 'm3'");
    // Of three edits the middle one, and the first.
    vandal.exec("DELETE FROM updates WHERE map_id = 'm4' AND seq = 2");
    vandal.exec("DELETE FROM updates WHERE map_id = 'm5' AND seq = 1");
    vandal.close();
    await store.close();
    const again = openSqliteStore(file);
    for (const id of ['m1', 'm2', 'm3', 'm4', 'm5'])
      await expect(again.loadContent(id, 'map')).rejects.toThrow(DamagedMapError);
    await expect(again.loadContent('m4', 'map')).rejects.toThrow('2 of its edits are missing');
    expect(await again.loadContent('m1', 'discussion')).toBeNull();
    await again.close();
  });

  it('survives a write-ahead log that is cut anywhere: what was committed before is there (R39)', async () => {
    const home = folder();
    const file = path.join(home, 'touchline.sqlite');
    const store = openSqliteStore(file);
    await store.createMap(map, [], [{ part: 'map', snapshot: new Uint8Array([1]), owners: new Map() }]);
    const sizes: number[] = [];
    for (let i = 0; i < 5; i++) {
      await store.append([
        {
          mapId: 'm1',
          part: 'map',
          at: 1,
          updates: [{ author: 'a', bytes: new Uint8Array([i]) }],
          owners: [],
        },
      ]);
      sizes.push(statSync(`${file}-wal`).size);
    }
    const main = readFileSync(file);
    const wal = readFileSync(`${file}-wal`);
    await store.close();
    const last = sizes.at(-1) ?? 0;
    for (let cut = sizes[0] ?? 0; cut <= last; cut += Math.ceil((last - (sizes[0] ?? 0)) / 40)) {
      const copy = path.join(home, `cut-${cut}.sqlite`);
      writeFileSync(copy, main);
      const damaged = Buffer.from(wal.subarray(0, cut));
      if (damaged.length > 10) damaged[damaged.length - 5] = (damaged[damaged.length - 5] ?? 0) ^ 0xff;
      writeFileSync(`${copy}-wal`, damaged);
      const opened = openSqliteStore(copy);
      const content = await opened.loadContent('m1', 'map');
      const whole = sizes.filter((size) => size < cut).length;
      expect(content?.updates.length).toBeGreaterThanOrEqual(whole);
      await opened.close();
    }
  });

  it('notices a flipped bit in a version (R39)', async () => {
    const file = path.join(folder(), 'touchline.sqlite');
    const store = openSqliteStore(file);
    await store.createMap(map, [], [{ part: 'map', snapshot: new Uint8Array([1]), owners: new Map() }]);
    await store.addVersion('m1', aVersion, []);
    const vandal = new DatabaseSync(file);
    vandal.exec("UPDATE versions SET packed = x'ff'");
    vandal.close();
    expect(await store.listVersions('m1')).toHaveLength(1);
    await expect(store.loadVersion('m1', 'v1')).rejects.toThrow(DamagedMapError);
    await store.close();
  });

  it('brings a file of each earlier step up to date, with all that is in it', async () => {
    for (let step = 1; step < steps.length; step++) {
      const file = path.join(folder(), 'touchline.sqlite');
      const old = new DatabaseSync(file);
      const [first = '', ...others] = steps.slice(0, step);
      const row = (part: string, seq: number, at: number) =>
        `INSERT INTO updates VALUES ('m1', '${part}', ${seq}, 'a', ${at}, x'0${seq}', ${crc32(new Uint8Array([seq]))});`;
      old.exec(`${first}
        INSERT INTO maps VALUES ('m1', 'Secret plans', 1, 1, 1, NULL);
        INSERT INTO contents VALUES ('m1', 'map', 5, 3, x'01', ${crc32(new Uint8Array([1]))}, 1);
        INSERT INTO contents VALUES ('m1', 'discussion', 2, 0, x'', 0, 1);
        ${row('discussion', 1, 1)} ${row('map', 4, 1)} ${row('discussion', 2, 1)} ${row('map', 5, 1)}`);
      for (const one of others) old.exec(one);
      old.exec(`PRAGMA user_version = ${step}`);
      old.close();
      const store = openSqliteStore(file);
      expect(await store.findMap('m1')).toEqual(map);
      expect(
        await store.append([
          {
            mapId: 'm1',
            part: 'map',
            at: 9,
            updates: [{ author: 'a', bytes: new Uint8Array([6]) }],
            owners: [],
          },
        ]),
      ).toEqual([6]);
      expect((await store.findMap('m1'))?.updatedAt).toBe(9);
      const updatesOf = async (part: 'map' | 'discussion') =>
        (await store.loadContent('m1', part))?.updates.map(([byte]) => byte);
      expect([await updatesOf('map'), await updatesOf('discussion')]).toEqual([
        [4, 5, 6],
        [1, 2],
      ]);
      expect((await store.loadContent('m1', 'map'))?.snapshot).toEqual(new Uint8Array([1]));
      await store.addVersion('m1', aVersion, []);
      expect(await store.listVersions('m1')).toHaveLength(1);
      await store.close();
    }
  });

  it('looks through a log once to find where each map ends in it, not once for each of thousands of maps', () => {
    const db = new DatabaseSync(':memory:');
    for (const step of steps) db.exec(step);
    const found = steps.flatMap((step) => step.split(';')).find((one) => one.includes('SET last'));
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${found}`).all();
    expect(plan.map(({ detail }) => String(detail)).join(', ')).not.toContain('CORRELATED');
    db.close();
  });

  it('writes for an edit what the edit is, however large the map has become', async () => {
    const file = path.join(folder(), 'touchline.sqlite');
    const snapshot = new Uint8Array(16 * 1024 * 1024);
    const before = openSqliteStore(file);
    await before.createMap(map, [], [{ part: 'map', snapshot, owners: new Map() }]);
    await before.close();
    const store = openSqliteStore(file);
    // Past 127 the number of the last edit takes another byte.
    for (let edit = 0; edit < 130; edit++)
      await store.append([
        {
          mapId: 'm1',
          part: 'map',
          at: 2,
          updates: [{ author: 'a', bytes: new Uint8Array([1]) }],
          owners: [],
        },
      ]);
    expect(statSync(`${file}-wal`).size).toBeLessThan(snapshot.length / 2);
    await store.close();
  });

  it('writes one place of the file for the edits of many maps, not one for each', async () => {
    const file = path.join(folder(), 'touchline.sqlite');
    const store = openSqliteStore(file);
    const ids = Array.from({ length: 200 }, (_, index) => `map-${(index * 77) % 200}`);
    for (const id of ids)
      await store.createMap(
        { ...map, id },
        [],
        [{ part: 'map', snapshot: new Uint8Array([1]), owners: new Map() }],
      );
    const bytes = new Uint8Array(100);
    const batches = ids.slice(0, 10).map((mapId) => ({
      mapId,
      part: 'map' as const,
      at: 2,
      updates: [{ author: 'a', bytes }],
      owners: [],
    }));
    // A first time, so that the log has begun.
    await store.append(batches);
    const before = statSync(`${file}-wal`).size;
    for (let times = 0; times < 20; times++) await store.append(batches);
    const pages = (statSync(`${file}-wal`).size - before) / 4096 / 20;
    // The log's last page or two, and the few in which all maps' last numbers lie: by map it was 23.
    expect(pages).toBeLessThan(10);
    await store.close();
  });

  it('refuses a file that is no store and one that a newer Touchline wrote, and leaves them as they are', async () => {
    const file = path.join(folder(), 'touchline.sqlite');
    writeFileSync(file, 'this is not a database, but somebody may want it back'.repeat(50));
    const before = readFileSync(file);
    expect(() => openSqliteStore(file)).toThrow(StoreError);
    expect(readFileSync(file).equals(before)).toBe(true);
    const newer = path.join(folder(), 'touchline.sqlite');
    const db = new DatabaseSync(newer);
    db.exec('PRAGMA user_version = 999');
    db.close();
    expect(() => openSqliteStore(newer)).toThrow(/newer Touchline/);
  });
});

describe('the data folder', () => {
  it('is made when missing and held by one server only (R50)', () => {
    const place = path.join(folder(), 'deep', 'data');
    const letGo = holdDataFolder(place);
    expect(() => holdDataFolder(place)).toThrow(/already running on the data folder/);
    letGo();
    holdDataFolder(place)();
  });

  it('that cannot be written is told in a sentence', () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    expect(() => holdDataFolder(path.join(file, 'data'))).toThrow(DataFolderError);
    expect(() => holdDataFolder(path.join(file, 'data'))).toThrow(/cannot be written.*DATA_DIR/);
    expect(existsSync(path.join(file, 'data'))).toBe(false);
  });

  it('below a place where nothing can be made is told at once, not tried for ever', () => {
    // Linux' own example of such a place; elsewhere it does not exist and cannot be made either.
    expect(() => holdDataFolder('/proc/nope/data')).toThrow(/cannot be written.*DATA_DIR/);
  });

  it('keeps the create token, readable for its owner only', () => {
    const place = folder();
    mkdirSync(place, { recursive: true });
    const token = keptCreateToken(place);
    expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/);
    expect(keptCreateToken(place)).toBe(token);
    expect(statSync(path.join(place, 'create-token')).mode & 0o077).toBe(0);
    writeFileSync(path.join(place, 'create-token'), 'short');
    expect(keptCreateToken(place)).not.toBe('short');
  });
});
