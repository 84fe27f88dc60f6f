/**
 * A picture made small enough for a field of the map: decoded by the browser, drawn smaller when it must be. PNG keeps
 * drawings crisp and see-through, photographs fit as JPEG; every export can embed these two, which is why it is never a WebP.
 */
import { IMAGE_LENGTH } from '../../../model/limits.ts';
import { shinesThrough } from '../../../state/prepareImage.ts';

/** Longest sides tried, in px, until the picture fits. */
const sides = [1280, 960, 640, 400, 240] as const;
const quality = 0.85;

type Made =
  | { readonly ok: true; readonly data: string }
  | { readonly ok: false; readonly reason: 'pictureNotRead' | 'pictureTooLarge' };

/** The picture as a data address that fits. */
export async function smallPicture(file: Blob): Promise<Made> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return { ok: false, reason: 'pictureNotRead' };
  const canvas = document.createElement('canvas');
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (!context) return { ok: false, reason: 'pictureNotRead' };
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const drawing = canvas.toDataURL('image/png');
    if (drawing.length <= IMAGE_LENGTH) return { ok: true, data: drawing };
    if (shinesThrough(context.getImageData(0, 0, canvas.width, canvas.height).data)) continue;
    const photograph = canvas.toDataURL('image/jpeg', quality);
    if (photograph.length <= IMAGE_LENGTH) return { ok: true, data: photograph };
  }
  return { ok: false, reason: 'pictureTooLarge' };
}
