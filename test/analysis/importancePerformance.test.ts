import { describe, expect, test } from 'vitest';
import { importancePerformance } from '../../src/analysis/importancePerformance.ts';
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
});
