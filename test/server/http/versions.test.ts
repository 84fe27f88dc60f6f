/** The calls about versions, from outside (U40), and restoring while people edit (R46, R48). */
import { rmSync } from 'node:fs';
import type * as Y from 'yjs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Limits } from '../../../server/limits.ts';
import type { Store } from '../../../server/storage/store.ts';
import type { Restored, VersionFacts } from '../../../src/protocol/http.ts';
import { digest } from '../../../src/document/digest.ts';
import { readMap } from '../../../src/document/readMap.ts';
import { newFolder, startInProcess, type RunningServer } from '../../support/startServer.ts';
import { call, makeMap, openStockClient, type StockClient } from '../../support/syncClients.ts';
import { until } from '../../support/until.ts';

let server: RunningServer;
const clients: StockClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.stop();
});

async function begin(
  limits: Partial<Limits> = {},
  dataDir?: string,
  wrapStore = (store: Store): Store => store,
) {
  server = await startInProcess({ replace: { limits, wrapStore }, ...(dataDir ? { dataDir } : {}) });
  const map = await makeMap(server.url, { template: 'saas-onboarding-blueprint.en' });
  const at = `/api/maps/${map.id}`;
  const { edit, view } = map.links;
  const document = async () => (await call(server.url, 'GET', `${at}/document`, edit.token)).body as never;
  const titled = async (title: string) => {
    const content = (await document()) as { map: object };
    const next = { ...content, map: { ...content.map, title } };
    expect((await call(server.url, 'PUT', `${at}/document`, edit.token, next)).status).toBe(204);
  };
  const list = async () =>
    (await call(server.url, 'GET', `${at}/versions`, view.token)).body as unknown as VersionFacts[];
  const name = (title: string, token = edit.token) =>
    call(server.url, 'POST', `${at}/versions`, token, { title, by: ' Ana\u202e ' });
  const restore = (id: string, token = edit.token) =>
    call(server.url, 'POST', `${at}/versions/${id}/restore`, token, { by: 'Ben' });
  const open = async () => {
    const client = openStockClient(server.url, map.id, edit.token);
    clients.push(client);
    await until(() => client.provider.synced);
    return client;
  };
  return { map, at, edit, view, document, titled, list, name, restore, open };
}

const titleOf = (content: unknown) => (content as { map: { title: string } }).map.title;

