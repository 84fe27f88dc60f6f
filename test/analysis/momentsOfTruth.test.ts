import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOfTruth } from '../../src/analysis/momentsOfTruth.ts';
import { journeyTouchpoints } from '../../src/model/sequence.ts';
import { arbitraryMap, buildMap, loadTemplate } from '../support/arbitraryMap.ts';

describe('moments of truth (A10)', () => {
  const map = buildMap({
    stages: [{ id: 's1', phase: 'prepurchase' }, { id: 's2', phase: 'purchase' }, { id: 's3' }],
    lanes: [{ id: 'l1' }, { id: 'back', kind: 'backstage' }],
    touchpoints: [
      { id: 'd', stageId: 's3', owner: ' ' },
      { id: 'c', stageId: 's2', laneId: 'back', owner: 'Eva' },
      { id: 'b', stageId: 's2', owner: 'Eva', importance: 5, performance: 3 },
      { id: 'a', stageId: 's1', owner: 'Eva', emotion: -0.1, performance: 2 },
    ],
    moments: [
      { id: 'o1', touchpointId: 'd', kind: 'second' },
      { id: 'o2', touchpointId: 'c', kind: 'first' },
      { id: 'o3', touchpointId: 'b', kind: 'third' },
      { id: 'o4', touchpointId: 'b', kind: 'zero' },
      { id: 'o5', touchpointId: 'a', kind: 'zero' },
      { id: 'o6', touchpointId: 'a', kind: 'other' },
    ],
  });
  const result = momentsOfTruth(map);

  it('counts zero, first and second on journey touchpoints; the third is only shown', () => {
    expect(result.present).toEqual({ zero: true, first: false, second: true, third: true });
    expect(result.coverage).toBeCloseTo(2 / 3, 12);
  });

  it('lists moments in sequence, then by kind, with where they belong', () => {
    expect(result.moments.map(({ id, fit, onJourney }) => [id, fit, onJourney])).toEqual([
      ['o5', 'fits', true],
      ['o6', 'fits', true],
      ['o4', 'misplaced', true],
      ['o3', 'misplaced', true],
      ['o2', 'fits', false],
      // The stage says no phase: not assessed is not wrong.
      ['o1', 'unknown', true],
    ]);
  });

  it('marks risks and missing owners; what is not assessed is no risk', () => {
    const byId = new Map(result.moments.map((moment) => [moment.id, moment]));
    expect(byId.get('o5')).toMatchObject({ risks: ['negative-emotion', 'low-performance'], unowned: false });
    expect(byId.get('o4')).toMatchObject({ risks: ['performance-gap'], unowned: false });
    expect(byId.get('o1')).toMatchObject({ risks: [], unowned: true });
  });

  it('covers nothing in a map without moments', () => {
    expect(momentsOfTruth(buildMap())).toMatchObject({ coverage: 0, moments: [] });
  });

  it('finds all three in a template made with them', () => {
    expect(momentsOfTruth(loadTemplate('airline-tiers.en')).coverage).toBe(1);
  });

  it('agrees with asking each moment by hand', () => {
    const phases = { zero: ['influence', 'prepurchase'], first: ['purchase'], second: ['postpurchase'] };
    fc.assert(
      fc.property(arbitraryMap(), (any) => {
        // Without readings the fields count.
        const map = { ...any, readings: [] };
        const onJourney = new Set(journeyTouchpoints(map).map(({ id }) => id));
        const { present, coverage, moments } = momentsOfTruth(map);
        let counted = 0;
        for (const kind of ['zero', 'first', 'second'] as const) {
          const is = map.moments.some((one) => one.kind === kind && onJourney.has(one.touchpointId));
          expect(present[kind]).toBe(is);
          counted += is ? 1 : 0;
        }
        expect(coverage).toBeCloseTo(counted / 3, 9);
        const held = map.moments.filter((one) => map.touchpoints.some(({ id }) => id === one.touchpointId));
        expect(moments.map(({ id }) => id).toSorted()).toEqual(held.map(({ id }) => id).toSorted());
        for (const moment of moments) {
          const touchpoint = map.touchpoints.find(({ id }) => id === moment.touchpointId);
          if (!touchpoint) throw new Error('a moment of nothing');
          const stage = map.stages.find(({ id }) => id === touchpoint.stageId);
          const phase = touchpoint.phase ?? stage?.phase ?? null;
          const wanted =
            moment.kind === 'third' ? ['advocacy'] : moment.kind === 'other' ? null : phases[moment.kind];
          const fits = wanted === null || (phase !== null && wanted.includes(phase));
          expect(moment.fit).toBe(fits ? 'fits' : phase === null ? 'unknown' : 'misplaced');
          expect(moment.unowned).toBe(touchpoint.owner.trim() === '');
          const { emotion: e, importance: i, performance: p } = touchpoint;
          const isAtRisk =
            (e !== null && e < 0) || (p !== null && p <= 2) || (i !== null && p !== null && i - p >= 2);
          expect(moment.risks.length > 0).toBe(isAtRisk && onJourney.has(touchpoint.id));
        }
      }),
    );
  });
});
