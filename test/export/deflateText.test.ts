import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextPacker } from '../../src/export/deflateText.ts';

/** Texts as files have them: pieces that come again, near and far, with something of their own between them. */
const text = fc
  .record({
    pieces: fc.array(fc.uint8Array({ minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 6 }),
    order: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.nat(5) },
        { weight: 2, arbitrary: fc.uint8Array({ maxLength: 12 }) },
        { weight: 1, arbitrary: fc.constantFrom(300, 40_000, 70_000) },
      ),
      { maxLength: 60 },
    ),
  })
  .map(({ pieces, order }) =>
    Buffer.concat(
      order.map((one) => {
        if (one instanceof Uint8Array) return one;
        // A large number is a run of one byte: longer than a match, than what matches reach, than what is weighed at once.
        return one < 6 ? (pieces[one % pieces.length] ?? Buffer.alloc(0)) : Buffer.alloc(one, one % 256);
      }),
    ),
  );

describe('a text that is packed', () => {
  it('is the same when it is unpacked', () => {
    const packer = new TextPacker();
    fc.assert(
      fc.property(text, (bytes) => {
        expect(inflateRawSync(packer.pack(bytes)).equals(bytes)).toBe(true);
      }),
    );
  });

  it('is packed to the same bytes whatever came before it', () => {
    const one = Buffer.from('<a:p><a:r/></a:p>'.repeat(900));
    const packer = new TextPacker();
    packer.pack(Buffer.from('<a:p><b:r/></a:p>'.repeat(5000)));
    expect(Buffer.from(packer.pack(one)).equals(new TextPacker().pack(one))).toBe(true);
  });

  it('is small where it repeats: shapes that differ in a number take few bytes each', () => {
    const shapes = Array.from(
      { length: 2000 },
      (_, index) =>
        `<p:sp><p:nvSpPr><p:cNvPr id="${index}" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr></p:sp>`,
    );
    expect(new TextPacker().pack(Buffer.from(shapes.join(''))).length).toBeLessThan(5 * shapes.length);
  });
});
