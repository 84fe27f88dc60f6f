/** Sockets against a real server: who gets in, what a bare socket may send, and what it gets back. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  presenceFrame,
  readClientFrame,
  readPresence,
  step1Frame,
  step2Frame,
  updateFrame,
} from '../../server/rooms/frames.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { rawFrame } from '../support/roomHarness.ts';
import { startInProcess, type RunningServer } from '../support/startServer.ts';
import { call, makeMap, openBareClient, type BareClient } from '../support/syncClients.ts';
import { until } from '../support/until.ts';

let server: RunningServer;
let map: CreatedMap;
const open: BareClient[] = [];
const device = (name: string) => `device.${name.padEnd(24, '0')}`;

beforeAll(async () => {
  server = await startInProcess({ env: { MAX_SOCKETS_PER_MAP: '12' } });
});
afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});
afterAll(() => server.stop());

async function enter(path: string, protocols: readonly string[], headers = {}): Promise<BareClient> {
  const client = await openBareClient(server.url, path, protocols, headers);
  open.push(client);
  return client;
}
const enterAs = (link: keyof CreatedMap['links'], name: string, path = map.id) =>
  enter(path, ['touchline', map.links[link].token, device(name)]);

async function closeOf(client: BareClient): Promise<number> {
  await until(() => client.closed !== null, 'the socket to be closed');
  return client.closed?.code ?? 0;
}

function edit(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  change(doc);
  return updateFrame(Y.encodeStateAsUpdate(doc, before));
}

/** Its document as the server has it. */
async function contentOf(id: string, token: string): Promise<Y.Doc> {
  const client = await openBareClient(server.url, id, ['touchline', token]);
  client.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
  await until(() => client.sync.some(([type]) => type === 1));
  const doc = new Y.Doc();
  for (const [type, bytes] of client.sync) if (type !== 0) Y.applyUpdate(doc, bytes);
  await client.close();
  return doc;
}

/** A handshake by hand: the status it is answered with. */
const handshake = (headers: Record<string, string>, path = `/sync/${map.id}`) =>
  new Promise<number>((resolve, reject) => {
    const asked = request(server.url + path, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Protocol': `touchline, ${map.links.view.token}`,
        ...headers,
      },
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });

