/** Sockets that come in while something else happens: a slow store, a withdrawn share link, many at once. */
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { hashToken } from '../../server/auth/tokens.ts';
import { createPlaces } from '../../server/rooms/places.ts';
import { step1Frame, updateFrame } from '../../server/rooms/frames.ts';
import type { Store } from '../../server/storage/store.ts';
import { devicePrefix, frameKind, subprotocol } from '../../src/protocol/frames.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { startInProcess, type RunningServer, type StartOptions } from '../support/startServer.ts';
import { call, makeMap, openBareClient, type BareClient } from '../support/syncClients.ts';
import { until } from '../support/until.ts';

let server: RunningServer;
const open: BareClient[] = [];
afterEach(async () => {
  for (const client of open.splice(0)) if (!client.closed) await client.close();
  await server.stop();
});

/** A store whose look-ups of one token answer late: what they answer was true when they were asked. */
function slowLookUps() {
  let slowHash = '';
  let waiting: (() => void)[] = [];
  const named = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
  return {
    slow(token: string) {
      slowHash = named(hashToken(token));
    },
    get waiting() {
      return waiting.length;
    },
    /** Lets all answers go that wait now. */
    goOn() {
      const all = waiting;
      waiting = [];
      for (const one of all) one();
    },
    wrapStore: (store: Store): Store => ({
      ...store,
      findLink: async (hash) => {
        const found = await store.findLink(hash);
        if (named(hash) === slowHash) await new Promise<void>((resolve) => waiting.push(resolve));
        return found;
      },
    }),
  };
}

async function start(
  lookUps: ReturnType<typeof slowLookUps>,
  options: StartOptions & { limits?: object } = {},
) {
  server = await startInProcess({
    ...options,
    replace: { wrapStore: lookUps.wrapStore, ...(options.limits ? { limits: options.limits } : {}) },
  });
  return makeMap(server.url);
}

describe('a share link withdrawn while its socket comes in', () => {
  for (const look of [1, 2]) {
    it(`[P31] lets nobody in, withdrawn during look ${look} (R5)`, async () => {
      const lookUps = slowLookUps();
      const map = await start(lookUps);
      lookUps.slow(map.links.edit.token);
      const entering = openBareClient(server.url, map.id, ['touchline', map.links.edit.token]);
      for (let passed = 1; passed < look; passed++) {
        await until(() => lookUps.waiting === 1);
        lookUps.goOn();
      }
      await until(() => lookUps.waiting === 1, 'the look-up');
      const { id } = map.links.edit;
      const gone = await call(server.url, 'DELETE', `/api/maps/${map.id}/links/${id}`, map.links.owner.token);
      expect(gone.status).toBe(204);
      const tell = setInterval(() => lookUps.goOn(), 1);
      const client = await entering.finally(() => clearInterval(tell));
      open.push(client);
      await until(() => client.closed !== null, 'the socket to be closed');
      expect(client.closed?.code).toBe(4401);
      expect(client.sync).toEqual([]);
    });
  }

  it('joins the room that others get, also when the one it found was let go meanwhile', async () => {
    const lookUps = slowLookUps();
    const map = await start(lookUps, { limits: { roomIdleMs: 1 } });
    lookUps.slow(map.links.edit.token);
    const entering = openBareClient(server.url, map.id, ['touchline', map.links.edit.token]);
    await until(() => lookUps.waiting === 1);
    lookUps.goOn();
    // The second look-up: its room is open, empty, and let go before the answer.
    await until(() => lookUps.waiting === 1);
    const rooms = async () =>
      /touchline_rooms (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];
    await until(async () => (await rooms()) === '0', 'the room to be let go');
    const tell = setInterval(() => lookUps.goOn(), 1);
    const late = await entering.finally(() => clearInterval(tell));
    const other = await openBareClient(server.url, map.id, ['touchline', map.links.view.token]);
    open.push(late, other);
    other.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
    await until(() => other.sync.length > 0);
    const doc = new Y.Doc();
    doc.getMap('map').set('note', 'seen by all');
    late.send(updateFrame(Y.encodeStateAsUpdate(doc)));
    const seen = new Y.Doc();
    await until(() => {
      for (const [type, bytes] of other.sync) if (type !== 0) Y.applyUpdate(seen, bytes);
      return seen.getMap('map').get('note') === 'seen by all';
    }, 'the edit to arrive');
    expect(seen.getMap('map').get('note')).toBe('seen by all');
  });
});

