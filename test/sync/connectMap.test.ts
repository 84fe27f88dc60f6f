import 'fake-indexeddb/auto';
import * as idb from 'lib0/indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { writeContent } from '../../src/document/writeContent.ts';
import type { Role } from '../../src/protocol/roles.ts';
import { connectMap, type ConnectOptions, type MapConnection } from '../../src/sync/connectMap.ts';
import { forgetLocalCopies, localCopyName } from '../../src/sync/localCopy.ts';
import { buildMap } from '../support/buildMap.ts';
import { handServer, serverFrames, socketPairs, type FarEnd } from '../support/testSocketPair.ts';
import { until } from '../support/until.ts';

const opened: MapConnection[] = [];
let mapNumber = 0;

afterEach(async () => {
  await Promise.all(opened.splice(0).map((connection) => connection.destroy()));
  vi.restoreAllMocks();
});

interface Page {
  readonly doc: Y.Doc;
  readonly connection: MapConnection;
  readonly commands: ReturnType<typeof createCommands>;
  readonly notices: unknown[];
}

function world(role: Role = 'editor') {
  const serverDoc = new Y.Doc();
  writeContent(serverDoc, buildMap({ touchpoints: ['t1'] }), 'file');
  const pairs = socketPairs();
  const mapId = `map${(mapNumber += 1)}`;
  let made = 0;
  const page = (options: Partial<ConnectOptions> = {}): Page => {
    const doc = new Y.Doc();
    const notices: unknown[] = [];
    const connection = connectMap({
      mapId,
      token: 'secret',
      role,
      generation: 1,
      doc,
      deviceKey: 'k'.repeat(24),
      baseUrl: 'ws://server',
      WebSocketClass: pairs.WebSocketClass,
      onNotice: (notice) => notices.push(notice),
      random: () => 0,
      ...options,
    });
    opened.push(connection);
    return { doc, connection, notices, commands: createCommands(doc, { newId: () => `n${(made += 1)}` }) };
  };
  return { serverDoc, pairs, mapId, page, server: handServer(serverDoc) };
}

/** Waits until the page has opened its next socket. */
async function nextSocket(pairs: ReturnType<typeof socketPairs>, count: number): Promise<FarEnd> {
  await until(() => pairs.sockets.length >= count, `socket ${count}`);
  return pairs.latest();
}

/** Keeps everybody else from reading a database, by a transaction that goes on until it is released. */
async function holdDatabase(name: string): Promise<() => void> {
  const db = await idb.openDB(name, () => {});
  const [custom] = idb.transact(db, ['custom', 'updates']);
  const held = new AbortController();
  const goOn = async (): Promise<void> => {
    while (!held.signal.aborted) await (custom && idb.put(custom, 1, 'held'));
    db.close();
  };
  void goOn();
  return () => held.abort();
}

async function connected(role: Role = 'editor') {
  const all = world(role);
  const page = all.page();
  const socket = await nextSocket(all.pairs, 1);
  all.server.greet(socket, role === 'editor' || role === 'owner');
  const writes = all.server.take(socket);
  return { ...all, ...page, socket, writes, state: () => page.connection.saveState.getState() };
}

describe('a connection', () => {
  it('asks for the map with the token and the device key in the subprotocols only (R3)', async () => {
    const { socket, doc, connection } = await connected();
    expect(socket.url).toMatch(/^ws:\/\/server\/sync\/map\d+\?g=1$/);
    expect(socket.protocols).toEqual(['touchline', 'secret', `device.${'k'.repeat(24)}`]);
    expect(await connection.ready).toBe('server');
    expect(readMap(doc).touchpoints).toHaveLength(1);
  });

  it('brings the edits of the server and sends mine', async () => {
    const { socket, serverDoc, server, doc, commands } = await connected();
    commands.update('touchpoints', ['t1'], { title: 'Mine' });
    expect(server.take(socket)).toBe(1);
    expect(readMap(serverDoc).touchpoints[0]?.title).toBe('Mine');
    serverDoc.on('update', (update: Uint8Array) => socket.send(serverFrames.update(update)));
    createCommands(serverDoc, { newId: () => 'x' }).updateMap({ title: 'Theirs' });
    expect(readMap(doc).map.title).toBe('Theirs');
    expect(socket.waiting).toEqual([]);
  });
});

