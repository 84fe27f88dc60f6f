import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importancePerformance } from '../../src/analysis/importancePerformance.ts';
import { journeyTouchpoints } from '../../src/model/sequence.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { buildMap } from '../support/buildMap.ts';

const rated = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([importance, performance], index) => ({
    id: `t${index}`,
    t: index / 100,
    importance,
    performance,
  }));
const quarters = (map: Parameters<typeof importancePerformance>[0]) =>
  importancePerformance(map).members.map(({ quarter }) => quarter);

describe('[A6] importance and performance', () => {
  test('below eight members the cross is in the middle, and on the line counts as high', () => {
    const map = buildMap({ touchpoints: rated([5, 2], [3, 3], [2, 2], [2.9, 4]) });
    expect(importancePerformance(map).cross).toEqual({ importance: 3, performance: 3 });
    expect(quarters(map)).toEqual(['concentrate', 'keep', 'low', 'overkill']);
  });

  test('from eight members on the cross is at the means', () => {
    const map = buildMap({ touchpoints: rated(...Array.from({ length: 7 }, () => [5, 5] as const), [4, 4]) });
    expect(importancePerformance(map).cross).toEqual({ importance: 4.875, performance: 4.875 });
    expect(quarters(map).at(-1)).toBe('low');
  });

  test('the map may ask for the means or the middle', () => {
    expect(
      importancePerformance(buildMap({ map: { ipaCross: 'mean' }, touchpoints: rated([5, 2], [3, 4]) }))
        .cross,
    ).toEqual({ importance: 4, performance: 3 });
    const many = rated(...Array.from({ length: 9 }, () => [5, 5] as const));
    expect(
      importancePerformance(buildMap({ map: { ipaCross: 'midpoint' }, touchpoints: many })).cross,
    ).toEqual({ importance: 3, performance: 3 });
  });

  test('touchpoints without both values, ideas and those behind the scenes are left out', () => {
    const map = buildMap({
      lanes: [
        { id: 'l1', kind: 'contact' },
        { id: 'l2', kind: 'backstage' },
      ],
      touchpoints: [
        { id: 'half', laneId: 'l1', importance: 4 },
        { id: 'idea', laneId: 'l1', importance: 4, performance: 2, status: 'idea' },
        { id: 'behind', laneId: 'l2', importance: 4, performance: 2 },
        { id: 'in', laneId: 'l1', importance: 4, performance: 2 },
      ],
    });
    expect(importancePerformance(map).members.map(({ id }) => id)).toEqual(['in']);
  });

  test('values on their own mean lie on the line, also where binary fractions put the mean a hair above', () => {
    const map = buildMap({ touchpoints: rated(...Array.from({ length: 9 }, () => [2.9, 4.1] as const)) });
    expect(new Set(quarters(map))).toEqual(new Set(['keep']));
    const other = buildMap({ touchpoints: rated(...Array.from({ length: 10 }, () => [1.1, 2.3] as const)) });
    expect(new Set(quarters(other))).toEqual(new Set(['keep']));
  });

  test('agrees with going through all touchpoints by hand', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.constantFrom('auto', 'mean', 'midpoint'), (any, ipaCross) => {
        // Without readings the fields count.
        const map = { ...any, map: { ...any.map, ipaCross }, readings: [] };
        let [count, importances, performances] = [0, 0, 0];
        for (const { importance, performance } of journeyTouchpoints(map)) {
          if (importance === null || performance === null) continue;
          count += 1;
          importances += importance;
          performances += performance;
        }
        const isMiddle = count === 0 || ipaCross === 'midpoint' || (ipaCross === 'auto' && count < 8);
        const [x, y] = isMiddle ? [3, 3] : [performances / count, importances / count];
        const { cross, members, of } = importancePerformance(map);
        expect(members).toHaveLength(count);
        expect(of).toBe(journeyTouchpoints(map).length);
        expect(cross.performance).toBeCloseTo(x, 9);
        expect(cross.importance).toBeCloseTo(y, 9);
        for (const { importance, performance, quarter } of members) {
          // At or above a line is high; what a hair decides is asked above.
          if (Math.abs(importance - y) > 1e-6)
            expect(quarter === 'keep' || quarter === 'concentrate').toBe(importance > y);
          if (Math.abs(performance - x) > 1e-6)
            expect(quarter === 'keep' || quarter === 'overkill').toBe(performance > x);
        }
      }),
    );
  });
});
