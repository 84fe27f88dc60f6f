import { describe, expect, it } from 'vitest';
import { initials } from '../../src/ui/Avatar.tsx';

describe('initials', () => {
  it.each([
    ['Marek Kowalski', 'MK'],
    ['Jonas', 'JO'],
    ['周敏', '周'],
    ['  ', '?'],
    ['👩‍👧 Ana', '👩‍👧A'],
    ['ß', 'SS'],
    ['x2', 'X'],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
