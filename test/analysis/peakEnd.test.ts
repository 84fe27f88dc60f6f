import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peakEnd } from '../../src/analysis/peakEnd.ts';
import { buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

/** One stage, touchpoints in order. */
function journey(emotions: readonly (number | null)[]) {
  return buildMap({
    touchpoints: emotions.map((emotion, index) => ({ id: `t${index}`, t: index / 100, emotion })),
  });
}

describe('peak-end (A4)', () => {
  it('is exact on the vector', () => {
    const result = peakEnd(journey([1, -1.5, 0.5, 1.5, 1]), null);
    expect(result).toMatchObject({
      peak: { id: 't1', emotion: -1.5 },
      end: { id: 't4', emotion: 1 },
      best: 1.5,
      worst: -1.5,
    });
    expect(result?.score).toBeCloseTo(-0.25, 12);
    expect(result?.mean).toBeCloseTo(0.5, 12);
    expect(result?.difference).toBeCloseTo(-0.75, 12);
    expect([result?.rated, result?.of]).toEqual([5, 5]);
  });

  it('takes the negative one on a tie, then the later one', () => {
    expect(peakEnd(journey([2, -2, 0]), null)?.peak).toEqual({ id: 't1', emotion: -2 });
    expect(peakEnd(journey([-2, 2, 0]), null)?.peak).toEqual({ id: 't0', emotion: -2 });
    expect(peakEnd(journey([2, 0, 2, 1]), null)?.peak.id).toBe('t2');
    expect(peakEnd(journey([-1, 1, -1, 1]), null)?.peak.id).toBe('t2');
  });

  it('has all values equal for one touchpoint, and no result for none', () => {
    expect(peakEnd(journey([null, 1.5, null]), null)).toMatchObject({
      score: 1.5,
      mean: 1.5,
      best: 1.5,
      worst: 1.5,
      difference: 0,
      rated: 1,
      of: 3,
    });
    expect(peakEnd(journey([null]), null)).toBeNull();
  });

  it('does not merge what lies at the same place', () => {
    const map = buildMap({
      touchpoints: [
        { id: 'a', emotion: 2 },
        { id: 'b', row: 1, emotion: -1 },
      ],
    });
    expect(peakEnd(map, null)).toMatchObject({ peak: { emotion: 2 }, end: { id: 'b', emotion: -1 } });
  });

  it('agrees with looking at all of them, one by one', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -20, max: 20 }).map((e) => e / 10 + 0),
          { minLength: 1, maxLength: 12 },
        ),
        (emotions) => {
          const largest = Math.max(...emotions.map(Math.abs));
          const peak = emotions.includes(-largest) ? -largest + 0 : largest;
          const result = peakEnd(journey(emotions), null);
          expect(result?.peak).toEqual({ id: `t${emotions.lastIndexOf(peak)}`, emotion: peak });
          expect(result?.score).toBeCloseTo((peak + (emotions.at(-1) ?? 0)) / 2, 12);
        },
      ),
      runs(500),
    );
  });
});
