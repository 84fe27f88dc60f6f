import { describe, expect, it } from 'vitest';
import { feltBy, scoredTouchpoints } from '../../src/analysis/scoredTouchpoints.ts';
import type { Metric } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';

/** Every value that may be measured, as entered and as measured. */
const values = {
  emotion: [1, -2],
  importance: [2, 5],
  performance: [3, 4],
  ces: [6, 7],
  reached: [100, 1000],
  passed: [50, 300],
  conversion: [0.5, 0.3],
  cost: [10, 20],
} as const satisfies Partial<Record<Metric, readonly [number, number]>>;
const metrics = Object.keys(values) as readonly (keyof typeof values)[];
const entered = Object.fromEntries(metrics.map((metric) => [metric, values[metric][0]]));
const measured = Object.fromEntries(metrics.map((metric) => [metric, values[metric][1]]));

describe('touchpoints with the values that count', () => {
  it('take what was measured for everybody instead of what was entered, metric by metric', () => {
    const readings = metrics.flatMap((metric) => [
      { touchpointId: 'a', metric, value: values[metric][1], at: '2025-03-01' },
      { touchpointId: 'a', metric, value: 0, at: '2025-01-01' },
      { touchpointId: 'b', metric, value: 0, at: '2025-01-01', tierId: 'gold' },
    ]);
    const map = buildMap({
      tiers: ['gold'],
      touchpoints: ['a', 'b', 'c'].map((id) => ({ id, ...entered })),
      readings,
    });
    const [a, b, c] = scoredTouchpoints(map, null);
    expect(a).toMatchObject(measured);
    expect(b).toMatchObject(entered);
    expect(c).toMatchObject(entered);
    const oneOnly = buildMap({ touchpoints: [{ id: 'a', ...entered }], readings: readings.slice(0, 1) });
    expect(scoredTouchpoints(oneOnly, null)[0]).toMatchObject({ ...entered, emotion: -2 });
  });

  it('say what a persona feels: their own, else the base; nothing where they do not go', () => {
    const difference = { emotion: null, importance: null, performance: null, feeling: '', skipped: false };
    const map = buildMap({
      personas: ['p', 'q'],
      touchpoints: [
        { id: 'own', emotion: 1, byPersona: { p: { ...difference, emotion: -1 } } },
        { id: 'base', emotion: 1, byPersona: { p: { ...difference, feeling: 'calm' } } },
        { id: 'unrated' },
        { id: 'skipped', emotion: 1, byPersona: { p: { ...difference, skipped: true } } },
        { id: 'closed', emotion: 1, personaIds: ['q'] },
      ],
    });
    const nodes = new Map(scoredTouchpoints(map, null).map((node) => [node.id, node]));
    const felt = ['own', 'base', 'unrated', 'skipped', 'closed'].map((id) => {
      const node = nodes.get(id);
      return node ? feltBy(node, 'p') : 'not there';
    });
    expect(felt).toEqual([-1, 1, null, undefined, undefined]);
  });
});
