import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { packRows } from '../../src/export/packRows.ts';
import { isTooLarge, joinPng, pictureSize, pixelSize } from '../../src/export/pngFile.ts';

const pixelsOf = (count: number, from: number) =>
  Uint8Array.from({ length: count * 4 }, (_, i) => (from + i * 7) % 256);

describe('a PNG written in strips', () => {
  it('is the picture that the rows make, whatever the strips', () => {
    const [first, second] = [pixelsOf(6, 3), pixelsOf(3, 99)];
    const packed = [first, second].map((strip) => packRows(strip, 3, true));
    const read = PNG.sync.read(Buffer.from(joinPng({ width: 3, height: 3 }, true, packed)));
    expect([read.width, read.height]).toEqual([3, 3]);
    expect([...read.data]).toEqual([...first, ...second]);
  });

  it('without transparency has three bytes a pixel', () => {
    const packed = packRows(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]), 2, false);
    const file = joinPng({ width: 2, height: 1 }, false, [packed]);
    expect([...PNG.sync.read(Buffer.from(file)).data]).toEqual([1, 2, 3, 255, 5, 6, 7, 255]);
  });

  it('is refused when rows are missing', () => {
    const packed = packRows(pixelsOf(2, 0), 2, true);
    expect(() => joinPng({ width: 2, height: 3 }, true, [packed])).toThrow('3 rows was given 1');
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
