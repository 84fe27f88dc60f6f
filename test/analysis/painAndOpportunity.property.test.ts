import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opportunityScore, painAndOpportunity, painOf } from '../../src/analysis/painAndOpportunity.ts';
import type { Touchpoint } from '../../src/model/journeyMap.ts';
import { buildMap, type Parts } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

function analysed(parts: Parts) {
  const { value, reason } = painAndOpportunity(buildMap(parts), null);
  if (!value) throw new Error(reason);
  return value;
}

describe('pain and opportunity (A11)', () => {
  it('is exact on the vectors', () => {
    expect(opportunityScore(5, 2)).toEqual({ score: 17.5, level: 'extreme', overServed: false });
    expect(opportunityScore(3, 4)).toEqual({ score: 5, level: 'none', overServed: true });
    expect(painOf(-2, 5)).toBe(100);
    expect(painOf(1, 5)).toBe(0);
  });

  it('draws the lines between levels above 10, 12 and 15', () => {
    const levels = [10, 10.01, 12, 12.01, 15, 15.01].map((score) => {
      // With p = 0, O = 2 i; i is on ten, importance on five.
      const importance = 1 + (score / 2 / 10) * 4;
      return opportunityScore(importance, 1).level;
    });
    expect(levels).toEqual(['none', 'look', 'look', 'strong', 'strong', 'extreme']);
  });

  it('ranks pains by pain, importance, sequence, and lists only what hurts', () => {
    const arbitrary = fc.record({
      emotion: fc.option(
        fc.integer({ min: -4, max: 4 }).map((one) => one / 2),
        { nil: null },
      ),
      importance: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
      reached: fc.option(fc.nat({ max: 9 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 8 }), (given) => {
        const touchpoints = given.map((one, index) => ({ ...one, id: `t${index}`, t: index / 100 }));
        const { pains, byPeople } = analysed({ touchpoints });
        const expected = touchpoints
          .flatMap(({ id, emotion, importance, reached }) => {
            if (emotion === null || emotion >= 0) return [];
            const pain = 100 * (-emotion / 2) * ((importance ?? 3) / 5);
            return [
              {
                id,
                pain,
                importance: importance ?? 3,
                people: reached === null ? null : (pain / 100) * reached,
              },
            ];
          })
          .map((one, index) => ({ ...one, index }))
          .toSorted((a, b) => b.pain - a.pain || b.importance - a.importance || a.index - b.index);
        expect((pains.value ?? []).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        (pains.value ?? []).forEach(({ pain }, index) =>
          expect(pain).toBeCloseTo(expected[index]?.pain ?? -1, 9),
        );
        const people = byPeople.map((one) => one.people);
        const known = people.filter((one) => one !== null);
        // Known ones first, falling; unknown ones are never everybody.
        expect(people.slice(0, known.length)).toEqual(known.toSorted((a, b) => b - a));
      }),
      runs(300),
    );
  });

  it('takes raw answers where importance and performance both have them', () => {
    const reading = (metric: 'importance' | 'performance', counts: readonly number[] | null) => ({
      touchpointId: 't1',
      metric,
      value: 3,
      at: '2025-01-01',
      counts,
    });
    const score = (importance: readonly number[] | null, performance: readonly number[] | null) =>
      analysed({
        touchpoints: ['t1'],
        readings: [reading('importance', importance), reading('performance', performance)],
      }).scores.value?.[0]?.score;
    expect(score([0, 0, 2, 5, 3], [4, 4, 0, 1, 1])).toBeCloseTo(8 + (8 - 2), 9);
    expect(score([0, 0, 2, 5, 3], null)).toBe(5);
    expect(score([0, 0, 0, 0, 0], [1, 1, 1, 1, 1])).toBe(5);
  });

  it('orders opportunities by votes of the round, impact over effort, impact, id', () => {
    const { opportunities } = analysed({
      map: { round: 2 },
      touchpoints: ['t1'],
      opportunities: [
        { id: 'd', impact: 5 },
        { id: 'c', impact: 2, effort: 1 },
        { id: 'b', impact: 4, effort: 2 },
        { id: 'a', impact: 1, effort: 5 },
        { id: 'e', impact: 5 },
      ],
      votes: [
        { targetId: 'a', round: 2, dots: 2, voter: 'x' },
        { targetId: 'b', round: 1, dots: 5, voter: 'x' },
      ],
    });
    expect(opportunities.map(({ id, votes }) => [id, votes])).toEqual([
      ['a', 2],
      ['b', 0],
      ['c', 0],
      ['d', 0],
      ['e', 0],
    ]);
  });

  it('scores personas’ jobs alike, and knows nothing of one without satisfaction', () => {
    const job = (id: string, satisfaction: number | null) =>
      ({ id, statement: '', kind: 'functional', importance: 5, satisfaction }) as const;
    const { jobs } = analysed({ touchpoints: ['t1'], personas: [{ jobs: [job('j1', 2), job('j2', null)] }] });
    expect(jobs).toEqual([{ id: 'j1', personaId: 'p1', score: 17.5, level: 'extreme', overServed: false }]);
  });

  it('marks a pain whose importance is not known', () => {
    const touchpoint: Partial<Touchpoint> = { emotion: -1 };
    expect(analysed({ touchpoints: [touchpoint] }).pains.value).toEqual([
      { id: 't1', emotion: -1, importance: 3, assumed: true, pain: expect.closeTo(30, 9), people: null },
    ]);
  });
});
