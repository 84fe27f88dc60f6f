/** R70: addresses that people give are theirs to follow; the server connects to nobody. */
import { connect, createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileFormats } from '../../src/export/fileFormats.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import type { CreatedMap } from '../../src/protocol/http.ts';
import { hostileMap } from '../support/hostile.ts';
import { startInProcess, type RunningServer } from '../support/startServer.ts';
import { call, makeMap } from '../support/syncClients.ts';

let server: RunningServer;
let listener: Server;
let address = '';
let connections = 0;
let ours = 0;

beforeAll(async () => {
  server = await startInProcess();
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const bound = listener.address();
  if (bound === null || typeof bound === 'string') throw new Error('it has no port');
  address = `http://127.0.0.1:${bound.port}/picture.png`;
});
afterAll(async () => {
  listener.close();
  await server.stop();
});

const ask = (method: string, rest: string, map: CreatedMap, body?: unknown) =>
  call(server.url, method, `/api/maps/${map.id}${rest}`, map.links.owner.token, body);

/** Connections of anybody else: ours comes after all that were under way, and so ends the waiting for them. */
async function others(): Promise<number> {
  ours += 1;
  const probe = connect(Number(new URL(address).port), '127.0.0.1');
  await once(probe, 'close');
  return connections - ours;
}

it('a listener that every field of a map names hears nothing: made, replaced, analysed, drawn as every format (R70)', async () => {
  const document = writeMap(hostileMap({ address, everywhere: true }));
  expect(JSON.stringify(document).split(address).length).toBeGreaterThan(50);
  const map = await makeMap(server.url, { document });
  expect((await ask('PUT', '/document', map, document)).status).toBe(204);
  expect((await ask('GET', '/analyses', map)).status).toBe(200);
  expect((await ask('POST', '/versions', map, { title: address, by: address })).status).toBeLessThan(300);
  for (const { format } of fileFormats)
    expect([format, (await ask('GET', `/export.${format}`, map)).status]).toEqual([format, 200]);
  expect(await others()).toBe(0);
});

it('nor when it stands where a picture could: an address, an SVG, a document of another origin (R70)', async () => {
  const map = await makeMap(server.url);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${address}"/><style>@import "${address}"</style></svg>`;
  for (const body of [svg, address, `<!DOCTYPE x [<!ENTITY a SYSTEM "${address}">]><svg>&a;</svg>`]) {
    const answer = await fetch(`${server.url}/api/maps/${map.id}/images`, {
      method: 'POST',
      headers: { authorization: `Bearer ${map.links.owner.token}`, 'content-type': 'image/png' },
      body,
    });
    await answer.text();
    expect(answer.status).toBeGreaterThanOrEqual(400);
  }
  const { personas, ...rest } = writeMap(hostileMap()) as { personas: readonly object[] };
  for (const image of [address, `url(${address})`, `data:image/svg+xml,${encodeURIComponent(svg)}`]) {
    const portraits = personas.map((persona) => ({ ...persona, portrait: image }));
    const made = await call(server.url, 'POST', '/api/maps', null, {
      document: { ...rest, personas: portraits },
    });
    expect(made.status).toBe(422);
  }
  expect(await others()).toBe(0);
});
