import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { boxesMeet } from '../../src/layout/boxIndex.ts';
import type { Point, SceneGroup, SceneItem } from '../../src/layout/scene.ts';
import { stretchLayout } from '../../src/layout/stretch.ts';
import { cardKindOf } from '../../src/layout/sizes.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { runs } from '../support/runs.ts';

describe('a layout stretched for taller lanes', () => {
  it('has lanes, cards, notes, elements and curves where laying out with these heights puts them', () => {
    fc.assert(
      fc.property(
        arbitraryMap(),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
        (journey, more) => {
          const options = layoutOptionsFor(journey);
          const layout = layoutMap(journey, options);
          const heights = new Map(
            layout.lanes.flatMap(({ id, kind, height, collapsed }, index) =>
              cardKindOf(kind) && !collapsed ? [[id, height + (more[index % more.length] ?? 0)]] : [],
            ),
          );
          const lanes = journey.lanes.map((lane) => ({
            ...lane,
            height: heights.get(lane.id) ?? lane.height,
          }));
          const whole = layoutMap({ ...journey, lanes }, options);
          const stretched = stretchLayout(layout, heights, journey.elements);
          for (const part of ['height', 'lanes', 'curves'] as const)
            expect(stretched[part]).toEqual(whole[part]);
          for (const boxes of [whole.cards, whole.cells, whole.elements])
            for (const [id, box] of boxes) expect(stretched.boxOf(id)).toEqual(box);
          for (const id of [...whole.cards.keys(), ...whole.elements.keys()]) {
            const group = layout.groupOf.get(id);
            expect(group && stretched.groupOf(group).origin).toEqual(whole.groupOf.get(id)?.origin);
          }
        },
      ),
      runs(60),
    );
  });

  it('keeps what lies above as the same objects, and the way of a link that does not cross as it was', () => {
    fc.assert(
      fc.property(arbitraryMap(), (journey) => {
        const layout = layoutMap(journey, layoutOptionsFor(journey));
        const lane = layout.lanes.find(({ kind, collapsed }) => cardKindOf(kind) && !collapsed);
        if (!lane) return;
        const edge = lane.y + lane.height - 2;
        const stretched = stretchLayout(layout, new Map([[lane.id, lane.height + 100]]), journey.elements);
        for (const group of layout.groups) {
          const moved = stretched.groupOf(group);
          expect(stretched.groupOf(group)).toBe(moved);
          if (layout.elements.has(group.recordId ?? '')) continue;
          if (group.box.y + group.box.height < edge) expect(moved).toBe(group);
          expect(drawnAbove(moved, stretched.from)).toEqual(drawnAbove(group, stretched.from));
          if (group.box.y >= edge) {
            expect(moved.origin.y).toBe(group.origin.y + 100);
            expect(moved.items).toBe(group.items);
          }
        }
        for (const { id } of layout.links) {
          const group = layout.groupOf.get(id);
          if (!group) throw new Error(`${id} is not drawn`);
          expect(cornersOf(stretched.groupOf(group))).toEqual(
            cornersOf(group).map(({ x, y }) => ({ x, y: y >= edge ? y + 100 : y })),
          );
        }
      }),
      runs(60),
    );
  });

  it('tells which groups meet a place of the taller map', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.nat(2000), fc.nat(2000), (journey, x, y) => {
        const layout = layoutMap(journey, layoutOptionsFor(journey));
        const heights = new Map(layout.lanes.map(({ id, height }) => [id, height + 60]));
        const stretched = stretchLayout(layout, heights, journey.elements);
        const place = { x, y, width: 900, height: 600 };
        for (const group of layout.groups)
          expect(stretched.meets(group, place)).toBe(boxesMeet(stretched.groupOf(group).box, place));
      }),
      runs(60),
    );
  });
});

/** The tops of words, circles and boxes and the ends of lines above a y, in map units. */
function drawnAbove({ origin, items }: SceneGroup, end: number): readonly Point[] {
  const topsOf = (item: SceneItem): readonly Point[] => {
    switch (item.kind) {
      case 'rect':
        return [item];
      case 'circle':
        return [{ x: item.cx, y: item.cy - item.r }];
      case 'path':
        return item.commands.flatMap((command): Point[] => {
          const [x, y] = command.slice(-2);
          return typeof x === 'number' && typeof y === 'number' ? [{ x, y }] : [];
        });
      case 'clip':
        return item.items.flatMap(topsOf);
      case 'text':
        return [{ x: item.x, y: item.y - item.font.size }];
      case 'emoji':
      case 'image':
        return [item];
    }
  };
  return items
    .flatMap(topsOf)
    .map(({ x, y }) => ({ x: x + origin.x, y: y + origin.y }))
    .filter(({ y }) => y < end);
}

/** The corners of a link's line: where its straight runs would meet. */
function cornersOf({ origin, items }: SceneGroup): readonly Point[] {
  return items.flatMap((item) =>
    item.kind === 'path' && !item.fill
      ? item.commands.flatMap(([letter, ...at]): Point[] => {
          const [x, y] = at;
          return letter === 'Q' && x !== undefined && y !== undefined
            ? [{ x: x + origin.x, y: y + origin.y }]
            : [];
        })
      : [],
  );
}
