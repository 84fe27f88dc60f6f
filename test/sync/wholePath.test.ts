/** The page's connection against the real server: edits, "Saved", a killed server, share links, presence. */
import { rmSync } from 'node:fs';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createCommands } from '../../src/document/createCommands.ts';
import { digest } from '../../src/document/digest.ts';
import { readMap } from '../../src/document/readMap.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { roleOfLink, type LinkName } from '../../src/protocol/roles.ts';
import { connectMap, type MapConnection } from '../../src/sync/connectMap.ts';
import { startServer, type ChildServer } from '../support/startServer.ts';
import { call, makeMap } from '../support/syncClients.ts';
import { until } from '../support/until.ts';

let server: ChildServer;
let map: CreatedMap;
const connections: MapConnection[] = [];

beforeEach(async () => {
  server = await startServer();
  map = await makeMap(server.url, { template: 'saas-onboarding-blueprint.en' });
});

afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.destroy()));
  await server.stop();
  // A server that was started again on a folder leaves it.
  rmSync(server.dataDir, { recursive: true, force: true });
});

let devices = 0;
function open(link: LinkName = 'edit', key = `device-key-number-${(devices += 1)}`) {
  const doc = new Y.Doc();
  const connection = connectMap({
    mapId: map.id,
    token: map.links[link].token,
    role: roleOfLink[link],
    generation: 1,
    doc,
    deviceKey: key,
    baseUrl: server.url.replace('http', 'ws'),
    WebSocketClass: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  connections.push(connection);
  let made = 0;
  const commands = createCommands(doc, { newId: () => `n${doc.clientID}-${(made += 1)}` });
  return { doc, connection, commands, state: () => connection.saveState.getState().kind };
}

describe('a page on the real server', () => {
  it('is Saved, sees what others do, and ends with an equal copy', async () => {
    const [a, b, viewer] = [open(), open(), open('view')];
    await until(() => a.state() === 'saved' && b.state() === 'saved', 'both saved');
    const [card] = readMap(a.doc).touchpoints;
    a.commands.update('touchpoints', [card?.id ?? ''], { title: 'From a' });
    b.commands.openText('touchpoints', card?.id ?? '', 'need').splice(0, 0, 'From b. ');
    expect(a.state()).toBe('saving');
    await until(() => a.state() === 'saved' && b.state() === 'saved', 'both saved again');
    await until(
      () => digest(a.doc) === digest(b.doc) && digest(viewer.doc) === digest(a.doc),
      'equal copies',
    );
    expect(readMap(viewer.doc).touchpoints[0]).toMatchObject({ title: 'From a' });
    expect(readMap(viewer.doc).touchpoints[0]?.need).toMatch(/^From b\. /);
    expect(viewer.connection.saveState.getState()).toEqual({ kind: 'view-only', online: true });
  });

  it('keeps what a killed server had called saved, and brings what it had not (R38)', async () => {
    const page = open();
    await until(() => page.state() === 'saved', 'saved');
    page.commands.updateMap({ title: 'Saved title' });
    await until(() => page.state() === 'saved', 'saved again');
    await server.kill();
    await until(() => page.state() === 'offline', 'offline');
    page.commands.updateMap({ goal: 'While it was down' });
    const { port } = new URL(server.url);
    server = await startServer({ dataDir: server.dataDir, env: { PORT: port } });
    page.connection.retry();
    await until(() => page.state() === 'saved', 'saved after the restart');
    const answer = await call(server.url, 'GET', `/api/maps/${map.id}/document`, map.links.view.token);
    expect(answer.body['map']).toMatchObject({ title: 'Saved title', goal: 'While it was down' });
  });

  it('pastes more than a frame holds (R14)', async () => {
    const page = open();
    await until(() => page.state() === 'saved', 'saved');
    const [card] = readMap(page.doc).touchpoints;
    page.commands.update('touchpoints', [card?.id ?? ''], { description: 'long '.repeat(790) });
    for (let count = 1; count < 400; count *= 2) {
      page.commands.duplicate(
        readMap(page.doc)
          .touchpoints.filter(({ description }) => description.length > 3000)
          .map(({ id }) => id),
      );
    }
    await until(() => page.state() === 'saved', 'saved', 30_000);
    const other = open();
    await until(() => digest(other.doc) === digest(page.doc), 'the same copy', 20_000);
    expect(Y.encodeStateAsUpdate(page.doc).length).toBeGreaterThan(1024 * 1024);
  });

  it('is known to others by the name it gave and the colour the server chose', async () => {
    const [a, b] = [open(), open()];
    a.connection.presence.set({ name: 'Ana' });
    await until(() => b.connection.presence.others().some(({ name }) => name === 'Ana'), 'Ana');
    await until(() => a.connection.presence.me() !== null && b.connection.presence.me() !== null, 'stamps');
    expect(a.connection.presence.me()).toMatchObject({ name: 'Ana', role: 'editor' });
    expect(a.connection.presence.me()?.colour).not.toBe(b.connection.presence.me()?.colour);
    a.connection.presence.set({ cursor: { x: 5, y: 6 }, selection: ['t1'] });
    await until(() => b.connection.presence.others()[0]?.cursor?.x === 5, 'the cursor');
    await a.connection.destroy();
    await until(() => b.connection.presence.others().length === 0, 'Ana to be gone');
  });

  it('is shut out when its link is withdrawn (R5)', async () => {
    const page = open('edit');
    await until(() => page.state() === 'saved', 'saved');
    await call(server.url, 'DELETE', `/api/maps/${map.id}/links/${map.links.edit.id}`, map.links.owner.token);
    await until(() => page.connection.closed.getState()?.reason === 'token-unknown', 'the end');
    expect(page.state()).toBe('cannot-save');
  });
});
