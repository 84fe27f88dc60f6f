import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import type { SceneGroup } from '../../src/layout/scene.ts';
import type { JourneyMap, LaneKind, LinkKind, Touchpoint } from '../../src/model/journeyMap.ts';
import { arbitraryMap, buildMap } from '../support/arbitraryMap.ts';
import { broken } from '../support/layoutLaws.ts';
import { runs } from '../support/runs.ts';

const laneKinds: readonly LaneKind[] = [
  'contact',
  'customer-action',
  'evidence',
  'frontstage',
  'backstage',
  'support',
  'pains',
  'opportunities',
  'actions',
  'emotion',
  'moments',
  'funnel',
  'metrics',
  'channels',
];
const linkKinds: readonly LinkKind[] = ['next', 'trigger', 'dependency', 'handoff', 'alternative', 'loop'];
const text = fc.constantFrom(
  '',
  'Signs up',
  'Imports projects from a spreadsheet and asks for help',
  '体验店参观',
  '还没见到公司,心里是否已经决定要不要联系?',
  'Ok 👍🏽 fine',
  'Unbreakablewordthatislongerthananybox-andmore',
);

/** Crowded maps: many cards and links in few lanes, which is where a layout fails. */
const crowded: fc.Arbitrary<JourneyMap> = fc
  .record({
    stages: fc.array(fc.record({ width: fc.integer({ min: 160, max: 900 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    folded: fc.nat({ max: 6 }),
    lanes: fc.array(
      fc.record({
        kind: fc.constantFrom(...laneKinds),
        height: fc.integer({ min: 60, max: 400 }),
        collapsed: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    touchpoints: fc.array(
      fc.record({
        title: text,
        owner: text,
        stage: fc.nat(),
        lane: fc.nat(),
        t: fc.integer({ min: 0, max: 100 }).map((t) => t / 100),
        row: fc.constantFrom(0, 0, 0, 1, 2, 5),
        emotion: fc.option(fc.integer({ min: -20, max: 20 }).map((e) => e / 10)),
        key: fc.boolean(),
        reached: fc.option(fc.nat({ max: 9_000_000 })),
      }),
      { maxLength: 40, size: 'max' },
    ),
    links: fc.array(
      fc.record({
        from: fc.nat(),
        to: fc.nat(),
        kind: fc.constantFrom(...linkKinds),
        label: text,
        mutual: fc.boolean(),
      }),
      { maxLength: 40, size: 'max' },
    ),
    moments: fc.array(
      fc.record({
        touchpoint: fc.nat(),
        kind: fc.constantFrom('zero', 'first', 'second', 'third', 'other'),
        question: text,
      }),
      { maxLength: 8 },
    ),
    notes: fc.array(fc.record({ stage: fc.nat(), lane: fc.nat(), text }), { maxLength: 20 }),
  })
  .map(({ stages, folded, lanes, touchpoints, links, moments, notes }) => {
    const holding = lanes.flatMap(({ kind }, index) =>
      ['contact', 'customer-action', 'evidence', 'frontstage', 'backstage', 'support'].includes(kind)
        ? [`l${index}`]
        : [],
    );
    const cells = lanes.flatMap(({ kind }, index) => (kind === 'pains' ? [`l${index}`] : []));
    const cards = holding.length === 0 ? [] : touchpoints;
    return buildMap({
      stages: stages.map((stage, index) => ({
        id: `s${index}`,
        width: stage.width,
        collapsed: index + 1 === folded,
      })),
      lanes: lanes.map((lane, index) => ({ id: `l${index}`, ...lane })),
      touchpoints: cards.map(({ stage, lane, ...rest }, index) => ({
        ...rest,
        id: `t${index}`,
        stageId: `s${stage % stages.length}`,
        laneId: holding[lane % holding.length] ?? '',
      })),
      links: links.flatMap(({ from, to, ...rest }, index) => {
        const [a, b] = [from % Math.max(1, cards.length), to % Math.max(1, cards.length)];
        return a === b ? [] : [{ ...rest, id: `k${index}`, from: `t${a}`, to: `t${b}` }];
      }),
      moments:
        cards.length === 0
          ? []
          : moments.map(({ touchpoint, ...rest }, index) => ({
              ...rest,
              id: `o${index}`,
              touchpointId: `t${touchpoint % cards.length}`,
            })),
      insights:
        cells.length === 0
          ? []
          : notes.map((note, index) => ({
              id: `n${index}`,
              text: note.text,
              stageId: `s${note.stage % stages.length}`,
              laneId: cells[note.lane % cells.length] ?? null,
            })),
    });
  });

/** A layout as plain data, to be compared whole. */
function plainOf(layout: MapLayout): unknown {
  const drawn = (group: SceneGroup): unknown => ({ ...group, items: group.items });
  return {
    ...layout,
    cards: [...layout.cards],
    cells: [...layout.cells],
    groups: layout.groups.map(drawn),
    groupOf: [...layout.groupOf].map(([id, group]) => [id, drawn(group)]),
  };
}

function changed(map: JourneyMap, at: number, change: (touchpoint: Touchpoint) => Touchpoint): JourneyMap {
  const index = map.touchpoints.length === 0 ? -1 : at % map.touchpoints.length;
  return {
    ...map,
    touchpoints: map.touchpoints.map((touchpoint, place) =>
      place === index ? change(touchpoint) : touchpoint,
    ),
  };
}

describe('any valid map', () => {
  it('is laid out without throwing, and nothing overlaps, is cut, or lies on a card', () => {
    fc.assert(
      fc.property(arbitraryMap({ maxTouchpoints: 14, maxOthers: 6 }), (map) => {
        expect(broken(layoutMap(map, layoutOptionsFor(map)))).toEqual([]);
      }),
      runs(60),
    );
  });

  it('also when it is crowded', () => {
    fc.assert(
      fc.property(crowded, (map) => {
        expect(broken(layoutMap(map, layoutOptionsFor(map)))).toEqual([]);
      }),
      runs(60),
    );
  });

  it('is laid out the same from a former layout as from nothing', () => {
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        what: fc.constantFrom('title', 'words', 'place', 'emotion', 'remove', 'lane-height', 'link'),
        t: fc.integer({ min: 0, max: 100 }).map((t) => t / 100),
        row: fc.nat({ max: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(crowded, edits, (start, list) => {
        let map = start;
        let layout = layoutMap(map, layoutOptionsFor(map));
        for (const { at, what, t, row } of list) {
          if (what === 'title')
            map = changed(map, at, (touchpoint) => ({ ...touchpoint, title: `${touchpoint.title} again` }));
          if (what === 'words')
            map = changed(map, at, (touchpoint) => ({
              ...touchpoint,
              owner: `${touchpoint.owner}o`,
              key: !touchpoint.key,
              importance: 1 + (at % 5),
            }));
          if (what === 'place') map = changed(map, at, (touchpoint) => ({ ...touchpoint, t, row }));
          if (what === 'emotion') map = changed(map, at, (touchpoint) => ({ ...touchpoint, emotion: 1.5 }));
          if (what === 'lane-height')
            map = {
              ...map,
              lanes: map.lanes.map((lane, index) =>
                index === at % map.lanes.length ? { ...lane, height: lane.height + 40 } : lane,
              ),
            };
          if (what === 'link') map = { ...map, links: map.links.slice(1) };
          if (what === 'remove' && map.touchpoints.length > 0) {
            const gone = map.touchpoints[at % map.touchpoints.length]?.id;
            map = {
              ...map,
              touchpoints: map.touchpoints.filter(({ id }) => id !== gone),
              links: map.links.filter((link) => link.from !== gone && link.to !== gone),
              moments: map.moments.filter((moment) => moment.touchpointId !== gone),
            };
          }
          layout = layoutMap(map, layoutOptionsFor(map), layout);
          expect(plainOf(layout)).toEqual(plainOf(layoutMap(map, layoutOptionsFor(map))));
        }
      }),
      runs(80),
    );
  });
});
