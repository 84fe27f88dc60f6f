import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionCurve } from '../../src/analysis/emotionCurve.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { tidyPlaces } from '../../src/layout/tidy.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { inSequence } from '../../src/model/sequence.ts';
import { buildMap } from '../support/buildMap.ts';
import { overlaps } from '../support/layoutLaws.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

const lanes = [
  { id: 'contact', kind: 'contact' },
  { id: 'action', kind: 'customer-action' },
  { id: 'back', kind: 'backstage' },
] as const;

const crowded = fc
  .record({
    widths: fc.array(fc.integer({ min: 160, max: 1200 }), { minLength: 1, maxLength: 4 }),
    cards: fc.array(
      fc.record({
        stage: fc.nat({ max: 3 }),
        lane: fc.nat({ max: 2 }),
        // Not 1, which is the same point of the curve as 0 of the next stage.
        t: fc.nat({ max: 99 }).map((hundredths) => hundredths / 100),
        row: fc.nat({ max: 4 }),
        emotion: fc.integer({ min: -2, max: 2 }),
        locked: fc.boolean(),
      }),
      { maxLength: 30 },
    ),
    anyLocked: fc.boolean(),
  })
  .map(({ widths, cards, anyLocked }) =>
    buildMap({
      stages: widths.map((width, index) => ({ id: `s${index}`, width })),
      lanes: [...lanes],
      touchpoints: cards.map(({ stage, lane, locked, ...card }, index) => ({
        ...card,
        id: `t${index}`,
        stageId: `s${stage % widths.length}`,
        laneId: lanes[lane]?.id ?? 'contact',
        locked: anyLocked && locked,
      })),
    }),
  );
const someLanes = fc.constantFrom(null, new Set(['contact']), new Set(['action', 'back']));

function tidied(map: JourneyMap, laneIds: ReadonlySet<string> | null): JourneyMap {
  const places = tidyPlaces(map, laneIds);
  return {
    ...map,
    touchpoints: map.touchpoints.map((touchpoint) => ({ ...touchpoint, ...places.get(touchpoint.id) })),
  };
}

const layoutOf = (map: JourneyMap) => layoutMap(map, layoutOptionsFor(map));
const orderOf = (map: JourneyMap): string[] => inSequence(map).map(({ id }) => id);

describe('tidying', () => {
  it('leaves no card on another: each lies in the row it is stored in', () => {
    fc.assert(
      fc.property(crowded, someLanes, (map, laneIds) => {
        const after = tidied(map, laneIds);
        const layout = layoutOf(after);
        expect(overlaps(layout)).toEqual([]);
        for (const { id, laneId, row, locked } of after.touchpoints) {
          if (locked || after.touchpoints.some((other) => other.locked) || laneIds?.has(laneId) === false)
            continue;
          expect(layout.cards.get(id)?.drawnRow, id).toBe(row);
        }
      }),
      runs(60),
    );
  });

  it('keeps the order of the journey, and what is at one time stays at one time', () => {
    fc.assert(
      fc.property(crowded, someLanes, (map, laneIds) => {
        const after = tidied(map, laneIds);
        expect(orderOf(after)).toEqual(orderOf(map));
        const timeOf = new Map(after.touchpoints.map(({ id, t }) => [id, t]));
        for (const a of map.touchpoints)
          for (const b of map.touchpoints)
            if (a.stageId === b.stageId && a.t === b.t) expect(timeOf.get(a.id)).toBe(timeOf.get(b.id));
      }),
      runs(60),
    );
  });

  it('leaves the emotion curve its points, and every value in its place among them', () => {
    fc.assert(
      fc.property(crowded, someLanes, (map, laneIds) => {
        const valuesOf = (one: JourneyMap) => emotionCurve(one, null).points.map(({ y }) => y);
        expect(valuesOf(tidied(map, laneIds))).toEqual(valuesOf(map));
      }),
      runs(60),
    );
  });

  it('done twice changes nothing', () => {
    fc.assert(
      fc.property(crowded, someLanes, (map, laneIds) => {
        const once = tidied(map, laneIds);
        expect([...tidyPlaces(once, laneIds)]).toEqual([]);
      }),
      runs(60),
    );
  });

  it('moves nothing that is locked or lies in other lanes, and nothing over the edge of its stage or lane', () => {
    fc.assert(
      fc.property(crowded, someLanes, (map, laneIds) => {
        const before = new Map(map.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
        for (const [id, place] of tidyPlaces(map, laneIds)) {
          const own = before.get(id);
          expect(own?.locked).toBe(false);
          expect(laneIds?.has(place.laneId) ?? true).toBe(true);
          expect([place.stageId, place.laneId]).toEqual([own?.stageId, own?.laneId]);
        }
      }),
      runs(60),
    );
  });

  it('brings what stands nearly below each other exactly below each other, when the whole map is tidied', () => {
    const map = buildMap({
      stages: [{ id: 's1', width: 800 }],
      lanes: [...lanes],
      touchpoints: [
        { id: 'a', laneId: 'contact', t: 0.2 },
        { id: 'b', laneId: 'back', t: 0.23 },
        { id: 'c', laneId: 'contact', t: 0.7, row: 3 },
        { id: 'd', laneId: 'back', t: 0.72 },
      ],
    });
    const after = tidied(map, null);
    const placeOf = (id: string) => after.touchpoints.find((touchpoint) => touchpoint.id === id);
    expect(placeOf('a')?.t).toBe(placeOf('b')?.t);
    expect(placeOf('c')?.t).toBe(placeOf('d')?.t);
    expect(placeOf('c')?.row).toBe(0);
  });

  it('keeps the order and the rows of every template', () => {
    for (const { name, map } of templates) {
      const after = tidied(map, null);
      expect(orderOf(after), name).toEqual(orderOf(map));
      expect([...tidyPlaces(after, null)], name).toEqual([]);
      expect(overlaps(layoutOf(after)), name).toEqual([]);
    }
  });
});
