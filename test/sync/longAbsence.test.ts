/**
 * Lines that idle, sleep, are slow or cut, clocks that are wrong, a week away: the page and the server end with equal
 * copies, nothing twice, nothing lost, and no alarm that is not one (R52, R55, R58, R59, R60).
 */
import 'fake-indexeddb/auto';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { digest } from '../../src/document/digest.ts';
import { readMap } from '../../src/document/readMap.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import { connectMap, type ConnectOptions, type MapConnection } from '../../src/sync/connectMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { startInProcess } from '../support/startServer.ts';
import { makeMap } from '../support/syncClients.ts';
import { handServer, serverFrames, socketPairs } from '../support/testSocketPair.ts';
import { until } from '../support/until.ts';

const opened: MapConnection[] = [];
let mapNumber = 0;
const hourMs = 3_600_000;

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(opened.splice(0).map((connection) => connection.destroy()));
});

function openPage(options: Partial<ConnectOptions>) {
  const doc = new Y.Doc();
  const notices: unknown[] = [];
  const connection = connectMap({
    mapId: `absence${(mapNumber += 1)}`,
    token: 'secret',
    role: 'editor',
    generation: 1,
    doc,
    deviceKey: `device-key-number-${mapNumber}`,
    baseUrl: 'ws://server',
    onNotice: (notice) => notices.push(notice),
    random: () => 0,
    ...options,
  });
  opened.push(connection);
  let made = 0;
  const commands = createCommands(doc, { newId: () => `n${doc.clientID}-${(made += 1)}` });
  return { doc, connection, notices, commands, state: () => connection.saveState.getState() };
}

/** A page in step with a server that the test plays. */
async function inStep() {
  const serverDoc = new Y.Doc();
  writeContent(serverDoc, buildMap({ touchpoints: ['t1', 't2', 't3'] }), 'file');
  const server = handServer(serverDoc);
  const pairs = socketPairs();
  const page = openPage({ WebSocketClass: pairs.WebSocketClass });
  const others = createCommands(serverDoc, { newId: () => `o${(mapNumber += 1)}` });
  /** The page's next socket, greeted; everything it brings is stored. */
  const meet = async (count: number) => {
    await until(() => pairs.sockets.length >= count, `socket ${count}`);
    const socket = pairs.latest();
    server.greet(socket);
    server.take(socket);
    socket.send(serverFrames.stored(1));
    return socket;
  };
  const socket = await meet(1);
  await until(() => page.state().kind === 'saved', 'saved');
  return { ...page, serverDoc, server, pairs, others, meet, socket };
}

describe('a device whose clock is wrong (R58)', () => {
  it.each([
    ['a day ahead', 24 * hourMs],
    ['a day behind', -24 * hourMs],
  ])('%s, or jumping there while people edit, loses nothing and raises no alarm', async (_name, shift) => {
    const { doc, serverDoc, commands, others, server, pairs, meet, socket, state, notices, connection } =
      await inStep();
    commands.update('touchpoints', ['t1'], { title: 'Before' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + shift });
    commands.update('touchpoints', ['t2'], { title: 'After' });
    server.take(socket);
    socket.send(serverFrames.stored(3));
    expect(state()).toEqual({ kind: 'saved' });
    others.update('touchpoints', ['t3'], { title: 'Others' });
    socket.close(1006);
    commands.update('touchpoints', ['t1'], { emotion: 2 });
    // Back again: whoever counted on the clock would now wait for a day.
    vi.setSystemTime(Date.now() - 2 * shift);
    await meet(2);
    expect(state()).toEqual({ kind: 'saved' });
    expect(digest(doc)).toBe(digest(serverDoc));
    expect(readMap(doc).touchpoints.map(({ title }) => title)).toEqual(['Before', 'After', 'Others']);
    expect(pairs.sockets).toHaveLength(2);
    expect([notices, connection.closed.getState()]).toEqual([[], null]);
  });
});

describe('eight hours asleep (R59)', () => {
  it('the page finds its line cut, comes back at once and is in step, with nothing twice', async () => {
    const { doc, serverDoc, commands, others, meet, socket, state, notices, connection } = await inStep();
    commands.create('touchpoints', { title: 'Made last', stageId: 's1', laneId: 'l1' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 8 * hourMs });
    for (let count = 0; count < 50; count += 1)
      others.create('touchpoints', { title: `Meanwhile ${count}`, stageId: 's1', laneId: 'l1' });
    socket.close(1006);
    expect(state()).toMatchObject({ kind: 'offline', kept: 1 });
    await meet(2);
    expect(state()).toEqual({ kind: 'saved' });
    expect(digest(doc)).toBe(digest(serverDoc));
    const titles = readMap(serverDoc).touchpoints.map(({ title }) => title);
    expect(titles.filter((title) => title === 'Made last')).toHaveLength(1);
    expect(titles).toHaveLength(54);
    expect([notices, connection.closed.getState()]).toEqual([[], null]);
  });
});

