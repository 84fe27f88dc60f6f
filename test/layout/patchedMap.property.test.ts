import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PatchedMap } from '../../src/layout/patchedMap.ts';
import { runs } from '../support/runs.ts';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const entries = fc.uniqueArray(fc.tuple(key, fc.nat(99)), { selector: ([id]) => id, maxLength: 4 });
/** Changes, each made of one of the maps so far. */
const steps = fc.array(fc.record({ of: fc.nat(), changes: entries }), { minLength: 1, maxLength: 150 });

describe('a map with values replaced over and over', () => {
  it('says what a copy of it would, and so does each map it was made of, whoever goes on from which', () => {
    fc.assert(
      fc.property(entries, steps, (base, made) => {
        const patched: PatchedMap<number>[] = [PatchedMap.over(new Map(base))];
        const copies: ReadonlyMap<string, number>[] = [new Map(base)];
        for (const { of, changes } of made) {
          // Mostly the latest.
          const index = of % 3 === 0 ? of % copies.length : copies.length - 1;
          patched.push((patched[index] ?? PatchedMap.over(new Map<string, number>())).with(changes));
          copies.push(new Map([...(copies[index] ?? []), ...changes]));
        }
        for (const [index, copy] of copies.entries()) {
          const one = patched[index];
          expect(new Map(one)).toEqual(copy);
          expect(one?.size).toBe(copy.size);
          for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
            expect(one?.get(id)).toBe(copy.get(id));
            expect(one?.has(id)).toBe(copy.has(id));
          }
        }
      }),
      runs(60),
    );
  });

  it('is itself when it is to be patched', () => {
    const map = PatchedMap.over(new Map([['a', 1]]));
    expect(PatchedMap.over(map)).toBe(map);
  });
});
