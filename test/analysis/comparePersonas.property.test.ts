import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePersonas } from '../../src/analysis/comparePersonas.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

const difference = (emotion: number | null, skipped = false) => ({
  emotion,
  importance: null,
  performance: null,
  feeling: '',
  skipped,
});

/** Two personas with these emotions at each touchpoint; null: not rated. */
function compared(pairs: readonly (readonly [number | null, number | null])[]) {
  const { value, reason } = comparePersonas(
    buildMap({
      personas: ['a', 'b'],
      touchpoints: pairs.map(([a, b], index) => ({
        t: index / 100,
        byPersona: { a: difference(a), b: difference(b) },
      })),
    }),
  );
  if (!value) throw new Error(reason);
  return value;
}

describe('personas compared (A15)', () => {
  it('have the spread, mean difference and correlation of the textbook', () => {
    const emotion = fc.option(
      fc.integer({ min: -20, max: 20 }).map((one) => one / 10),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(emotion, emotion), { minLength: 1, maxLength: 8 }), (pairs) => {
        const { touchpoints, pairs: result } = compared(pairs);
        const both = pairs.flatMap(([a, b]) => (a === null || b === null ? [] : [[a, b] as const]));
        touchpoints.forEach(({ spread, divergent }, index) => {
          const [a = null, b = null] = pairs[index] ?? [];
          const wanted = a === null || b === null ? null : Math.abs(a - b);
          if (wanted === null) expect(spread).toBeNull();
          else expect(spread).toBeCloseTo(wanted, 9);
          expect(divergent).toBe(spread !== null && spread >= 2);
        });
        const [pair] = result;
        if (both.length === 0) expect(pair?.meanDifference.reason).toBe('nothing-rated');
        else {
          const mean = both.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0) / both.length;
          expect(pair?.meanDifference.value).toBeCloseTo(mean, 9);
        }
        const varies = (at: 0 | 1) => new Set(both.map((one) => one[at])).size > 1;
        if (both.length < 3) expect(pair?.correlation.reason).toBe('too-few');
        else if (!varies(0) || !varies(1)) expect(pair?.correlation.reason).toBe('all-equal');
        else {
          // The other textbook form: sums of products instead of deviations.
          const n = both.length;
          const sum = (of: (pair: readonly [number, number]) => number) =>
            both.reduce((total, one) => total + of(one), 0);
          const xy = n * sum(([x, y]) => x * y) - sum(([x]) => x) * sum(([, y]) => y);
          const xx = n * sum(([x]) => x * x) - sum(([x]) => x) ** 2;
          const yy = n * sum(([, y]) => y * y) - sum(([, y]) => y) ** 2;
          expect(pair?.correlation.value).toBeCloseTo(xy / Math.sqrt(xx * yy), 7);
        }
      }),
      runs(300),
    );
  });

  it('lists what only one of them meets, and a curve for each', () => {
    const map = buildMap({
      personas: ['a', 'b'],
      touchpoints: [
        { t: 0.1, emotion: 1, personaIds: ['a'] },
        { t: 0.2, emotion: 0, byPersona: { a: difference(null, true) } },
        { t: 0.3, emotion: 2 },
      ],
    });
    const { value } = comparePersonas(map);
    expect(value?.metByOne).toEqual([
      { id: 't1', personaId: 'a' },
      { id: 't2', personaId: 'b' },
    ]);
    expect(value?.curves.map(({ curve }) => curve.points.map(({ y }) => y))).toEqual([
      [1, 2],
      [0, 2],
    ]);
  });

  it('needs two', () => {
    expect(comparePersonas(buildMap({ personas: ['a'], touchpoints: ['t1'] })).reason).toBe('one-persona');
  });
});
