import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { Role } from '../../src/protocol/roles.ts';
import { connectMap, type MapConnection } from '../../src/sync/connectMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { handServer, serverFrames, socketPairs } from '../support/testSocketPair.ts';
import { until } from '../support/until.ts';

const opened: MapConnection[] = [];
let mapNumber = 0;

afterEach(async () => {
  await Promise.all(opened.splice(0).map((connection) => connection.destroy()));
});

/** A page in step with its server, on a network that the test switches by `network.dispatchEvent`. */
async function inStep(role: Role = 'editor') {
  const serverDoc = new Y.Doc();
  writeContent(serverDoc, buildMap({ touchpoints: ['t1'] }), 'file');
  const server = handServer(serverDoc);
  const pairs = socketPairs();
  const network = new EventTarget();
  const doc = new Y.Doc();
  const connection = connectMap({
    mapId: `network${(mapNumber += 1)}`,
    token: 'secret',
    role,
    generation: 1,
    doc,
    deviceKey: 'k'.repeat(24),
    baseUrl: 'ws://server',
    WebSocketClass: pairs.WebSocketClass,
    // The longest waits: what comes sooner comes of the events.
    random: () => 1,
    network,
  });
  opened.push(connection);
  await until(() => pairs.sockets.length === 1, 'the first socket');
  const socket = pairs.latest();
  server.greet(socket, role === 'editor');
  server.take(socket);
  socket.send(serverFrames.stored(1));
  return {
    server,
    serverDoc,
    pairs,
    socket,
    connection,
    commands: createCommands(doc, { newId: () => 'n1' }),
    state: () => connection.saveState.getState(),
    offline: () => network.dispatchEvent(new Event('offline')),
    online: () => network.dispatchEvent(new Event('online')),
  };
}

describe('a device that loses its network', () => {
  it('is offline at once and counts edits as kept, also the one that was just sent (U36)', async () => {
    const { commands, state, offline } = await inStep();
    expect(state()).toEqual({ kind: 'saved' });
    commands.update('touchpoints', ['t1'], { title: 'Sent, not acknowledged' });
    offline();
    expect(state()).toMatchObject({ kind: 'offline', kept: 1 });
    commands.update('touchpoints', ['t1'], { emotion: 1 });
    expect(state()).toMatchObject({ kind: 'offline', kept: 2 });
  });

  it('does not take a late acknowledgement of the old line for its edits', async () => {
    const { socket, commands, state, offline } = await inStep();
    offline();
    commands.update('touchpoints', ['t1'], { title: 'Unsent' });
    socket.send(serverFrames.stored(9));
    expect(state()).toMatchObject({ kind: 'offline', kept: 1 });
  });

  it('connects at once when the network is back, and says Saved when the server has it all (U39)', async () => {
    const { server, serverDoc, pairs, commands, state, offline, online } = await inStep();
    offline();
    commands.update('touchpoints', ['t1'], { title: 'Kept' });
    online();
    expect(pairs.sockets).toHaveLength(2);
    server.greet(pairs.latest());
    expect(state()).toEqual({ kind: 'saving' });
    server.take(pairs.latest());
    pairs.latest().send(serverFrames.stored(1));
    expect(readMap(serverDoc).touchpoints[0]?.title).toBe('Kept');
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('does not wait for a try that was begun without a network', async () => {
    const { pairs, connection, state, offline, online } = await inStep();
    offline();
    connection.retry();
    expect(pairs.sockets).toHaveLength(2);
    online();
    expect(pairs.sockets).toHaveLength(3);
    expect(state()).toEqual({ kind: 'offline', kept: 0, retryAt: null });
  });

  it('goes on trying, as the server may be on this very device', async () => {
    const { pairs, server, state, offline } = await inStep();
    offline();
    await until(() => pairs.sockets.length === 2, 'the next try');
    server.greet(pairs.latest());
    expect(state()).toEqual({ kind: 'saving' });
  });

  it('keeps its line when the network only says that it is there', async () => {
    const { pairs, state, online } = await inStep();
    online();
    expect(pairs.sockets).toHaveLength(1);
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('tells a viewer too', async () => {
    const { state, offline } = await inStep('viewer');
    offline();
    expect(state()).toEqual({ kind: 'view-only', online: false });
  });

  it('does nothing more once the page is left', async () => {
    const { pairs, connection, offline, online } = await inStep();
    await connection.destroy();
    offline();
    online();
    expect(pairs.sockets).toHaveLength(1);
  });
});
