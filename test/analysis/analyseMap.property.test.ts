import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseMap, type Analyses } from '../../src/analysis/analyseMap.ts';
import type { Outcome } from '../../src/analysis/outcome.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

const results = (analyses: Analyses) =>
  Object.entries(analyses).filter(([key]) => key !== 'lint') as [string, Outcome<unknown>][];

/** Paths of numbers that are none. */
function unsound(value: unknown, path = '$'): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === undefined) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unsound(part, `${path}.${key}`));
}

/** Paths of answers that are null without a reason, or have one beside a value. */
function unreasoned(value: unknown, path = '$'): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const isAnswer = 'value' in value && 'reason' in value && 'n' in value && 'of' in value;
  const own = isAnswer && (value.value === null) !== (value.reason !== null) ? [path] : [];
  return [...own, ...Object.entries(value).flatMap(([key, part]) => unreasoned(part, `${path}.${key}`))];
}

/** Everything that a number is worked out from. */
const without = {
  emotion: null,
  importance: null,
  performance: null,
  effort: null,
  nps: null,
  csat: null,
  ces: null,
  reached: null,
  passed: null,
  conversion: null,
  cost: null,
  media: null,
  touchesPerWeek: null,
  responseTargetMin: null,
  responseActualMin: null,
  triad: null,
} as const;

