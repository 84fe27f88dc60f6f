import { describe, expect, it } from 'vitest';
import { noteReplaced, replacedSince } from '../../src/model/replaced.ts';

describe('where a list differs from another', () => {
  it('is found by comparing them', () => {
    expect(replacedSince([1, 5, 3, 6], [1, 2, 3, 4])).toEqual([1, 3]);
    expect(replacedSince([1, 2], [1, 2])).toEqual([]);
    expect(replacedSince([1, 2, 3], [1, 2])).toBeNull();
  });

  it('is what whoever copied it has noted, for that list alone', () => {
    const list = ['a', 'b', 'c'];
    const copy = ['a', 'x', 'c'];
    const noted = [1];
    noteReplaced(copy, list, noted);
    expect(replacedSince(copy, list)).toBe(noted);
    expect(replacedSince(copy, ['a', 'b', 'd'])).toEqual([1, 2]);
    expect(replacedSince(list, copy)).toEqual([1]);
  });
});
