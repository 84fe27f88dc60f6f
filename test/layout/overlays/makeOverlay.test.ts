import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsOfTruth } from '../../../src/analysis/momentsOfTruth.ts';
import { painAndOpportunity } from '../../../src/analysis/painAndOpportunity.ts';
import { sieve } from '../../../src/analysis/sieve.ts';
import { layoutOptionsFor } from '../../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../../src/layout/mapLayout.ts';
import { makeOverlay } from '../../../src/layout/overlays/makeOverlay.ts';
import type { Detail, SceneGroup, SceneItem } from '../../../src/layout/scene.ts';
import { layoutSheet } from '../../../src/layout/sheet.ts';
import type { JourneyMap, Touchpoint } from '../../../src/model/journeyMap.ts';
import { overlayKinds, type OverlayKind } from '../../../src/model/overlayKinds.ts';
import { parseMapText } from '../../../src/model/parseMap.ts';
import { overlayWords } from '../../../src/words/overlays.ts';
import { sceneWordsFor } from '../../../src/words/scene.ts';
import { sheetWordsFor } from '../../../src/words/sheet.ts';
import { largeMap } from '../../support/largeMap.ts';
import { templates } from '../../support/templates.ts';

const details: readonly Detail[] = ['full', 'titles', 'blocks'];

function overlaid(map: JourneyMap, kind: OverlayKind): MapLayout {
  return layoutMap(map, { ...layoutOptionsFor(map), overlays: [makeOverlay(kind, map)] });
}

function textsOf(items: readonly SceneItem[]): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

function groupOf(layout: MapLayout, id: string): SceneGroup {
  const group = layout.groupOf.get(id);
  if (!group) throw new Error(`${id} is not drawn`);
  return group;
}

function template(start: string): JourneyMap {
  const found = templates.find(({ name }) => name.startsWith(start));
  if (!found) throw new Error(`no template ${start}`);
  return found.map;
}

describe('an overlay changes how a map is drawn and never where things are', () => {
  for (const kind of overlayKinds) {
    it(`${kind}: the same places, ways and groups, plus at most the flow; every card at every detail inside its box`, () => {
      for (const { map } of templates) {
        const plain = layoutMap(map, layoutOptionsFor(map));
        const layout = overlaid(map, kind);
        expect(layout.cards).toEqual(plain.cards);
        expect(layout.lanes).toEqual(plain.lanes);
        expect(layout.links).toEqual(plain.links);
        expect(layout.groups.filter(({ id }) => id !== 'overlay.flow').map(({ id }) => id)).toEqual(
          plain.groups.map(({ id }) => id),
        );
        for (const [id, box] of layout.cards) {
          const group = groupOf(layout, id);
          expect(layout.groups).toContain(group);
          for (const detail of details) {
            for (const item of group.itemsAt?.(detail) ?? []) {
              if (item.kind !== 'rect') continue;
              expect(item.x).toBeGreaterThanOrEqual(-1);
              expect(item.x + item.width).toBeLessThanOrEqual(box.width + 1);
              expect(item.height).toBeGreaterThanOrEqual(0);
            }
          }
        }
      }
    });
  }

  it('leaves no face and no emotion under its blocks: what cannot be seen is not written into a file', () => {
    const map = template('saas');
    const layout = overlaid(map, 'pain');
    for (const id of layout.cards.keys())
      expect(textsOf(groupOf(layout, id).items).filter((text) => /^[+−]\d\.\d$/.test(text))).toEqual([]);
  });
});

