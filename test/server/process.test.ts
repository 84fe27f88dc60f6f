/** The server as a process: killed, stopped, started twice, started where it cannot, with a damaged map. */
import { spawnSync } from 'node:child_process';
import { writeFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { step2Frame, updateFrame } from '../../server/rooms/frames.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { newFolder, startFails, startServer, type ChildServer } from '../support/startServer.ts';
import { call, makeMap, openBareClient, openStockClient, socketUrl } from '../support/syncClients.ts';
import { until } from '../support/until.ts';

const folders: string[] = [];
function folder(): string {
  const made = newFolder();
  folders.push(made);
  return made;
}
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** A person at the keyboard who notes what the server said is saved, and what was seen of others. */
async function typist(server: ChildServer, map: CreatedMap, name: string, doc: Y.Doc) {
  const token = map.links.edit.token;
  const client = await openBareClient(server.url, map.id, [
    'touchline',
    token,
    `device.${name.padEnd(20, '0')}`,
  ]);
  const sent: string[] = [];
  client.send(step2Frame(Y.encodeStateAsUpdate(doc)));
  const mine = doc.getMap<number>(`of ${name}`);
  let count = mine.size;
  return {
    client,
    /** Writes one more entry; false when the line is gone. */
    type(): boolean {
      if (client.closed) return false;
      const before = Y.encodeStateVector(doc);
      const key = `${name} ${count++}`;
      mine.set(key, count);
      client.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
      sent.push(key);
      return true;
    },
    /** Keys that were acknowledged: the first frame was the step 2. */
    saved: () => sent.slice(0, Math.max(0, client.stored - 1)),
    /** Keys of others that were relayed. */
    seen(): readonly string[] {
      const copy = new Y.Doc();
      for (const [type, bytes] of client.sync) if (type !== 0) Y.applyUpdate(copy, bytes);
      return [...copy.share.keys()].flatMap((root) => [...copy.getMap(root).keys()]);
    },
  };
}

async function keysOnServer(
  server: ChildServer,
  map: CreatedMap,
  names: readonly string[],
): Promise<Set<string>> {
  const reader = openStockClient(server.url, map.id, map.links.view.token);
  await until(() => reader.provider.synced, 'the content after the restart');
  const keys = new Set(names.flatMap((name) => [...reader.doc.getMap(`of ${name}`).keys()]));
  reader.close();
  return keys;
}

describe('kill -9 (R38)', () => {
  it('loses nothing that was acknowledged or that anybody else has seen, however often', async () => {
    const dataDir = folder();
    const names = ['ana', 'ben', 'cem'];
    const docs = names.map(() => new Y.Doc());
    const ledger = new Set<string>();
    const first = await startServer({ dataDir });
    const map = await makeMap(first.url);
    await first.kill();
    // Some fifteen kills; a busy machine may do fewer in the time.
    const end = performance.now() + 15_000;
    let kills = 0;
    while (kills < 15 && performance.now() < end) {
      const server = await startServer({ dataDir });
      const present = await keysOnServer(server, map, names);
      expect([...ledger].filter((key) => !present.has(key))).toEqual([]);
      const people = await Promise.all(
        names.map((name, i) => typist(server, map, name, docs[i] ?? new Y.Doc())),
      );
      const writing = setInterval(() => {
        for (const person of people) person.type();
      }, 3);
      // A moment that has nothing to do with what the server is about.
      const wanted = Math.floor(Math.random() * 60);
      await until(() => people.some((person) => person.saved().length > wanted));
      await server.kill();
      clearInterval(writing);
      kills++;
      for (const person of people) {
        await until(() => person.client.closed !== null);
        for (const key of [...person.saved(), ...person.seen()]) ledger.add(key);
      }
    }
    const last = await startServer({ dataDir });
    const present = await keysOnServer(last, map, names);
    expect([...ledger].filter((key) => !present.has(key))).toEqual([]);
    await last.stop();
    expect(kills).toBeGreaterThanOrEqual(2);
    expect(ledger.size).toBeGreaterThan(20);
  });
});

describe('an orderly stop (R43)', () => {
  it('stores and acknowledges what was accepted, closes with 1012 and ends within ten seconds', async () => {
    const dataDir = folder();
    const server = await startServer({ dataDir });
    const map = await makeMap(server.url);
    const person = await typist(server, map, 'ana', new Y.Doc());
    for (let i = 0; i < 50; i++) person.type();
    await until(() => person.saved().length > 0);
    const writing = setInterval(() => person.type(), 2);
    const start = performance.now();
    expect(await server.end('SIGTERM')).toBe(0);
    clearInterval(writing);
    expect(performance.now() - start).toBeLessThan(10_000);
    await until(() => person.client.closed !== null);
    expect(person.client.closed?.code).toBe(1012);
    const again = await startServer({ dataDir });
    const present = await keysOnServer(again, map, ['ana']);
    expect(person.saved().filter((key) => !present.has(key))).toEqual([]);
    await again.stop();
  });
});

describe('starting where it cannot (R50)', () => {
  it('a second server on one data folder refuses, and the first goes on', async () => {
    const first = await startServer();
    const second = await startFails({ dataDir: first.dataDir });
    expect(second.code).toBe(1);
    expect(second.words).toContain(
      `Another Touchline is already running on the data folder ${first.dataDir}`,
    );
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    const { dataDir } = first;
    await first.kill();
    // The hold ends with the process, however that ended.
    const third = await startServer({ dataDir });
    await third.stop();
    folders.push(dataDir);
  });

  it('a taken port is told with what to do', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve);
    });
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, words } = await startFails({ dataDir: folder(), env: { PORT: String(port) } });
    taken.close();
    expect(code).toBe(1);
    expect(words).toMatch(/Another program already listens on 127\.0\.0\.1:\d+.*PORT/);
    expect(words).not.toMatch(/^\s+at /m);
  });

  it('a data folder that cannot be written, nonsense settings and a broken store file each get a sentence', async () => {
    const blocked = path.join(folder(), 'file');
    writeFileSync(blocked, '');
    const noFolder = await startFails({ dataDir: path.join(blocked, 'data') });
    expect([noFolder.code, noFolder.words]).toEqual([1, expect.stringContaining('cannot be written')]);
    const nonsense = await startFails({ dataDir: folder(), env: { LOG_LEVEL: 'loud' } });
    expect([nonsense.code, nonsense.words]).toEqual([
      1,
      'LOG_LEVEL is "loud" but must be one of silent, error, warn, info, debug.\n',
    ]);
    const broken = folder();
    writeFileSync(path.join(broken, 'touchline.sqlite'), 'no database'.repeat(100));
    const noStore = await startFails({ dataDir: broken });
    expect([noStore.code, noStore.words]).toEqual([1, expect.stringContaining('It was left as it is.')]);
  });
});

