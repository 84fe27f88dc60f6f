import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { changedSince, geometryOf } from '../../src/layout/patchLayout.ts';
import type { JourneyMap, Touchpoint } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';

const parsed = parseMap(largeMap(400));
if (!parsed.ok) throw new Error('the large map is not valid');
const map = parsed.map;
const options = layoutOptionsFor(map);

function edited(journey: JourneyMap, id: string, change: Partial<Touchpoint>): JourneyMap {
  const touchpoints = journey.touchpoints.map((one) => (one.id === id ? { ...one, ...change } : one));
  return { ...journey, touchpoints };
}

describe('other words for a touchpoint', () => {
  const before = layoutMap(map, options);

  it('keep all places, ways and curves as they are, and every other group', () => {
    const after = layoutMap(edited(map, 't7', { title: 'Reads it again' }), options, before);
    for (const key of ['cards', 'cells', 'links', 'curves', 'lanes', 'stages', 'sequence'] as const)
      expect(after[key]).toBe(before[key]);
    expect(after.groups.filter((group, index) => group !== before.groups[index])).toEqual([
      after.groupOf.get('t7'),
    ]);
    expect(after.groupOf.get('t7')?.title).toBe('Reads it again');
    expect([...after.groupOf.keys()]).toEqual([...before.groupOf.keys()]);
    expect([...after.groupOf.values()].filter((group) => !before.groups.includes(group))).toHaveLength(1);
  });

  it('are told as what they changed since the layout before, over the same geometry', () => {
    const once = layoutMap(edited(map, 't7', { title: 'Reads it again' }), options, before);
    const twice = layoutMap(edited(map, 't7', { title: 'And again' }), options, once);
    expect(changedSince(twice, once)).toEqual([
      { before: once.groupOf.get('t7'), after: twice.groupOf.get('t7') },
    ]);
    expect(changedSince(twice, before)).toBeNull();
    expect([geometryOf(before), geometryOf(once), geometryOf(twice)]).toEqual([before, before, before]);
    const moved = layoutMap(edited(map, 't8', { emotion: -2 }), options, twice);
    expect(changedSince(moved, twice)).toBeNull();
    expect(geometryOf(moved)).toBe(moved);
  });

  it('leave the former layout as it was', () => {
    layoutMap(edited(map, 't7', { title: 'Reads it again' }), options, before);
    expect(before.groupOf.get('t7')?.title).toBe(map.touchpoints.find(({ id }) => id === 't7')?.title);
    expect(layoutMap({ ...map }, options, before).groups).toBe(before.groups);
  });

  it('are in the list of groups in their places, whoever asks for it and when', () => {
    let journey = map;
    let layout = before;
    const made = [layout];
    for (let index = 0; index < 90; index += 1) {
      journey = edited(journey, `t${index % 7}`, { title: `Title ${index}` });
      layout = layoutMap(journey, options, layout);
      made.push(layout);
    }
    for (const one of [made[90], made[3], { ...before, ...made[89] }, made[64], made[65]])
      expect(one?.groups).toEqual(
        before.groups.map((group) =>
          group.role === 'touchpoint' ? one?.groupOf.get(group.recordId ?? '') : group,
        ),
      );
  });

  it('are still there after a change of another kind, and drawn once', () => {
    const renamed = edited(map, 't7', { title: 'Reads it again', key: true });
    const patched = layoutMap(renamed, options, before);
    const card = patched.groupOf.get('t7');
    const moved = layoutMap(edited(renamed, 't8', { emotion: -2 }), options, patched);
    expect(moved.groupOf.get('t7')).toBe(card);
    expect(card?.items).toBe(card?.items);
  });

  it('are many at last, and the layout is the same as from nothing', () => {
    let journey = map;
    let layout = before;
    for (let index = 0; index < 320; index += 1) {
      journey = edited(journey, `t${index}`, { title: `Title ${index}` });
      layout = layoutMap(journey, options, layout);
    }
    const fresh = layoutMap(journey, options);
    expect(layout.groups.map(({ id, title, items }) => ({ id, title, items }))).toEqual(
      fresh.groups.map(({ id, title, items }) => ({ id, title, items })),
    );
  });
});
