import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experienceSummary } from '../../src/analysis/experienceSummary.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

const maybe = (min: number, max: number) =>
  fc.option(fc.double({ min, max, noNaN: true, noDefaultInfinity: true }), { nil: null });

describe('experience summary (A2)', () => {
  it('is the plain mean of the percents of what is known, effort standing for an unknown ces', () => {
    const touchpoint = fc.record({
      performance: maybe(1, 5),
      ces: maybe(1, 7),
      effort: maybe(1, 5),
      emotion: maybe(-2, 2),
    });
    fc.assert(
      fc.property(fc.array(touchpoint, { maxLength: 6 }), (touchpoints) => {
        const { value } = experienceSummary(buildMap({ touchpoints }), null);
        const mean = (percents: readonly (number | null)[]) => {
          const known = percents.filter((one) => one !== null);
          return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
        };
        const expected = {
          effectiveness: mean(
            touchpoints.map(({ performance }) => performance && ((performance - 1) / 4) * 100),
          ),
          ease: mean(
            touchpoints.map(({ ces, effort }) =>
              ces === null ? effort && ((5 - effort) / 4) * 100 : ((ces - 1) / 6) * 100,
            ),
          ),
          emotion: mean(
            touchpoints.map(({ emotion }) => (emotion === null ? null : ((emotion + 2) / 4) * 100)),
          ),
        };
        for (const [part, wanted] of Object.entries(expected)) {
          const is = value ? value[part as keyof typeof value].value : null;
          if (wanted === null) expect(is).toBeNull();
          else expect(is).toBeCloseTo(wanted, 9);
        }
      }),
      runs(300),
    );
  });
});