describe('everything a map says', () => {
  it('is finite, plain JSON, whatever the map holds, and says the same twice', () => {
    fc.assert(
      fc.property(arbitraryMap(), arbitraryMap(), (map, base) => {
        const view = { persona: map.personas[0]?.id ?? null, tier: map.tiers[0]?.id ?? null, base };
        const analyses = analyseMap(map, view);
        expect(unsound(analyses)).toEqual([]);
        expect(JSON.parse(JSON.stringify(analyses))).toEqual(
          JSON.parse(JSON.stringify(analyseMap({ ...map, touchpoints: [...map.touchpoints] }, view))),
        );
      }),
      runs(150),
    );
  });

  it('rests on touchpoints that are there, never on more than there are', () => {
    fc.assert(
      fc.property(arbitraryMap(), (map) => {
        const ids = new Set(map.touchpoints.map(({ id }) => id));
        for (const [key, outcome] of results(analyseMap(map))) {
          expect([key, outcome.n <= outcome.of]).toEqual([key, true]);
          expect([key, outcome.ids.filter((id) => !ids.has(id))]).toEqual([key, []]);
          expect([key, outcome.value === null]).toEqual([key, outcome.reason !== null]);
        }
      }),
      runs(150),
    );
  });

  it('has a reason wherever a number is missing, and none beside a number, at every depth', () => {
    fc.assert(
      fc.property(arbitraryMap(), arbitraryMap(), (map, base) => {
        expect(unreasoned(analyseMap(map, { base }))).toEqual([]);
      }),
      runs(100),
    );
  });

  it('makes no number of what nobody entered: each analysis of a template without its inputs is null, with the reason', () => {
    for (const { name, map } of templates) {
      const bare: JourneyMap = {
        ...map,
        readings: [],
        moments: [],
        channels: map.channels.map((one) => ({ ...one, media: null, needsPermission: false })),
        touchpoints: map.touchpoints.map((one) => ({
          ...one,
          ...without,
          byPersona: {},
          byTier: {},
          tierIds: [],
          information: [],
        })),
      };
      const { A1, A3, A4, A5, A6, A8, A10, A11, A12, A13, A18, A19, A20, A2 } = analyseMap(bare);
      const reasons = { A1, A3, A4, A5, A6, A8, A12, A13, A18, A19, A20 };
      for (const [key, { value, reason }] of Object.entries(reasons))
        expect([name, key, value, reason === null]).toEqual([name, key, null, false]);
      for (const part of ['effectiveness', 'ease', 'emotion'] as const)
        expect([name, A2.value?.[part].value ?? null]).toEqual([name, null]);
      expect([name, A11.value?.pains.value ?? null, A10.value?.coverage ?? 0]).toEqual([name, null, 0]);
    }
  });

  it('names the missing thing for an empty map', () => {
    const analyses = analyseMap(buildMap({ stages: [], lanes: [] }));
    expect(Object.fromEntries(results(analyses).map(([key, { reason }]) => [key, reason]))).toEqual({
      A1: 'no-survey',
      A2: 'no-touchpoints',
      A3: 'nothing-rated',
      A4: 'nothing-rated',
      A5: 'nothing-counted',
      A6: 'nothing-rated',
      A7: 'no-stages',
      A8: 'no-touchpoints',
      A9: 'no-brand',
      A10: 'no-touchpoints',
      A11: 'no-touchpoints',
      A12: 'no-response-times',
      A13: 'no-tiers',
      A14: 'no-base',
      A15: 'no-personas',
      A16: 'no-touchpoints',
      A17: 'no-touchpoints',
      A18: 'no-permission-channels',
      A19: 'no-control-shares',
      A20: 'no-information',
      A21: 'no-touchpoints',
      A22: 'no-touchpoints',
      A23: 'no-touchpoints',
    });
    expect(analyses.lint).toEqual([]);
  });

  it('says that it does not know the persona or tier asked for', () => {
    const map = buildMap({ touchpoints: [{ emotion: 1 }], personas: ['p1'], tiers: ['ti1'] });
    const reasons = (view: object) =>
      results(analyseMap(map, view)).flatMap(([key, { reason }]) =>
        reason === 'unknown-persona' || reason === 'unknown-tier' ? [key] : [],
      );
    expect(reasons({ persona: 'p1', tier: 'ti1' })).toEqual([]);
    expect(reasons({ persona: 'p9' })).toEqual(['A1', 'A2', 'A3', 'A4', 'A6', 'A7', 'A10', 'A11', 'A14']);
    expect(reasons({ tier: 'ti9' })).toEqual(['A1', 'A12']);
  });

  it('looks at the touchpoints a persona meets, with what they feel', () => {
    const map = buildMap({
      personas: ['p1'],
      touchpoints: [
        {
          emotion: 1,
          importance: 5,
          performance: 4,
          byPersona: { p1: difference({ emotion: -2, performance: 1 }) },
        },
        { emotion: 2, importance: 1, performance: 1, byPersona: { p1: difference({ skipped: true }) } },
      ],
    });
    const { A2, A4, A6, A11 } = analyseMap(map, { persona: 'p1' });
    expect([A2.value?.emotion.value, A2.value?.effectiveness.value]).toEqual([0, 0]);
    expect(A4.value?.score).toBe(-2);
    expect(A6.value?.members).toEqual([{ id: 't1', importance: 5, performance: 1, quarter: 'concentrate' }]);
    expect(A11.value?.pains.value?.map(({ id, pain }) => [id, pain])).toEqual([['t1', 100]]);
  });

  it('takes the day for dated topics as it is told, else the day of the last change', () => {
    const map: JourneyMap = buildMap({
      map: { updatedAt: '2025-03-01T01:00:00Z' },
      brand: { topics: [{ id: 'x1', name: 'Spring', from: '2025-02-01', to: '2025-03-31' }] },
      channels: ['c1'],
      touchpoints: [{ topicId: 'x1', channelId: 'c1' }],
    });
    const topic = (on?: string) => analyseMap(map, on ? { on } : {}).A9.value?.touchpoints[0]?.topic;
    expect([topic(), topic('2025-03-31'), topic('2025-04-01')]).toEqual([true, true, false]);
  });

  it.each(templates)(
    'is computed completely for $name, but for what the template does not hold',
    ({ map }) => {
      const missing = results(analyseMap(map)).flatMap(([key, { reason }]) =>
        reason ? [`${key} ${reason}`] : [],
      );
      expect(missing.filter((one) => !expectedGaps.has(one))).toEqual([]);
    },
  );
});

/** Nothing to compare with; no levels of service in the decoration map; nobody's shares of control in the shop map. */
const expectedGaps = new Set(['A14 no-base', 'A13 no-service-levels', 'A19 no-control-shares']);

function difference(fields: object) {
  return { emotion: null, importance: null, performance: null, feeling: '', skipped: false, ...fields };
}
