import { describe, expect, it } from 'vitest';
import { boxesMeet } from '../../src/layout/boxIndex.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';
import { templates } from '../support/templates.ts';

const parsed = parseMap(largeMap(400));
if (!parsed.ok) throw new Error('the large map is not valid');
const { map } = parsed;
const options = layoutOptionsFor(map);
const place = { x: 0, y: 0, width: 1600, height: 900 };
const whole = layoutMap(map, options);

describe('a layout in which only links near a place get their ways', () => {
  const first = layoutMap(map, { ...options, linksNear: place });

  it('has every link that is seen there, few others, and all else of the map', () => {
    const here = new Set(first.links.map(({ id }) => id));
    const seen = whole.links.filter(({ box }) => boxesMeet(box, place));
    expect(seen.filter(({ id }) => !here.has(id))).toEqual([]);
    expect(here.size).toBeLessThan(whole.links.length / 2);
    expect(first.cards).toEqual(whole.cards);
    expect([first.width, first.height]).toEqual([whole.width, whole.height]);
  });

  it('goes on to the layout that the map would have had at once, and moves no card for it', () => {
    const next = layoutMap(map, options, first);
    expect(next.links).toEqual(whole.links);
    expect(next.groups.map(({ id }) => id)).toEqual(whole.groups.map(({ id }) => id));
    expect(next.cards).toBe(first.cards);
  });
});

it.each(templates.map(({ name, map: template }) => ({ name, template })))(
  'links of $name that a first picture shows stay where they are when the others come',
  ({ template }) => {
    const window = { x: 0, y: 0, width: 1700, height: 900 };
    const around = { x: -400, y: -400, width: 2500, height: 1700 };
    const wanted = layoutOptionsFor(template);
    const first = layoutMap(template, { ...wanted, linksNear: around });
    const later = new Map(
      layoutMap(template, wanted, first).links.map((link) => [link.id, link.route] as const),
    );
    const seen = first.links.filter(({ box }) => boxesMeet(box, window));
    expect(seen.filter(({ id, route }) => route !== later.get(id))).toEqual([]);
  },
);
