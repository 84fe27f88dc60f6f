/**
 * Calls about pictures: store one for a map, get one of a map. The token stands in the header, never in an address, so the page fetches
 * them and shows them from its own memory. Bytes are what `cleanImage` wrote, the type is ours; nothing in an answer can run.
 */
import type { Hono } from 'hono';
import { isImageHash } from '../../src/model/formats.ts';
import { imagesShown } from '../../src/model/imagesShown.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { IMAGE_IN, STORED_IMAGE } from '../../src/model/limits.ts';
import type { StoredImageFacts } from '../../src/protocol/http.ts';
import { storedImage } from '../../src/layout/storedImages.ts';
import { cleanImage, mustBeRedrawn, type Cleaned } from '../images/cleanImage.ts';
import { RedrawingBusyError } from '../images/redrawing.ts';
import { reading, refuseForeignSite, requireAccess, writing, type Env, type HttpWorld } from './context.ts';
import * as problems from './problems.ts';
import { createRates } from './rates.ts';
import { readBytes } from './readBody.ts';

export function addImageCalls(app: Hono<Env>, world: HttpWorld): void {
  const { imagesPerMinute, imagesAtOnce } = world.limits;
  const mayStore = createRates(world, imagesPerMinute / 60, imagesAtOnce);

  app.post('/api/maps/:id/images', async (c) => {
    refuseForeignSite(world, c);
    const { mapId, link } = await requireAccess(world, c, 'editor', 'add pictures');
    // A form of another site cannot send these types without being asked first (R12).
    if (!/^image\/(?:png|jpeg|webp|gif)$/i.test(c.req.header('content-type') ?? ''))
      throw refused('its Content-Type must be image/png, image/jpeg, image/webp or image/gif');
    if (!mayStore(link.id, 1)) throw problems.tooMany('Many pictures are being added.', 10);
    const cleaned = await keptImage(world, await readBytes(c.req.raw, IMAGE_IN.bytes));
    if (!cleaned.ok) throw refused(cleaned.why);
    const { hash, type, bytes, width, height } = cleaned.image;
    const room = { count: STORED_IMAGE.perMap, bytes: STORED_IMAGE.bytesPerMap };
    const isStored = await writing(world, () => world.store.addImage(mapId, { hash, type, bytes }, room));
    if (!isStored) throw problems.imagesFull();
    const facts: StoredImageFacts = { hash, width, height, bytes: bytes.length };
    return c.json(facts, 201);
  });

  app.get('/api/maps/:id/images/:hash', async (c) => {
    const { mapId } = await requireAccess(world, c, 'viewer', 'look at its pictures');
    const hash = c.req.param('hash');
    const image = isImageHash(hash) ? await reading(world, () => world.store.loadImage(mapId, hash)) : null;
    if (!image) throw problems.notFound();
    return c.body(new Uint8Array(image.bytes), 200, {
      'Content-Type': `image/${image.type}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': 'attachment',
      // The name is the content's hash, so a copy is never stale; it is the device's, and only for this token.
      'Cache-Control': 'private, max-age=31536000, immutable',
      Vary: 'Authorization',
    });
  });
}

/** The pictures a map shows, as `data:` addresses by their name in the scene. */
export async function imagesOf(
  world: HttpWorld,
  mapId: string,
  journey: Pick<JourneyMap, 'map' | 'elements' | 'personas'>,
): Promise<ReadonlyMap<string, string>> {
  const images = new Map<string, string>();
  for (const hash of imagesShown(journey)) {
    const image = await reading(world, () => world.store.loadImage(mapId, hash));
    if (!image) continue;
    images.set(
      storedImage(hash),
      `data:image/${image.type};base64,${Buffer.from(image.bytes).toString('base64')}`,
    );
  }
  return images;
}

/** As it is where that can be kept, else drawn anew. */
async function keptImage({ redrawing }: HttpWorld, given: Uint8Array): Promise<Cleaned> {
  if (!mustBeRedrawn(given)) return cleanImage(given);
  try {
    const drawn = await redrawing.redraw(given);
    return drawn ? cleanImage(drawn) : { ok: false, why: 'it cannot be decoded, or shows nothing' };
  } catch (error) {
    if (error instanceof RedrawingBusyError) throw problems.tooMany('Many pictures are being drawn.', 10);
    throw error;
  }
}

function refused(why: string): problems.ProblemError {
  return problems.wrongContent('The picture', [{ path: '$', code: 'request', values: {}, message: why }]);
}
