import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { moveApart } from '../../src/layout/endLabels.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Box, Scene, SceneGroup, SceneItem } from '../../src/layout/scene.ts';
import { layoutSheet } from '../../src/layout/sheet.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { sceneWordsFor } from '../../src/words/scene.ts';
import { sheetWordsFor } from '../../src/words/sheet.ts';
import { templates } from '../support/templates.ts';

const longChinese =
  '顾客在看见第一则广告到向朋友推荐之间经历的每一次接触都要被认真地画下来并且不能溢出它的方框'.repeat(2);
const longEnglish =
  'Every single contact between the customer and the organisation, from the first advertisement on';

function sheetOf(map: JourneyMap): Scene {
  const layout = layoutMap(map, layoutOptionsFor(map));
  const words = { words: sheetWordsFor(map.map.language), sceneWords: sceneWordsFor(map.map.language) };
  return layoutSheet(map, layout, words);
}

/** The map with every name, goal and quote as long as a file may have them. */
function withLongTexts(map: JourneyMap, text: string): JourneyMap {
  const name = text.slice(0, 120);
  return {
    ...map,
    map: { ...map.map, title: name, scenario: text.repeat(5), goal: text.repeat(2) },
    brand: map.brand && { ...map.brand, name },
    stages: map.stages.map((stage) => ({ ...stage, name, goal: text.repeat(2), durationMin: 1440 })),
    lanes: map.lanes.map((lane) => ({ ...lane, name })),
    personas: map.personas.map((persona) => ({ ...persona, name, quote: text.repeat(2) })),
    touchpoints: map.touchpoints.map((touchpoint) => ({ ...touchpoint, title: name, owner: name })),
  };
}

interface Lettering extends Box {
  readonly text: string;
}

/** Where a group's texts stand, in scene units: from the top of capitals to the baseline. */
function letteringOf({ items, origin }: SceneGroup): Lettering[] {
  const all = (list: readonly SceneItem[]): SceneItem[] =>
    list.flatMap((item) => (item.kind === 'clip' ? all(item.items) : [item]));
  return all(items).flatMap((item) =>
    item.kind === 'text'
      ? [
          {
            text: item.text,
            x: origin.x + item.x,
            y: origin.y + item.y - item.font.size * 0.66,
            width: item.width - item.font.spacing,
            height: item.font.size * 0.66,
          },
        ]
      : [],
  );
}

function textsThatMeet(texts: readonly Lettering[]): string[] {
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => `"${a.text}" meets "${b.text}"`),
  );
}

/** Groups that the sheet adds around the map. */
const isOwn = (group: SceneGroup): boolean => group.id.startsWith('sheet.');

/** Lettering of a map's sheet that leaves the sheet or meets other lettering; none is well. */
function misplaced(map: JourneyMap): string[] {
  const sheet = sheetOf(map);
  const texts = sheet.groups.filter(isOwn).flatMap(letteringOf);
  const outside = texts.filter(
    (text) =>
      text.x < 0 || text.y < 0 || text.x + text.width > sheet.width || text.y + text.height > sheet.height,
  );
  return [...outside.map(({ text }) => `"${text}" leaves the sheet`), ...textsThatMeet(texts)];
}

