/**
 * The small picture of a map that was left before its own had been drawn (a first look of a second, a slow network):
 * made from what the server has and kept on the device like every other. One map at a time, each once a visit; without an
 * answer the frame stays empty.
 */
import { layoutOptionsFor } from '../../layout/defaultOptions.ts';
import { layoutMap } from '../../layout/layoutMap.ts';
import type { Scene } from '../../layout/scene.ts';
import { layoutThumbnail } from '../../layout/thumbnail.ts';
import { parseMap } from '../../model/parseMap.ts';
import { rememberedMap, rememberPicture, type DeviceMap } from '../../state/deviceMaps.ts';
import { readMapWithContent } from '../../sync/mapsApi.ts';
import { mapPicturePx } from './pictureSizes.ts';

type Wanted = Pick<DeviceMap, 'id' | 'token'>;

const asked = new Map<string, Promise<Scene | null>>();
let last: Promise<unknown> = Promise.resolve();

export function drawMissing(storage: Storage, map: Wanted): Promise<Scene | null> {
  const before = asked.get(map.id);
  if (before) return before;
  const drawing = last.then(() => draw(storage, map));
  last = drawing.catch(() => null);
  asked.set(map.id, drawing);
  return drawing;
}

async function draw(storage: Storage, { id, token }: Wanted): Promise<Scene | null> {
  const answer = await readMapWithContent(id, token);
  const parsed = answer.ok ? parseMap(answer.value.content) : null;
  if (!parsed?.ok) return null;
  const { width, height } = mapPicturePx;
  const layout = layoutMap(parsed.map, layoutOptionsFor(parsed.map));
  const scene = layoutThumbnail(parsed.map, layout, 'map', width, height);
  // Of a map that was taken from the list meanwhile nothing is kept.
  if (rememberedMap(storage, id)) rememberPicture(storage, id, scene);
  return scene;
}
