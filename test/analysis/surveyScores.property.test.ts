import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easyShare, npsMargin, scoreOfCounts, surveyScores } from '../../src/analysis/surveyScores.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

const counts = (answers: number) => fc.array(fc.nat({ max: 40 }), { minLength: answers, maxLength: answers });
const everybody = { personaId: null, tierId: null };

/** Every answer written out, one by one. */
function answersOf(of: readonly number[], first: number): readonly number[] {
  return of.flatMap((count, index) => Array.from({ length: count }, () => index + first));
}
const shareOf = (answers: readonly number[], test: (answer: number) => boolean) =>
  answers.filter(test).length / answers.length;

describe('survey scores (A1)', () => {
  it('call fewer than 30 answers a small sample, and 30 not', () => {
    const smallOf = (n: number) => {
      const readings = [{ touchpointId: 't1', metric: 'nps' as const, value: 20, n, at: '2025-03-01' }];
      const { value } = surveyScores(buildMap({ touchpoints: ['t1'], readings }), everybody);
      return value?.nps.touchpoints[0]?.smallSample;
    };
    expect([smallOf(29), smallOf(30)]).toEqual([true, false]);
  });

  it('are those of the answers written out one by one', () => {
    fc.assert(
      fc.property(counts(11), counts(5), counts(7), (nps, csat, ces) => {
        const recommend = answersOf(nps, 0);
        const effort = answersOf(ces, 1);
        if (recommend.length > 0) {
          const points = recommend.map((answer): number => (answer >= 9 ? 100 : answer <= 6 ? -100 : 0));
          const mean = points.reduce((sum, one) => sum + one, 0) / points.length;
          expect(scoreOfCounts('nps', nps).value).toBeCloseTo(mean, 9);
          if (points.length > 1) {
            const variance = points.reduce((sum, one) => sum + (one - mean) ** 2, 0) / points.length;
            expect(npsMargin(nps).value).toBeCloseTo(1.96 * Math.sqrt(variance / points.length), 7);
          }
        }
        if (csat.some((count) => count > 0))
          expect(scoreOfCounts('csat', csat).value).toBeCloseTo(
            100 * shareOf(answersOf(csat, 1), (one) => one >= 4),
            9,
          );
        if (effort.length > 0) {
          const mean = effort.reduce((sum, one) => sum + one, 0) / effort.length;
          expect(scoreOfCounts('ces', ces).value).toBeCloseTo(mean, 9);
          expect(easyShare(ces).value).toBeCloseTo(
            shareOf(effort, (one) => one >= 5),
            9,
          );
        }
      }),
      runs(300),
    );
  });

  it('have a reason instead of a number where answers are missing or not as many as the question has', () => {
    expect(scoreOfCounts('nps', [1, 2]).reason).toBe('wrong-counts');
    expect(scoreOfCounts('csat', [0, 0, 0, 0, 0]).reason).toBe('no-answers');
    expect(scoreOfCounts('ces', null).reason).toBe('no-raw-answers');
    const one = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    expect([scoreOfCounts('nps', one).value, npsMargin(one).reason]).toEqual([100, 'too-few']);
  });

  it('take the newest reading, answers before the stated value, and the field where nothing was measured', () => {
    const map = buildMap({
      touchpoints: [{ nps: 5 }, { nps: 7 }, { status: 'idea', nps: 99 }],
      readings: [
        { touchpointId: 't1', metric: 'nps', value: 1, at: '2025-01-01' },
        {
          touchpointId: 't1',
          metric: 'nps',
          value: 33,
          at: '2025-02-01',
          counts: [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 2],
          n: 9,
        },
        { touchpointId: null, metric: 'nps', value: 12, n: 500, at: '2025-02-01' },
      ],
    });
    const { value } = surveyScores(map, everybody);
    expect(
      value?.nps.touchpoints.map(({ touchpointId, score, answers, smallSample }) => [
        touchpointId,
        score.value,
        answers,
        smallSample,
      ]),
    ).toEqual([
      ['t1', 25, 4, true],
      ['t2', 7, null, false],
    ]);
    expect([value?.nps.average.value, value?.nps.weighted]).toEqual([16, false]);
    expect(value?.nps.wholeMap?.score.value).toBe(12);
  });

  it('average by answers where every score knows how many it has', () => {
    const map = buildMap({
      touchpoints: ['t1', 't2', 't3'],
      readings: [
        { touchpointId: 't1', metric: 'csat', value: 90, n: 10, at: '2025-01-01' },
        { touchpointId: 't2', metric: 'csat', value: 60, n: 20, at: '2025-01-01' },
      ],
    });
    const csat = surveyScores(map, everybody).value?.csat;
    expect(csat).toMatchObject({ weighted: true, average: { value: 70, n: 2, of: 3 } });
  });

  it('keep what a persona or tier said apart', () => {
    const map = buildMap({
      personas: ['p1'],
      touchpoints: [{ ces: 3 }],
      readings: [{ touchpointId: 't1', metric: 'ces', value: 6, at: '2025-01-01', personaId: 'p1' }],
    });
    expect(surveyScores(map, everybody).value?.ces.average.value).toBe(3);
    expect(surveyScores(map, { personaId: 'p1', tierId: null }).value?.ces.average.value).toBe(6);
  });
});
