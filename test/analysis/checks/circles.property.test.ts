import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circles } from '../../../src/analysis/checks/circles.ts';
import { runs } from '../../support/runs.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const arbitraryLinks = fc.array(
  fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids, 'gone') }),
  { maxLength: 12 },
);

describe('circles among links', () => {
  it('are the groups in which each touchpoint can be reached from each other', () => {
    fc.assert(
      fc.property(arbitraryLinks, (links) => {
        const reach = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
          for (const link of links) {
            if (link.from !== from || seen.has(link.to)) continue;
            seen.add(link.to);
            reach(link.to, seen);
          }
          return seen;
        };
        const together = (a: string, b: string) => reach(a).has(b) && reach(b).has(a);
        const groups = ids
          .map((id) => ids.filter((other) => other === id || together(id, other)).join(''))
          .filter((group) => group.length > 1);
        const found = circles(ids, links).map((circle) => circle.toSorted().join(''));
        expect(found.toSorted()).toEqual([...new Set(groups)].toSorted());
      }),
      runs(400),
    );
  });

  it('are found in a chain as long as a map is large', () => {
    const chain = Array.from({ length: 5000 }, (_, at) => `t${at}`);
    const links = chain.map((from, at) => ({ from, to: chain[(at + 1) % chain.length] ?? '' }));
    expect(circles(chain, links).map(({ length }) => length)).toEqual([5000]);
    expect(circles(chain, links.slice(1))).toEqual([]);
  });
});