describe('the figures are those of the analyses', () => {
  it('pain: each rated card says its pain (A11), others a dash', () => {
    const map = template('b2b');
    const layout = overlaid(map, 'pain');
    const pains = painAndOpportunity(map, null).value?.pains.value ?? [];
    expect(pains.length).toBeGreaterThan(3);
    for (const { id, pain } of pains)
      expect(textsOf(groupOf(layout, id).items)).toContain(String(Math.round(pain)));
  });

  it('pain and moments of a persona are that persona’s', () => {
    const map = template('saas');
    const persona = map.personas.at(-1)?.id ?? '';
    const own = painAndOpportunity(map, persona).value?.pains.value ?? [];
    const overlay = makeOverlay('pain', map, persona);
    expect(own.length).toBeGreaterThan(0);
    for (const { id, pain } of own) expect(overlay.spoken(id, 'en')).toBe(`pain ${Math.round(pain)}`);
  });

  it('losses: each counted card says the share lost (A5), and the flow lies below links and cards and narrows', () => {
    const map = template('b2b');
    const layout = overlaid(map, 'losses');
    const found = sieve(map);
    for (const { id, drop } of found?.chain ?? [])
      if (drop !== null)
        expect(textsOf(groupOf(layout, id).items)).toContain(`${Math.round(drop * 1000) / 10}%`);
    const at = layout.groups.findIndex(({ id }) => id === 'overlay.flow');
    const flow = layout.groups[at];
    expect(layout.groups.slice(0, at).every(({ role }) => role === 'lane' || role === 'stage')).toBe(true);
    const heights = (flow?.items ?? []).flatMap((item) =>
      item.kind === 'rect' && item.fill === 'flow' ? [[item.x, item.height] as const] : [],
    );
    expect(heights.length).toBeGreaterThan(5);
    const [first] = heights;
    const last = heights.at(-1);
    expect(last?.[1]).toBeLessThan((first?.[1] ?? 0) / 2);
    // Twelve thousand begin, and it is written where no card covers it.
    expect(textsOf(flow?.items ?? [])).toContain('12,000');
  });

  it('moments: cards with a moment on the journey have a block, all others are quiet', () => {
    const map = template('airline');
    const layout = overlaid(map, 'moments');
    const { moments } = momentsOfTruth(map);
    const risky = new Set(moments.filter(({ risks }) => risks.length > 0).map((one) => one.touchpointId));
    const marked = new Set(moments.filter(({ onJourney }) => onJourney).map((one) => one.touchpointId));
    expect(marked.size).toBeGreaterThan(0);
    for (const id of layout.cards.keys()) {
      const [ground, block] = groupOf(layout, id).itemsAt?.('blocks') ?? [];
      if (risky.has(id)) expect(block).toMatchObject({ fill: 'ink' });
      else if (!marked.has(id)) expect(ground).toMatchObject({ stroke: { colour: 'hair' } });
    }
  });

  it('owners: the same name has the same number everywhere, other names others, nobody a question mark', () => {
    for (const { map } of templates) {
      const overlay = makeOverlay('owners', map);
      const keys = new Map<string, Set<string>>();
      for (const { id, owner, team } of map.touchpoints) {
        const name = owner.trim() || team.trim();
        const key = overlay.figures.blocks.get(id)?.key ?? '';
        keys.set(name, (keys.get(name) ?? new Set()).add(key));
      }
      for (const of of keys.values()) expect(of.size).toBe(1);
      expect(new Set([...keys.values()].flatMap((of) => [...of])).size).toBe(keys.size);
    }
  });

  it('evidence and tiers: the legend counts what the cards show', () => {
    const airline = template('airline');
    const evidence = makeOverlay('evidence', airline).legend(overlayWords.en);
    const journey = evidence.keys.reduce((sum, { note }) => sum + Number(note), 0);
    expect(evidence.rests).toContain(`of ${journey} `);
    const tiers = makeOverlay('tiers', airline);
    expect(tiers.legend(overlayWords.en).rests).toMatch(/^\d+ of \d+ levels set/);
    expect(tiers.figures.blocks.size).toBeGreaterThan(5);
    expect(tiers.spoken([...tiers.figures.blocks.keys()][0] ?? '', 'en')).toContain(airline.tiers[0]?.name);
  });

  it('says what is missing where there is nothing to show, and draws every card with an empty block', () => {
    const parsed = parseMapText(
      JSON.stringify({
        format: 'touchline/1',
        map: { id: 'm', title: 'Empty' },
        stages: [{ id: 's', name: 'S' }],
        lanes: [{ id: 'l', name: 'L', kind: 'contact' }],
        touchpoints: [{ id: 't', title: 'T', stageId: 's', laneId: 'l' }],
      }),
    );
    if (!parsed.ok) throw new Error('not a map');
    for (const kind of overlayKinds) {
      const overlay = makeOverlay(kind, parsed.map);
      for (const language of ['en', 'zh'] as const)
        expect(overlay.legend(overlayWords[language]).rests).not.toBe('');
      expect(overlaid(parsed.map, kind).groups.some(({ id }) => id === 'overlay.flow')).toBe(false);
    }
  });
});

