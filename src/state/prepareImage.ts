/**
 * A picture from outside made fit to be kept: told by its content, decoded by the browser, drawn once and encoded anew. That
 * drops metadata (place, camera, thumbnails) and animation (the first frame stays), turns it upright and bounds its size. PNG where
 * something shines through, else JPEG: every export can embed these two. The browser does it, because its decoders are kept up to date and run
 * apart from the server, and because nothing large has to travel; the server checks what arrives (server/images/cleanImage.ts).
 */
import { readImageFacts } from '../model/imageFacts.ts';
import { IMAGE_IN, STORED_IMAGE } from '../model/limits.ts';

export type NoImage = 'not-an-image' | 'too-large' | 'too-many-pixels' | 'broken';
export type Prepared =
  | { readonly ok: true; readonly image: Blob; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly reason: NoImage };

const quality = 0.86;
/** When the result is too many bytes, its sides shrink by this and it is tried again. */
const shrink = 0.75;

export async function prepareImage(file: Blob): Promise<Prepared> {
  if (file.size > IMAGE_IN.bytes) return refuse('too-large');
  const facts = readImageFacts(new Uint8Array(await file.arrayBuffer()));
  if (!facts) return refuse('not-an-image');
  if (facts.width * facts.height > IMAGE_IN.pixels) return refuse('too-many-pixels');
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(new Blob([file], { type: `image/${facts.type}` }), {
      imageOrientation: 'from-image',
    });
  } catch {
    return refuse('broken');
  }
  try {
    return await encode(picture, facts.type === 'jpeg');
  } finally {
    picture.close();
  }
}

function refuse(reason: NoImage): Prepared {
  return { ok: false, reason };
}

async function encode(picture: ImageBitmap, isOpaque: boolean): Promise<Prepared> {
  let scale = Math.min(1, STORED_IMAGE.side / Math.max(picture.width, picture.height));
  for (;;) {
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d');
    if (!context) return refuse('broken');
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    const opaque = isOpaque || !shinesThrough(context.getImageData(0, 0, width, height).data);
    const image = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, opaque ? 'image/jpeg' : 'image/png', quality);
    });
    if (!image) return refuse('broken');
    if (image.size <= STORED_IMAGE.bytes) return { ok: true, image, width, height };
    scale *= shrink;
  }
}

/** Whether any of these pixels (RGBA) is not opaque. */
export function shinesThrough(pixels: Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return true;
  return false;
}
