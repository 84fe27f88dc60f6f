/** Only what draws a picture is kept, and nothing that is not one. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanImage, mustBeRedrawn } from '../../../server/images/cleanImage.ts';
import { exif, gif, jpeg, jpegComment, png, pngChunk, webp } from '../../support/pictures.ts';

const text = pngChunk('tEXt', Buffer.from('Author\0Ana'));
const cleaned = (bytes: Uint8Array) => {
  const result = cleanImage(bytes);
  if (!result.ok) throw new Error(result.why);
  return result.image;
};

describe('a picture', () => {
  it('that holds nothing else is kept as it is, named by its content', () => {
    const image = cleaned(png(30, 20));
    expect(image).toMatchObject({ type: 'png', width: 30, height: 20 });
    expect(Buffer.from(image.bytes)).toEqual(png(30, 20));
    expect(image.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(cleaned(png(30, 21)).hash).not.toBe(image.hash);
  });

  it('loses its metadata and what stands behind it, so the same picture has the same name', () => {
    const animation = pngChunk('acTL', Buffer.alloc(8));
    expect(cleaned(png(30, 20, text, animation)).hash).toBe(cleaned(png(30, 20)).hash);
    expect(cleaned(Buffer.concat([png(30, 20), Buffer.from('<script>')])).hash).toBe(
      cleaned(png(30, 20)).hash,
    );
    const photo = cleaned(Buffer.concat([jpeg(30, 20, exif, jpegComment), Buffer.from('PK zip behind')]));
    expect(Buffer.from(photo.bytes)).toEqual(jpeg(30, 20));
    expect(cleaned(photo.bytes).hash).toBe(photo.hash);
  });

  it.each([
    ['SVG', Buffer.from('<svg/>'), /not a PNG, JPEG, WebP or GIF/],
    ['of too many pixels', gif(10_000, 5001), /10000 × 5001 pixels/],
    ['a chunk whose check sum is wrong', flipped(png(30, 20), 40), /broken PNG/],
    ['a chunk nobody knows but that is needed', png(30, 20, pngChunk('EVIL', Buffer.alloc(4))), /broken PNG/],
    ['a PNG without an end', png(30, 20).subarray(0, -12), /broken PNG/],
    ['a JPEG without pixels', jpeg(30, 20).subarray(0, 100), /broken JPEG/],
    ['a JPEG without an end', jpeg(30, 20).subarray(0, -2), /broken JPEG/],
  ])('is refused when it is %s', (_what, bytes, why) => {
    const result = cleanImage(bytes);
    expect(result.ok ? '' : result.why).toMatch(why);
  });

  it('is drawn anew when it is WebP or GIF or larger than is kept, unless it is larger than is taken', () => {
    for (const one of [webp(10, 10), gif(10, 10), png(2049, 1), jpeg(1, 2049), gif(10_000, 5000)])
      expect([mustBeRedrawn(one), cleanImage(gif(10, 10)).ok]).toEqual([true, false]);
    const heavy = png(30, 20, pngChunk('tEXt', Buffer.alloc(2 * 1024 * 1024)));
    expect(mustBeRedrawn(heavy)).toBe(true);
    for (const one of [png(2048, 1), jpeg(1, 2048), webp(10_000, 5001), Buffer.from('<svg/>')])
      expect(mustBeRedrawn(one)).toBe(false);
  });

  it('with any byte changed or cut is refused or clean, never an exception', () => {
    const given = [png(8, 8, text), jpeg(8, 8, exif)];
    fc.assert(
      fc.property(
        fc.constantFrom(...given),
        fc.nat(400),
        fc.nat(255),
        fc.boolean(),
        (bytes, at, value, cut) => {
          const changed = Buffer.from(cut ? bytes.subarray(0, at) : bytes);
          if (!cut && at < changed.length) changed[at] = value;
          const result = cleanImage(changed);
          if (result.ok) expect(cleaned(result.image.bytes).hash).toBe(result.image.hash);
        },
      ),
      { numRuns: 400 },
    );
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
