import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/model/jsonFault.ts';

describe('the place where a text stops being JSON', () => {
  it.each([
    ['', 1, 1],
    ['not json', 1, 1],
    ['{"a": 1,}', 1, 9],
    ['{"a": 1\n "b": 2}', 2, 2],
    ['[1,\n2,\n', 3, 1],
    ['{"a" 1}', 1, 6],
    ['{a: 1}', 1, 2],
    ['"half', 1, 6],
    ['"a\\x"', 1, 3],
    ['"tab\there"', 1, 5],
    ['[1] 2', 1, 5],
    ['[01]', 1, 3],
    ['[}', 1, 2],
  ])('of %j is line %i, column %i', (text, line, column) => {
    expect(findJsonFault(text)).toEqual({ line, column });
  });

  it('is found exactly when JSON.parse refuses the text', () => {
    const parses = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const scraps = fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\u00e9"', '-1.5e3', 'null', ' ', '\n', '"'),
      )
      .map((parts) => parts.join(''));
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', 'x'))
      .map(([text, where, put]) => {
        const at = where % (text.length + 1);
        return text.slice(0, at) + put + text.slice(at + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), scraps, damaged), (text) => {
        expect(findJsonFault(text) === null).toBe(parses(text));
      }),
    );
  });
});
