import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../src/model/mergeTexts.ts';

describe('one title changed by two people at once', () => {
  it.each([
    ['Walks in', 'Slowly walks in', 'Walks in at nine', 'Slowly walks in at nine'],
    ['walks in', 'Slowly walks in', 'walks in at nine', 'Slowly walks in at nine'],
    ['Walks in', 'Walks in 进门', 'Walks in', 'Walks in 进门'],
    ['Pays', 'Pays', 'Pays later', 'Pays later'],
    ['', 'mine', 'theirs', 'theirsmine'],
    ['Pays 😀', 'Pays 😃', 'Now Pays 😀', 'Now Pays 😃'],
    ['Pays at the till', 'Pays at the desk', 'Pays at the door', null],
  ])('“%s”: “%s” and “%s” come to %s', (base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
  });

  it('keeps all of both where they do not meet', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (before, after, middle) => {
        const merged = mergeTexts(middle, before + middle, middle + after);
        expect(merged).not.toBeNull();
        expect(merged).toContain(before);
        expect(merged).toContain(after);
      }),
    );
  });
});
