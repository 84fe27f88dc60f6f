import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../src/export/svg.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { cornerOf } from '../../src/layout/elementBoxes.ts';
import { elementPlace } from '../../src/layout/elementPlaces.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import { layoutSheet } from '../../src/layout/sheet.ts';
import { storedHash } from '../../src/layout/storedImages.ts';
import { layoutThumbnail } from '../../src/layout/thumbnail.ts';
import type { Box, SceneItem } from '../../src/layout/scene.ts';
import type { FreeElement, JourneyMap } from '../../src/model/journeyMap.ts';
import { sceneWordsFor } from '../../src/words/scene.ts';
import { sheetWordsFor } from '../../src/words/sheet.ts';
import { buildMap } from '../support/buildMap.ts';
import { meet } from '../support/layoutLaws.ts';

const hash = '0f'.repeat(32);
const picture = 'data:image/png;base64,iVBORw0KGgo=';
const map = buildMap({
  stages: ['s1', 's2'],
  lanes: ['l1', { id: 'le', kind: 'emotion' }],
  touchpoints: [
    { id: 't1', emotion: 1 },
    { id: 't2', stageId: 's2', emotion: -1 },
  ],
  elements: [
    { id: 'note', text: 'Why do I have to say it twice?', x: 20, y: 30, ink: 'plum' },
    { id: 'frame', kind: 'frame', text: 'Parking lot', x: 0, y: 0, width: 500, height: 300 },
    {
      id: 'text',
      kind: 'text',
      text: '还没见到公司,心里是否已经决定要不要联系?',
      side: 'right',
      x: 10,
      y: 40,
    },
    { id: 'image', kind: 'image', text: 'The shelf', image: hash, side: 'right', x: 10, y: 300 },
  ],
});
const lay = (journey: JourneyMap) => layoutMap(journey, layoutOptionsFor(journey));
const withElements = (elements: readonly FreeElement[]): JourneyMap => ({ ...map, elements });

