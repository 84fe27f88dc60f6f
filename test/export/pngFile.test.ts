import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { isTooLarge, pictureSize, pixelSize, writePng } from '../../src/export/pngFile.ts';

const pixelsOf = (count: number, from: number) =>
  Uint8Array.from({ length: count * 4 }, (_, i) => (from + i * 7) % 256);

async function* strips(...parts: readonly Uint8Array[]) {
  yield* parts;
}

describe('a PNG written in strips', () => {
  it('is the picture that the rows make, whatever the strips', async () => {
    const [first, second] = [pixelsOf(6, 3), pixelsOf(3, 99)];
    const file = await writePng({ width: 3, height: 3 }, true, strips(first, second));
    const read = PNG.sync.read(Buffer.from(file));
    expect([read.width, read.height]).toEqual([3, 3]);
    expect([...read.data]).toEqual([...first, ...second]);
  });

  it('without transparency has three bytes a pixel', async () => {
    const file = await writePng(
      { width: 2, height: 1 },
      false,
      strips(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])),
    );
    expect([...PNG.sync.read(Buffer.from(file)).data]).toEqual([1, 2, 3, 255, 5, 6, 7, 255]);
  });

  it('is refused when rows are missing, and when a strip fails', async () => {
    await expect(writePng({ width: 2, height: 3 }, true, strips(pixelsOf(2, 0)))).rejects.toThrow(
      '3 rows was given 1',
    );
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield pixelsOf(2, 0);
      throw new Error('no more');
    }
    await expect(writePng({ width: 2, height: 3 }, true, broken())).rejects.toThrow('no more');
  });
});

describe('a picture larger than a gigapixel (R75)', () => {
  it('has a size to be told, and is refused with a reason that survives as text', () => {
    const drawing = { width: 20_000, height: 5_000 };
    expect(pixelSize(drawing, { scale: 4 })).toEqual({ width: 80_000, height: 20_000 });
    expect(pictureSize(drawing, { scale: 3 })).toEqual({ width: 60_000, height: 15_000 });
    let why = '';
    try {
      pictureSize(drawing, { scale: 4 });
    } catch (error) {
      why = String(error);
    }
    expect(isTooLarge(why)).toBe(true);
    expect(isTooLarge('Error: the canvas failed')).toBe(false);
  });
});
