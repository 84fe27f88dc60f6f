import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emotionCurve } from '../../../src/analysis/emotionCurve.ts';
import { comparedWidth, layoutProfile, profileMeasures } from '../../../src/panels/phone/profile.ts';
import { stageRoute } from '../../../src/panels/phone/stageRoute.ts';
import { buildMap } from '../../support/buildMap.ts';
import { templates } from '../../support/templates.ts';

const none = new Set<string>();

describe('the profile of the whole journey', () => {
  test.each(templates)('$name: as many points as the computed curve, with the same emotions', ({ map }) => {
    const { curves } = layoutProfile(map, 390, 156, none);
    expect(curves).toHaveLength(1 + map.personas.length);
    for (const { personaId, points } of curves) {
      const computed = emotionCurve(map, personaId);
      // Stages of other widths put points elsewhere, but in the same order and of the same height.
      expect(points.map(({ emotion }) => emotion)).toEqual(computed.points.map(({ y }) => y));
    }
  });

  test.each(templates)('$name: every point lies in its stage and between the faces', ({ map }) => {
    const { curves, stages, top, bottom } = layoutProfile(map, 320, 116, none);
    for (const { points } of curves) {
      for (const { x, y, firstStage, lastStage } of points) {
        expect(x).toBeGreaterThanOrEqual(stages[firstStage]?.x ?? Infinity);
        expect(x).toBeLessThanOrEqual((stages[lastStage]?.x ?? 0) + (stages[lastStage]?.width ?? 0));
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y).toBeLessThanOrEqual(bottom);
      }
    }
  });

  test('[U20] stages are never too narrow for a finger, side by side and without gaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 160, max: 2400 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 320, max: 640 }),
        (widths, available) => {
          const map = buildMap({ stages: widths.map((width) => ({ width })) });
          const { stages, width } = layoutProfile(map, available, 156, none);
          let x: number = profileMeasures.left;
          for (const stage of stages) {
            expect(stage.x).toBeCloseTo(x, 6);
            expect(stage.width).toBeGreaterThanOrEqual(profileMeasures.leastStage);
            x += stage.width;
          }
          expect(width).toBeCloseTo(Math.max(available, x + profileMeasures.right), 6);
        },
      ),
    );
  });

  test('few compared curves keep to the screen; of four and more each has room from point to point, as many as are shown', () => {
    const personas = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'];
    const touchpoints = Array.from({ length: 20 }, () => ({ emotion: 1 }));
    const map = buildMap({ personas, touchpoints });
    const shown = (count: number) => comparedWidth(map, 390, new Set(['base', ...personas].slice(count)));
    expect([1, 2, 3].map(shown)).toEqual([390, 390, 390]);
    const room = (count: number) =>
      (shown(count) - profileMeasures.left - profileMeasures.right) / touchpoints.length;
    expect(room(4)).toBeGreaterThanOrEqual(20);
    expect(room(9)).toBeGreaterThanOrEqual(40);
  });

  test('curves that are switched off are not there', () => {
    const map = buildMap({ personas: ['p1', 'p2'], touchpoints: [{ emotion: 1 }] });
    expect(
      layoutProfile(map, 390, 156, new Set(['base', 'p1'])).curves.map(({ personaId }) => personaId),
    ).toEqual(['p2']);
  });

  test('a pin stands on the curve of everyone, and on the datum where there is none', () => {
    const touchpoints = [
      { id: 't1', emotion: 1, t: 0.2 },
      { id: 't2', t: 0.8 },
    ];
    const moments = [
      { id: 'o1', touchpointId: 't1', kind: 'zero' as const },
      { id: 'o2', touchpointId: 't2', kind: 'first' as const },
    ];
    const { pins, curves, datum } = layoutProfile(buildMap({ touchpoints, moments }), 390, 156, none);
    expect(pins[0]?.y).toBe(curves[0]?.points[0]?.y);
    expect(pins[1]?.y).toBe(datum);
  });

  test('an empty map has a profile without stages and curves', () => {
    const { stages, curves, highest } = layoutProfile(buildMap({ stages: [], lanes: [] }), 390, 156, none);
    expect(stages).toEqual([]);
    expect(curves[0]?.points).toEqual([]);
    expect(highest).toBeNull();
  });
});

describe('the route through a stage', () => {
  test('journey touchpoints in sequence, with the link onward; what lies behind by lane', () => {
    const map = buildMap({
      stages: ['s1', 's2'],
      lanes: [
        { id: 'l1', kind: 'contact' },
        { id: 'l2', kind: 'backstage' },
      ],
      touchpoints: [
        { id: 'late', stageId: 's1', laneId: 'l1', t: 0.9 },
        { id: 'early', stageId: 's1', laneId: 'l1', t: 0.1 },
        { id: 'behind', stageId: 's1', laneId: 'l2', t: 0.1 },
        { id: 'elsewhere', stageId: 's2', laneId: 'l1', t: 0.1 },
      ],
      links: [
        { id: 'k1', from: 'early', to: 'late' },
        { id: 'k2', from: 'late', to: 'elsewhere' },
      ],
    });
    const { stops, behind } = stageRoute(map, 's1');
    expect(stops.map(({ touchpoint, onward }) => [touchpoint.id, onward?.id ?? null])).toEqual([
      ['early', 'k1'],
      ['late', null],
    ]);
    expect(behind.map(({ lane, touchpoints }) => [lane.id, touchpoints.map(({ id }) => id)])).toEqual([
      ['l2', ['behind']],
    ]);
  });
});
