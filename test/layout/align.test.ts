import { describe, expect, it } from 'vitest';
import { alignedCards, type Alignment } from '../../src/layout/align.ts';
import { inSequence } from '../../src/model/sequence.ts';
import { buildMap } from '../support/buildMap.ts';

const map = buildMap({
  stages: ['s1', 's2'],
  lanes: [
    { id: 'l1', kind: 'contact' },
    { id: 'l2', kind: 'contact' },
  ],
  touchpoints: [
    { id: 'a', t: 0.1, row: 0 },
    { id: 'b', t: 0.2, row: 3 },
    { id: 'c', t: 0.9, row: 1, laneId: 'l2' },
    { id: 'd', t: 0.6, row: 2, stageId: 's2' },
    { id: 'e', t: 0.3, row: 2, locked: true },
  ],
});
const all = new Set(map.touchpoints.map(({ id }) => id));
const places = (alignment: Alignment) => alignedCards(map, all, alignment).places;
const times = (alignment: Alignment) =>
  Object.fromEntries([...places(alignment)].map(([id, { t, row }]) => [id, [t, row]]));

describe('aligning cards', () => {
  it('goes along time inside each stage: nothing changes its stage or its lane, and locked cards stay', () => {
    expect(times('left')).toEqual({ b: [0.1, 3], c: [0.1, 1] });
    expect(times('right')).toEqual({ a: [0.9, 0], b: [0.9, 3] });
    expect(times('centre')).toEqual({ a: [0.5, 0], b: [0.5, 3], c: [0.5, 1] });
    expect(times('across')).toEqual({ b: [0.5, 3] });
    for (const [id, place] of places('left')) {
      const own = map.touchpoints.find((touchpoint) => touchpoint.id === id);
      expect([place.stageId, place.laneId]).toEqual([own?.stageId, own?.laneId]);
    }
  });

  it('keeps the order of the journey among cards of one lane that come to one time', () => {
    const map = buildMap({
      stages: ['s1'],
      lanes: [{ id: 'l1', kind: 'contact' }],
      // Ids that fall, so that no order comes of them.
      touchpoints: ['z', 'y', 'x', 'w'].map((id, index) => ({ id, t: index / 10, row: index === 3 ? 1 : 0 })),
    });
    const chosen = new Set(map.touchpoints.map(({ id }) => id));
    for (const alignment of ['left', 'centre', 'right'] as const) {
      const moved = alignedCards(map, chosen, alignment).places;
      const touchpoints = map.touchpoints.map((one) => ({ ...one, ...moved.get(one.id) }));
      expect(inSequence({ ...map, touchpoints }).map(({ id }) => id)).toEqual(['z', 'y', 'x', 'w']);
      expect([...alignedCards({ ...map, touchpoints }, chosen, alignment).places]).toEqual([]);
    }
  });

  it('done twice changes nothing', () => {
    for (const alignment of ['left', 'centre', 'right', 'across'] as const) {
      const moved = places(alignment);
      const touchpoints = map.touchpoints.map((one) => ({ ...one, ...moved.get(one.id) }));
      expect([...alignedCards({ ...map, touchpoints }, all, alignment).places], alignment).toEqual([]);
    }
  });
});