describe.each(templates)('the sheet of $name', ({ map }) => {
  it('holds all lettering inside, and none of it overlaps', () => {
    expect(misplaced(map)).toEqual([]);
  });

  it('does so with texts as long as they may be, in both languages', () => {
    expect(misplaced(withLongTexts(map, longEnglish))).toEqual([]);
    expect(misplaced(withLongTexts(map, longChinese))).toEqual([]);
  });

  it('shows the whole map: each group of the layout once, moved as one', () => {
    const layout = layoutMap(map, layoutOptionsFor(map));
    const sheet = layoutSheet(map, layout, {
      words: sheetWordsFor(map.map.language),
      sceneWords: sceneWordsFor(map.map.language),
    });
    const shown = sheet.groups.filter((group) => !isOwn(group));
    expect(shown.map((group) => group.id)).toEqual(layout.groups.map((group) => group.id));
    const moves = shown.map((group, i) => {
      const before = layout.groups[i];
      return `${Math.round(group.origin.x - (before?.origin.x ?? 0))} ${Math.round(group.origin.y - (before?.origin.y ?? 0))}`;
    });
    expect(new Set(moves).size).toBe(1);
    expect(new Set(sheet.groups.map((group) => group.id)).size).toBe(sheet.groups.length);
  });

  it('heads each stage and each lane, with its address and name', () => {
    const heads = sheetOf(map).groups.filter(isOwn);
    const wordsOf = (id: string): string =>
      letteringOf(heads.find((group) => group.recordId === id) ?? { ...emptyGroup })
        .map(({ text }) => text)
        .join(' ');
    map.stages.forEach((stage, i) => expect(wordsOf(stage.id)).toContain('ABCDEFGHIJ'[i]));
    map.lanes.forEach((lane, i) => expect(wordsOf(lane.id)).toMatch(new RegExp(`^${i + 1} `)));
    for (const { id, name } of map.stages)
      expect(wordsOf(id).replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
    for (const { id, name } of map.lanes)
      expect(wordsOf(id).replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
  });

  it('is the same sheet twice', () => {
    expect(sheetOf(map)).toEqual(sheetOf(map));
  });
});

const emptyGroup: SceneGroup = {
  id: '',
  role: 'sheet',
  title: '',
  origin: { x: 0, y: 0 },
  box: { x: 0, y: 0, width: 0, height: 0 },
  items: [],
};

describe('the legend', () => {
  const [first] = templates;
  const saas = templates.find(({ name }) => name.startsWith('saas')) ?? first;
  if (!saas) throw new Error('no template');
  const legendOf = (map: JourneyMap): string[] => {
    const legend = sheetOf(map).groups.find((group) => group.id === 'sheet.legend') ?? emptyGroup;
    return letteringOf(legend).map(({ text }) => text);
  };

  it('gives the survey that the analyses compute', () => {
    const legend = legendOf(saas.map);
    expect(legend).toEqual(
      expect.arrayContaining(['+0.2', '−1.8', '−0.4', '0.6%', '3 of 3', 'peak: Bug: timers lost overnight']),
    );
  });

  it('explains the lines that occur and no others', () => {
    const legend = legendOf(saas.map);
    expect(legend).toEqual(
      expect.arrayContaining(['next step', 'timed trigger', 'depends on', 'line of visibility']),
    );
    expect(legend).not.toContain('hand-off');
    // The way back of this map leads far, and is drawn as a pair of signs.
    expect(legend).toContain('way back, other end named');
    expect(legend).not.toContain('way back');
    expect(legendOf({ ...saas.map, links: [] })).not.toContain('next step');
  });

  it('explains the sieve where one is drawn', () => {
    const sieved = templates.find(({ name }) => name.startsWith('b2b')) ?? first;
    if (!sieved) throw new Error('no template');
    expect(legendOf(sieved.map)).toContain('sieve: how many get through');
    const lanes = sieved.map.lanes.filter(({ kind }) => kind !== 'funnel');
    expect(legendOf({ ...sieved.map, lanes })).not.toContain('sieve: how many get through');
  });

  it('leaves out what an empty map has nothing to say about', () => {
    const empty: JourneyMap = {
      ...saas.map,
      personas: [],
      touchpoints: [],
      moments: [],
      links: [],
      insights: [],
      opportunities: [],
      actions: [],
      readings: [],
    };
    const legend = legendOf(empty);
    expect(legend).toContain('EMOTION, AS ELEVATION');
    for (const heading of ['HOW TO READ A TOUCHPOINT', 'POINTS OF VIEW', 'SURVEY OF THIS SHEET']) {
      expect(legend).not.toContain(heading);
    }
    expect(misplaced(empty)).toEqual([]);
  });

  it('goes to further rows on a sheet of one stage', () => {
    const stage = saas.map.stages[0];
    if (!stage) throw new Error('no stage');
    const touchpoints = saas.map.touchpoints.filter((touchpoint) => touchpoint.stageId === stage.id);
    const ids = new Set(touchpoints.map(({ id }) => id));
    const small: JourneyMap = {
      ...saas.map,
      stages: [{ ...stage, width: 320 }],
      touchpoints,
      links: saas.map.links.filter((link) => ids.has(link.from) && ids.has(link.to)),
      moments: saas.map.moments.filter((moment) => ids.has(moment.touchpointId)),
      insights: [],
      opportunities: [],
      actions: [],
    };
    expect(misplaced(small)).toEqual([]);
    // Title, frame and legend of a narrow sheet begin on one axis.
    const { groups } = sheetOf(small);
    const leftOf = (id: string): number => {
      const group = groups.find((one) => one.id === id) ?? emptyGroup;
      return Math.min(...group.items.flatMap((item) => ('x' in item ? [group.origin.x + item.x] : [])));
    };
    expect(leftOf('sheet.title')).toBe(leftOf('sheet.legend'));
    expect(leftOf('sheet.title') - leftOf('sheet.frame')).toBe(8);
  });
});

describe('labels that move apart', () => {
  it('keep their distance, their order and their range while there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 13 }), (wished) => {
        const sorted = wished.toSorted((a, b) => a - b);
        const placed = moveApart(sorted, 15, 0, 200);
        placed.forEach((y, i) => {
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(200);
          if (i > 0) expect(y - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
        });
      }),
    );
  });

  it('stay where they were wished when nothing is near', () => {
    expect(moveApart([10, 50, 120], 18, 0, 200)).toEqual([10, 50, 120]);
  });
});
