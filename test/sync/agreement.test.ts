/** Copies that have come apart although nobody lacks anything (R37, PROTOCOL.md P36 and P37). */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { digest } from '../../src/document/digest.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { connectMap, type MapConnection } from '../../src/sync/connectMap.ts';
import { localCopyName } from '../../src/sync/localCopy.ts';
import { buildMap } from '../support/buildMap.ts';
import { handServer, serverFrames, socketPairs, type FarEnd } from '../support/testSocketPair.ts';
import { until } from '../support/until.ts';

const opened: MapConnection[] = [];
afterEach(() => Promise.all(opened.splice(0).map((connection) => connection.destroy())));

let maps = 0;
function world() {
  const serverDoc = new Y.Doc();
  writeContent(serverDoc, buildMap({ touchpoints: ['t1'] }), 'file');
  const mapId = `apart${(maps += 1)}`;
  const server = handServer(serverDoc);
  const page = () => {
    const pairs = socketPairs();
    const doc = new Y.Doc();
    const connection = connectMap({
      mapId,
      token: 'secret',
      role: 'editor',
      generation: 1,
      doc,
      deviceKey: 'k'.repeat(24),
      baseUrl: 'ws://server',
      WebSocketClass: pairs.WebSocketClass,
      random: () => 0,
    });
    opened.push(connection);
    /** The page's next socket, greeted, its writes stored. */
    const join = async (count: number): Promise<FarEnd> => {
      await until(() => pairs.sockets.length >= count, `socket ${count}`);
      const socket = pairs.latest();
      server.greet(socket);
      socket.send(serverFrames.stored(server.take(socket) + 1));
      await until(() => connection.saveState.getState().kind === 'saved');
      return socket;
    };
    return { doc, connection, pairs, join };
  };
  return { serverDoc, mapId, server, page };
}

/** An edit of the map's goal under the same client id and clock as another's: the copies hold different things and lack nothing. */
function forged(title: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 77;
  doc.getMap('map').set('goal', title);
  return Y.encodeStateAsUpdate(doc);
}

/** Until the page has looked at a digest: it does so in slices. */
const looked = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });

describe('a copy that differs from the server’s although nothing is missing', () => {
  it('[R37] is asked for anew, then set aside with all that is in it; the next visit has the server’s', async () => {
    const { serverDoc, mapId, page } = world();
    const { doc, connection, pairs, join } = page();
    const first = await join(1);
    Y.applyUpdate(serverDoc, forged('True'));
    first.send(serverFrames.update(forged('Wrong')));
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(serverDoc));
    first.send(serverFrames.digest(digest(serverDoc)));
    const second = await join(2);
    expect(connection.closed.getState()).toBeNull();
    second.send(serverFrames.digest(digest(serverDoc)));
    await until(() => connection.closed.getState() !== null, 'the end');
    expect(connection.closed.getState()?.reason).toBe('out-of-step');
    expect(pairs.sockets).toHaveLength(2);
    const name = localCopyName(mapId, 1);
    const databases = (await indexedDB.databases()).map((one) => one.name ?? '');
    expect(databases.filter((one) => one.startsWith(`${name}-apart-`))).toHaveLength(1);
    expect(databases).not.toContain(name);
    expect(doc.getMap('map').get('goal')).toBe('Wrong');

    const next = page();
    const socket = await next.join(1);
    expect(next.doc.getMap('map').get('goal')).toBe('True');
    socket.send(serverFrames.digest(digest(serverDoc)));
    await looked();
    expect(next.connection.closed.getState()).toBeNull();
    expect(next.pairs.sockets).toHaveLength(1);
  });

  it('[P37] is not suspected while own edits are on their way or others arrive', async () => {
    const { serverDoc, server, page } = world();
    const { doc, connection, pairs, join } = page();
    const socket = await join(1);
    const before = digest(serverDoc);
    doc.getMap('map').set('title', 'Mine');
    socket.send(serverFrames.digest(before));
    await looked();
    const stored = server.take(socket) + 2;
    socket.send(serverFrames.stored(stored));
    socket.send(serverFrames.digest(before));
    // Compared in slices: what arrives before they are done makes the comparison void.
    doc.getMap('map').set('title', 'More');
    await looked();
    await looked();
    expect([pairs.sockets.length, connection.closed.getState()]).toEqual([1, null]);
  });
});
