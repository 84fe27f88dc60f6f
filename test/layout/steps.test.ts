import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap, layoutSteps } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import { linksInStep, type Steps } from '../../src/layout/steps.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';

function large(touchpoints: number): JourneyMap {
  const parsed = parseMap(largeMap(touchpoints));
  if (!parsed.ok) throw new Error('the large map is not valid');
  return parsed.map;
}

const map = large(300);
const options = layoutOptionsFor(map);
/** The same with a third of its cards and their links. */
const few: JourneyMap = {
  ...map,
  touchpoints: map.touchpoints.slice(0, 100),
  links: map.links.slice(0, 99),
};

/** Drives the steps to their end, doing something else after so many of them. */
function drive(steps: Steps<MapLayout>, at = 0, meanwhile: () => void = () => undefined) {
  for (let count = 1; ; count += 1) {
    const { done, value } = steps.next();
    if (done) return { layout: value, count };
    if (count === at) meanwhile();
  }
}

/** What is drawn and where, as plain data. */
function told(layout: MapLayout) {
  const groups = layout.groups.map(({ id, origin, items }) => ({ id, origin, items }));
  return { ...layout, groups, groupOf: null };
}

describe('laying out step by step', () => {
  const whole = told(layoutMap(map, options));

  it('gives what laying out at once gives', () => {
    expect(told(drive(layoutSteps(map, options)).layout)).toEqual(whole);
    const before = layoutMap(few, options);
    expect(told(drive(layoutSteps(map, options, before)).layout)).toEqual(whole);
  });

  it('gives it also when the map is laid out otherwise between any two steps, and that layout is right, too', () => {
    const { count } = drive(layoutSteps(map, options, layoutMap(few, options)));
    const without = { ...options, hiddenLanes: new Set([map.lanes[1]?.id ?? '']) };
    const other = told(layoutMap(few, without));
    for (let at = 1; at < count; at += 3) {
      const before = layoutMap(few, options);
      let between: MapLayout | null = null;
      const { layout } = drive(layoutSteps(map, options, before), at, () => {
        between = layoutMap(few, without, before);
      });
      expect(told(layout), `after step ${at}`).toEqual(whole);
      expect(between && told(between), `after step ${at}`).toEqual(other);
    }
  });

  it('gives way after every few links: in planning, in choosing and in placing (U43)', () => {
    const grown = large(900);
    const { count } = drive(layoutSteps(grown, layoutOptionsFor(grown)));
    expect(count).toBeGreaterThan((3 * grown.links.length) / linksInStep);
  });
});
