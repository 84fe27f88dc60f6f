import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liftedEnd, sieve } from '../../src/analysis/sieve.ts';
import type { Touchpoint } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

function funnel(...members: readonly Partial<Touchpoint>[]) {
  return sieve(buildMap({ touchpoints: members.map((member, index) => ({ t: index / 100, ...member })) }));
}

describe('sieve (A5)', () => {
  it('is exact on the vector', () => {
    const result = funnel(
      { reached: 1000, passed: 300 },
      { reached: 300, passed: 120 },
      { reached: 150, passed: 90 },
    );
    const chain = result?.chain ?? [];
    [0.3, 0.4, 0.6].forEach((share, index) => expect(chain[index]?.share).toBeCloseTo(share, 9));
    [0.3, 0.12, 0.072].forEach((share, index) => expect(chain[index]?.cumulative).toBeCloseTo(share, 9));
    expect(chain.map((member) => member.sideEntry)).toEqual([false, false, true]);
    expect(chain.map((member) => member.loss)).toEqual([700, 180, 60]);
    expect([result?.largestLoss, result?.largestDrop]).toEqual(['t1', 't1']);
    expect(chain[0]?.drop).toBeCloseTo(0.7, 9);
  });

  it('has no result without a member', () => {
    expect(funnel({ title: 'x' }, { cost: 4 })).toBeNull();
  });

  it('takes conversion where counts are missing, then the next count, marked as derived', () => {
    const result = funnel(
      { reached: 100, conversion: 0.25 },
      { reached: 80 },
      { reached: 20 },
      { reached: 30 },
    );
    expect(result?.chain.map((member) => [member.share, member.derived])).toEqual([
      [0.25, false],
      [0.25, true],
      // More came in at the next one than were here, so nothing follows from it; the last has no next.
      [null, false],
      [null, false],
    ]);
    expect(result?.chain.map((member) => member.cumulative)).toEqual([0.25, 0.0625, null, null]);
  });

  it('knows no share where nobody was reached or more passed than were reached', () => {
    const result = funnel(
      { reached: 0, passed: 0, conversion: 0.5 },
      { reached: 10, passed: 11, conversion: 0.5 },
    );
    expect(result?.chain.map((member) => member.share)).toEqual([null, null]);
    expect(result?.chain.map((member) => member.cumulative)).toEqual([null, null]);
    expect(result?.largestLoss).toBeNull();
  });

  it('shows side members beside the chain and does not multiply them in', () => {
    const result = funnel(
      { reached: 100, passed: 50 },
      { reached: 40, passed: 4, sieve: 'side' },
      { reached: 50, passed: 25 },
    );
    expect(result?.chain.map((member) => member.id)).toEqual(['t1', 't3']);
    expect(result?.chain.at(-1)?.cumulative).toBe(0.25);
    expect(result?.side).toMatchObject([{ id: 't2', share: 0.1, loss: 36 }]);
  });

  it('gives cost per passed, and what lifting one sieve does to the end', () => {
    const result = funnel(
      { reached: 100, passed: 50, cost: 200 },
      { reached: 50, passed: 10, cost: 5 },
      { passed: 0, conversion: 0.5 },
    );
    expect(result?.chain.map((member) => member.costPerPassed)).toEqual([4, 0.5, null]);
    const wrong = funnel({ reached: 3, passed: 4, cost: 2 }, { reached: 3, passed: 1, cost: 2 });
    expect(wrong?.chain.map((member) => member.costPerPassed)).toEqual([null, 2]);
    expect(result && liftedEnd(result, 't2', 0.4)).toBeCloseTo(0.1, 9);
    expect(result && liftedEnd(result, 'gone', 0.4)).toBeNull();
  });

  it('marks the earlier of two equal losses', () => {
    expect(funnel({ reached: 10, passed: 5 }, { reached: 10, passed: 5 })).toMatchObject({
      largestLoss: 't1',
      largestDrop: 't1',
    });
  });

  it('counts readings before fields', () => {
    const map = buildMap({
      touchpoints: [{ id: 'a', reached: 10, passed: 5 }],
      readings: [{ touchpointId: 'a', metric: 'passed', value: 8, at: '2025-01-01' }],
    });
    expect(sieve(map)?.chain[0]?.share).toBe(0.8);
  });

  it('agrees with multiplying by hand for any chain of counts', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.nat({ max: 1000 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(counts, (pairs) => {
        const result = funnel(
          ...pairs.map(([reached, passed]) => ({ reached, passed: Math.min(reached, passed) })),
        );
        let product = 1;
        for (const [index, [reached, passed]] of pairs.entries()) {
          product *= Math.min(reached, passed) / reached;
          expect(Math.abs((result?.chain[index]?.cumulative ?? NaN) - product)).toBeLessThan(1e-9);
        }
        const losses = pairs.map(([reached, passed]) => reached - Math.min(reached, passed));
        const largest = Math.max(...losses);
        expect(result?.largestLoss).toBe(largest === 0 ? null : `t${losses.indexOf(largest) + 1}`);
      }),
      runs(300),
    );
  });
});
