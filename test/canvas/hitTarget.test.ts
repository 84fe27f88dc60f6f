// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { cardAt, cardsIn } from '../../src/canvas/cardIndex.ts';
import { hitAt } from '../../src/canvas/hitTarget.ts';
import { linkAt } from '../../src/canvas/linkAt.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { largeMap } from '../support/largeMap.ts';

const parsed = parseMap(largeMap(300));
if (!parsed.ok) throw new Error('the large map is not valid');
const layout = layoutMap(parsed.map, layoutOptionsFor(parsed.map));
const inside = { x: 3, y: 3 };

describe('hitting what is drawn but not mounted', () => {
  it('finds every card by each of its corners, and none between them', () => {
    for (const box of layout.cards.values()) {
      expect(cardAt(layout, { x: box.x + inside.x, y: box.y + inside.y })).toBe(box.id);
      expect(cardAt(layout, { x: box.x + box.width - 3, y: box.y + box.height - 3 })).toBe(box.id);
      expect(cardAt(layout, { x: box.x + inside.x, y: box.y - 3 })).not.toBe(box.id);
    }
    expect(cardAt(layout, { x: -5000, y: -5000 })).toBeNull();
  });

  it('finds in a frame the cards that a look at all of them finds', () => {
    for (const frame of [
      { x: 300, y: 200, width: 2000, height: 700 },
      { x: -100, y: -100, width: 50, height: 50 },
      { x: 0, y: 0, width: layout.width, height: layout.height },
    ]) {
      const all = [...layout.cards.values()].filter(
        (box) =>
          box.x < frame.x + frame.width &&
          frame.x < box.x + box.width &&
          box.y < frame.y + frame.height &&
          frame.y < box.y + box.height,
      );
      expect(cardsIn(layout, frame).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }
  });

  it('finds a link along its whole way, as near as asked, and none where none passes', () => {
    const routed = layout.links.filter(({ route }) => route.length > 1);
    expect(routed.length).toBeGreaterThan(100);
    for (const { route } of routed) {
      const [a, b] = route;
      if (!a || !b) continue;
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      expect(linkAt(layout, middle, 0.5)).not.toBeNull();
    }
    expect(linkAt(layout, { x: -900, y: -900 }, 7)).toBeNull();
  });

  it('takes a card before a link, and nothing where links are not drawn', () => {
    const [box] = layout.cards.values();
    const link = layout.links.find(({ route }) => route.length > 2);
    const at = link?.route[1];
    if (!box || !at) throw new Error('no card or link');
    expect(hitAt(null, { x: box.x + 5, y: box.y + 5 }, layout, 7)).toMatchObject({
      kind: 'card',
      id: box.id,
    });
    expect(hitAt(null, at, layout, 7).kind).toBe('link');
    expect(hitAt(null, at, layout, 0).kind).toBe('pane');
  });
});
