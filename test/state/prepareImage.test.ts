/** What the page takes of a picture before it decodes it: told by content, at most 10 MiB and 50 megapixels. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { prepareImage } from '../../src/state/prepareImage.ts';
import { gif, jpeg, png, webp } from '../support/pictures.ts';

const mebibyte = 1024 * 1024;
const decode = vi.fn<(given: Blob) => Promise<never>>(() => Promise.reject(new Error('no decoder here')));
vi.stubGlobal('createImageBitmap', decode);
afterEach(() => decode.mockClear());

const reasonOf = async (bytes: Uint8Array, type: string): Promise<string> => {
  const prepared = await prepareImage(new Blob([Uint8Array.from(bytes)], { type }));
  return prepared.ok ? 'taken' : prepared.reason;
};
/** A picture with so much behind its end. */
const padded = (bytes: Uint8Array, length: number): Uint8Array => {
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
};

describe('a picture from outside', () => {
  it('is told by its content, whatever it is called', async () => {
    for (const bytes of [png(3, 3), jpeg(3, 3), webp(3, 3), gif(3, 3)]) {
      // On to the decoder, which finds nothing here.
      expect(await reasonOf(bytes, 'text/html')).toBe('broken');
      expect(decode.mock.lastCall?.[0].type).toMatch(/^image\/(png|jpeg|webp|gif)$/);
    }
    expect(decode).toHaveBeenCalledTimes(4);
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<script>alert(1)</script>', ''])
      expect(await reasonOf(new TextEncoder().encode(text), 'image/png')).toBe('not-an-image');
    expect(decode).toHaveBeenCalledTimes(4);
  });

  it('has at most 10 MiB', async () => {
    expect(await reasonOf(padded(png(3, 3), 10 * mebibyte), 'image/png')).toBe('broken');
    expect(await reasonOf(padded(png(3, 3), 10 * mebibyte + 1), 'image/png')).toBe('too-large');
    expect(decode).toHaveBeenCalledTimes(1);
  });

  it('has at most 50 megapixels, and is never decoded when it has more', async () => {
    for (const draw of [gif, webp]) {
      decode.mockClear();
      expect(await reasonOf(draw(10_000, 5000), 'image/gif')).toBe('broken');
      expect(await reasonOf(draw(10_000, 5001), 'image/gif')).toBe('too-many-pixels');
      expect(decode).toHaveBeenCalledTimes(1);
    }
  });
});
