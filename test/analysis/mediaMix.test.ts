import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaMix } from '../../src/analysis/mediaMix.ts';
import { journeyTouchpoints } from '../../src/model/sequence.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

describe('media mix (A8)', () => {
  const map = buildMap({
    stages: ['s1', 's2'],
    channels: [{ id: 'web', media: 'owned' }],
    touchpoints: [
      { id: 'a', channelId: 'web', reached: 100, cost: 30 },
      { id: 'b', channelId: 'web', media: 'earned', reached: 300 },
      { id: 'c', media: 'paid', cost: 90 },
      { id: 'd', stageId: 's2', media: 'paid' },
      { id: 'unset', stageId: 's2', reached: 50, cost: 5 },
    ],
  });
  const mix = mediaMix(map);

  it('shares by count, reach and cost, with what is unset counted apart', () => {
    expect(mix.byCount.shares).toEqual({ owned: 0.25, paid: 0.5, earned: 0.25, shared: 0 });
    expect(mix.byCount.unset).toBe(1);
    expect(mix.byReached.shares).toEqual({ owned: 0.25, paid: 0, earned: 0.75, shared: 0 });
    expect(mix.byReached.unset).toBe(50);
    expect(mix.byCost).toMatchObject({ shares: { owned: 0.25, paid: 0.75 }, unset: 5 });
  });

  it('measures concentration: a quarter for an even mix, one for a single kind', () => {
    expect(mix.byCount.concentration).toBeCloseTo(0.375, 12);
    expect(mix.stages[1]).toMatchObject({ stageId: 's2', byCount: { concentration: 1, unset: 1 } });
    const even = buildMap({
      touchpoints: [{ media: 'owned' }, { media: 'paid' }, { media: 'earned' }, { media: 'shared' }],
    });
    expect(mediaMix(even).byCount.concentration).toBeCloseTo(0.25, 12);
  });

  it('has no shares where there is nothing to divide by', () => {
    expect(mix.stages[1]?.byReached).toMatchObject({ shares: null, concentration: null, unset: 50 });
  });

  it('adds up: shares to one, stages to the whole', () => {
    fc.assert(
      fc.property(arbitraryMap(), (any) => {
        const { byCount, stages } = mediaMix(any);
        const { owned, paid, earned, shared } = byCount.amounts;
        expect(owned + paid + earned + shared + byCount.unset).toBe(journeyTouchpoints(any).length);
        expect(stages.reduce((sum, stage) => sum + stage.byCount.amounts.owned, 0)).toBe(owned);
        const total = Object.values(byCount.shares ?? { none: 1 }).reduce((sum, share) => sum + share, 0);
        expect(total).toBeCloseTo(1, 9);
        expect(byCount.concentration ?? 0.25).toBeGreaterThanOrEqual(0.25 - 1e-9);
      }),
      runs(200),
    );
  });
});
