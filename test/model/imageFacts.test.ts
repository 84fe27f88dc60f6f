import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImageFacts } from '../../src/model/imageFacts.ts';
import { exif, gif, jpeg, png, webp } from '../support/pictures.ts';

describe('what the bytes of a picture say', () => {
  it.each([
    ['png', png(300, 20)],
    ['jpeg', jpeg(300, 20, exif)],
    ['gif', gif(300, 20)],
    ['webp', webp(300, 20)],
  ])('tells %s and its size by content', (type, bytes) => {
    expect(readImageFacts(bytes)).toEqual({ type, width: 300, height: 20 });
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['HTML that begins like nothing else', Buffer.from('<!doctype html><script>1</script>')],
    ['a picture without width', png(0, 20)],
    ['the beginning of one', png(300, 20).subarray(0, 20)],
    ['nothing', Buffer.alloc(0)],
  ])('sees no picture in %s', (_what, bytes) => {
    expect(readImageFacts(bytes)).toBeNull();
  });

  it('never throws, whatever the bytes', () => {
    const heads = [png(3, 3), jpeg(3, 3), gif(3, 3), webp(3, 3)].map((one) => [...one.subarray(0, 16)]);
    fc.assert(
      fc.property(fc.constantFrom([], ...heads), fc.uint8Array({ maxLength: 64 }), (head, rest) => {
        const facts = readImageFacts(Uint8Array.from([...head, ...rest]));
        expect(facts === null || (facts.width > 0 && facts.height > 0)).toBe(true);
      }),
    );
  });
});
