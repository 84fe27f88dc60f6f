import { describe, expect, it } from 'vitest';
import {
  effectiveMedia,
  effectivePhase,
  effectiveScore,
  emotionFor,
  inSequence,
  journeyTouchpoints,
  meets,
} from '../../src/model/sequence.ts';
import { buildMap } from '../support/arbitraryMap.ts';

const lanes = [
  { id: 'l1' },
  { id: 'back', kind: 'backstage' },
  { id: 'l2', kind: 'customer-action' },
] as const;
const difference = { emotion: null, importance: null, performance: null, feeling: '', skipped: false };

describe('sequence', () => {
  it('goes by stage, t, lane, row, id', () => {
    const map = buildMap({
      stages: ['z', 'a'],
      lanes,
      touchpoints: [
        { id: '7', stageId: 'a', t: 0 },
        { id: '6', stageId: 'z', t: 0.9 },
        { id: '5', stageId: 'z', t: 0.5, laneId: 'l2' },
        { id: '4', stageId: 'z', t: 0.5, laneId: 'l1', row: 1 },
        { id: '3', stageId: 'z', t: 0.5, laneId: 'l1' },
        { id: '2', stageId: 'z', t: 0.5, laneId: 'l1' },
        { id: '1', stageId: 'z', t: 0.1, laneId: 'l2' },
        { id: '8', stageId: 'gone', t: 0 },
      ],
    });
    expect(
      inSequence(map)
        .map((touchpoint) => touchpoint.id)
        .join(''),
    ).toBe('12345678');
  });

  it('takes only journey lanes and what is neither idea nor retired for journey touchpoints', () => {
    const map = buildMap({
      lanes,
      touchpoints: [
        { id: 'b', laneId: 'l2' },
        { id: 'a', status: 'planned' },
        { id: 'idea', status: 'idea' },
        { id: 'old', status: 'retired' },
        { id: 'behind', laneId: 'back' },
      ],
    });
    expect(journeyTouchpoints(map).map((touchpoint) => touchpoint.id)).toEqual(['a', 'b']);
  });
});

describe('effective values', () => {
  const map = buildMap({
    stages: [{ id: 's1', phase: 'purchase' }],
    channels: [{ id: 'c1', media: 'paid' }],
    personas: ['p1', 'p2', 'toString'],
    touchpoints: [
      { id: 'a', channelId: 'c1', emotion: 0.5, nps: 5, responseActualMin: 9 },
      { id: 'b', phase: 'advocacy', media: 'earned', channelId: 'c1', personaIds: ['p2'] },
      {
        id: 'c',
        emotion: 1,
        byPersona: { p1: { ...difference, emotion: -2 }, p2: { ...difference, skipped: true } },
      },
    ],
    readings: [
      { id: 'r1', touchpointId: 'a', metric: 'nps', value: 10, at: '2025-01-01' },
      { id: 'r2', touchpointId: 'a', metric: 'nps', value: 20, at: '2025-02-01' },
      { id: 'r3', touchpointId: 'a', metric: 'nps', value: 30, at: '2025-02-01' },
      { id: 'r0', touchpointId: 'a', metric: 'nps', value: 40, at: '2025-02-01' },
      { id: 'r5', touchpointId: 'a', metric: 'nps', value: 50, at: '2025-03-01', personaId: 'p1' },
      { id: 'r6', touchpointId: 'a', metric: 'nps', value: 60, at: '2025-03-01', tierId: 'x' },
      { id: 'r7', touchpointId: 'a', metric: 'response-min', value: 3, at: '2025-03-01' },
      { id: 'r8', touchpointId: 'a', metric: 'emotion', value: -1, at: '2025-03-01' },
      { id: 'r9', metric: 'csat', value: 70, at: '2025-03-01' },
    ],
  });
  const [a, b, c] = map.touchpoints;
  if (!a || !b || !c) throw new Error('three touchpoints');

  it('are the own phase and media, else those of stage and channel', () => {
    expect([effectivePhase(a, map), effectivePhase(b, map)]).toEqual(['purchase', 'advocacy']);
    expect([effectiveMedia(a, map), effectiveMedia(b, map), effectiveMedia(c, map)]).toEqual([
      'paid',
      'earned',
      null,
    ]);
  });

  it('are the newest reading for everybody, by date and then id, else the field', () => {
    expect(effectiveScore(a, 'nps', map)).toBe(30);
    expect(effectiveScore(a, 'responseActualMin', map)).toBe(3);
    expect(effectiveScore(a, 'csat', map)).toBeNull();
    expect(effectiveScore(c, 'emotion', map)).toBe(1);
  });

  it('are a persona’s own emotion before the base’s, and none where they do not go', () => {
    expect(emotionFor(c, 'p1')).toBe(-2);
    expect(emotionFor(c, 'p2')).toBeNull();
    expect(emotionFor(c, 'toString')).toBe(1);
    expect(emotionFor(c, null)).toBe(1);
    expect(emotionFor(a, 'p1', map.readings)).toBe(-1);
    expect(emotionFor(a, null)).toBe(0.5);
    expect([meets(b, 'p1'), meets(b, 'p2'), meets(b, null)]).toEqual([false, true, true]);
  });
});
