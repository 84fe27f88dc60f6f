import { expect, it } from 'vitest';
import { meanEmotions } from '../../src/analysis/meanEmotions.ts';
import { buildMap } from '../support/buildMap.ts';

it('is the mean of the rated journey touchpoints of each stage, newest readings first', () => {
  const map = buildMap({
    stages: ['s1', 's2', 's3'],
    lanes: ['l1', { id: 'back', kind: 'backstage' }],
    touchpoints: [
      { id: 'a', emotion: 2 },
      { id: 'b', emotion: -1 },
      { id: 'c' },
      { id: 'd', emotion: -2, laneId: 'back' },
      { id: 'e', emotion: 1, stageId: 's3' },
      { id: 'f', emotion: -2, stageId: 's3', status: 'idea' },
    ],
    readings: [{ id: 'r', touchpointId: 'b', metric: 'emotion', value: 0 }],
  });
  expect([...meanEmotions(map)]).toEqual([
    [0, 1],
    [2, 1],
  ]);
});