describe('the touchline command', () => {
  it('tells which command there is when asked for another', () => {
    const asked = spawnSync(process.execPath, ['server/cli/touchline.ts', 'fly'], { encoding: 'utf8' });
    expect([asked.status, asked.stderr]).toEqual([2, expect.stringContaining('Use one of: serve, ')]);
  });
});

describe('a damaged map (R41, R49)', () => {
  it('is set aside with an error, never shown empty, never overwritten; the others work', async () => {
    const dataDir = folder();
    const before = await startServer({ dataDir });
    const damaged = await makeMap(before.url, { template: 'airline-tiers.en' });
    const sound = await makeMap(before.url, { template: 'airline-tiers.en' });
    await before.end('SIGTERM');
    const file = path.join(dataDir, 'touchline.sqlite');
    const vandal = new DatabaseSync(file);
    const snapshot = () =>
      vandal.prepare("SELECT bytes FROM snapshots WHERE map_id = ? AND part = 'map'").get(damaged.id);
    vandal
      .prepare("UPDATE snapshots SET bytes = substr(bytes, 1, 500) WHERE map_id = ? AND part = 'map'")
      .run(damaged.id);
    const left = snapshot();
    vandal.close();
    const server = await startServer({ dataDir });
    const client = await openBareClient(server.url, damaged.id, ['touchline', damaged.links.edit.token]);
    await until(() => client.closed !== null);
    expect(client.closed?.code).toBe(4503);
    const document = `/api/maps/${damaged.id}/document`;
    const read = await call(server.url, 'GET', document, damaged.links.edit.token);
    expect([read.status, read.body.title]).toEqual([503, 'This map cannot be read right now']);
    expect(
      (
        await call(server.url, 'PUT', document, damaged.links.edit.token, {
          format: 'touchline/1',
          map: { id: 'x', title: 'x' },
          stages: [],
          lanes: [],
        })
      ).status,
    ).toBe(503);
    expect(server.log()).toContain('set aside');
    const fine = await call(server.url, 'GET', `/api/maps/${sound.id}/document`, sound.links.edit.token);
    expect(fine.status).toBe(200);
    await server.end('SIGTERM');
    const after = new DatabaseSync(file);
    expect(
      after.prepare("SELECT bytes FROM snapshots WHERE map_id = ? AND part = 'map'").get(damaged.id),
    ).toEqual(left);
    after.close();
  });
});

