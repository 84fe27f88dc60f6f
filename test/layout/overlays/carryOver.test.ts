import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMap } from '../../../src/analysis/checks/checkMap.ts';
import { layoutOptionsFor } from '../../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../../src/layout/mapLayout.ts';
import type { Overlay } from '../../../src/layout/overlay.ts';
import { makeOverlay } from '../../../src/layout/overlays/makeOverlay.ts';
import { makeMarks } from '../../../src/layout/overlays/marks.ts';
import { changedSince, geometryOf } from '../../../src/layout/patchLayout.ts';
import type { JourneyMap, Touchpoint } from '../../../src/model/journeyMap.ts';
import { overlayKinds } from '../../../src/model/overlayKinds.ts';
import { parseMapText } from '../../../src/model/parseMap.ts';
import { largeMap } from '../../support/largeMap.ts';

const parsed = parseMapText(JSON.stringify(largeMap(24)));
if (!parsed.ok) throw new Error('the large map is not valid');
// Some have something to be marked, most have nothing.
const map: JourneyMap = {
  ...parsed.map,
  touchpoints: parsed.map.touchpoints.map((one, index) =>
    index % 4 === 0 ? { ...one, emotion: null } : one,
  ),
};
const findings = checkMap(map, '2026-03-01');

function edited(journey: JourneyMap, id: string, change: Partial<Touchpoint>): JourneyMap {
  const touchpoints = journey.touchpoints.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...journey, touchpoints };
}

function draw(journey: JourneyMap, overlays: readonly Overlay[], previous?: MapLayout): MapLayout {
  return layoutMap(journey, { ...layoutOptionsFor(journey), overlays }, previous);
}

const pictureOf = ({ groups }: MapLayout): unknown =>
  groups.map((group) => ({
    id: group.id,
    origin: group.origin,
    box: group.box,
    near: group.items,
    far: group.itemsAt?.('titles'),
  }));

describe('other words on a map with marks and an overlay', () => {
  it('draw that card alone anew, marked or not, over the same geometry', () => {
    const overlays = [makeOverlay('pain', map), makeMarks(findings, map)];
    const before = draw(map, overlays);
    for (const id of ['t1', 't2']) {
      const after = draw(edited(map, id, { title: 'Another name' }), overlays, before);
      const again = draw(edited(map, id, { title: 'And another' }), overlays, after);
      expect(changedSince(again, after)).toEqual([
        { before: after.groupOf.get(id), after: again.groupOf.get(id) },
      ]);
      expect(geometryOf(again)).toBe(geometryOf(after));
      expect(again.groups.filter((group, index) => group !== after.groups[index])).toEqual([
        again.groupOf.get(id),
      ]);
      expect(again.groupOf.get(id)?.title).toBe('And another');
    }
  });

  it('are the same layout where nothing changed', () => {
    const overlays = [makeOverlay('pain', map), makeMarks(findings, map)];
    const before = draw(map, overlays);
    expect(draw({ ...map }, overlays, before)).toBe(before);
  });

  it('leave the picture that a map laid out at once has, whatever else is edited in between', () => {
    const step = fc.record({
      id: fc.integer({ min: 1, max: 24 }).map((number) => `t${number}`),
      change: fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({ title: fc.string({ maxLength: 12 }), owner: fc.constantFrom('', 'Ana') }),
        },
        { weight: 1, arbitrary: fc.record({ emotion: fc.constantFrom(-2, 1, null) }) },
      ),
    });
    fc.assert(
      fc.property(fc.constantFrom(...overlayKinds), fc.array(step, { maxLength: 4 }), (kind, steps) => {
        const fresh = () => [makeOverlay(kind, map), makeMarks(findings, map)];
        const kept = fresh();
        let journey = map;
        let layout = draw(journey, kept);
        for (const { id, change } of steps) {
          journey = edited(journey, id, change);
          layout = draw(journey, kept, layout);
          const whole = draw(journey, fresh());
          expect(pictureOf(layout)).toEqual(pictureOf(whole));
          for (const group of layout.groups)
            if (group.recordId !== undefined && group.role === 'touchpoint')
              expect(layout.groupOf.get(group.recordId)).toBe(group);
        }
      }),
    );
  });
});