describe('who does not wait for the answer to the handshake', () => {
  let map: CreatedMap;
  let lookUps: ReturnType<typeof slowLookUps>;
  let peer: Socket;
  let heard: Buffer;
  /** The handshake. */
  let head: Buffer;
  beforeEach(async () => {
    lookUps = slowLookUps();
    map = await start(lookUps);
    const { token } = map.links.edit;
    lookUps.slow(token);
    const { hostname, port } = new URL(server.url);
    heard = Buffer.alloc(0);
    peer = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    peer.on('error', () => {});
    peer.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes]);
    });
    const lines = [
      `GET /sync/${map.id} HTTP/1.1`,
      'Host: x',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Sec-WebSocket-Protocol: ${subprotocol}, ${token}, ${devicePrefix}${'h'.repeat(24)}`,
    ];
    head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  });
  afterEach(() => {
    peer.destroy();
  });

  /** What was sent before this has reached the server, which still decides. */
  async function meanwhile() {
    await until(() => lookUps.waiting === 1, 'the look-up');
    for (let i = 0; i < 3; i++) await fetch(`${server.url}/healthz`);
  }

  async function decided() {
    const tell = setInterval(() => lookUps.goOn(), 1);
    await until(() => heard.includes('101 Switching Protocols'), 'the answer').finally(() =>
      clearInterval(tell),
    );
  }

  it('is heard from the first byte on, in order', async () => {
    const doc = new Y.Doc();
    /** Masked with zeros. */
    const typed = (letter: string, at: number) => {
      const before = Y.encodeStateVector(doc);
      doc.getText('hasty').insert(at, letter);
      const frame = updateFrame(Y.encodeStateAsUpdate(doc, before));
      return Buffer.concat([Buffer.of(0x82, 0x80 | frame.length, 0, 0, 0, 0), frame]);
    };
    const typedBytes = Buffer.concat(['w', 'o', 'r', 'd'].map(typed));
    // One and a half with the handshake, one and a half while it is decided, the rest after it.
    const part = typedBytes.length / 8;
    peer.write(Buffer.concat([head, typedBytes.subarray(0, 3 * part)]));
    await meanwhile();
    peer.write(typedBytes.subarray(3 * part, 6 * part));
    await meanwhile();
    await decided();
    peer.write(typedBytes.subarray(6 * part));
    await until(() => heard.includes(Buffer.of(0x82, 2, frameKind.stored, 4)), 'four edits to be stored');
    const reader = await openBareClient(server.url, map.id, ['touchline', map.links.view.token]);
    open.push(reader);
    reader.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
    await until(() => reader.sync.some(([type]) => type === 1));
    const seen = new Y.Doc();
    for (const [type, bytes] of reader.sync) if (type !== 0) Y.applyUpdate(seen, bytes);
    expect(seen.getText('hasty').toJSON()).toBe('word');
  });

  it('is let go when he has ended his side by then (R17)', async () => {
    peer.end(head);
    await meanwhile();
    await decided();
    await until(() => peer.readableEnded, 'the connection to be ended');
    const sockets = async () =>
      /touchline_sockets (\d+)/.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];
    await expect.poll(sockets, { timeout: 5000 }).toBe('0');
  });
});

describe('many at once (R17)', () => {
  it('[P31] never more than the cap of a map, however slow the store, and the places are given back', async () => {
    const lookUps = slowLookUps();
    const map = await start(lookUps, { env: { MAX_SOCKETS_PER_MAP: '3' } });
    lookUps.slow(map.links.edit.token);
    const enter = () => openBareClient(server.url, map.id, ['touchline', map.links.edit.token]);
    const entering = Array.from({ length: 8 }, enter);
    await until(() => lookUps.waiting === 8);
    const tell = setInterval(() => lookUps.goOn(), 1);
    open.push(...(await Promise.all(entering)));
    await until(() => open.filter((one) => one.closed?.code === 1013).length === 5, 'five to be turned away');
    expect(open.filter((one) => one.closed === null)).toHaveLength(3);
    for (const client of open.splice(0)) if (!client.closed) await client.close();
    await until(async () => {
      const again = await enter();
      open.push(again);
      await until(() => again.closed !== null || again.sync.length > 0);
      return again.closed === null;
    }, 'a place to be free again');
    clearInterval(tell);
  });

  it('counts addresses but not loopback, and gives back what it took when one of the caps is reached', () => {
    const takePlace = createPlaces({ maxSockets: 4, maxSocketsPerMap: 2, maxSocketsPerAddress: 2 });
    const [first, second] = [takePlace('203.0.113.9'), takePlace('203.0.113.9')];
    for (let i = 0; i < 5; i++) expect(takePlace('203.0.113.9')).toBeNull();
    const [third, fourth] = [takePlace('127.0.0.1'), takePlace('127.0.0.1')];
    expect(takePlace('127.0.0.1')).toBeNull();
    expect([first, second, third].map((one) => one?.enterMap('m'))).toEqual([true, true, false]);
    expect(first?.enterMap('m')).toBe(true);
    first?.leave();
    first?.leave();
    expect(third?.enterMap('m')).toBe(true);
    expect(fourth?.enterMap('m')).toBe(false);
    expect(takePlace('203.0.113.9')).not.toBeNull();
    expect(takePlace('203.0.113.9')).toBeNull();
  });
});