describe('free elements in a layout', () => {
  it('lie beside the grid, measured from its nearest edge', () => {
    const layout = lay(map);
    expect(layout.elements.get('note')).toMatchObject({ x: 20, y: layout.height + 48 + 30 });
    expect(layout.elements.get('text')).toMatchObject({ x: layout.width + 48 + 10, y: 40 });
  });

  it('move with that edge when stages and lanes grow, so that the grid never grows over them', () => {
    const [first, ...stages] = map.stages;
    if (!first) throw new Error('no stage');
    const before = lay(map);
    const after = lay({ ...map, stages: [{ ...first, width: 1000 }, ...stages] });
    expect(after.elements.get('note')).toEqual(before.elements.get('note'));
    expect(after.elements.get('text')?.x).toBe((before.elements.get('text')?.x ?? 0) + 680);
  });

  it('are drawn after the grid, frames before what lies in them', () => {
    const roles = lay(map).groups.map(({ role, recordId }) => (role === 'element' ? recordId : role));
    expect(roles.slice(-4)).toEqual(['frame', 'note', 'text', 'image']);
  });

  it('count to the extent of the map and not to its grid', () => {
    const without = lay(withElements([]));
    const layout = lay(map);
    expect([layout.width, layout.height]).toEqual([without.width, without.height]);
    expect(without.extent).toEqual({ width: without.width, height: without.height });
    expect(layout.extent).toEqual({ width: layout.width + 48 + 10 + 168, height: layout.height + 48 + 300 });
  });

  it('keep their drawing when they only move, and leave everything else alone', () => {
    const before = lay(map);
    const moved = withElements(map.elements.map((one) => (one.id === 'note' ? { ...one, x: 400 } : one)));
    const after = layoutMap(moved, layoutOptionsFor(moved), before);
    const changed = after.groups.filter((group) => !before.groups.includes(group));
    expect(changed.map(({ recordId }) => recordId)).toEqual(['note']);
    expect(after.groupOf.get('note')?.items).toBe(before.groupOf.get('note')?.items);
    expect(after.cards).toBe(before.cards);
  });

  it('never meet the grid and never reach over their own box, wherever they are put', () => {
    const place = {
      x: fc.nat(3000),
      y: fc.nat(3000),
      width: fc.integer({ min: 40, max: 900 }),
      height: fc.integer({ min: 24, max: 900 }),
    };
    const element = fc.record({
      ...place,
      side: fc.constantFrom('below' as const, 'right' as const),
      kind: fc.constantFrom('note' as const, 'text' as const, 'frame' as const),
      text: fc.constantFrom(
        '',
        'Unbreakablewordthatislongerthananybox',
        '体验店参观\n第二行',
        'ok 👍🏽 '.repeat(40),
      ),
    });
    fc.assert(
      fc.property(fc.array(element, { maxLength: 6 }), (elements) => {
        const layout = lay(buildMap({ elements }));
        const grid = { x: 0, y: 0, width: layout.width, height: layout.height };
        for (const box of layout.elements.values()) {
          expect(meet(box, grid)).toBe(false);
          for (const detail of ['full', 'titles', 'blocks'] as const)
            for (const item of layout.groupOf.get(box.id)?.itemsAt?.(detail) ?? [])
              expect(lowest(item)).toBeLessThanOrEqual(box.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('come back to the place a box was put at, and from the grid to the nearer edge', () => {
    const grid = { width: 1000, height: 600 };
    const size = { width: 100, height: 80 };
    for (const side of ['below', 'right'] as const) {
      const at = { side, x: 70, y: 90, ...size };
      expect(elementPlace({ ...cornerOf(at, grid), ...size }, grid)).toEqual(at);
    }
    expect(elementPlace({ x: 300, y: 480, ...size }, grid)).toMatchObject({ side: 'below', x: 300, y: 0 });
    expect(elementPlace({ x: 880, y: 100, ...size }, grid)).toMatchObject({ side: 'right', x: 0, y: 100 });
    expect(elementPlace({ x: -500, y: 700, ...size }, grid)).toMatchObject({ side: 'below', x: 0, y: 52 });
  });
});

describe('free elements in files', () => {
  const sheet = (journey: JourneyMap) =>
    layoutSheet(journey, lay(journey), { words: sheetWordsFor('en'), sceneWords: sceneWordsFor('en') });

  it('stand beside the frame of the sheet, all of them on it and none on title or legend', () => {
    const scene = sheet(map);
    const boxes = scene.groups.filter(({ role }) => role === 'element').map(({ box }) => box);
    expect(boxes).toHaveLength(4);
    for (const box of boxes) expect(isInside(box, { x: 0, y: 0, ...scene })).toBe(true);
    const legend = scene.groups.find(({ id }) => id === 'sheet.legend');
    const top = Math.min(...(legend?.items ?? []).map(highest));
    expect(Math.max(...boxes.map(({ y, height }) => y + height))).toBeLessThan(top);
  });

  it('leave the sheet of a map without any as it was', () => {
    const scene = sheet(withElements([]));
    // Nothing beside the frame makes it wider than its line is, from margin to margin.
    const [rule] = scene.groups.find(({ id }) => id === 'sheet.line')?.items ?? [];
    const ends = rule?.kind === 'path' ? rule.commands.map((command) => Number(command[1])) : [];
    expect(ends).toHaveLength(2);
    expect(ends[0]).toBeGreaterThan(0);
    expect(ends[1]).toBeCloseTo(scene.width - (ends[0] ?? 0));
  });

  it('are in the thumbnail of a map', () => {
    const items = (journey: JourneyMap) =>
      layoutThumbnail(journey, lay(journey), 'map', 200, 120).groups.flatMap((group) => group.items);
    const added = items(map).length - items(withElements([])).length;
    expect(added).toBe(4);
    expect(items(map).every((item) => lowest(item) <= 120.5)).toBe(true);
  });

  it('carry their words and their pictures, which are embedded', () => {
    const names = new Map([[`stored:${hash}`, picture]]);
    const svg = toSvg(sheet(map), { theme: 'light', images: names });
    expect(svg).toContain('say it twice?');
    expect(svg).toContain('Parking lot');
    expect(svg.split(picture)).toHaveLength(2);
    expect(svg).not.toContain('stored:');
  });

  it('say what a picture shows where it is not at hand', () => {
    const svg = toSvg(sheet(map), { theme: 'light' });
    expect(svg).toContain('>The shelf</text>');
    expect(svg).not.toContain('<image');
    expect(storedHash('https://example.com/a.png')).toBeNull();
  });
});

function isInside(box: Box, outer: Box): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= outer.width && box.y + box.height <= outer.height;
}

function lowest(item: SceneItem): number {
  if (item.kind === 'rect' || item.kind === 'image') return item.y + item.height;
  if (item.kind === 'text' || item.kind === 'emoji') return item.y;
  return item.kind === 'path' ? Math.max(...item.commands.map((command) => Number(command.at(-1)) || 0)) : 0;
}

function highest(item: SceneItem): number {
  return item.kind === 'rect' || item.kind === 'text' ? item.y : Number.POSITIVE_INFINITY;
}
