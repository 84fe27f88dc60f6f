import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
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
          for (const part of ['height', 'lanes', 'extent', 'cards', 'cells', 'elements', 'curves'] as const)
            expect(stretched[part]).toEqual(whole[part]);
          for (const card of whole.cards.values())
            expect(stretched.groupOf.get(card.id)?.origin).toEqual(whole.groupOf.get(card.id)?.origin);
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
        for (const [index, group] of layout.groups.entries()) {
          const moved = stretched.groups[index];
          if (layout.elements.has(group.recordId ?? '')) continue;
          if (group.box.y + group.box.height < edge) expect(moved).toBe(group);
          if (group.box.y >= edge) {
            expect(moved?.origin.y).toBe(group.origin.y + 100);
            expect(moved?.items).toBe(group.items);
          }
        }
        for (const [index, link] of layout.links.entries()) {
          const route = stretched.links[index]?.route;
          expect(route?.map(({ x }) => x)).toEqual(link.route.map(({ x }) => x));
          expect(route?.map(({ y }) => y)).toEqual(link.route.map(({ y }) => (y >= edge ? y + 100 : y)));
        }
      }),
      runs(60),
    );
  });
});
