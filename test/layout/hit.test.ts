import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { cellAt, landing, placeAt } from '../../src/layout/hit.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Place } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';
import { templates } from '../support/templates.ts';

const map = buildMap({
  stages: [
    { id: 's1', width: 400 },
    { id: 's2', width: 600 },
  ],
  lanes: [
    { id: 'l1', height: 160 },
    { id: 'e', kind: 'emotion' },
    { id: 'l2', kind: 'backstage' },
  ],
  touchpoints: [
    { id: 't1', stageId: 's1', t: 0.5 },
    { id: 't2', stageId: 's2', t: 0.5 },
    { id: 'd1', laneId: 'l2', stageId: 's2' },
  ],
});
const layout = layoutMap(map, layoutOptionsFor(map));

describe('placeAt', () => {
  it('gives stage, lane, t to two decimals and row', () => {
    expect(placeAt(layout, map, { x: 400 + 601 / 3, y: 80 })).toEqual({
      stageId: 's2',
      laneId: 'l1',
      t: 0.33,
      row: 0,
    });
  });

  it('counts rows by where the middle of the card is', () => {
    const tall = {
      ...map,
      lanes: map.lanes.map((lane) => (lane.id === 'l1' ? { ...lane, height: 700 } : lane)),
    };
    const laid = layoutMap(tall, layoutOptionsFor(tall));
    const rows = [10, 72, 138, 140, 206, 400].map((y) => placeAt(laid, tall, { x: 10, y })?.row);
    expect(rows).toEqual([0, 0, 0, 1, 1, 2]);
  });

  it('is null over lanes that hold no touchpoints, above and below', () => {
    expect(placeAt(layout, map, { x: 10, y: 200 })).toBe(null);
    expect(placeAt(layout, map, { x: 10, y: -1 })).toBe(null);
    expect(placeAt(layout, map, { x: 10, y: 5000 })).toBe(null);
  });

  it('clamps beside the grid', () => {
    expect(placeAt(layout, map, { x: -50, y: 80 })).toMatchObject({ stageId: 's1', t: 0 });
    expect(placeAt(layout, map, { x: 5000, y: 80 })).toMatchObject({ stageId: 's2', t: 1 });
  });

  it('gives a card its own place back, for every card of the templates that lies where it wishes', () => {
    for (const { map: template } of templates) {
      const laid = layoutMap(template, layoutOptionsFor(template));
      for (const card of laid.cards.values()) {
        const found = placeAt(laid, template, { x: card.x + card.width / 2, y: card.y + card.height / 2 });
        expect(found?.laneId).toBe(card.laneId);
        expect(found?.row).toBe(card.drawnRow);
      }
    }
  });

  it('allows any point of any lane without leaving the limits of the model', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 1500, noNaN: true }),
        fc.double({ min: -100, max: 900, noNaN: true }),
        (x, y) => {
          const place = placeAt(layout, map, { x, y });
          expect(place === null || (place.t >= 0 && place.t <= 1 && place.row >= 0 && place.row <= 20)).toBe(
            true,
          );
        },
      ),
      runs(200),
    );
  });
});

describe('cellAt', () => {
  it('names stage and lane, also of lanes without touchpoints', () => {
    expect(cellAt(layout, { x: 450, y: 200 })).toEqual({ stageId: 's2', laneId: 'e' });
    expect(cellAt(layout, { x: 450, y: -3 })).toBe(null);
  });
});

describe('landing', () => {
  const move = (id: string, place: Place) => new Map([[id, place]]);

  it('says where the card would lie', () => {
    const found = landing(layout, map, move('t1', { stageId: 's2', laneId: 'l1', t: 0.1, row: 0 }));
    expect([...found.corners]).toEqual([['t1', { x: 460 - 104, y: 22 }]]);
  });

  it('moves neighbours that make room', () => {
    const found = landing(layout, map, move('t1', { stageId: 's2', laneId: 'l1', t: 0.45, row: 0 }));
    expect(found.corners.get('t2')).toEqual({ x: 700 - 104, y: 22 + 134 });
  });

  it('is what the drop brings, for every card of a template', () => {
    const template = templates.find(({ name }) => name.startsWith('saas'))?.map ?? map;
    const laid = layoutMap(template, layoutOptionsFor(template));
    for (const { id } of template.touchpoints.slice(0, 12)) {
      const place: Place = { stageId: template.stages[3]?.id ?? '', laneId: 'l-act', t: 0.5, row: 1 };
      const dropped = {
        ...template,
        touchpoints: template.touchpoints.map((one) => (one.id === id ? { ...one, ...place } : one)),
      };
      const after = layoutMap(dropped, layoutOptionsFor(dropped));
      const found = landing(laid, template, move(id, place)).corners;
      expect(found.has(id)).toBe(true);
      for (const [cardId, { x, y }] of found) {
        expect({ cardId, x, y }).toEqual({
          cardId,
          x: after.cards.get(cardId)?.x,
          y: after.cards.get(cardId)?.y,
        });
      }
    }
  });

  it('tells which lanes need another row, and that the card lies in that row and not in the lane below', () => {
    const { corners, grown } = landing(
      layout,
      map,
      move('t1', { stageId: 's2', laneId: 'l1', t: 0.5, row: 1 }),
    );
    const height = grown.get('l1') ?? 0;
    expect([...grown.keys()]).toEqual(['l1']);
    expect(height).toBeGreaterThan(layout.lanes[0]?.height ?? 0);
    expect((corners.get('t1')?.y ?? 0) + 112).toBeLessThanOrEqual(height);
    expect(landing(layout, map, move('t1', { stageId: 's2', laneId: 'l1', t: 0.1, row: 0 })).grown.size).toBe(
      0,
    );
  });

  it('into a folded lane shows no card', () => {
    const folded = {
      ...map,
      lanes: map.lanes.map((lane) => (lane.id === 'l2' ? { ...lane, collapsed: true } : lane)),
    };
    const laid = layoutMap(folded, layoutOptionsFor(folded));
    const { corners } = landing(laid, folded, move('t1', { stageId: 's1', laneId: 'l2', t: 0.5, row: 0 }));
    expect(corners.has('t1')).toBe(false);
  });
});
