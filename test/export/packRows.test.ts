import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPacked, packRows } from '../../src/export/packRows.ts';

/** What a PNG's reader makes of the stream: each row's filter taken back. */
function unpack(parts: readonly Uint8Array[], width: number, bytesOfPixel: number): Buffer {
  const rowBytes = width * bytesOfPixel;
  const raw = inflateSync(Buffer.concat(parts));
  const rows = raw.length / (1 + rowBytes);
  const bytes = Buffer.alloc(rows * rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const from = row * (1 + rowBytes);
    const isUp = raw[from] === 2;
    for (let at = row * rowBytes, i = 1; i <= rowBytes; i += 1, at += 1)
      bytes[at] = (raw[from + i] ?? 0) + (isUp ? (bytes[at - rowBytes] ?? 0) : 0);
  }
  return bytes;
}

function expectWhole(strips: readonly Uint8Array[], width: number, hasAlpha: boolean): void {
  const parts = joinPacked(strips.map((strip) => packRows(strip, width, hasAlpha)));
  const pixels = Buffer.concat(strips);
  const wanted = hasAlpha ? pixels : pixels.filter((_, at) => at % 4 < 3);
  expect(unpack(parts, width, hasAlpha ? 4 : 3).equals(wanted)).toBe(true);
}

/** Rows as drawings have them: few colours in runs, rows that repeat, and here and there a pixel of its own. */
const drawing = (width: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constant('again' as const) },
        {
          weight: 3,
          arbitrary: fc.array(
            fc.record({ colour: fc.integer({ min: 0, max: 3 }), run: fc.integer({ min: 1, max: 700 }) }),
            { minLength: 1, maxLength: 6 },
          ),
        },
        { weight: 1, arbitrary: fc.uint8Array({ minLength: width * 4, maxLength: width * 4 }) },
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((rows) => {
      const pixels = new Uint8Array(rows.length * width * 4);
      const colours = [
        [255, 255, 255, 255],
        [254, 250, 244, 255],
        [0, 0, 0, 0],
        [31, 127, 8, 255],
      ];
      for (const [y, row] of rows.entries()) {
        const from = y * width * 4;
        if (row === 'again')
          pixels.copyWithin(from, Math.max(0, from - width * 4), Math.max(width * 4, from));
        else if (row instanceof Uint8Array) pixels.set(row, from);
        else {
          const runs = row.flatMap(({ colour, run }) =>
            Array.from({ length: run }, () => colours[colour] ?? []),
          );
          for (let x = 0; x < width; x += 1) pixels.set(runs[x % runs.length] ?? [], from + x * 4);
        }
      }
      return pixels;
    });

describe('packed rows', () => {
  it('unpack to the pixels, whatever they are and however they are split', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }).chain((width) =>
          fc.record({
            width: fc.constant(width),
            strips: fc.array(drawing(width), { minLength: 1, maxLength: 3 }),
            hasAlpha: fc.boolean(),
          }),
        ),
        ({ width, strips, hasAlpha }) => expectWhole(strips, width, hasAlpha),
      ),
    );
  });

  it('are whole where every pixel is its own, over many blocks of codes', () => {
    let seed = 7;
    const noise = Uint8Array.from({ length: 4 * 300 * 250 }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed >>> 16;
    });
    for (const hasAlpha of [true, false]) expectWhole([noise], 300, hasAlpha);
  });

  it('are whole where codes of bytes would be longer than allowed', () => {
    // As often as Fibonacci's numbers: the deepest tree that there is.
    const counts = [
      1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765, 10_946,
    ];
    const bytes = counts.flatMap((count, index) => Array.from({ length: count }, () => index * 7));
    let seed = 1;
    for (let i = bytes.length - 1; i > 0; i -= 1) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      const other = seed % (i + 1);
      [bytes[i], bytes[other]] = [bytes[other] ?? 0, bytes[i] ?? 0];
    }
    const pixels = Uint8Array.from(bytes.slice(0, bytes.length - (bytes.length % 4)));
    expectWhole([pixels], pixels.length / 4, true);
  });

  it('of what repeats take hardly any room', () => {
    const width = 2000;
    const white = new Uint8Array(width * 1000 * 4).fill(255);
    expect(packRows(white, width, false).bytes.length).toBeLessThan(20_000);
  });

  it('are the same bytes each time', () => {
    const pixels = Uint8Array.from({ length: 4 * 60 * 20 }, (_, at) => (at * at) % 251);
    expect(packRows(pixels, 60, true)).toEqual(packRows(pixels.slice(), 60, true));
  });
});
