/** Pictures over HTTP: who may, what is kept, how it is served. */
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedMap, StoredImageFacts } from '../../../src/protocol/http.ts';
import { startInProcess, type RunningServer } from '../../support/startServer.ts';
import { exif, gif, jpeg, png, realGif, realWebp } from '../../support/pictures.ts';
import { call, makeMap } from '../../support/syncClients.ts';

let server: RunningServer;
let map: CreatedMap;
beforeEach(async () => {
  server = await startInProcess();
  map = await makeMap(server.url);
});
afterEach(() => server.stop());

function send(bytes: Uint8Array, type: string, token: string | null = map.links.edit.token, of = map.id) {
  return fetch(`${server.url}/api/maps/${of}/images`, {
    method: 'POST',
    headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: new Uint8Array(bytes),
  });
}
const get = (hash: string, token: string | null = map.links.view.token, of = map.id) =>
  fetch(`${server.url}/api/maps/${of}/images/${hash}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
async function stored(bytes: Uint8Array, type = 'image/png'): Promise<string> {
  const answer = await send(bytes, type);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { hash: string }).hash;
}

describe('a picture', () => {
  it('is stored by its content and served to every link of the map, without its metadata', async () => {
    const hash = await stored(jpeg(30, 20, exif), 'image/jpeg');
    const answer = await get(hash);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(jpeg(30, 20));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'attachment',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'Authorization',
    });
  });

  it('is served to nobody else: no token, a token in the address, another map', async () => {
    const hash = await stored(png(30, 20));
    const other = await makeMap(server.url);
    expect((await get(hash, null)).status).toBe(401);
    const { token } = map.links.view;
    expect((await get(`${hash}?token=${token}`, null)).status).toBe(401);
    expect((await get(hash, other.links.owner.token)).status).toBe(401);
    expect((await get(hash, other.links.owner.token, other.id)).status).toBe(404);
    expect((await get('../../document')).status).not.toBe(500);
    expect((await get('0'.repeat(64))).status).toBe(404);
  });

  it('is stored by editors only', async () => {
    for (const name of ['view', 'comment'] as const)
      expect((await send(png(3, 3), 'image/png', map.links[name].token)).status).toBe(403);
    expect((await send(png(3, 3), 'image/png', null)).status).toBe(401);
  });

  it('is refused with a sentence when it is none, is named otherwise, or is too large', async () => {
    const html = await send(Buffer.from('<script>alert(1)</script>'), 'image/png');
    expect(html.status).toBe(422);
    expect(await html.json()).toMatchObject({
      title: 'The picture is not right',
      reasons: [{ message: 'it is not a PNG, JPEG, WebP or GIF picture' }],
    });
    expect((await send(png(3, 3), 'text/plain')).status).toBe(422);
    expect((await send(Buffer.alloc(10 * 1024 * 1024 + 1), 'image/png')).status).toBe(413);
  });

  it.each([
    ['WebP', realWebp.lossless, 'image/webp'],
    ['GIF', realGif(12, 8), 'image/gif'],
    ['GIF that is named otherwise', realGif(12, 8), 'image/png'],
  ])('is stored as PNG when it is a %s, once', async (_what, bytes, type) => {
    const answer = await send(bytes, type);
    expect(answer.status).toBe(201);
    const { hash, ...facts } = (await answer.json()) as StoredImageFacts;
    expect(facts).toMatchObject({ width: 12, height: 8 });
    const kept = await get(hash);
    expect(kept.headers.get('content-type')).toBe('image/png');
    const { width, height, data } = PNG.sync.read(Buffer.from(await kept.arrayBuffer()));
    expect([width, height]).toEqual([12, 8]);
    expect(data[0]).toBeGreaterThan(190);
    expect(await stored(bytes, type)).toBe(hash);
  });

  it('is refused where it cannot be decoded or has too many pixels, and the server goes on (R69)', async () => {
    for (const [bytes, why] of [
      [realWebp.lossless.subarray(0, 50), 'it cannot be decoded, or shows nothing'],
      [realGif(12, 8, { width: 65_535, height: 65_535 }), 'it cannot be decoded, or shows nothing'],
      [gif(10_000, 5001), 'it is 10000 × 5001 pixels; at most 50 million are taken'],
    ] as const) {
      const answer = await send(bytes, 'image/gif');
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ reasons: [{ message: why }] });
    }
    await stored(png(3, 3));
  });

  it('is bounded in number: the rest is refused, what is there stays', async () => {
    await server.stop();
    server = await startInProcess({ replace: { limits: { imagesAtOnce: 2, imagesPerMinute: 1 } } });
    map = await makeMap(server.url);
    const hash = await stored(png(3, 3));
    await stored(png(4, 3));
    expect((await send(png(5, 3), 'image/png')).status).toBe(429);
    expect((await get(hash)).status).toBe(200);
  });

  it('is embedded in the SVG of the map', async () => {
    const hash = await stored(png(30, 20));
    const path = `/api/maps/${map.id}/document`;
    const { body } = await call(server.url, 'GET', path, map.links.edit.token);
    const elements = [{ id: 'fe1', kind: 'image', image: hash }];
    expect((await call(server.url, 'PUT', path, map.links.edit.token, { ...body, elements })).status).toBe(
      204,
    );
    const svg = await fetch(`${server.url}/api/maps/${map.id}/export.svg`, {
      headers: { authorization: `Bearer ${map.links.view.token}` },
    });
    expect(await svg.text()).toContain(`data:image/png;base64,${png(30, 20).toString('base64')}`);
  });

  it('is embedded as the logo of the map, which comes back with the document', async () => {
    const logo = { image: await stored(png(31, 20)), width: 31, height: 20 };
    const path = `/api/maps/${map.id}/document`;
    const { body } = await call(server.url, 'GET', path, map.links.edit.token);
    const put = (of: object) =>
      call(server.url, 'PUT', path, map.links.edit.token, {
        ...body,
        map: { ...(body.map as object), logo: of },
      });
    expect((await put({ ...logo, width: 5000 })).status).toBe(422);
    expect((await put({ ...logo, image: 'http://127.0.0.1/logo.png' })).status).toBe(422);
    expect((await put(logo)).status).toBe(204);
    const { body: after } = await call(server.url, 'GET', path, map.links.view.token);
    expect(after.map).toMatchObject({ logo });
    const svg = await fetch(`${server.url}/api/maps/${map.id}/export.svg`, {
      headers: { authorization: `Bearer ${map.links.view.token}` },
    });
    expect(await svg.text()).toContain(`data:image/png;base64,${png(31, 20).toString('base64')}`);
  });
});
