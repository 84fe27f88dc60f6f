/** Sockets that come in while something else happens: a slow store, a withdrawn share link, many at once. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { hashToken } from '../../server/auth/tokens.ts';
import { createPlaces } from '../../server/rooms/places.ts';
import { step1Frame, updateFrame } from '../../server/rooms/frames.ts';
import type { Store } from '../../server/storage/store.ts';
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
