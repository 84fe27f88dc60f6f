import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import type { SceneItem } from '../../src/layout/scene.ts';
import type { JourneyMap, Link, Touchpoint } from '../../src/model/journeyMap.ts';
import { buildMap } from '../support/buildMap.ts';
import { broken } from '../support/layoutLaws.ts';

type Card = Partial<Touchpoint> & { readonly id: string };

function mapOf(touchpoints: readonly Card[], links: readonly Partial<Link>[], width = 900): JourneyMap {
  return buildMap({
    stages: [
      { id: 's1', width },
      { id: 's2', width },
      { id: 's3', width },
    ],
    lanes: ['l1', { id: 'l2', kind: 'backstage' }],
    touchpoints,
    links: links.map((link, index) => ({ id: `k${index + 1}`, ...link })),
  });
}

function layoutOf(map: JourneyMap): MapLayout {
  const layout = layoutMap(map, layoutOptionsFor(map));
  expect(broken(layout)).toEqual([]);
  return layout;
}

const routeOf = (layout: MapLayout, id: string) => layout.links.find((link) => link.id === id)?.route ?? [];

function itemsOf(layout: MapLayout, id: string): readonly SceneItem[] {
  return layout.groupOf.get(id)?.items ?? [];
}

function textsOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

const pair: readonly Card[] = [
  { id: 'a', t: 0.2 },
  { id: 'b', t: 0.7 },
];

describe('routes', () => {
  it('join neighbours of a row by a straight line', () => {
    const route = routeOf(layoutOf(mapOf(pair, [{ from: 'a', to: 'b' }])), 'k1');
    expect(route).toEqual([
      { x: 284, y: 72 },
      { x: 526, y: 72 },
    ]);
  });

  it('join cards that lie over each other by a straight line', () => {
    const cards = [
      { id: 'a', t: 0.3 },
      { id: 'b', t: 0.4, row: 1 },
    ];
    const route = routeOf(layoutOf(mapOf(cards, [{ from: 'a', to: 'b' }])), 'k1');
    expect(route.length).toBe(2);
    expect(route[0]?.x).toBe(route[1]?.x);
  });

  it('leave at the right and enter from above where that saves a bend', () => {
    const cards = [
      { id: 'a', t: 0.2 },
      { id: 'b', t: 0.6, row: 2 },
    ];
    const route = routeOf(layoutOf(mapOf(cards, [{ from: 'a', to: 'b' }])), 'k1');
    expect(route.length).toBe(3);
    expect(route[0]).toEqual({ x: 284, y: 72 });
    expect(route[2]?.y).toBe(22 + 2 * 134);
  });

  it('go around a card that stands between', () => {
    const cards = [
      { id: 'a', t: 0.12 },
      { id: 'between', t: 0.45 },
      { id: 'b', t: 0.8 },
    ];
    const route = routeOf(layoutOf(mapOf(cards, [{ from: 'a', to: 'b' }])), 'k1');
    expect(route.length).toBe(4);
  });

  it('parallel runs get tracks of their own', () => {
    const cards = [
      { id: 'a', t: 0.12 },
      { id: 'm', t: 0.45 },
      { id: 'b', t: 0.8 },
      { id: 'c', stageId: 's2', t: 0.4 },
    ];
    const layout = layoutOf(
      mapOf(cards, [
        { from: 'a', to: 'b' },
        { from: 'a', to: 'c' },
        { from: 'b', to: 'a' },
      ]),
    );
    const runs = layout.links.flatMap(({ route }) =>
      route.flatMap((point, index) => {
        const next = route[index + 1];
        return next && next.y === point.y
          ? [{ y: point.y, from: Math.min(point.x, next.x), to: Math.max(point.x, next.x) }]
          : [];
      }),
    );
    for (const run of runs) {
      for (const other of runs) {
        if (run === other || run.to <= other.from || other.to <= run.from) continue;
        expect(Math.abs(run.y - other.y)).toBeGreaterThan(3);
      }
    }
  });

  it('of links between the same cards never lie on each other', () => {
    const layout = layoutOf(
      mapOf(pair, [
        { from: 'a', to: 'b' },
        { from: 'a', to: 'b', kind: 'alternative' },
        { from: 'a', to: 'b', kind: 'trigger' },
      ]),
    );
    const ways = layout.links.map(({ route }) => JSON.stringify(route));
    expect(new Set(ways).size).toBe(3);
  });

  it('keep off the pins of moments', () => {
    const map = {
      ...mapOf(
        [
          { id: 'a', t: 0.5 },
          { id: 'b', t: 0.5, row: 1 },
        ],
        [{ from: 'a', to: 'b' }],
      ),
      moments: buildMap({ moments: [{ id: 'o1', touchpointId: 'b', kind: 'first' }] }).moments,
    };
    const layout = layoutOf(map);
    const end = routeOf(layout, 'k1').at(-1);
    expect((end?.x ?? 0) - (layout.cards.get('b')?.x ?? 0)).toBeGreaterThan(28);
  });

  it('to or from a card that is not drawn are left out', () => {
    const map = mapOf([{ id: 'a' }, { id: 'b', laneId: 'l2' }], [{ from: 'a', to: 'b' }]);
    expect(layoutMap(map, { ...layoutOptionsFor(map), hiddenLanes: new Set(['l2']) }).links).toEqual([]);
  });
});