describe('the handshake', () => {
  beforeAll(async () => {
    map = await makeMap(server.url);
  });

  it('[P3] lets in this origin and programs, and answers 403 to all others (R1)', async () => {
    const host = new URL(server.url).host;
    expect(await handshake({})).toBe(101);
    expect(await handshake({ Origin: `http://${host}` })).toBe(101);
    expect(await handshake({ Origin: `https://${host}` })).toBe(101);
    for (const origin of [
      'https://evil.example',
      'null',
      `http://${host}.evil.example`,
      `http://evil-${host}`,
      '',
      'file://',
    ]) {
      expect([origin, await handshake({ Origin: origin })]).toEqual([origin, 403]);
    }
  });

  it('answers 404 to sockets at other addresses', async () => {
    expect(await handshake({}, '/elsewhere')).toBe(404);
    expect(await handshake({}, `/sync/${map.id}/discussion/more`)).toBe(404);
    expect(await handshake({}, '/sync/../../etc/passwd')).toBe(404);
  });

  it('[P2] selects "touchline", with and without a space after the comma', async () => {
    const client = await enter(map.id, ['touchline', map.links.view.token]);
    expect(client.socket.protocol).toBe('touchline');
    expect(await handshake({ 'Sec-WebSocket-Protocol': `touchline,${map.links.view.token}` })).toBe(101);
  });

  it('[P4] upgrades and closes with 4401 for every kind of wrong token, the same for an unknown map, and loads nothing (R2)', async () => {
    const other = await makeMap(server.url);
    const rooms = async () =>
      /touchline_rooms (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];
    const before = await rooms();
    const wrong: [string, string[]][] = [
      [other.id, ['touchline', map.links.edit.token]],
      [other.id, ['touchline', 'a'.repeat(32)]],
      [other.id, ['touchline']],
      [other.id, ['other', map.links.edit.token]],
      ['no-such-map', ['touchline', map.links.edit.token]],
      ['no-such-map', ['touchline', 'a'.repeat(32)]],
    ];
    const answers = new Set<string>();
    for (const [id, protocols] of wrong) {
      const client = await enter(id, protocols).catch(() => null);
      // A client that did not offer "touchline" fails by itself, because nothing it offered was selected.
      if (client) {
        await closeOf(client);
        answers.add(JSON.stringify(client.closed));
      }
    }
    expect([...answers]).toEqual([
      JSON.stringify({ code: 4401, reason: 'This link is unknown, withdrawn or expired.' }),
    ]);
    expect(await rooms()).toBe(before);
  });

  it('[P5] closes with 4409 for another generation, 4403 for a viewer at the discussion', async () => {
    expect(await closeOf(await enterAs('view', 'a', `${map.id}?g=2`))).toBe(4409);
    expect((await enterAs('view', 'a', `${map.id}?g=1`)).closed).toBeNull();
    expect(await closeOf(await enterAs('view', 'a', `${map.id}/discussion`))).toBe(4403);
  });

  it('closes with 1013 and a reason above the cap of a map (R17)', async () => {
    const crowded = await makeMap(server.url);
    for (let i = 0; i < 12; i++) await enter(crowded.id, ['touchline', crowded.links.view.token]);
    const last = await enter(crowded.id, ['touchline', crowded.links.view.token]);
    expect(await closeOf(last)).toBe(1013);
    expect(last.closed?.reason).toContain('Too many connections');
  });

  it('ends a connection that never says anything within seconds (R8, R20)', async () => {
    const { port } = new URL(server.url);
    const silent = connect(Number(port), '127.0.0.1');
    const slow = connect(Number(port), '127.0.0.1');
    slow.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const closed = (socket: typeof silent) =>
      new Promise<void>((resolve) => {
        socket.on('error', () => {}).on('close', () => resolve());
        socket.resume();
      });
    const start = performance.now();
    await Promise.all([closed(silent), closed(slow)]);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('answers 431 to oversized headers (R20)', async () => {
    const response = await fetch(`${server.url}/healthz`, { headers: { 'x-large': 'a'.repeat(20_000) } });
    expect(response.status).toBe(431);
  });
});

describe('frames', () => {
  beforeAll(async () => {
    map = await makeMap(server.url);
  });

  it('[P8] begins with a step 1 for writers and never asks a viewer', async () => {
    const writer = await enterAs('edit', 'writer');
    await until(() => writer.sync.length > 0);
    expect(writer.sync[0]?.[0]).toBe(0);
    const viewer = await enterAs('view', 'viewer');
    viewer.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
    await until(() => viewer.sync.length > 0);
    expect(viewer.sync.map(([type]) => type)).toEqual([1]);
  });

  it('[P6] [P11] acknowledges to a device socket, and shows a stock one neither 4 nor 5', async () => {
    const ana = await enterAs('edit', 'ana');
    const stock = await enter(map.id, ['touchline', map.links.edit.token]);
    const doc = new Y.Doc();
    for (let i = 0; i < 5; i++) ana.send(edit(doc, () => doc.getText('n').insert(0, 'x')));
    await until(() => ana.stored === 5);
    const other = new Y.Doc();
    stock.send(edit(other, () => other.getText('n').insert(0, 'y')));
    await until(() => ana.sync.some(([type]) => type === 2));
    expect([stock.stored, stock.notices]).toEqual([0, []]);
  });

  it('[P7] closes only the connection that sends what cannot be read (R22, R23)', async () => {
    const witness = await enterAs('edit', 'witness');
    const good = edit(new Y.Doc(), (doc) => doc.getText('n').insert(0, 'z'));
    const vector = step1Frame(Y.encodeStateVector(new Y.Doc()));
    const bad: Uint8Array[] = [
      rawFrame(),
      rawFrame(9),
      rawFrame(4, 1),
      rawFrame(5, 0),
      rawFrame(2, 0, 0),
      rawFrame(0, 3, 0),
      rawFrame(0, 2, 50, 1),
      rawFrame(0, 2, 1, 7),
      rawFrame(0, 0, 3, 200, 200, 200),
      rawFrame(1, 3, 1, 2),
      new Uint8Array([...vector, ...good]),
      new Uint8Array([...good, 0]),
    ];
    for (const frame of bad) {
      const client = await enterAs('edit', 'bad');
      client.send(frame);
      expect([[...frame], await closeOf(client)]).toEqual([[...frame], 4400]);
    }
    const texting = await enterAs('edit', 'bad');
    texting.socket.send('hello');
    expect(await closeOf(texting)).toBe(4400);
    expect(witness.closed).toBeNull();
  });

  it('[P7] a viewer’s update behind a harmless message is not applied (R23)', async () => {
    const viewer = await enterAs('view', 'sneaky');
    const update = edit(new Y.Doc(), (doc) => doc.getMap('map').set('title', 'vandalised'));
    viewer.send(new Uint8Array([...step1Frame(Y.encodeStateVector(new Y.Doc())), ...update]));
    expect(await closeOf(viewer)).toBe(4400);
    expect((await contentOf(map.id, map.links.view.token)).getMap('map').get('title')).toBe('A map');
  });

  it('[P7] closes with 1009 above 1 MiB and takes what is just below (R14)', async () => {
    const big = await enterAs('edit', 'big');
    const doc = new Y.Doc();
    big.send(edit(doc, () => doc.getText('big').insert(0, 'x'.repeat(1024 * 1024 - 100))));
    await until(() => big.stored === 1);
    big.send(new Uint8Array(1024 * 1024 + 1));
    expect(await closeOf(big)).toBe(1009);
    const bomb = await enterAs('edit', 'bomb');
    bomb.socket.send(new Uint8Array(100 * 1024 * 1024));
    expect(await closeOf(bomb)).toBe(1009);
  });

  it('offers no compression, so there is no bomb to inflate (R15)', async () => {
    const client = await enterAs('view', 'plain');
    expect(client.socket.extensions).toBe('');
  });

  it('[P17] closes with 1013 who floods, while others are answered quickly (R16)', async () => {
    const flooder = await enterAs('edit', 'flood');
    const calm = await enterAs('edit', 'calm');
    for (let i = 0; i < 2000; i++) flooder.send(step1Frame(new Uint8Array([0])));
    const doc = new Y.Doc();
    const start = performance.now();
    calm.send(edit(doc, () => doc.getText('n').insert(0, 'q')));
    await until(() => calm.stored === 1);
    expect(performance.now() - start).toBeLessThan(500);
    expect(await closeOf(flooder)).toBe(1013);
  });

  it('[P17] closes with 1013 who floods with pings, empty ones and pongs too (R16)', async () => {
    const pinging = await enterAs('view', 'pings');
    for (let i = 0; i < 2000; i++) pinging.socket.ping();
    expect(await closeOf(pinging)).toBe(1013);
    const ponging = await enterAs('view', 'pongs');
    for (let i = 0; i < 2000; i++) ponging.socket.pong();
    expect(await closeOf(ponging)).toBe(1013);
  });

  it('lets go of whoever is refused, though he keeps his side open (R17)', async () => {
    const { hostname, port } = new URL(server.url);
    for (const [path, status] of [
      ['/sync/nowhere/at/all', 404],
      [`/sync/${map.id}`, 400],
    ] as const) {
      const peer = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
      let answer = '';
      peer.on('data', (bytes) => {
        answer += bytes.toString();
      });
      peer.on('error', () => {});
      peer.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      await until(() => peer.readableEnded, 'the answer to end');
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      // Nobody is there any more: writing to it fails.
      await until(() => {
        if (!peer.destroyed) peer.write('still here');
        return peer.destroyed;
      }, 'the connection to be gone');
    }
  });

  it('[P17] drops surplus presence without closing, also 100,000 forged ids (R34)', async () => {
    const flooder = await enterAs('edit', 'flood2');
    const watcher = await enterAs('view', 'watcher');
    flooder.send(presenceFrame([{ client: 500, clock: 1, state: '{"name":"Flood"}' }]));
    await until(() => watcher.presence.length > 0);
    const ids = Array.from({ length: 1000 }, (_, i) => ({
      client: 1000 + i,
      clock: 1,
      state: '{"name":"ghost"}',
    }));
    for (let i = 0; i < 100; i++) flooder.send(presenceFrame(ids));
    flooder.send(presenceFrame([{ client: 500, clock: 3, state: '{"name":"Flood again"}' }]));
    const doc = new Y.Doc();
    flooder.send(edit(doc, () => doc.getText('n').insert(0, 'still here')));
    await until(() => flooder.stored === 1);
    const known = new Set(
      watcher.presence
        .flatMap((frame) => {
          const read = readClientFrame(frame);
          return (read?.kind === 'presence' && readPresence(read.update)) || [];
        })
        .map((entry) => entry.client),
    );
    expect([...known]).toEqual([500]);
    expect(flooder.closed).toBeNull();
  });

  it('[P15] refuses an edit forged under another’s id, and copies stay equal (R27)', async () => {
    const fresh = await makeMap(server.url);
    const token = fresh.links.edit.token;
    const ana = await enter(fresh.id, ['touchline', token, device('ana')]);
    const mine = new Y.Doc();
    ana.send(edit(mine, () => mine.getText('n').insert(0, 'mine')));
    await until(() => ana.stored === 1);
    const mallory = await enter(fresh.id, ['touchline', token, device('mallory')]);
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(mine));
    forged.clientID = mine.clientID;
    mallory.send(edit(forged, () => forged.getText('n').insert(0, 'FORGED ')));
    expect(await closeOf(mallory)).toBe(4400);
    expect(mallory.notices[0]?.kind).toBe('refused');
    ana.send(edit(mine, () => mine.getText('n').insert(0, 'still ')));
    await until(() => ana.stored === 2);
    expect((await contentOf(fresh.id, token)).getText('n').toJSON()).toBe('still mine');
    // After a reload the device has a new id and brings offline edits made under the old one.
    await ana.close();
    const before = Y.encodeStateVector(mine);
    mine.getText('n').insert(0, 'offline: ');
    const again = await enter(fresh.id, ['touchline', token, device('ana')]);
    again.send(step2Frame(Y.encodeStateAsUpdate(mine, before)));
    await until(() => again.stored === 1);
    expect((await contentOf(fresh.id, token)).getText('n').toJSON()).toBe('offline: still mine');
  });

  it('the discussion takes no writes from any socket', async () => {
    const owner = await enterAs('owner', 'owner', `${map.id}/discussion`);
    owner.send(edit(new Y.Doc(), (doc) => doc.getMap('comments').set('c', 1)));
    await until(() => owner.notices.length > 0);
    expect(owner.notices[0]?.kind).toBe('refused');
    expect((await contentOf(`${map.id}/discussion`, map.links.owner.token)).getMap('comments').size).toBe(0);
  });
});

describe('share links and sockets', () => {
  it('[P28] withdrawing a link closes its sockets within 2 s, for good, and no others (R5)', async () => {
    const shared = await makeMap(server.url);
    const owner = shared.links.owner.token;
    const guest = await enter(shared.id, ['touchline', shared.links.view.token]);
    const editor = await enter(shared.id, ['touchline', shared.links.edit.token]);
    const start = performance.now();
    const gone = await call(
      server.url,
      'DELETE',
      `/api/maps/${shared.id}/links/${shared.links.view.id}`,
      owner,
    );
    expect(gone.status).toBe(204);
    expect(await closeOf(guest)).toBe(4401);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(await closeOf(await enter(shared.id, ['touchline', shared.links.view.token]))).toBe(4401);
    expect(editor.closed).toBeNull();
  });

  it('[P5] lets nobody into a map that is deleted while its content is being read', async () => {
    const reading = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const slow = await startInProcess({
      replace: {
        wrapStore: (store) => ({
          ...store,
          loadContent: async (mapId, part) => {
            reading.resolve();
            await gate.promise;
            return store.loadContent(mapId, part);
          },
        }),
      },
    });
    const doomed = await makeMap(slow.url);
    const entering = openBareClient(slow.url, doomed.id, ['touchline', doomed.links.edit.token]);
    await reading.promise;
    const { status } = await call(slow.url, 'DELETE', `/api/maps/${doomed.id}`, doomed.links.owner.token);
    gate.resolve();
    expect(status).toBe(204);
    expect(await closeOf(await entering)).toBe(4404);
    await slow.stop();
  });

  it('[P28] deleting a map closes its sockets with 4404, for good', async () => {
    const doomed = await makeMap(server.url);
    const guest = await enter(doomed.id, ['touchline', doomed.links.view.token]);
    expect(
      (await call(server.url, 'DELETE', `/api/maps/${doomed.id}`, doomed.links.owner.token)).status,
    ).toBe(204);
    expect(await closeOf(guest)).toBe(4404);
    expect(await closeOf(await enter(doomed.id, ['touchline', doomed.links.edit.token]))).toBe(4404);
  });
});
