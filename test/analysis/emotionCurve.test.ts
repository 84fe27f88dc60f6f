import { describe, expect, it } from 'vitest';
import { crossesUnrated, emotionCurve, mergeEqualX, unratedStages } from '../../src/analysis/emotionCurve.ts';
import { curveValue, monotoneCubic } from '../../src/analysis/monotoneCubic.ts';
import { buildMap } from '../support/arbitraryMap.ts';

const difference = { emotion: null, importance: null, performance: null, feeling: '', skipped: false };

function knots(...points: readonly (readonly [number, number])[]) {
  return points.map(([x, y]) => ({ x, y }));
}

describe('monotone cubic', () => {
  it('gives the slopes and values of the first vector of A3', () => {
    const { slopes, segments } = monotoneCubic(knots([0, -1], [1, 0], [3, 1]));
    expect(slopes).toHaveLength(3);
    [13 / 12, 5 / 6, 1 / 3].forEach((slope, index) =>
      expect(Math.abs((slopes[index] ?? 0) - slope)).toBeLessThan(1e-9),
    );
    expect(Math.abs((curveValue(segments, 2) ?? 0) - 0.625)).toBeLessThan(1e-9);
  });

  it('gives the slopes and values of the second vector of A3', () => {
    const { slopes, segments } = monotoneCubic(knots([0, 0], [1, 2], [2, -1], [3, -1], [4, 1]));
    expect(slopes).toEqual([3, 0, 0, 0, 3]);
    expect(Math.abs((curveValue(segments, 0.5) ?? 0) - 1.375)).toBeLessThan(1e-9);
    expect(Math.abs((curveValue(segments, 2.5) ?? 0) + 1)).toBeLessThan(1e-9);
  });

  it('is nothing, a dot, a straight line for none, one, two points', () => {
    expect(monotoneCubic([])).toEqual({ slopes: [], segments: [] });
    expect(monotoneCubic(knots([1, 1]))).toEqual({ slopes: [0], segments: [] });
    const { slopes, segments } = monotoneCubic(knots([0, -1], [3, 2]));
    expect(slopes).toEqual([1, 1]);
    expect(segments[0]).toMatchObject({ control1: { x: 1, y: 0 }, control2: { x: 2, y: 1 } });
  });

  it('is not extrapolated', () => {
    const { segments } = monotoneCubic(knots([0, -1], [1, 0], [3, 1]));
    expect([curveValue(segments, -0.1), curveValue(segments, 3.1)]).toEqual([null, null]);
  });
});

describe('emotion curve', () => {
  it('has one point where touchpoints lie nearer than a billionth of a stage, the mean of them, and two beyond', () => {
    const at = (t: number, id: string, emotion: number) => ({ id, t, emotion });
    const curve = (t: number) =>
      emotionCurve(buildMap({ touchpoints: [at(0.5, 'a', 1), at(0.5 + t, 'b', 0)] }), null).points;
    expect(curve(4e-10)).toEqual([
      { x: 0.5, y: 0.5, touchpointIds: ['a', 'b'], firstStage: 0, lastStage: 0 },
    ]);
    expect(curve(2e-9).map(({ y }) => y)).toEqual([1, 0]);
  });

  it('has a point for each rated journey touchpoint, x in stages', () => {
    const map = buildMap({
      stages: ['s1', 's2'],
      lanes: [{ id: 'l1' }, { id: 'back', kind: 'backstage' }],
      touchpoints: [
        { id: 'b', stageId: 's2', t: 0.25, emotion: -1 },
        { id: 'a', stageId: 's1', t: 0.5, emotion: 1 },
        { id: 'unrated', stageId: 's1', t: 0.1 },
        { id: 'behind', laneId: 'back', emotion: 2 },
        { id: 'idea', status: 'idea', emotion: 2 },
      ],
    });
    const curve = emotionCurve(map, null);
    expect(curve.points).toMatchObject([
      { x: 0.5, y: 1, touchpointIds: ['a'] },
      { x: 1.25, y: -1, touchpointIds: ['b'] },
    ]);
    expect([curve.rated, curve.of]).toEqual([2, 3]);
    expect(emotionCurve(buildMap(), null)).toEqual({ points: [], segments: [], slopes: [], rated: 0, of: 0 });
  });

  it('merges points of equal x to their mean, also where two stages meet', () => {
    const map = buildMap({
      stages: ['s1', 's2'],
      touchpoints: [
        { id: 'a', t: 0.5, emotion: 2 },
        { id: 'b', t: 0.5, row: 1, emotion: -1 },
        { id: 'c', t: 1, emotion: 1 },
        { id: 'd', stageId: 's2', t: 0, emotion: 0 },
      ],
    });
    expect(emotionCurve(map, null).points).toMatchObject([
      { x: 0.5, y: 0.5, touchpointIds: ['a', 'b'] },
      { x: 1, y: 0.5, touchpointIds: ['c', 'd'], firstStage: 0, lastStage: 1 },
    ]);
    expect(mergeEqualX([])).toEqual([]);
  });

  it('follows one persona: their own emotion first, without what they skip or do not meet', () => {
    const map = buildMap({
      personas: ['p', 'q'],
      touchpoints: [
        { id: 'a', t: 0.1, emotion: 1, byPersona: { p: { ...difference, emotion: -1 } } },
        { id: 'b', t: 0.2, emotion: 1 },
        { id: 'c', t: 0.3, emotion: 1, byPersona: { p: { ...difference, skipped: true } } },
        { id: 'd', t: 0.4, emotion: 1, personaIds: ['q'] },
        { id: 'e', t: 0.5, byPersona: { p: { ...difference, emotion: 2 } } },
      ],
    });
    const ys = (persona: string | null) =>
      emotionCurve(map, persona).points.map((point) => [point.touchpointIds[0], point.y]);
    expect(ys('p')).toEqual([
      ['a', -1],
      ['b', 1],
      ['e', 2],
    ]);
    expect(ys(null)).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
      ['d', 1],
    ]);
    expect(emotionCurve(map, 'p').of).toBe(3);
  });

  it('is dashed across a stage whose touchpoints nobody rated, and only there', () => {
    const map = buildMap({
      stages: ['s1', 's2', 's3', 's4', 's5'],
      touchpoints: [
        { id: 'a', stageId: 's1', emotion: 1 },
        { id: 'b', stageId: 's2' },
        { id: 'c', stageId: 's3', emotion: 1 },
        // s4 is empty: nothing there that could have been rated.
        { id: 'd', stageId: 's5', emotion: 1 },
      ],
    });
    expect(emotionCurve(map, null).segments.map((segment) => segment.dashed)).toEqual([true, false]);
    expect([...unratedStages(map, null)]).toEqual([1]);
    expect(crossesUnrated(undefined, undefined, new Set([0]))).toBe(false);
  });
});
