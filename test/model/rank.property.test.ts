import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRanked, isRank, rankBetween, ranksBetween, ranksToInsert } from '../../src/model/rank.ts';
import { runs } from '../support/runs.ts';

/** Ranks as editing makes them: insertions at any place of a growing list. */
const grownList = fc.array(fc.nat(), { minLength: 1, maxLength: 80 }).map((places) => {
  const ranks: string[] = [];
  for (const place of places) {
    const index = place % (ranks.length + 1);
    ranks.splice(index, 0, rankBetween(ranks[index - 1] ?? null, ranks[index] ?? null));
  }
  return ranks;
});

describe('ranks', () => {
  it('are always strictly between their neighbours', () => {
    fc.assert(
      fc.property(grownList, (ranks) => {
        expect(ranks.every(isRank)).toBe(true);
        expect(isRising(ranks)).toBe(true);
      }),
      runs(1000),
    );
  });

  it('leave room between any two, for as many as are asked for', () => {
    fc.assert(
      fc.property(grownList, fc.nat(), fc.nat(), fc.nat({ max: 30 }), (ranks, left, right, count) => {
        const [low, high] = [
          Math.min(left % ranks.length, right % ranks.length),
          Math.max(left % ranks.length, right % ranks.length),
        ];
        const a = ranks[low] ?? null;
        const b = low === high ? null : (ranks[high] ?? null);
        const made = ranksBetween(a, b, count);
        expect(made).toHaveLength(count);
        const row = [a, ...made, b].filter((rank) => rank !== null);
        expect(row).toEqual([...new Set(row)].toSorted((x, y) => (x < y ? -1 : 1)));
        expect(made.every(isRank)).toBe(true);
        const below = ranksBetween(null, a, count);
        expect([...below, a]).toEqual([...below, a].toSorted((x, y) => ((x ?? '') < (y ?? '') ? -1 : 1)));
      }),
      runs(500),
    );
  });

  it('stay short over 100,000 appends or prepends', () => {
    const upwards = [rankBetween(null, null)];
    const downwards = [...upwards];
    for (let step = 0; step < 100_000; step++) {
      upwards.push(rankBetween(upwards.at(-1) ?? null, null));
      downwards.push(rankBetween(null, downwards.at(-1) ?? null));
    }
    expect(isRising(upwards)).toBe(true);
    expect(isRising(downwards.toReversed())).toBe(true);
    expect(upwards.at(-1)?.length).toBeLessThanOrEqual(4);
    expect(downwards.at(-1)?.length).toBeLessThanOrEqual(4);
  });

  it('grow by less than a quarter character a time in the worst place', () => {
    let a: string | null = rankBetween(null, null);
    let b: string = rankBetween(a, null);
    for (let step = 0; step < 400; step++) {
      const middle: string = rankBetween(a, b);
      if (step % 2 === 0) a = middle;
      else b = middle;
    }
    expect(b.length).toBeLessThan(100);
  });

  it('are spread: a thousand between two neighbours take a few characters each', () => {
    const made = ranksBetween('a0', 'a1', 1000);
    expect(isRising(['a0', ...made, 'a1'])).toBe(true);
    expect(Math.max(...made.map((rank) => rank.length))).toBeLessThanOrEqual(6);
  });

  it('refuse what is no rank or out of order', () => {
    for (const [a, b] of [
      ['a1', 'a0'],
      ['a1', 'a1'],
      ['', null],
      [null, 'a00'],
      ['b0', null],
      ['ä', null],
      [`A${'0'.repeat(26)}`, null],
    ] as const) {
      expect(() => rankBetween(a, b)).toThrow(RangeError);
    }
    expect(isRank('a'.repeat(300))).toBe(false);
    expect(isRank(7)).toBe(false);
  });

  it('go on at both ends of what whole parts can count', () => {
    const highest = `z${'z'.repeat(26)}`;
    expect(rankBetween(highest, null) > highest).toBe(true);
    const lowest = `A${'0'.repeat(26)}1`;
    expect(rankBetween(null, lowest) < lowest).toBe(true);
    expect(isRank(rankBetween(null, `A${'0'.repeat(25)}1`))).toBe(true);
  });

  it('settle an order of equal ranks by id', () => {
    const items = [
      { id: 'b', rank: 'a0' },
      { id: 'a', rank: 'a0' },
      { id: 'c', rank: 'Zz' },
    ];
    expect(items.toSorted(compareRanked).map((item) => item.id)).toEqual(['c', 'a', 'b']);
  });

  it('put items where they belong, also among equal ranks and junk', () => {
    const rank = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('a0', 'a1', 'a1V', 'Zz') },
      { weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 2, maxLength: 9 }),
        fc.array(rank, { minLength: 9, maxLength: 9 }),
        fc.nat(),
        fc.nat(),
        (ids, ranks, pick, place) => {
          const order = ids.map((id, index) => ({ id, rank: ranks[index] ?? '' })).toSorted(compareRanked);
          const moved = ids[pick % ids.length] ?? '';
          const rest = order.filter((item) => item.id !== moved);
          const before = rest[place % (rest.length + 1)]?.id ?? null;
          const changes = ranksToInsert(order, [moved], before);
          const after = order
            .map((item) => ({ id: item.id, rank: changes.get(item.id) ?? item.rank }))
            .toSorted(compareRanked);
          const expected = rest.map((item) => item.id);
          expected.splice(before === null ? expected.length : expected.indexOf(before), 0, moved);
          expect(after.map((item) => item.id)).toEqual(expected);
        },
      ),
      runs(1000),
    );
  });

  it('write one key for one move when there is room', () => {
    const order = ranksBetween(null, null, 5).map((rank, index) => ({ id: `s${index}`, rank }));
    expect([...ranksToInsert(order, ['s4'], 's1').keys()]).toEqual(['s4']);
    expect([...ranksToInsert(order, ['new'], null).keys()]).toEqual(['new']);
  });
});

function isRising(ranks: readonly string[]): boolean {
  return ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? '') < rank);
}
