/** Another map that is compared with, followed on the real server. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { followMap } from '../../src/app/followMap.ts';
import { createCommands } from '../../src/document/createCommands.ts';
import { readMap } from '../../src/document/readMap.ts';
import { connectMap } from '../../src/sync/connectMap.ts';
import { startServer, type ChildServer } from '../support/startServer.ts';
import { makeMap } from '../support/syncClients.ts';
import { until } from '../support/until.ts';

let server: ChildServer;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
  await server.stop();
});

it('a map that is compared with is told again as others edit it, who see that somebody looks; and that it is gone when it is deleted', async () => {
  const map = await makeMap(server.url, { template: 'saas-onboarding-blueprint.en' });
  const where = {
    mapId: map.id,
    generation: 1,
    baseUrl: server.url.replace('http', 'ws'),
    WebSocketClass: WebSocket as unknown as typeof globalThis.WebSocket,
  };
  const doc = new Y.Doc();
  const editor = connectMap({
    ...where,
    doc,
    token: map.links.edit.token,
    role: 'editor',
    deviceKey: 'device-key-number-1',
  });
  ends.push(() => editor.destroy());
  await editor.ready;
  const titles: (string | undefined)[] = [];
  const missed: string[] = [];
  ends.push(
    followMap(
      {
        ...where,
        token: map.links.view.token,
        role: 'viewer',
        deviceKey: 'device-key-number-2',
        name: 'Ana',
      },
      ({ touchpoints: [first] }) => titles.push(first?.title),
      (why) => missed.push(why),
    ),
  );
  await until(() => editor.presence.others().some(({ name }) => name === 'Ana'), 'the visitor is seen');
  const commands = createCommands(doc, { newId: () => 'new1' });
  commands.update('touchpoints', [readMap(doc).touchpoints[0]?.id ?? ''], { title: 'Changed meanwhile' });
  await expect.poll(() => titles.at(-1)).toBe('Changed meanwhile');
  expect(missed).toEqual([]);
  await fetch(`${server.url}/api/maps/${map.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${map.links.owner.token}` },
  });
  await expect.poll(() => missed).toEqual(['gone']);
});
