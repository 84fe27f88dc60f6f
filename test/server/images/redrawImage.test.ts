/** Decoded by content and drawn anew: the colours stay where they are, the size is bounded, what is broken is null. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { cleanImage } from '../../../server/images/cleanImage.ts';
import { redrawImage } from '../../../server/images/redrawImage.ts';
import { STORED_IMAGE } from '../../../src/model/limits.ts';
import { animatedWebp, colouredJpeg, realGif, realWebp, webp } from '../../support/pictures.ts';

async function redrawn(bytes: Uint8Array): Promise<PNG> {
  const drawn = await redrawImage(bytes);
  if (!drawn) throw new Error('nothing was drawn');
  expect(drawn.length).toBeLessThanOrEqual(STORED_IMAGE.bytes);
  expect(cleanImage(drawn)).toMatchObject({ ok: true, image: { type: 'png', bytes: drawn } });
  return PNG.sync.read(Buffer.from(drawn));
}
const at = ({ width, data }: PNG, x: number, y: number) => [
  ...data.subarray(4 * (y * width + x)).subarray(0, 4),
];

function pngOf(width: number, height: number, value: (x: number, y: number, part: number) => number): Buffer {
  const picture = new PNG({ width, height });
  for (let index = 0; index < picture.data.length; index += 1) {
    const pixel = Math.floor(index / 4);
    picture.data[index] = value(pixel % width, Math.floor(pixel / width), index % 4);
  }
  return PNG.sync.write(picture);
}

describe('a picture that is drawn anew', () => {
  it.each(['lossless', 'lossy'] as const)(
    'has the colours of a WebP, and what shines through it: %s',
    async (how) => {
      const picture = await redrawn(realWebp[how]);
      expect([picture.width, picture.height]).toEqual([12, 8]);
      const [red = 0, green = 0, blue = 0, shown] = at(picture, 1, 1);
      expect([red > 180, green < 70, blue < 60, shown]).toEqual([true, true, true, 255]);
      const [darkRed = 0, , brightBlue = 0] = at(picture, 10, 1);
      expect([darkRed < 60, brightBlue > 150]).toEqual([true, true]);
      expect(at(picture, 10, 7)[3]).toBe(0);
      if (how === 'lossless') expect(at(picture, 1, 1)).toEqual([200, 40, 20, 255]);
    },
  );

  it('is the first of an animation: GIF, WebP', async () => {
    expect(at(await redrawn(realGif(30, 20)), 29, 19)).toEqual([255, 0, 0, 255]);
    for (const still of [realWebp.lossless, realWebp.lossy]) {
      const [alone, first] = [await redrawn(still), await redrawn(animatedWebp(still, realWebp.lossless))];
      expect(first.data).toEqual(alone.data);
    }
  });

  it('is as large as is kept where it was larger, each pixel the mean of those it stands for', async () => {
    // Lines of one pixel each, black and white: looked at one by one they would stay so, or come and go.
    const lines = pngOf(5000, 400, (_x, y, part) => (part === 3 ? 255 : (y % 2) * 255));
    const picture = await redrawn(lines);
    expect([picture.width, picture.height]).toEqual([2048, 164]);
    const greys = Array.from({ length: 100 }, (_, y) => at(picture, 1000, y + 20)[0] ?? 0);
    expect(Math.min(...greys)).toBeGreaterThan(50);
    expect(Math.max(...greys)).toBeLessThan(205);
    // Colours under what does not show do not come through.
    const clear = pngOf(4200, 40, (x, _y, part) =>
      part === 3 ? (x % 2) * 255 : part === 0 ? (x % 2) * 255 : 90,
    );
    expect(at(await redrawn(clear), 500, 5)[0]).toBeGreaterThan(200);
  });

  it('shrinks until it is as few bytes as are kept', async () => {
    let seed = 1;
    const noise = pngOf(1000, 900, (_x, _y, part) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return part === 3 ? 255 : seed % 256;
    });
    expect(noise.length).toBeGreaterThan(STORED_IMAGE.bytes);
    expect((await redrawn(noise)).width).toBe(750);
  });

  it('is drawn from a JPEG', async () => {
    const [sample] = colouredJpeg;
    const picture = await redrawn(Buffer.from(sample?.base64 ?? '', 'base64'));
    expect([picture.width, picture.height]).toEqual([41, 27]);
    expect(picture.data.filter((_, index) => index % 4 === 3).every((value) => value === 255)).toBe(true);
  });

  it.each([
    ['no picture', Buffer.from('GIF89a is a format')],
    ['a GIF that breaks off', realGif(30, 20).subarray(0, 60)],
    ['a GIF whose picture is larger than memory', realGif(30, 20, { width: 65_535, height: 65_535 })],
    ['a WebP that is only a head', webp(30, 20)],
    ['an animation without a picture', animatedWebp(Buffer.alloc(12))],
    ['an animation that breaks off', animatedWebp(realWebp.lossy).subarray(0, 80)],
  ])('is none: %s', async (_what, bytes) => {
    expect(await redrawImage(bytes).catch(() => null)).toBeNull();
  });
});