describe('kinds of links', () => {
  const dashOf = (kind: Link['kind']): readonly number[] | undefined => {
    const [line] = itemsOf(layoutOf(mapOf(pair, [{ from: 'a', to: 'b', kind }])), 'k1');
    return line?.kind === 'path' ? line.stroke?.dash : undefined;
  };

  it('are told apart by their dash', () => {
    expect(dashOf('next')).toBe(undefined);
    expect(dashOf('alternative')).toEqual([7, 4]);
    expect(dashOf('trigger')).toEqual([2, 4]);
    expect(dashOf('loop')).toEqual([12, 4]);
    expect(dashOf('dependency')).toEqual([1.5, 3]);
  });

  it('a dependency has dots and no head; a hand-off a bar across its tail', () => {
    const kinds = (kind: Link['kind']): string[] =>
      itemsOf(layoutOf(mapOf(pair, [{ from: 'a', to: 'b', kind }])), 'k1').map((item) => item.kind);
    expect(kinds('dependency')).toEqual(['path', 'circle', 'circle']);
    expect(kinds('handoff')).toEqual(['path', 'path', 'path']);
    expect(kinds('next')).toEqual(['path', 'path']);
  });

  it('a mutual link has two heads', () => {
    expect(itemsOf(layoutOf(mapOf(pair, [{ from: 'a', to: 'b', mutual: true }])), 'k1').length).toBe(3);
  });

  it('labels say text, delay and share', () => {
    const layout = layoutOf(
      mapOf(pair, [{ from: 'a', to: 'b', kind: 'trigger', label: 'stuck', delayMin: 2880, share: 0.4 }]),
    );
    expect(textsOf(itemsOf(layout, 'k1'))).toEqual(['stuck · after 2 days · 40%']);
    expect(layout.links[0]?.labelAt).not.toBe(null);
  });

  it('a loop over more than one stage becomes a pair of signs with the other address', () => {
    const layout = layoutOf(
      mapOf(
        [
          { id: 'a', stageId: 's3' },
          { id: 'b', stageId: 's1' },
        ],
        [{ from: 'a', to: 'b', kind: 'loop' }],
      ),
    );
    expect(routeOf(layout, 'k1')).toEqual([]);
    expect(textsOf(itemsOf(layout, 'k1'))).toEqual(['A1', 'C1']);
  });

  it('a loop to the next stage is a line', () => {
    const layout = layoutOf(
      mapOf(
        [
          { id: 'a', stageId: 's2' },
          { id: 'b', stageId: 's1' },
        ],
        [{ from: 'a', to: 'b', kind: 'loop' }],
      ),
    );
    expect(routeOf(layout, 'k1').length).toBeGreaterThan(1);
  });
});
