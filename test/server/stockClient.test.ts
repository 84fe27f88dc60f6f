/** The stock y-websocket client, unchanged, against a real server. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { startInProcess, type RunningServer } from '../support/startServer.ts';
import { makeMap, openStockClient, type StockClient } from '../support/syncClients.ts';
import { until } from '../support/until.ts';

let server: RunningServer;
const open: StockClient[] = [];

beforeAll(async () => {
  server = await startInProcess();
});
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});
afterAll(() => server.stop());

function enter(mapId: string, token: string, doc?: Y.Doc): StockClient {
  const client = openStockClient(server.url, mapId, token, doc);
  open.push(client);
  return client;
}

describe('a stock y-websocket client', () => {
  it('gets the content, and its edits reach the others', async () => {
    const map = await makeMap(server.url, { template: 'airline-tiers.en' });
    const ana = enter(map.id, map.links.edit.token);
    const ben = enter(map.id, map.links.edit.token);
    await until(() => ana.provider.synced && ben.provider.synced);
    expect(ana.doc.getMap('touchpoints').size).toBe(29);
    ana.doc.getMap('map').set('title', 'Renamed by Ana');
    await until(() => ben.doc.getMap('map').get('title') === 'Renamed by Ana');
    ben.doc.getMap('map').set('title', 'Renamed by Ben');
    await until(() => ana.doc.getMap('map').get('title') === 'Renamed by Ben');
  });

  it('brings its offline edits when it connects again', async () => {
    const map = await makeMap(server.url);
    const ana = enter(map.id, map.links.edit.token);
    const ben = enter(map.id, map.links.edit.token);
    await until(() => ana.provider.synced && ben.provider.synced);
    ana.provider.disconnect();
    ana.doc.getMap('map').set('goal', 'written offline');
    ana.provider.connect();
    await until(() => ben.doc.getMap('map').get('goal') === 'written offline');
    expect(ben.doc.getMap('map').toJSON()).toEqual(ana.doc.getMap('map').toJSON());
  });

  it('sees the others come, move and go', async () => {
    const map = await makeMap(server.url);
    const ana = enter(map.id, map.links.edit.token);
    const ben = enter(map.id, map.links.view.token);
    ana.provider.awareness.setLocalStateField('name', 'Ana');
    await until(() => ben.provider.awareness.getStates().get(ana.doc.clientID)?.['name'] === 'Ana');
    ana.provider.awareness.setLocalStateField('cursor', { x: 1, y: 2 });
    await until(() => ben.provider.awareness.getStates().get(ana.doc.clientID)?.['cursor']?.x === 1);
    expect(ben.provider.awareness.getStates().get(ana.doc.clientID)?.['role']).toBe('editor');
    ana.provider.disconnect();
    await until(() => !ben.provider.awareness.getStates().has(ana.doc.clientID));
    ana.provider.connect();
    await until(
      () => ben.provider.awareness.getStates().has(ana.doc.clientID),
      'Ana to be seen at once after coming back',
    );
  });

  it('may look with a view link, and its writes reach nobody (R24)', async () => {
    const map = await makeMap(server.url);
    const ana = enter(map.id, map.links.edit.token);
    const viewer = enter(map.id, map.links.view.token);
    await until(() => ana.provider.synced && viewer.provider.synced);
    viewer.doc.getMap('map').set('title', 'vandalised');
    ana.doc.getMap('map').set('goal', 'later than the refused edit');
    await until(() => viewer.doc.getMap('map').get('goal') === 'later than the refused edit');
    expect(ana.doc.getMap('map').get('title')).toBe('A map');
  });

  it('hears that its link is wrong and does not come back', async () => {
    const map = await makeMap(server.url);
    const stranger = enter(map.id, 'wrong-token-wrong-token');
    const code = await new Promise<number>((resolve) => {
      stranger.provider.on('closed', (event: { code: number }) => resolve(event.code));
    });
    expect(code).toBe(4401);
  });
});