const resident = async (server: ChildServer) =>
  Number(/touchline_resident_bytes (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);

describe('memory stays flat', () => {
  it('under a frame of 100 MiB (R14) and a reader that stops reading (R18)', async () => {
    const server = await startServer();
    const map = await makeMap(server.url);
    const before = await resident(server);
    const bomb = await openBareClient(server.url, map.id, ['touchline', map.links.edit.token]);
    bomb.socket.send(new Uint8Array(100 * 1024 * 1024));
    await until(() => bomb.closed !== null);
    expect(bomb.closed?.code).toBe(1009);
    expect((await resident(server)) - before).toBeLessThan(80 * 1024 * 1024);

    const stuck = new WebSocket(`${socketUrl(server.url)}/${map.id}`, ['touchline', map.links.view.token]);
    stuck.on('error', () => {
      // It is cut in the end.
    });
    await new Promise((resolve) => stuck.once('open', resolve));
    stuck.pause();
    for (let who = 0; who < 9; who++) {
      const device = `device.writer${who}`.padEnd(27, '0');
      const writer = await openBareClient(server.url, map.id, ['touchline', map.links.edit.token, device]);
      const doc = new Y.Doc();
      for (let i = 0; i < 8; i++) {
        const vector = Y.encodeStateVector(doc);
        doc.getMap('map').set(`k${who}`, 'x'.repeat(240_000));
        writer.send(updateFrame(Y.encodeStateAsUpdate(doc, vector)));
        await until(() => writer.stored === i + 1);
      }
      await writer.close();
    }
    expect((await resident(server)) - before).toBeLessThan(150 * 1024 * 1024);
    stuck.terminate();
    await server.stop();
  });
});

describe('secrets (R3, R77)', () => {
  it('reach neither log nor storage, whatever is done', async () => {
    const server = await startServer({ env: { LOG_LEVEL: 'debug' } });
    const map = await makeMap(server.url);
    const person = await typist(server, map, 'ana', new Y.Doc());
    person.type();
    await until(() => person.saved().length === 1);
    await call(server.url, 'GET', `/api/maps/${map.id}?token=${map.links.view.token}`, map.links.view.token);
    await call(server.url, 'GET', `/m/${map.id}`, map.links.view.token);
    await call(server.url, 'POST', '/api/maps', map.links.owner.token, '{broken');
    await openBareClient(server.url, map.id, ['touchline', 'wrong-token-wrong-token-wrong']).then((one) =>
      one.close(),
    );
    await server.end('SIGTERM');
    const db = new DatabaseSync(path.join(server.dataDir, 'touchline.sqlite'));
    const stored = db
      .prepare('SELECT * FROM links')
      .all()
      .concat(db.prepare('SELECT author FROM updates').all());
    db.close();
    const everywhere = server.log() + JSON.stringify(stored);
    for (const secret of [
      ...Object.values(map.links).map((link) => link.token),
      'ana00000000000000000',
      'wrong-token',
    ]) {
      expect(everywhere).not.toContain(secret);
    }
    await server.stop();
  });
});
