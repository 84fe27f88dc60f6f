// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeMap } from '../../../src/model/writeMap.ts';
import { drawMissing } from '../../../src/panels/home/missingPicture.ts';
import { rememberedPicture, rememberMap } from '../../../src/state/deviceMaps.ts';
import { buildMap } from '../../support/buildMap.ts';

const content = writeMap(buildMap({ touchpoints: [{ title: 'Pays', emotion: 1 }] }));
const fetched = vi.fn<(path: string) => Promise<Response>>();

beforeEach(() => {
  localStorage.clear();
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

function remember(id: string): void {
  rememberMap(localStorage, {
    id,
    token: 'key',
    title: 'Map',
    state: 'current',
    baseMapId: null,
    role: 'owner',
    generation: 0,
    openedAt: 1,
    words: '',
  });
}

it('draws a map that has no picture yet from the server, once a visit, and keeps the picture', async () => {
  remember('left');
  fetched.mockImplementation(() => Promise.resolve(Response.json({ content })));
  const wanted = { id: 'left', token: 'key' };
  const [first, second] = await Promise.all([
    drawMissing(localStorage, wanted),
    drawMissing(localStorage, wanted),
  ]);
  expect(first?.groups.length).toBeGreaterThan(0);
  expect(second).toBe(first);
  expect(fetched).toHaveBeenCalledOnce();
  expect(rememberedPicture(localStorage, 'left')).not.toBeNull();
});

it('leaves the frame empty without an answer, and keeps nothing of a map that was taken from the list', async () => {
  remember('closed');
  fetched.mockImplementation(() => Promise.resolve(Response.json({}, { status: 401 })));
  expect(await drawMissing(localStorage, { id: 'closed', token: 'old' })).toBeNull();
  fetched.mockImplementation(() => Promise.resolve(Response.json({ content })));
  expect(await drawMissing(localStorage, { id: 'gone', token: 'key' })).not.toBeNull();
  expect(rememberedPicture(localStorage, 'gone')).toBeNull();
});