describe('an overlay costs what changed', () => {
  const parsed = parseMapText(JSON.stringify(largeMap(500)));
  if (!parsed.ok) throw new Error('the large map is not valid');
  const { map } = parsed;
  const edited = (id: string, change: Partial<Touchpoint>): JourneyMap => ({
    ...map,
    touchpoints: map.touchpoints.map((one) => (one.id === id ? { ...one, ...change } : one)),
  });

  it('switching one on or off lays nothing out again, and an edit draws that card alone anew', () => {
    const options = layoutOptionsFor(map);
    const plain = layoutMap(map, options);
    const overlay = makeOverlay('pain', map);
    const on = layoutMap(map, { ...options, overlays: [overlay] }, plain);
    expect(on.plain).toBe(plain);
    expect(on.cards).toBe(plain.cards);
    expect(layoutMap(map, options, on)).toBe(plain);

    const renamed = edited('t77', { title: 'Another name' });
    const after = layoutMap(renamed, { ...options, overlays: [overlay] }, on);
    const kept = new Set(on.groups);
    expect(after.groups.filter((group) => !kept.has(group)).map(({ id }) => id)).toEqual(['touchpoint.t77']);
    expect(after.groupOf.get('t77')).not.toBe(on.groupOf.get('t77'));
    expect(after.groupOf.get('t78')).toBe(on.groupOf.get('t78'));
  });

  it('the flow behind the cards stays the same drawing while nothing moves', () => {
    const trade = template('b2b');
    const options = { ...layoutOptionsFor(trade), overlays: [makeOverlay('losses', trade)] };
    const on = layoutMap(trade, options);
    const [first] = trade.touchpoints;
    const renamed = {
      ...trade,
      touchpoints: trade.touchpoints.map((one) => (one === first ? { ...one, title: 'Another name' } : one)),
    };
    const flowOf = (layout: MapLayout) => layout.groups.find(({ id }) => id === 'overlay.flow');
    expect(flowOf(on)).toBeDefined();
    expect(flowOf(layoutMap(renamed, options, on))).toBe(flowOf(on));
  });

  it('new figures draw anew only the cards whose block is another', () => {
    const options = layoutOptionsFor(map);
    const overlay = makeOverlay('pain', map);
    const on = layoutMap(map, { ...options, overlays: [overlay] });
    const worse = edited('t77', { emotion: -2, importance: 5 });
    const newer = makeOverlay('pain', worse, null, overlay);
    const stale = layoutMap(worse, { ...options, overlays: [overlay] }, on);
    const fresh = layoutMap(worse, { ...options, overlays: [newer] }, stale);
    const kept = new Set(stale.groups);
    expect(fresh.groups.filter((group) => !kept.has(group)).map(({ id }) => id)).toEqual(['touchpoint.t77']);
    expect(textsOf(groupOf(fresh, 't77').items)).toContain('100');
  });

  it('whatever the order of edits and switching, the picture is that of a map laid out at once', () => {
    const step = fc.record({
      kind: fc.option(fc.constantFrom(...overlayKinds), { nil: null }),
      id: fc.integer({ min: 1, max: 60 }).map((number) => `t${number}`),
      emotion: fc.constantFrom(-2, -0.5, 1, null),
      owner: fc.constantFrom('', 'Ana', 'Bo'),
    });
    const small = { ...map, touchpoints: map.touchpoints.slice(0, 60) };
    const ids = new Set(small.touchpoints.map(({ id }) => id));
    const start: JourneyMap = {
      ...small,
      links: map.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      moments: map.moments.filter(({ touchpointId }) => ids.has(touchpointId)),
      readings: [],
    };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const options = layoutOptionsFor(start);
        let journey = start;
        let layout = layoutMap(journey, options);
        for (const { kind, id, ...change } of steps) {
          journey = {
            ...journey,
            touchpoints: journey.touchpoints.map((one) => (one.id === id ? { ...one, ...change } : one)),
          };
          const overlays = kind ? [makeOverlay(kind, journey)] : [];
          layout = layoutMap(journey, { ...options, overlays }, layout);
          const whole = layoutMap(journey, { ...options, overlays });
          expect(layout.groups.map(({ id: name, origin, items }) => ({ name, origin, items }))).toEqual(
            whole.groups.map(({ id: name, origin, items }) => ({ name, origin, items })),
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the sheet with an overlay', () => {
  it('explains it in the legend, in the map’s language', () => {
    for (const { map } of templates) {
      const overlay = makeOverlay('pain', map);
      const layout = layoutMap(map, { ...layoutOptionsFor(map), overlays: [overlay] });
      const words = overlayWords[map.map.language === 'en' ? 'en' : 'zh'];
      const sheet = layoutSheet(map, layout, {
        words: sheetWordsFor(map.map.language),
        sceneWords: sceneWordsFor(map.map.language),
        overlay: { heading: words.heading(words.names.pain), legend: overlay.legend(words) },
      });
      const legend = sheet.groups.find(({ role }) => role === 'legend');
      expect(textsOf(legend?.items ?? [])).toContain(words.heading(words.names.pain));
    }
  });
});