describe('versions over HTTP', () => {
  it('a named one is kept, listed and given as touchline/1, as the map was then', async () => {
    const { at, view, document, titled, list, name } = await begin();
    await titled('First');
    const then = await document();
    const made = await name('  Before the workshop ');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      kind: 'named',
      title: 'Before the workshop',
      by: ['Ana'],
      source: null,
      isCurrent: true,
    });
    expect((made.body as unknown as VersionFacts).counts.touchpoints).toBeGreaterThan(10);
    await titled('Second');
    const [before, named] = await list();
    // Putting a document keeps what it replaces; here a version held that already.
    expect(before?.id).toBe((made.body as unknown as VersionFacts).id);
    expect([before?.isCurrent, named?.kind]).toEqual([false, 'before']);
    const given = await call(server.url, 'GET', `${at}/versions/${before?.id}`, view.token);
    expect(given.status).toBe(200);
    expect(given.body).toEqual(then);
  });

  it('[U40] restoring adds versions, is told to the one who did it, and restoring the one before undoes it', async () => {
    const { document, titled, list, name, restore } = await begin();
    await titled('First');
    const then = await document();
    const { body } = await name('Start');
    await titled('Second');
    const later = await document();
    const done = await restore(body.id);
    expect(done.status).toBe(200);
    const { before, version } = done.body as unknown as Restored;
    expect(version).toMatchObject({ kind: 'restored', by: ['Ben'], isCurrent: true });
    expect(version?.source).toMatchObject({ id: body.id, title: 'Start' });
    expect(before).toMatchObject({ kind: 'before', isCurrent: false });
    expect(await document()).toEqual(then);
    expect((await list()).map(({ kind }) => kind)).toEqual(['restored', 'before', 'named', 'before']);
    // The map is like the version already: nothing is added.
    expect((await restore(body.id)).body).toEqual({ before: null, version: null });
    await restore(before?.id ?? '');
    expect(await document()).toEqual(later);
  });

  it('[R48] restoring while two people edit cuts nobody off, loses none of their work, and all end alike', async () => {
    const { name, restore, open, at, edit, list } = await begin();
    const [ana, ben] = [await open(), await open()];
    const { body } = await name('Start');
    const touchpoint = readMap(ana.doc).touchpoints[0];
    if (!touchpoint) throw new Error('the template has touchpoints');
    const write = (client: StockClient, title: string) =>
      (client.doc.getMap('touchpoints').get(touchpoint.id) as Y.Map<unknown>).set('title', title);
    write(ana, 'Work of Ana');
    await until(() => readMap(ben.doc).touchpoints[0]?.title === 'Work of Ana');
    const closes: unknown[] = [];
    for (const one of [ana, ben]) one.provider.on('connection-close', (event: unknown) => closes.push(event));
    const restoring = restore(body.id);
    // Somebody goes on working while it happens.
    ben.doc.getMap('notes-of-a-newer-version').set('ben', 'still here');
    const { before } = (await restoring).body as unknown as Restored;
    await until(() => readMap(ana.doc).touchpoints[0]?.title === touchpoint.title);
    await until(() => digest(ana.doc) === digest(ben.doc));
    write(ben, 'Goes on');
    await until(() => readMap(ana.doc).touchpoints[0]?.title === 'Goes on');
    expect(closes).toEqual([]);
    expect(ana.doc.getMap('notes-of-a-newer-version').get('ben')).toBe('still here');
    const kept = await call(server.url, 'GET', `${at}/versions/${before?.id}`, edit.token);
    const touchpoints = kept.body['touchpoints'] as { id: string; title: string }[];
    expect(touchpoints.find(({ id }) => id === touchpoint.id)?.title).toBe('Work of Ana');
    expect((await list())[0]?.kind).toBe('restored');
  });

  it('[R46] after a restart the server restores under a new client id, and nobody diverges', async () => {
    const dataDir = newFolder();
    const first = await begin({}, dataDir);
    const { body } = await first.name('Start');
    await first.titled('Second');
    const ana = await first.open();
    const { before } = (await first.restore(body.id)).body as unknown as Restored;
    await until(() => ana.doc.getMap('map').get('title') !== 'Second');
    const idsBefore = new Set(ana.doc.store.clients.keys());
    ana.provider.disconnect();
    await server.stop();
    server = await startInProcess({ dataDir });
    await first.restore(before?.id ?? '');
    // Ana returns with what she held; Ben sees the map for the first time.
    const again = openStockClient(server.url, first.map.id, first.edit.token, ana.doc);
    const ben = await first.open();
    clients.push(again);
    await until(() => ana.doc.getMap('map').get('title') === 'Second');
    expect(digest(ana.doc)).toBe(digest(ben.doc));
    expect([...ana.doc.store.clients.keys()].filter((id) => !idsBefore.has(id))).toHaveLength(1);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is named anew by who may edit, and one that was kept by itself stays from then on', async () => {
    const { at, edit, view, titled, list, name } = await begin({ versionsNamed: 2 });
    await titled('First');
    const { body } = await name('Strat');
    const rename = (id: string, title: string, token = edit.token) =>
      call(server.url, 'PATCH', `${at}/versions/${id}`, token, { title });
    expect(await rename(body.id, '  Start ')).toMatchObject({
      status: 200,
      body: { id: body.id, kind: 'named', title: 'Start', isCurrent: true, by: ['Ana'] },
    });
    const unnamed = (await list()).find(({ kind }) => kind === 'before');
    expect((await rename(unnamed?.id ?? '', 'Made')).body).toMatchObject({ kind: 'named', title: 'Made' });
    expect((await list()).map(({ title }) => title)).toEqual(['Start', 'Made']);
    await titled('Second');
    const [, third] = await list();
    expect(third).toBeDefined();
    await titled('Third');
    const spare = (await list()).find(({ kind }) => kind === 'before');
    expect((await rename(spare?.id ?? '', 'Too many')).body.code).toBe('versions-full');
    // A named one may be named anew when there are as many as there may be.
    expect((await rename(body.id, 'Beginning')).status).toBe(200);
    expect((await rename('none', 'None')).body.code).toBe('version-unknown');
    expect((await rename(body.id, ' ')).body.code).toBe('wrong-content');
    expect((await rename(body.id, 'Mine', view.token)).body.code).toBe('role-too-low');
  });

  it('is deleted for good by an owner alone, and the map stays as it is', async () => {
    const { map, at, edit, document, titled, list, name, restore } = await begin();
    await titled('First');
    const { body } = await name('Start');
    const now = await document();
    const remove = (id: string, token: string) => call(server.url, 'DELETE', `${at}/versions/${id}`, token);
    expect((await remove(body.id, edit.token)).body.code).toBe('role-too-low');
    expect((await remove(body.id, map.links.owner.token)).status).toBe(204);
    expect((await list()).map(({ kind }) => kind)).toEqual(['before']);
    expect((await remove(body.id, map.links.owner.token)).body.code).toBe('version-unknown');
    expect((await restore(body.id)).body.code).toBe('version-unknown');
    expect(await document()).toEqual(now);
  });

  it('restored or named is told so although the list cannot be read afterwards: nothing says that nothing was changed', async () => {
    let isBroken = false;
    const { document, titled, name, restore } = await begin({}, undefined, (store) => ({
      ...store,
      listVersions: async (id) => {
        if (isBroken) throw new Error('disk gone');
        return store.listVersions(id);
      },
      append: async (batches) => {
        const done = await store.append(batches);
        isBroken = breaks;
        return done;
      },
      addVersion: async (...version) => {
        await store.addVersion(...version);
        isBroken = breaks;
      },
    }));
    let breaks = false;
    await titled('First');
    const { body } = await name('Start');
    const then = await document();
    await titled('Second');
    breaks = true;
    const done = await restore(body.id);
    expect(done).toMatchObject({
      status: 200,
      body: { before: { kind: 'before', isCurrent: false }, version: { kind: 'restored', isCurrent: true } },
    });
    expect(await document()).toEqual(then);
    isBroken = false;
    expect((await name('Again')).status).toBe(201);
  });

  it('wrong things are refused with a reason: role, name, unknown version, too often, too many', async () => {
    const { at, edit, view, name, restore, list } = await begin({
      versionsNamed: 2,
      versionsAtOnce: 4,
      versionLooksAtOnce: 2,
      replacesAtOnce: 2,
    });
    expect((await name('No', view.token)).body.code).toBe('role-too-low');
    expect((await restore('x', view.token)).body.code).toBe('role-too-low');
    expect((await name('   ')).body.code).toBe('wrong-content');
    expect((await name('One')).status).toBe(201);
    expect((await name('Two')).status).toBe(201);
    expect((await name('Three')).body.code).toBe('versions-full');
    expect((await name('Four')).body.code).toBe('too-many');
    expect(await list()).toHaveLength(2);
    for (const [method, path] of [
      ['GET', `${at}/versions/none`],
      ['POST', `${at}/versions/none/restore`],
    ] as const) {
      const body = method === 'POST' ? {} : undefined;
      expect((await call(server.url, method, path, edit.token, body)).body.code).toBe('version-unknown');
    }
    const [newest] = await list();
    const look = (token: string) => call(server.url, 'GET', `${at}/versions/${newest?.id}`, token);
    expect((await look(view.token)).status).toBe(200);
    expect((await look(view.token)).status).toBe(200);
    expect((await look(view.token)).body.code).toBe('too-many');
    expect((await look(edit.token)).status).toBe(200);
    await restore(newest?.id ?? '');
    await restore(newest?.id ?? '');
    expect((await restore(newest?.id ?? '')).body.code).toBe('too-many');
    expect(titleOf((await call(server.url, 'GET', `${at}/document`, view.token)).body)).not.toBe('');
  });
});