describe('the state of saving (U36)', () => {
  it('is Saved only when the server has stored everything that was sent', async () => {
    const { socket, server, commands, state } = await connected();
    expect(state()).toEqual({ kind: 'saving' });
    socket.send(serverFrames.stored(1));
    expect(state()).toEqual({ kind: 'saved' });
    commands.update('touchpoints', ['t1'], { title: 'A' });
    commands.update('touchpoints', ['t1'], { title: 'B' });
    expect(server.take(socket)).toBe(2);
    expect(state()).toEqual({ kind: 'saving' });
    socket.send(serverFrames.stored(2));
    expect(state()).toEqual({ kind: 'saving' });
    socket.send(serverFrames.stored(3));
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('counts what was not acknowledged when the line is lost, and sends it again', async () => {
    const { socket, server, serverDoc, pairs, commands, connection, state } = await connected();
    socket.send(serverFrames.stored(1));
    commands.update('touchpoints', ['t1'], { title: 'Sent, not acknowledged' });
    socket.close(1006);
    commands.update('touchpoints', ['t1'], { emotion: 1 });
    expect(state()).toMatchObject({ kind: 'offline', kept: 2 });
    connection.retry();
    const second = await nextSocket(pairs, 2);
    server.greet(second);
    expect(server.take(second)).toBe(0);
    expect(state()).toEqual({ kind: 'saving' });
    expect(readMap(serverDoc).touchpoints[0]).toMatchObject({ title: 'Sent, not acknowledged', emotion: 1 });
    second.send(serverFrames.stored(1));
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('never sends a single update before the step 2 that brings what is missing', async () => {
    const { socket, server, serverDoc, pairs, commands, connection } = await connected();
    socket.close(1006);
    commands.update('touchpoints', ['t1'], { title: 'Offline' });
    connection.retry();
    const second = await nextSocket(pairs, 2);
    second.open();
    commands.update('touchpoints', ['t1'], { title: 'Between' });
    expect(second.waiting.filter(({ kind }) => kind === 'update')).toEqual([]);
    second.send(serverFrames.stepOne(serverDoc));
    server.take(second);
    expect(readMap(serverDoc).touchpoints[0]?.title).toBe('Between');
  });

  it('says when the server cannot save, and recovers without a reload (R40)', async () => {
    const { socket, server, serverDoc, commands, state, notices } = await connected();
    socket.send(serverFrames.stored(1));
    commands.update('touchpoints', ['t1'], { title: 'A' });
    socket.send(serverFrames.notice({ kind: 'cannot-save', detail: 'The disk is full.' }));
    expect(state()).toEqual({ kind: 'cannot-save', reason: 'cannot-save' });
    expect(notices).toEqual([{ kind: 'cannot-save', detail: 'The disk is full.' }]);
    socket.send(serverFrames.notice({ kind: 'saving-again', detail: '' }));
    socket.send(serverFrames.stepOne(serverDoc));
    expect(server.take(socket)).toBe(2);
    expect(state()).toEqual({ kind: 'saving' });
    socket.send(serverFrames.stored(3));
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('does not go on saying that it cannot save when another server took over, which never said so', async () => {
    const { socket, server, pairs, connection, state } = await connected();
    socket.send(serverFrames.notice({ kind: 'cannot-save', detail: 'The disk is full.' }));
    socket.close(1012);
    expect(state()).toMatchObject({ kind: 'offline' });
    connection.retry();
    const second = await nextSocket(pairs, 2);
    server.greet(second);
    second.send(serverFrames.stored(1));
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('says that an edit was refused until the server has everything (R6)', async () => {
    const { socket, commands, state } = await connected();
    socket.send(serverFrames.stored(1));
    commands.update('touchpoints', ['t1'], { title: 'A' });
    socket.send(serverFrames.notice({ kind: 'refused', detail: 'You may not edit.' }));
    expect(state()).toEqual({ kind: 'cannot-save', reason: 'refused' });
    socket.send(serverFrames.stored(2));
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('shows a countdown and comes back at once when asked (U39)', async () => {
    const { socket, pairs, connection, state } = await connected();
    socket.close(1012);
    const lost = state();
    expect(lost.kind === 'offline' && lost.retryAt !== null && lost.retryAt > Date.now() - 1000).toBe(true);
    connection.retry();
    expect(pairs.sockets).toHaveLength(2);
    expect(state()).toEqual({ kind: 'offline', kept: 0, retryAt: null });
  });

  it('comes back by itself', async () => {
    const { socket, pairs, server, state } = await connected();
    socket.close(1006);
    server.greet(await nextSocket(pairs, 2));
    pairs.latest().send(serverFrames.stored(1));
    expect(state()).toEqual({ kind: 'saved' });
  });

  it.each([
    [4401, 'token-unknown', 'closed'],
    [4403, 'role-too-low', 'closed'],
    [4404, 'map-deleted', 'closed'],
    [4409, 'other-generation', 'closed'],
    [4413, 'too-large', 'too-large'],
    [4400, 'refused', 'refused'],
  ] as const)('stops for good at close code %i', async (code, reason, said) => {
    const { socket, pairs, connection, state } = await connected();
    socket.close(code, 'Because.');
    expect(connection.closed.getState()).toEqual({ reason, detail: 'Because.' });
    expect(state()).toEqual({ kind: 'cannot-save', reason: said });
    connection.retry();
    expect(pairs.sockets).toHaveLength(1);
  });

  it('is not ready when the server refuses before there is any content', async () => {
    const { pairs, page } = world();
    const { connection } = page();
    const socket = await nextSocket(pairs, 1);
    socket.open();
    socket.close(4401);
    expect(await connection.ready).toBe('closed');
  });
});

describe('presence', () => {
  it('of others is heard and not sent back, mine comes back as the server stamped it (P25)', async () => {
    const { socket, connection } = await connected();
    const state = {
      name: 'Ana',
      colour: 4,
      role: 'editor',
      cursor: null,
      selection: [],
      drag: null,
      editing: null,
    };
    socket.send(serverFrames.awareness([{ id: 12345, clock: 7, state }]));
    expect(connection.presence.others()).toMatchObject([{ clientId: 12345, name: 'Ana', colour: 4 }]);
    expect(socket.waiting).toEqual([]);
    const own = { ...state, name: 'Me', colour: 2 };
    socket.send(serverFrames.awareness([{ id: connection.presence.clientId, clock: 0, state: own }]));
    expect(connection.presence.me()).toMatchObject({ name: 'Me', colour: 2 });
    connection.presence.set({ selection: ['t1'] });
    await until(() => socket.waiting.length > 0, 'my presence');
    expect(socket.waiting).toMatchObject([
      { kind: 'awareness', clients: [{ id: connection.presence.clientId }] },
    ]);
  });

  it('of everybody is gone when the line is lost', async () => {
    const { socket, connection } = await connected();
    socket.send(serverFrames.awareness([{ id: 12345, clock: 7, state: { name: 'Ana' } }]));
    socket.close(1006);
    expect(connection.presence.others()).toEqual([]);
  });
});

describe('a viewer', () => {
  it('sees the map and sends nothing that writes (R24)', async () => {
    const { socket, serverDoc, doc, commands, state } = await connected('viewer');
    expect(state()).toEqual({ kind: 'view-only', online: true });
    socket.send(serverFrames.stepOne(serverDoc));
    commands.update('touchpoints', ['t1'], { title: 'Stray' });
    expect(socket.waiting).toEqual([]);
    expect(readMap(doc).touchpoints).toHaveLength(1);
    socket.close(1006);
    expect(state()).toEqual({ kind: 'view-only', online: false });
  });

  it("shares nothing with an editor's tab beside it (R25)", async () => {
    const { pairs, page, server, serverDoc } = world();
    const editor = page();
    const viewer = page({ role: 'viewer' });
    await until(() => pairs.sockets.length === 2, 'two sockets');
    const [first, second] = pairs.sockets;
    if (first) server.greet(first);
    if (second) server.greet(second, false);
    viewer.commands.update('touchpoints', ['t1'], { title: 'Stray' });
    // What a tab sends to the other would be there before the answer to a later question to the device's store.
    await indexedDB.databases();
    for (const socket of pairs.sockets) server.take(socket);
    expect(readMap(serverDoc).touchpoints[0]?.title).toBe('t1');
    expect(readMap(editor.doc).touchpoints[0]?.title).toBe('t1');
  });
});

describe('what cannot be applied (R36)', () => {
  it('leads to a new connection that brings everything again', async () => {
    const { socket, pairs, server, doc, state, serverDoc } = await connected();
    createCommands(serverDoc, { newId: () => 'x' }).updateMap({ title: 'Missed' });
    socket.send(serverFrames.update(new Uint8Array([1, 2, 3, 250, 250])));
    expect(state().kind).not.toBe('saved');
    const second = await nextSocket(pairs, 2);
    server.greet(second);
    expect(readMap(doc).map.title).toBe('Missed');
    second.send(serverFrames.stored(1));
    expect(state()).toEqual({ kind: 'saved' });
  });

  it('again and again ends as "out of step"', async () => {
    const { pairs, connection } = await connected();
    for (let count = 1; count <= 3; count += 1) {
      const socket = await nextSocket(pairs, count);
      if (count > 1) socket.open();
      socket.send(serverFrames.stepTwo(new Uint8Array([9, 9, 9])));
    }
    expect(connection.closed.getState()?.reason).toBe('out-of-step');
    expect(pairs.sockets).toHaveLength(3);
  });

  it('because something before it is missing is asked for again (R26)', async () => {
    const { socket, serverDoc, server, doc } = await connected();
    const updates: Uint8Array[] = [];
    serverDoc.on('update', (update: Uint8Array) => updates.push(update));
    const theirs = createCommands(serverDoc, { newId: () => 'x' });
    theirs.updateMap({ title: 'First' });
    theirs.updateMap({ goal: 'Second' });
    socket.send(serverFrames.update(updates[1] ?? new Uint8Array()));
    expect(socket.waiting.map(({ kind }) => kind)).toEqual(['step1']);
    server.take(socket);
    expect(readMap(doc).map).toMatchObject({ title: 'First', goal: 'Second' });
  });
});

describe('the copy on this device', () => {
  it('brings an offline edit through a reload without a network, and to the server when it is back (R51)', async () => {
    const all = await connected();
    all.socket.send(serverFrames.stored(1));
    all.socket.close(1006);
    all.commands.update('touchpoints', ['t1'], { title: 'Offline' });
    await all.connection.destroy();

    const again = all.page();
    expect(await again.connection.ready).toBe('device');
    expect(readMap(again.doc).touchpoints[0]?.title).toBe('Offline');
    const second = await nextSocket(all.pairs, 2);
    second.close(1006);
    expect(again.connection.saveState.getState()).toMatchObject({ kind: 'offline', kept: 1 });
    again.connection.retry();
    const third = await nextSocket(all.pairs, 3);
    all.server.greet(third);
    third.send(serverFrames.stored(1));
    expect(readMap(all.serverDoc).touchpoints[0]?.title).toBe('Offline');
    expect(again.connection.saveState.getState()).toEqual({ kind: 'saved' });
  });

  it('that is slower than the network sends what it kept, and all of it is saved in the end', async () => {
    const all = await connected();
    all.socket.send(serverFrames.stored(1));
    all.socket.close(1006);
    all.commands.update('touchpoints', ['t1'], { title: 'Offline' });
    await all.connection.destroy();

    const release = await holdDatabase(localCopyName(all.mapId, 1));
    const again = all.page();
    const second = await nextSocket(all.pairs, 2);
    all.server.greet(second);
    second.send(serverFrames.stored(1));
    release();
    await until(() => readMap(again.doc).touchpoints[0]?.title === 'Offline', 'the local copy');
    await until(() => second.waiting.length > 0, 'the frame that carries it');
    await new Promise((resolve) => setTimeout(resolve));
    expect(all.server.take(second)).toBe(1);
    second.send(serverFrames.stored(2));
    expect(readMap(all.serverDoc).touchpoints[0]?.title).toBe('Offline');
    expect(again.connection.saveState.getState()).toEqual({ kind: 'saved' });
    expect(again.connection.wouldLose()).toBe(false);
  });

  it('that is slower than the network keeps "Saved" from being said, and loses neither what it kept nor what is done meanwhile (R36, U36)', async () => {
    const all = await connected();
    all.socket.send(serverFrames.stored(1));
    all.socket.close(1006);
    all.commands.update('touchpoints', ['t1'], { title: 'Offline' });
    await all.connection.destroy();

    const release = await holdDatabase(localCopyName(all.mapId, 1));
    const again = all.page();
    const state = () => again.connection.saveState.getState();
    const second = await nextSocket(all.pairs, 2);
    all.server.greet(second);
    all.server.take(second);
    second.send(serverFrames.stored(1));
    expect(await again.connection.ready).toBe('server');
    expect(state()).toEqual({ kind: 'saving' });
    again.commands.update('touchpoints', ['t1'], { emotion: 2 });
    all.server.take(second);
    second.send(serverFrames.stored(2));
    expect(state()).toEqual({ kind: 'saving' });
    release();
    await until(() => readMap(again.doc).touchpoints[0]?.title === 'Offline', 'the local copy');
    await until(() => second.waiting.length > 0, 'the frame that carries it');
    all.server.take(second);
    expect(readMap(all.serverDoc).touchpoints[0]).toMatchObject({ title: 'Offline', emotion: 2 });
    expect(state()).toEqual({ kind: 'saving' });
    second.send(serverFrames.stored(3));
    await until(() => state().kind === 'saved', 'Saved');
    await again.connection.destroy();

    // Both lie on this device too, for a visit without a network.
    const third = all.page();
    expect(await third.connection.ready).toBe('device');
    expect(readMap(third.doc).touchpoints[0]).toMatchObject({ title: 'Offline', emotion: 2 });
  });

  it('that never answers is told once and does not hold back "Saved" for ever; what it brings later still counts', async () => {
    const all = await connected();
    all.socket.send(serverFrames.stored(1));
    all.socket.close(1006);
    all.commands.update('touchpoints', ['t1'], { title: 'Offline' });
    await all.connection.destroy();

    const release = await holdDatabase(localCopyName(all.mapId, 1));
    const again = all.page({ localCopyPatienceMs: 0 });
    const state = () => again.connection.saveState.getState();
    const second = await nextSocket(all.pairs, 2);
    all.server.greet(second);
    all.server.take(second);
    second.send(serverFrames.stored(1));
    expect(state()).toEqual({ kind: 'saved' });
    expect(again.notices).toEqual([{ kind: 'not-kept' }]);
    release();
    await until(() => state().kind === 'saving', 'the edit it kept');
    await until(() => second.waiting.length > 0, 'the frame that carries it');
    all.server.take(second);
    second.send(serverFrames.stored(2));
    await until(() => state().kind === 'saved', 'Saved');
    expect(readMap(all.serverDoc).touchpoints[0]?.title).toBe('Offline');
  });

  it('belongs to one generation of the map (R45)', async () => {
    const all = await connected();
    await all.connection.destroy();
    const other = all.page({ generation: 2 });
    const socket = await nextSocket(all.pairs, 2);
    expect(socket.url).toMatch(/g=2$/);
    expect(readMap(other.doc).touchpoints).toEqual([]);
  });

  it('may be impossible: one notice, and editing goes on (R53)', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    const { socket, server, serverDoc, commands, connection, notices } = await connected();
    expect(notices).toEqual([{ kind: 'not-kept' }]);
    commands.update('touchpoints', ['t1'], { title: 'Still' });
    expect(connection.wouldLose()).toBe(true);
    server.take(socket);
    expect(readMap(serverDoc).touchpoints[0]?.title).toBe('Still');
    socket.send(serverFrames.stored(2));
    expect(connection.wouldLose()).toBe(false);
    expect(notices).toHaveLength(1);
  });

  it('may fill up: one notice, and what is not on the server would be lost (R53, U38)', async () => {
    const { socket, commands, connection, notices } = await connected();
    await connection.ready;
    await until(() => !connection.wouldLose(), 'the local copy');
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    socket.close(1006);
    commands.update('touchpoints', ['t1'], { title: 'A' });
    commands.update('touchpoints', ['t1'], { title: 'B' });
    await until(() => notices.length > 0, 'the notice');
    expect(notices).toEqual([{ kind: 'not-kept' }]);
    expect(connection.wouldLose()).toBe(true);
  });

  it("that is damaged is set aside and the server's copy loaded (R54)", async () => {
    const all = world();
    const name = localCopyName(all.mapId, 1);
    const db = await idb.openDB(name, (fresh) =>
      idb.createStores(fresh, [['updates', { autoIncrement: true }], ['custom']]),
    );
    const [store] = idb.transact(db, ['updates']);
    if (store) await idb.addAutoKey(store, new Uint8Array([255, 255, 255]) as unknown as ArrayBuffer);
    db.close();
    const page = all.page();
    all.server.greet(await nextSocket(all.pairs, 1));
    expect(page.notices).toEqual([{ kind: 'damaged', name: `${name}-damaged` }]);
    expect(readMap(page.doc).touchpoints).toHaveLength(1);
    expect((await indexedDB.databases()).map((one) => one.name)).toContain(`${name}-damaged`);
  });

  it('is removed when the map is to be forgotten (R61)', async () => {
    const { connection, mapId } = await connected();
    await connection.ready;
    await connection.destroy();
    await forgetLocalCopies(mapId);
    expect((await indexedDB.databases()).filter(({ name }) => name?.includes(mapId))).toEqual([]);
  });
});
