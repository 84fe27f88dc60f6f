import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import type { SceneGroup } from '../../src/layout/scene.ts';
import type { JourneyMap, LaneKind, Link, LinkKind, Touchpoint } from '../../src/model/journeyMap.ts';
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
const editNames = [
  'title',
  'words',
  'place',
  'nudge',
  'other-stage',
  'other-lane',
  'emotion',
  'lane-height',
  'lane-folded',
  'stage-width',
  'link-gone',
  'link-back',
  'link-words',
  'link-kind',
  'links-turned',
  'moment-gone',
  'remove',
  'go-back',
] as const;
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
        collapsed: index + 1 === folded || index + 3 === folded,
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

interface Place {
  readonly t: number;
  readonly row: number;
}
type Edit = (map: JourneyMap, at: number, place: Place) => JourneyMap;

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

/** An edit of one touchpoint. */
function touchpointEdit(
  change: (touchpoint: Touchpoint, map: JourneyMap, place: Place, at: number) => Touchpoint,
): Edit {
  return (map, at, place) => {
    const one = pick(map.touchpoints, at);
    return {
      ...map,
      touchpoints: map.touchpoints.map((touchpoint) =>
        touchpoint === one ? change(touchpoint, map, place, at) : touchpoint,
      ),
    };
  };
}

function linkEdit(change: (link: Link, at: number) => Link): Edit {
  return (map, at) => {
    const one = pick(map.links, at);
    return { ...map, links: map.links.map((link) => (link === one ? change(link, at) : link)) };
  };
}

const doings: Readonly<Record<Exclude<(typeof editNames)[number], 'go-back'>, Edit>> = {
  title: touchpointEdit((touchpoint) => ({ ...touchpoint, title: `${touchpoint.title} again` })),
  words: touchpointEdit((touchpoint, _map, _place, at) => ({
    ...touchpoint,
    owner: `${touchpoint.owner}o`,
    key: !touchpoint.key,
    importance: 1 + (at % 5),
  })),
  place: touchpointEdit((touchpoint, _map, place) => ({ ...touchpoint, ...place })),
  nudge: touchpointEdit((touchpoint) => ({ ...touchpoint, t: Math.min(1, touchpoint.t + 0.01) })),
  'other-stage': touchpointEdit((touchpoint, map, place, at) => ({
    ...touchpoint,
    ...place,
    stageId: pick(map.stages, at >> 3)?.id ?? touchpoint.stageId,
  })),
  'other-lane': touchpointEdit((touchpoint, map, place, at) => ({
    ...touchpoint,
    ...place,
    laneId: pick([...new Set(map.touchpoints.map(({ laneId }) => laneId))], at >> 3) ?? '',
  })),
  emotion: touchpointEdit((touchpoint) => ({ ...touchpoint, emotion: 1.5 })),
  'lane-height': (map, at) => {
    const one = pick(map.lanes, at);
    const higher = map.lanes.map((lane) => (lane === one ? { ...lane, height: lane.height + 40.3 } : lane));
    return { ...map, lanes: higher };
  },
  'lane-folded': (map, at) => {
    const one = pick(map.lanes, at);
    const folded = map.lanes.map((lane) => (lane === one ? { ...lane, collapsed: !lane.collapsed } : lane));
    return { ...map, lanes: folded };
  },
  'stage-width': (map, at) => {
    const one = pick(map.stages, at);
    const wider = map.stages.map((stage) => (stage === one ? { ...stage, width: stage.width + 17 } : stage));
    return { ...map, stages: wider };
  },
  'link-gone': (map, at) => ({ ...map, links: map.links.filter((link) => link !== pick(map.links, at)) }),
  'link-back': (map, at) => {
    const [a, b, c] = [pick(map.touchpoints, at), pick(map.touchpoints, at >> 3), map.links[0]];
    if (!a || !b || a === b || !c) return map;
    const links = [...map.links];
    links.splice(at % links.length, 0, { ...c, id: `n${at}${links.length}`, from: a.id, to: b.id });
    return { ...map, links };
  },
  'link-words': linkEdit((link) => ({ ...link, label: link.label === '' ? 'waits for the bank' : '' })),
  'link-kind': linkEdit((link, at) => ({ ...link, kind: pick(linkKinds, at >> 3) ?? 'next' })),
  'links-turned': (map) => ({ ...map, links: map.links.toReversed() }),
  'moment-gone': (map) => ({ ...map, moments: map.moments.slice(1) }),
  remove: (map, at) => {
    const gone = pick(map.touchpoints, at)?.id;
    return {
      ...map,
      touchpoints: map.touchpoints.filter(({ id }) => id !== gone),
      links: map.links.filter((link) => link.from !== gone && link.to !== gone),
      moments: map.moments.filter((moment) => moment.touchpointId !== gone),
    };
  },
};

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

  it('is laid out the same from a former layout as from nothing, whatever the order of edits', () => {
    const edits = fc.array(
      fc.record({
        at: fc.nat(),
        what: fc.constantFrom(...editNames),
        t: fc.integer({ min: 0, max: 100 }).map((t) => t / 100),
        row: fc.nat({ max: 3 }),
      }),
      { minLength: 1, maxLength: 7 },
    );
    fc.assert(
      fc.property(crowded, edits, (start, list) => {
        const known = [{ map: start, layout: layoutMap(start, layoutOptionsFor(start)) }];
        for (const { at, what, ...place } of list) {
          // Now and then an older layout is gone on from, although another went on from it before.
          const from = known[what === 'go-back' ? at % known.length : known.length - 1];
          if (!from) return;
          const map = what === 'go-back' ? from.map : doings[what](from.map, at, place);
          const layout = layoutMap(map, layoutOptionsFor(map), from.layout);
          expect(plainOf(layout)).toEqual(plainOf(layoutMap(map, layoutOptionsFor(map))));
          known.push({ map, layout });
        }
      }),
      runs(120),
    );
  });
});
