import { describe, expect, it } from 'vitest';
import { readingTrend } from '../../src/analysis/readingTrend.ts';
import { effectiveScore } from '../../src/model/sequence.ts';
import { buildMap } from '../support/buildMap.ts';

const map = buildMap({
  touchpoints: ['t1'],
  personas: ['p1'],
  readings: [
    { id: 'b', touchpointId: 't1', metric: 'nps', value: 30, at: '2025-03-01' },
    { id: 'a', touchpointId: 't1', metric: 'nps', value: 20, at: '2025-03-01' },
    { id: 'c', touchpointId: 't1', metric: 'nps', value: -5, at: '2025-01-01', n: 40 },
    { id: 'd', touchpointId: 't1', metric: 'nps', value: 99, at: '2025-04-01', personaId: 'p1' },
    { id: 'e', touchpointId: 't1', metric: 'csat', value: 80, at: '2025-04-01' },
    { id: 'f', touchpointId: null, metric: 'nps', value: 1, at: '2025-04-01' },
  ],
});

describe('the trend of a reading', () => {
  it('runs by date, then id, and ends at the value that counts', () => {
    const { points, change } = readingTrend(map, 't1', 'nps');
    expect(points.map(({ readingId }) => readingId)).toEqual(['c', 'a', 'b']);
    expect(change).toBe(10);
    const [touchpoint] = map.touchpoints;
    expect(touchpoint && effectiveScore(touchpoint, 'nps', map)).toBe(points.at(-1)?.value);
  });

  it('keeps a persona, another metric and the whole map apart', () => {
    expect(readingTrend(map, 't1', 'nps', { personaId: 'p1', tierId: null })).toMatchObject({
      points: [{ value: 99 }],
      change: null,
    });
    expect(readingTrend(map, null, 'nps').points).toHaveLength(1);
    expect(readingTrend(map, 't1', 'ces')).toEqual({ points: [], change: null });
  });
});
