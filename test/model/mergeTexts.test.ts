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
    ['Pays at the till', 'Pays by the till', 'He pays at the desk', 'He pays by the desk'],
    ['a b c d', 'a x c y', 'z b c y', 'z x c y'],
    ['在店里付款', '他在店里付现款', '在店外付款', '他在店外付现款'],
    ['Reads mail', 'Opens app', 'Walks in', null],
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
