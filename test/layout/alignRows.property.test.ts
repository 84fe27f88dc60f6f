import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedCards, type Alignment } from '../../src/layout/align.ts';
import { alignedRows } from '../../src/layout/alignRows.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { JourneyMap, Touchpoint } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { runs } from '../support/runs.ts';

type Cards = readonly (Partial<Touchpoint> & { readonly id: string })[];

const mapOf = (touchpoints: Cards): JourneyMap =>
  buildMap({
    stages: [{ id: 's1', width: 1200 }],
    lanes: [
      { id: 'l1', kind: 'contact' },
      { id: 'l2', kind: 'contact' },
    ],
    touchpoints,
  });

function drawnRows(map: JourneyMap): Record<string, number> {
  const { cards } = layoutMap(map, layoutOptionsFor(map));
  return Object.fromEntries([...cards.values()].map(({ id, drawnRow }) => [id, drawnRow]));
}

function aligned(map: JourneyMap, ids: readonly string[], alignment: Alignment): JourneyMap {
  const { places } = alignedCards(map, new Set(ids), alignment);
  return { ...map, touchpoints: map.touchpoints.map((one) => ({ ...one, ...places.get(one.id) })) };
}

/** Six cards in rows nobody gave them: b and c lie below a, e below d. */
const crowd = mapOf([
  { id: 'a', t: 0.1 },
  { id: 'b', t: 0.15 },
  { id: 'c', t: 0.2 },
  { id: 'd', t: 0.5 },
  { id: 'e', t: 0.55 },
  { id: 'f', t: 0.9 },
]);

describe('aligning cards in rows', () => {
  it('goes by the rows that are drawn, not by those that are stored', () => {
    expect(drawnRows(crowd)).toEqual({ a: 0, b: 1, c: 2, d: 0, e: 1, f: 0 });
    expect(drawnRows(aligned(crowd, ['c', 'f'], 'bottom'))).toMatchObject({ c: 2, f: 2 });
    expect(drawnRows(aligned(crowd, ['c', 'f'], 'middle'))).toMatchObject({ b: 1, c: 2, f: 2 });
    expect(drawnRows(aligned(crowd, ['c', 'd', 'f'], 'down'))).toMatchObject({ d: 0, f: 1, c: 2 });
  });

  it('takes the next row in which no card that was not chosen is in the way', () => {
    const map = aligned(crowd, ['b', 'f'], 'top');
    expect(drawnRows(map)).toEqual({ a: 0, b: 1, c: 2, d: 0, e: 1, f: 1 });
    expect(map.touchpoints.map(({ row }) => row)).toEqual([0, 1, 0, 0, 0, 1]);
    expect(alignedCards(crowd, new Set(['b', 'f']), 'top')).toMatchObject({ row: 1, lower: 0 });
  });

  it('tells how many cannot share the row as they are at one time, and leaves them as they are', () => {
    expect(alignedCards(crowd, new Set(['a', 'b']), 'top')).toEqual({ places: new Map(), row: 0, lower: 1 });
    expect(alignedCards(crowd, new Set(['a', 'b']), 'bottom')).toEqual({
      places: new Map(),
      row: 0,
      lower: 1,
    });
  });

  it('treats each lane by itself and leaves locked cards and those of folded stages alone', () => {
    const map = mapOf([
      { id: 'a', t: 0.1, row: 2 },
      { id: 'b', t: 0.9, row: 0, laneId: 'l2' },
      { id: 'c', t: 0.5, row: 1, laneId: 'l2' },
      { id: 'd', t: 0.9, row: 0, locked: true },
    ]);
    const ids = ['a', 'b', 'c', 'd'];
    expect(drawnRows(aligned(map, ids, 'bottom'))).toEqual({ a: 2, b: 1, c: 1, d: 0 });
    expect(alignedCards(map, new Set(ids), 'bottom').row).toBeNull();
    const folded = { ...map, stages: map.stages.map((stage) => ({ ...stage, collapsed: true })) };
    expect(alignedRows(folded, new Set(ids), 'bottom')).toEqual([]);
  });

  it('moves nothing else in the map, pushes nobody down where that can be, and done twice changes nothing', () => {
    const cards = fc.array(
      fc.record({ t: fc.nat({ max: 20 }), row: fc.nat({ max: 3 }), isChosen: fc.boolean() }),
      { minLength: 1, maxLength: 9 },
    );
    const alignments = fc.constantFrom('top', 'middle', 'bottom', 'down' as const);
    fc.assert(
      fc.property(cards, alignments, (list, alignment) => {
        const map = mapOf(list.map(({ t, row }, index) => ({ id: `t${index}`, t: t / 20, row })));
        const ids = list.flatMap(({ isChosen }, index) => (isChosen ? [`t${index}`] : []));
        const then = aligned(map, ids, alignment);
        map.touchpoints.forEach((before, index) => {
          if (!ids.includes(before.id)) expect(then.touchpoints[index]).toEqual(before);
        });
        const [{ row, lower } = { row: 0, lower: 0 }] = alignedRows(map, new Set(ids), alignment);
        const drawn = ids.map((id) => drawnRows(then)[id]);
        if (alignment !== 'down') expect(drawn.filter((own) => own !== row).length).toBe(lower);
        else if (lower === 0) expect(new Set(drawn).size).toBe(ids.length);
        expect([...alignedCards(then, new Set(ids), alignment).places]).toEqual([]);
      }),
      runs(300),
    );
  });
});
