import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { address, parseAddress, stageLetter } from '../../src/model/address.ts';

it('letters stages A to Z, then AA', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(stageLetter)).toEqual([
    'A',
    'B',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

it('writes stage letter and lane number', () => {
  expect(address(2, 1)).toBe('C2');
});

it('reads back every address it writes', () => {
  fc.assert(
    fc.property(fc.nat({ max: 700 }), fc.nat({ max: 900 }), (stageIndex, laneIndex) => {
      expect(parseAddress(` ${address(stageIndex, laneIndex).toLowerCase()} `)).toEqual({
        stageIndex,
        laneIndex,
      });
    }),
  );
});

it.each(['', 'C', '2', 'C0', 'C-1', '2C', 'C2x', 'Ç2'])('does not take %j for an address', (text) => {
  expect(parseAddress(text)).toBeNull();
});
