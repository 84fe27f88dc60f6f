import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import type { SceneGroup } from '../../src/layout/scene.ts';
import type { JourneyMap, Touchpoint } from '../../src/model/journeyMap.ts';
import { parseMapText } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';

const parsed = parseMapText(JSON.stringify(largeMap(2000)));
if (!parsed.ok) throw new Error('the large map is not valid');
const map = parsed.map;
const options = layoutOptionsFor(map);
const before = layoutMap(map, options);

function edited(id: string, change: Partial<Touchpoint>): JourneyMap {
  return {
    ...map,
    touchpoints: map.touchpoints.map((touchpoint) =>
      touchpoint.id === id ? { ...touchpoint, ...change } : touchpoint,
    ),
  };
}

/** Groups that are not the former objects. */
function redrawn(after: MapLayout): readonly SceneGroup[] {
  const kept = new Set(before.groups);
  return after.groups.filter((group) => !kept.has(group));
}

/** Groups whose items had to be drawn again, not only moved. */
function drawnAgain(after: MapLayout): readonly SceneGroup[] {
  const items = new Set(before.groups.map((group) => group.items));
  return after.groups.filter((group) => !items.has(group.items));
}

describe('one change on a map of 2,000 touchpoints', () => {
  it('of nothing keeps every group, and the lists themselves', () => {
    const after = layoutMap({ ...map }, options, before);
    expect(redrawn(after)).toEqual([]);
    expect(after.groups).toBe(before.groups);
    expect(after.cards).toBe(before.cards);
    expect(after.links).toBe(before.links);
    expect(after.lanes).toBe(before.lanes);
  });

  it('of a title redraws that card and nothing else', () => {
    const after = layoutMap(edited('t777', { title: 'Another name' }), options, before);
    expect(redrawn(after).map(({ id }) => id)).toEqual(['touchpoint.t777']);
    expect(after.links).toBe(before.links);
    expect(after.curves).toBe(before.curves);
    expect(after.cards).toBe(before.cards);
  });

  it('of an emotion redraws that card and the curve', () => {
    const after = layoutMap(edited('t777', { emotion: 1.9 }), options, before);
    const ids = redrawn(after).map(({ id }) => id);
    expect(ids).toContain('touchpoint.t777');
    expect(ids.filter((id) => !id.endsWith('.curve'))).toEqual(['touchpoint.t777']);
    expect(after.links).toBe(before.links);
  });

  it('of a place touches the cards of its lane, the links near them and the curve', () => {
    // Within its gap: a lane that has to grow is another test's.
    const after = layoutMap(edited('t777', { t: 0.82 }), options, before);
    const lane = before.cards.get('t777')?.laneId;
    const groups = redrawn(after);
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.length).toBeLessThan(400);
    const cards = groups.filter(({ role }) => role === 'touchpoint');
    expect(new Set(cards.map(({ recordId }) => after.cards.get(recordId ?? '')?.laneId))).toEqual(
      new Set([lane]),
    );
    expect(
      drawnAgain(after)
        .filter(({ role }) => role === 'touchpoint')
        .map(({ recordId }) => recordId),
    ).toEqual([]);
  });

  it('that makes a lane grow moves the lanes below it without drawing their cards again', () => {
    const first = map.lanes[0];
    const taller = {
      ...map,
      lanes: map.lanes.map((lane) => (lane === first ? { ...lane, height: 1200 } : lane)),
    };
    const after = layoutMap(taller, options, before);
    expect(after.height).toBeGreaterThan(before.height);
    const moved = redrawn(after).filter(({ role }) => role === 'touchpoint');
    expect(moved.length).toBeGreaterThan(1000);
    expect(drawnAgain(after).filter(({ role }) => role === 'touchpoint' || role === 'emotion-curve')).toEqual(
      [],
    );
  });

  it('of another record that cards do not show keeps all of them', () => {
    const renamed = {
      ...map,
      stages: map.stages.map((stage, index) => (index === 3 ? { ...stage, goal: 'Else' } : stage)),
    };
    expect(redrawn(layoutMap(renamed, options, before))).toEqual([]);
  });

  it('of a curve switched off keeps the cards', () => {
    const after = layoutMap(map, { ...options, hiddenCurves: new Set(['base']) }, before);
    expect(redrawn(after).filter(({ role }) => role === 'touchpoint')).toEqual([]);
    expect(after.curves).toEqual([]);
  });
});

describe('many moves one after the other on a large map', () => {
  it('end with the same order, links and curves as a layout from nothing', () => {
    let now = map;
    let after = before;
    for (let step = 0; step < 12; step += 1) {
      const moved = new Set([`t${step * 150}`, `t${step * 150 + 1}`]);
      now = {
        ...now,
        touchpoints: now.touchpoints.map((touchpoint, index) =>
          moved.has(touchpoint.id)
            ? { ...touchpoint, t: ((index * 7 + step) % 20) / 20, row: (touchpoint.row + step) % 3 }
            : touchpoint,
        ),
      };
      after = layoutMap(now, options, after);
    }
    const fresh = layoutMap(now, options);
    expect(after.sequence).toEqual(fresh.sequence);
    expect(after.links).toEqual(fresh.links);
    expect(after.curves).toEqual(fresh.curves);
    expect(after.cards).toEqual(fresh.cards);
  });
});
