import { describe, expect, it } from 'vitest';
import { alignedPlaces } from '../../src/layout/align.ts';
import { buildMap } from '../support/buildMap.ts';

const { touchpoints } = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', 'l2'],
  touchpoints: [
    { id: 'a', t: 0.1, row: 0 },
    { id: 'b', t: 0.2, row: 3 },
    { id: 'c', t: 0.9, row: 1, laneId: 'l2' },
    { id: 'd', t: 0.6, row: 2, stageId: 's2' },
    { id: 'e', t: 0.3, row: 2, locked: true },
  ],
});
const times = (alignment: Parameters<typeof alignedPlaces>[1]) =>
  Object.fromEntries([...alignedPlaces(touchpoints, alignment)].map(([id, { t, row }]) => [id, [t, row]]));

describe('aligning cards', () => {
  it('goes along time inside each stage: nothing changes its stage or its lane, and locked cards stay', () => {
    expect(times('left')).toEqual({ b: [0.1, 3], c: [0.1, 1] });
    expect(times('right')).toEqual({ a: [0.9, 0], b: [0.9, 3] });
    expect(times('centre')).toEqual({ a: [0.5, 0], b: [0.5, 3], c: [0.5, 1] });
    expect(times('across')).toEqual({ b: [0.5, 3] });
    for (const [id, place] of alignedPlaces(touchpoints, 'left')) {
      const own = touchpoints.find((touchpoint) => touchpoint.id === id);
      expect([place.stageId, place.laneId]).toEqual([own?.stageId, own?.laneId]);
    }
  });

  it('goes along the rows inside each lane', () => {
    expect(times('top')).toEqual({ b: [0.2, 0], d: [0.6, 0] });
    expect(times('bottom')).toEqual({ a: [0.1, 3], d: [0.6, 3] });
    expect(times('middle')).toEqual({ a: [0.1, 2], b: [0.2, 2] });
    expect(times('down')).toEqual({ b: [0.2, 4] });
  });

  it('done twice changes nothing', () => {
    for (const alignment of [
      'left',
      'centre',
      'right',
      'top',
      'middle',
      'bottom',
      'across',
      'down',
    ] as const) {
      const places = alignedPlaces(touchpoints, alignment);
      const after = touchpoints.map((touchpoint) => ({ ...touchpoint, ...places.get(touchpoint.id) }));
      expect([...alignedPlaces(after, alignment)], alignment).toEqual([]);
    }
  });
});
