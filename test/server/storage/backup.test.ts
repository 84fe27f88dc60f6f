/** Backups while people edit, and the drill that goes back to one (R44). */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { backUp, BackupError, checkBackup } from '../../../server/storage/backup.ts';
import { openSqliteStore } from '../../../server/storage/sqliteStore.ts';
import { digest } from '../../../src/document/digest.ts';
import { newFolder, startServer, type ChildServer } from '../../support/startServer.ts';
import { call, makeMap, openStockClient } from '../../support/syncClients.ts';
import { until } from '../../support/until.ts';

const folders: string[] = [];
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
let server: ChildServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true });
});

const command = ['server/cli/touchline.ts', 'backup'];

describe('a backup', () => {
  it('[R44] made while people edit holds everything stored before it, and a server started on it shows the same', async () => {
    const dataDir = folder();
    server = await startServer({ dataDir });
    const map = await makeMap(server.url, { template: 'saas-onboarding-blueprint.en' });
    const path1 = `/api/maps/${map.id}`;
    const { token } = map.links.edit;
    const ana = openStockClient(server.url, map.id, token);
    await until(() => ana.provider.synced);
    await call(server.url, 'POST', `${path1}/versions`, token, { title: 'Start' });

    // Somebody types all the time; readings over HTTP are acknowledged one by one and so make the ledger.
    const notes = ana.doc.getMap('notes');
    let typed = 0;
    const typing = setInterval(() => notes.set('n', typed++), 2);
    let stored = 0;
    const over = new AbortController();
    const writing = (async () => {
      while (!over.signal.aborted) {
        const reading = {
          touchpointId: null,
          metric: 'nps',
          value: stored % 100,
          at: '2026-01-01',
          source: `s${stored}`,
        };
        const { status } = await call(server?.url ?? '', 'POST', `${path1}/readings`, token, [reading]);
        if (status === 201) stored++;
      }
    })();
    const copies: { readonly target: string; readonly atLeast: number }[] = [];
    for (let round = 0; round < 3; round++) {
      const before = stored;
      await until(() => stored > before + 3);
      const target = path.join(folder(), 'copy');
      const atLeast = stored;
      const child = spawn(process.execPath, [...command, target, '--data', dataDir], { stdio: 'ignore' });
      const [code] = (await once(child, 'exit')) as [number];
      expect(code).toBe(0);
      copies.push({ target, atLeast });
    }
    over.abort();
    await writing;
    clearInterval(typing);
    ana.close();
    await server.stop();
    expect(typed).toBeGreaterThan(10);

    for (const { target, atLeast } of copies) {
      expect((await checkBackup(target)).wrong).toEqual([]);
      const noted = JSON.parse(readFileSync(path.join(target, 'digests.json'), 'utf8')) as Record<
        string,
        string
      >;
      server = await startServer({ dataDir: target });
      const ben = openStockClient(server.url, map.id, token);
      await until(() => ben.provider.synced);
      expect(digest(ben.doc)).toBe(noted[`${map.id}/map`]);
      expect(ben.doc.getMap('readings').size).toBeGreaterThanOrEqual(atLeast);
      const versions = (await call(server.url, 'GET', `${path1}/versions`, token))
        .body as unknown as object[];
      expect(versions.length).toBeGreaterThan(0);
      ben.close();
      await server.stop();
    }
  });

  it('[R44] that was damaged afterwards fails the check, by the name of what is damaged', async () => {
    const dataDir = folder();
    server = await startServer({ dataDir });
    const first = await makeMap(server.url);
    await makeMap(server.url);
    await server.stop();
    const target = path.join(folder(), 'copy');
    await backUp(dataDir, target);
    expect(await checkBackup(target)).toMatchObject({ all: 4, wrong: [] });
    const vandal = new DatabaseSync(path.join(target, 'touchline.sqlite'));
    vandal.prepare("UPDATE snapshots SET crc = crc + 1 WHERE map_id = ? AND part = 'map'").run(first.id);
    vandal.close();
    expect((await checkBackup(target)).wrong).toEqual([`${first.id}/map`]);
    const checked = spawnSync(process.execPath, [...command, target, '--check'], { encoding: 'utf8' });
    expect([checked.status, checked.stderr]).toEqual([1, expect.stringContaining(`${first.id}/map`)]);
    // One damaged map does not keep the rest from being copied.
    const again = path.join(folder(), 'again');
    expect((await backUp(target, again))[`${first.id}/map`]).toBeNull();
    expect((await checkBackup(again)).wrong).toEqual([`${first.id}/map`]);
  });

  it('[R44] with a damaged picture fails the check too', async () => {
    const dataDir = folder();
    const store = openSqliteStore(path.join(dataDir, 'touchline.sqlite'));
    const facts = { id: 'm1', title: '', generation: 1, createdAt: 1, updatedAt: 1, deletedAt: null };
    await store.createMap(facts, [], []);
    await store.addImage(
      'm1',
      { hash: 'h', type: 'png', bytes: Uint8Array.of(1, 2) },
      { count: 9, bytes: 9 },
    );
    await store.close();
    const target = path.join(folder(), 'copy');
    await backUp(dataDir, target);
    expect(await checkBackup(target)).toEqual({ all: 1, wrong: [] });
    const vandal = new DatabaseSync(path.join(target, 'touchline.sqlite'));
    vandal.exec("UPDATE images SET bytes = x'0103'");
    vandal.close();
    expect((await checkBackup(target)).wrong).toEqual(['m1/h']);
  });

  it('is never written over something, and never made of nothing', async () => {
    const full = folder();
    writeFileSync(path.join(full, 'precious'), '');
    await expect(backUp(folder(), path.join(folder(), 'copy'))).rejects.toThrow(BackupError);
    const dataDir = folder();
    server = await startServer({ dataDir });
    await expect(backUp(dataDir, full)).rejects.toThrow(/not empty/);
    expect(existsSync(path.join(full, 'touchline.sqlite'))).toBe(false);
    const old = path.join(folder(), 'copy');
    await backUp(dataDir, old);
    const db = new DatabaseSync(path.join(old, 'touchline.sqlite'));
    db.exec('PRAGMA user_version = 1');
    db.close();
    await expect(checkBackup(old)).rejects.toThrow(/older or newer Touchline/);
    await expect(checkBackup(full)).rejects.toThrow(BackupError);
  });
});
