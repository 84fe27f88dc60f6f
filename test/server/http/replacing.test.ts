/** Replacing and reading the whole map over HTTP, and adding readings, are bound like the writing of sockets (P32). */
import * as Y from 'yjs';
import { afterEach, describe, expect, it } from 'vitest';
import { step1Frame } from '../../../server/rooms/frames.ts';
import type { Limits } from '../../../server/limits.ts';
import type { CreatedMap } from '../../../src/protocol/http.ts';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { call, makeMap, openBareClient } from '../../support/syncClients.ts';
import { until } from '../../support/until.ts';

let server: RunningServer;
afterEach(() => server.stop());

async function mapWith(limits: Partial<Limits>) {
  server = await startInProcess({ replace: { limits } });
  const map = await makeMap(server.url);
  const path = `/api/maps/${map.id}/document`;
  const { token } = map.links.edit;
  const document = (await call(server.url, 'GET', path, token)).body as unknown as Record<string, object>;
  /** The document with so much text in it, in an unknown top-level key, which is kept as it is. */
  const put = (bytes: number) =>
    call(server.url, 'PUT', path, token, { ...document, appendix: 'z'.repeat(bytes) });
  const appendix = async () => {
    const { body } = await call(server.url, 'GET', path, token);
    return (body['appendix'] as string).length;
  };
  return { map, put, appendix };
}

describe('putting a document', () => {
  it('[P32] is refused when the map would become too large, and taken when it becomes smaller', async () => {
    const { put, appendix } = await mapWith({ liveStateBytes: 30_000 });
    expect((await put(20_000)).status).toBe(204);
    // The sum of old and new is over the limit, the result is not.
    expect((await put(21_000)).status).toBe(204);
    const refused = await put(40_000);
    expect([refused.status, refused.body.title]).toEqual([413, 'The map would be too large']);
    expect(await appendix()).toBe(21_000);
    expect((await put(10)).status).toBe(204);
    expect(await appendix()).toBe(10);
  });

  it('[P32] is refused with 429 when it comes too often, or too much of it', async () => {
    const often = await mapWith({ replacesAtOnce: 3, replacesPerMinute: 1 });
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await often.put(i)).status);
    expect(statuses).toEqual([204, 204, 204, 429]);
    await server.stop();
    const much = await mapWith({ replaceByteBurst: 50_000, bytesPerSecond: 1 });
    expect((await much.put(30_000)).status).toBe(204);
    const refused = await much.put(30_001);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('[P27] of more than ten megabytes reaches every open socket, the slow one too', async () => {
    const { map, put } = await mapWith({});
    const protocols = ['touchline', map.links.view.token];
    const readers = await Promise.all([1, 2, 3].map(() => openBareClient(server.url, map.id, protocols)));
    const [slow] = readers;
    for (const reader of readers) reader.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
    await until(() => readers.every((one) => one.sync.length > 0));
    slow?.socket.pause();
    expect((await put(11 * 1024 * 1024)).status).toBe(204);
    await until(() => readers.slice(1).every((one) => one.sync.some(([, bytes]) => bytes.length > 1e7)));
    slow?.socket.resume();
    await until(() => slow?.sync.some(([, bytes]) => bytes.length > 1e7) ?? false, 'the slow one to have it');
    expect(readers.map((one) => one.closed)).toEqual([null, null, null]);
    for (const reader of readers) await reader.close();
  });
});

describe('reading whole maps and adding readings', () => {
  it('[P32] is refused with 429 when a share link does it too often; other links go on', async () => {
    const { map } = await mapWith({ readsAtOnce: 3, readsPerMinute: 1 });
    const ask = (what: string, token = map.links.view.token) =>
      call(server.url, 'GET', `/api/maps/${map.id}/${what}`, token);
    const statuses = [];
    for (const what of ['document', 'analyses', 'document', 'analyses', 'document'])
      statuses.push((await ask(what)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect((await ask('document')).headers.get('retry-after')).toBe('10');
    expect((await ask('analyses', map.links.edit.token)).status).toBe(200);
  });

  it('[P32] readings count by their number and by their bytes, before the body is read', async () => {
    const list = (bytes: number) => [{ touchpointId: 'none', filler: 'z'.repeat(bytes) }];
    const add = (map: CreatedMap, bytes = 1) =>
      call(server.url, 'POST', `/api/maps/${map.id}/readings`, map.links.edit.token, list(bytes));
    const often = await mapWith({ readingsAtOnce: 2, readingsPerMinute: 1 });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await add(often.map)).status);
    expect(statuses).toEqual([422, 422, 429]);
    await server.stop();
    const much = await mapWith({ replaceByteBurst: 50_000, bytesPerSecond: 1 });
    expect((await add(much.map, 30_000)).status).toBe(422);
    expect((await add(much.map, 30_000)).status).toBe(429);
  });
});