describe('a week offline (R60)', () => {
  it('a thousand edits of mine and those of others are merged, each once, and said to be saved in the end', async () => {
    const { doc, serverDoc, commands, others, meet, socket, state, notices } = await inStep();
    socket.close(1006);
    for (let count = 0; count < 500; count += 1) {
      const made = commands.create('touchpoints', { title: `Mine ${count}`, stageId: 's1', laneId: 'l1' });
      if (made.ok) commands.update('touchpoints', [made.value], { emotion: 1 });
      others.create('touchpoints', { title: `Theirs ${count}`, stageId: 's1', laneId: 'l1' });
    }
    commands.update('touchpoints', ['t1'], { title: 'Mine' });
    others.update('touchpoints', ['t1'], { emotion: -2 });
    expect(state()).toMatchObject({ kind: 'offline', kept: 1001 });
    await meet(2);
    await until(() => state().kind === 'saved', 'saved');
    expect(digest(doc)).toBe(digest(serverDoc));
    const { touchpoints } = readMap(serverDoc);
    expect(
      touchpoints.filter(({ title }) => title.startsWith('Mine ')).map(({ emotion }) => emotion),
    ).toEqual(Array.from({ length: 500 }, () => 1));
    expect(touchpoints).toHaveLength(1003);
    expect(touchpoints.find(({ id }) => id === 't1')).toMatchObject({ title: 'Mine', emotion: -2 });
    expect(notices).toEqual([]);
  });
});

describe('a page that dies (R52)', () => {
  it('has what was typed on the device before any timer runs', async () => {
    const { commands, pairs, socket, connection } = await inStep();
    socket.close(1006);
    const live = commands.openText('touchpoints', 't1', 'description');
    const mapId = `absence${mapNumber}`;
    await connection.ready;
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
    for (const letter of 'typed until it died') live.splice(live.read().length, 0, letter);
    // Nothing is ended: the page is as good as gone, and another one reads what lies there.
    const heir = openPage({ mapId, WebSocketClass: pairs.WebSocketClass });
    expect(await heir.connection.ready).toBe('device');
    expect(readMap(heir.doc).touchpoints.find(({ id }) => id === 't1')?.description).toBe(
      'typed until it died',
    );
  });
});

describe('two tabs on one map (R55)', () => {
  it('both keep their work on the device, also that of the one that is killed; nothing is lost or there twice', async () => {
    const { commands, pairs, socket, meet, serverDoc } = await inStep();
    const mapId = `absence${mapNumber}`;
    const second = openPage({ mapId, WebSocketClass: pairs.WebSocketClass });
    await second.connection.ready;
    await until(() => readMap(second.doc).touchpoints.length === 3, 'the copy on the device');
    socket.close(1006);
    commands.update('touchpoints', ['t1'], { title: 'In the first' });
    second.commands.update('touchpoints', ['t2'], { title: 'In the second' });
    second.commands.create('touchpoints', { title: 'Made there', stageId: 's1', laneId: 'l1' });
    // Both are as good as gone: nothing is ended, and a third one reads what lies there.
    const heir = openPage({ mapId, WebSocketClass: pairs.WebSocketClass });
    expect(await heir.connection.ready).toBe('device');
    const titles = () => readMap(heir.doc).touchpoints.map(({ title }) => title);
    const done = ['In the first', 'In the second', 'Made there'];
    await until(() => done.every((title) => titles().includes(title)), 'what the others did');
    expect(titles()).toHaveLength(4);
    await until(() => pairs.sockets.length >= 3, 'its socket');
    await meet(pairs.sockets.length);
    expect(digest(heir.doc)).toBe(digest(serverDoc));
  });
});

/** Between page and server: holds every piece back for a while, and cuts all lines when told. */
async function slowLine(port: number, delayMs: number) {
  const lines = new Set<Socket>();
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (piece) => setTimeout(() => to.destroyed || to.write(piece), delayMs));
    from.on('close', () => setTimeout(() => to.destroy(), delayMs));
    from.on('error', () => to.destroy());
  };
  const proxy: Server = createServer((near) => {
    const far = createConnection(port, '127.0.0.1');
    lines.add(near);
    near.on('close', () => lines.delete(near));
    pass(near, far);
    pass(far, near);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const bound = proxy.address();
  return {
    port: bound !== null && typeof bound === 'object' ? bound.port : 0,
    cut: () => [...lines].map((line) => line.destroy()),
    close: () => {
      for (const line of lines) line.destroy();
      proxy.close();
    },
  };
}

describe('a slow line that is cut again and again (R59)', () => {
  it('loses what was on its way, and the copies end equal, with nothing twice', async () => {
    const server = await startInProcess();
    const map = await makeMap(server.url, { title: 'Slow' });
    const line = await slowLine(Number(new URL(server.url).port), 300);
    try {
      const options = {
        mapId: map.id,
        token: map.links.edit.token,
        WebSocketClass: WebSocket as unknown as typeof globalThis.WebSocket,
      };
      const near = openPage({ ...options, baseUrl: server.url.replace('http', 'ws') });
      const far = openPage({ ...options, baseUrl: `ws://127.0.0.1:${line.port}` });
      await until(() => [near, far].every(({ state }) => state().kind === 'saved'), 'both saved');
      const { stages, lanes } = readMap(near.doc);
      const [stageId = '', laneId = ''] = [stages[0]?.id, lanes.find(({ kind }) => kind === 'contact')?.id];
      for (let round = 0; round < 4; round += 1) {
        for (const page of [near, far])
          expect(page.commands.create('touchpoints', { title: `Round ${round}`, stageId, laneId }).ok).toBe(
            true,
          );
        // While the far page's edit is under way, or its answer is.
        if (round % 2 === 1)
          await until(() => readMap(near.doc).touchpoints.length === 2 * (round + 1), 'it came');
        line.cut();
        await until(() => far.state().kind === 'offline', 'the cut');
        far.connection.retry();
        await until(() => far.state().kind === 'saved', 'saved again');
      }
      await until(() => digest(near.doc) === digest(far.doc), 'equal copies');
      expect(readMap(far.doc).touchpoints).toHaveLength(8);
      expect([near.notices, far.notices, far.connection.closed.getState()]).toEqual([[], [], null]);
    } finally {
      await Promise.all(opened.splice(0).map((connection) => connection.destroy()));
      line.close();
      await server.stop();
    }
  });
});
