import { describe, expect, it } from 'vitest';
import { skippedBy } from '../../src/analysis/skippedBy.ts';
import { buildMap } from '../support/buildMap.ts';

const felt = { emotion: null, importance: null, performance: null, feeling: '' };
const map = buildMap({
  personas: [
    { id: 'p1', name: 'Ana' },
    { id: 'p2', name: 'Ben' },
  ],
  touchpoints: [
    { id: 't1', title: 'Everybody' },
    { id: 't2', title: 'Ben alone', personaIds: ['p2'] },
    { id: 't3', title: 'Ana goes by', byPersona: { p1: { ...felt, skipped: true } } },
  ],
  links: [
    { id: 'k1', from: 't1', to: 't2' },
    { id: 'k2', from: 't1', to: 't1' },
  ],
  moments: [{ id: 'm2', touchpointId: 't2', kind: 'first' }],
  readings: [{ id: 'r3', touchpointId: 't3', metric: 'csat', value: 80, at: '2025-01-01' }],
  insights: [
    { id: 'n1', text: 'of Ben', personaIds: ['p2'] },
    { id: 'n2', text: 'where Ana is not', touchpointIds: ['t2', 't3'] },
    { id: 'n3', text: 'where both are', touchpointIds: ['t1', 't2'] },
  ],
});

describe('what a persona’s journey leaves out', () => {
  it('is what they do not meet, notes of others, and what hangs on it: links, moments, readings', () => {
    expect([...skippedBy(map, 'p1')]).toEqual(['t2', 't3', 'n1', 'n2', 'k1', 'm2', 'r3']);
    expect([...skippedBy(map, 'p2')]).toEqual([]);
  });

  it('is nothing for a persona that is gone', () => {
    expect(skippedBy(map, 'gone').size).toBe(0);
  });
});
