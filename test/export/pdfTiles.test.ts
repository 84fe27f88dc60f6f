import { describe, expect, it } from 'vitest';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { pageMargin, pageOptionsOf, planPages, pointsPerUnit } from '../../src/export/pdfPages.ts';
import { planTiles } from '../../src/export/pdfTiles.ts';
import { itemBox } from '../../src/export/itemBox.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import type { SceneGroup } from '../../src/layout/scene.ts';
import { linesOf, sheetOf } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const papers = [
  { paper: 'A4', page: { width: 1048, height: 682 } },
  { paper: 'A3', page: { width: 1513, height: 1026 } },
] as const;

describe('the tiles of a sheet', () => {
  for (const { name, map } of templates) {
    const sheet = sheetOf(map);
    const lanes = sheet.groups.filter(({ role }) => role === 'lane-head');
    for (const { paper, page } of papers) {
      it(`${name}, ${paper}: no lane that has room on a page is cut through`, () => {
        const tiles = planTiles(sheet, page).filter(({ laneHeads }) => laneHeads);
        const cut = lanes.filter(({ box }) => {
          const shown = tiles.filter(
            ({ view }) => view.y + view.height > box.y + 12 && view.y < box.y + box.height - 12,
          );
          return box.height < page.height / 4 && new Set(shown.map(({ row }) => row)).size > 1;
        });
        expect(cut.map(({ title }) => title)).toEqual([]);
      });

      it(`${name}, ${paper}: no page is there for the frame alone`, () => {
        const grid = sheet.groups
          .filter(({ role }) => role === 'stage-head')
          .map(({ box }) => box.x + box.width);
        const labels = sheet.groups.find(({ id }) => id === 'sheet.end-labels');
        const end = Math.max(...grid, ...(labels?.items.map((item) => itemBox(item).x) ?? []));
        const beyond = planTiles(sheet, page).filter(({ view, laneHeads }) => laneHeads && view.x >= end);
        expect(beyond).toEqual([]);
      });

      it(`${name}, ${paper}: the frame’s foot is on the pages of the last lanes, not above what lies below`, () => {
        const frame = sheet.groups.find(({ id }) => id === 'sheet.frame');
        if (!frame) throw new Error('the sheet has a frame');
        const boxes = frame.items.map(itemBox);
        const foot = frame.origin.y + Math.max(...boxes.map(({ y, height }) => y + height));
        const end = Math.max(...lanes.map(({ box }) => box.y + box.height));
        expect(foot).toBeGreaterThan(end);
        const tiles = planTiles(sheet, page);
        const last = tiles.filter(({ laneHeads }) => laneHeads).at(-1)?.row;
        for (const { view, row } of tiles.filter((tile) => tile.row === last))
          expect([row, view.y + view.height]).toEqual([row, foot]);
        expect(tiles.filter(({ view, row }) => row !== last && view.y < foot - 1 && view.y >= end)).toEqual(
          [],
        );
      });

      it(`${name}, ${paper}: no head is cut off by the edge of its page or by the next head`, () => {
        for (const { parts } of planPages(sheet, { paper }).slice(1)) {
          for (const { groups, view } of parts) {
            const [head] = groups ?? [];
            for (const item of head?.items ?? []) {
              if (!head || item.kind !== 'text') continue;
              const box = itemBox(item);
              expect(head.origin.x + box.x + box.width).toBeLessThanOrEqual(view.x + view.width + 0.01);
              expect(head.origin.y + item.y).toBeLessThanOrEqual(view.y + view.height + 0.01);
            }
          }
        }
      });

      it(`${name}, ${paper}: no goal stands in a head whose name has no room`, () => {
        const columnOf = ({ items, origin }: SceneGroup, x: number): string[] =>
          items.flatMap((item) => (item.kind === 'text' && item.x + origin.x === x ? [item.text] : []));
        const seen = planPages(sheet, { paper }).flatMap(({ parts }) =>
          parts.flatMap(({ groups = [] }) => groups.filter(({ role }) => role === 'stage-head')),
        );
        expect(seen.length).toBeGreaterThan(0);
        for (const head of seen) {
          const whole = sheet.groups.find(({ id }) => id === head.id);
          if (!whole) throw new Error('a head is one of the sheet’s');
          for (const item of head.items) {
            if (item.kind !== 'text') continue;
            const shown = columnOf(head, item.x + head.origin.x);
            expect(shown).toEqual(columnOf(whole, item.x + whole.origin.x).slice(0, shown.length));
          }
        }
      });
    }
  }

  for (const { name, map } of templates) {
    it(`${name}, A0: are not needed where one page shows the whole sheet at nearly the size asked for`, () => {
      const options = chooseOptions({ paper: 'A0', spread: 'tiles' });
      const pages = layoutSheets(map, options).flatMap((sheet) => planPages(sheet, pageOptionsOf(options)));
      const [first] = pages;
      const share = (first?.parts[0]?.scale ?? 0) / pointsPerUnit;
      expect([share >= 0.95, pages.length === 1]).toEqual([pages.length === 1, share >= 0.95]);
      if (pages.length === 1) expect(first?.parts[0]?.marks).toBeUndefined();
      const larger = chooseOptions({ paper: 'A0', spread: 'tiles', scale: 2 });
      const [sheet] = layoutSheets(map, larger);
      expect(planPages(sheet, pageOptionsOf(larger)).length).toBeGreaterThan(2);
    });
  }
});

it('the pages of stages begin in the same corner, a single page stands in the middle of its paper', () => {
  const [template] = templates;
  if (!template) throw new Error('no template');
  const cornersOf = (wish: Readonly<Record<string, unknown>>) => {
    const options = chooseOptions({ paper: 'A3', ...wish });
    const pages = layoutSheets(template.map, options).flatMap((sheet) =>
      planPages(sheet, pageOptionsOf(options)),
    );
    return pages.map(({ parts }) => parts[0]?.at);
  };
  const corners = cornersOf({ spread: 'stages' });
  expect(corners).toEqual(corners.map(() => ({ x: pageMargin, y: pageMargin })));
  expect(cornersOf({})[0]?.y).toBeGreaterThan(pageMargin);
});

describe('the paper of tiles', () => {
  const pagesOf = (name: string, wish: Readonly<Record<string, unknown>>) => {
    const found = templates.find((one) => one.name.startsWith(name));
    if (!found) throw new Error('no template');
    const options = chooseOptions({ ...wish, spread: 'tiles' });
    const [sheet] = layoutSheets(found.map, options);
    return { sheet, pages: planPages(sheet, pageOptionsOf(options)) };
  };

  it('is turned against the sheet where that takes fewer pages, and all tiles lie alike', () => {
    const { sheet, pages } = pagesOf('airline', { paper: 'Letter' });
    expect(sheet.width).toBeGreaterThan(sheet.height);
    const tiles = pages.filter(({ mark }) => mark !== null);
    expect(tiles.filter(({ width, height }) => width < height)).toHaveLength(tiles.length);
    // The overview shows the whole sheet, so it lies as that does.
    expect(pages[0]?.width).toBeGreaterThan(pages[0]?.height ?? 0);
  });

  it('shows the map rather than large heads: these grow only as far as tiles are printed small', () => {
    expect(pagesOf('saas', { paper: 'A4' }).pages.length).toBeLessThanOrEqual(13);
    expect(pagesOf('b2b', { paper: 'A4' }).pages.length).toBeLessThanOrEqual(24);
    const stageName = (scale: number): number => {
      const { sheet } = pagesOf('saas', { paper: 'A4', scale });
      const head = sheet.groups.find(({ role }) => role === 'stage-head');
      const sizes = (head?.items ?? []).flatMap((item) => (item.kind === 'text' ? [item.font.size] : []));
      return Math.max(...sizes) * scale;
    };
    expect(stageName(0.5)).toBeGreaterThan(stageName(1) * 0.75);
  });
});

describe('the legend behind the tiles', () => {
  /** What boxes of items add for their lines, in points. */
  const strokes = 3;
  const wishes = [
    { paper: 'A4' },
    { paper: 'A3' },
    { paper: 'Letter' },
    { paper: 'A4', scale: 2 },
    { paper: 'A4', grey: true, theme: 'dark' },
  ] as const;
  for (const { name, map } of templates) {
    for (const wish of wishes) {
      it(`${name}, ${JSON.stringify(wish)}: stands whole on one page with the sheet line, and on no tile`, () => {
        const options = chooseOptions({ ...wish, spread: 'tiles' });
        const [sheet] = layoutSheets(map, options);
        const pages = planPages(sheet, pageOptionsOf(options));
        const feet = pages.filter((page) => page.sheet === sheet.foot);
        expect(feet).toHaveLength(1);
        const [foot] = feet;
        expect(pages.at(-1)).toBe(foot);
        const [part] = foot?.parts ?? [];
        if (!foot || !part) throw new Error('the foot shows nothing');
        // Nothing is cut by the page, and its letters are not much smaller than a card's.
        expect(part.scale).toBeGreaterThanOrEqual(0.75 * 0.7 - 0.001);
        for (const item of foot.sheet.groups.flatMap(({ items }) => items)) {
          const box = itemBox(item);
          expect(part.at.x + (box.x + box.width) * part.scale).toBeLessThanOrEqual(
            foot.width - pageMargin + strokes,
          );
          expect(part.at.y + (box.y + box.height) * part.scale).toBeLessThanOrEqual(foot.height - pageMargin);
        }
        const headings = new Set(linesOf(sheet.groups.find(({ id }) => id === 'sheet.legend')?.items ?? []));
        const shown = new Set(foot.sheet.groups.flatMap(({ items }) => linesOf(items)));
        expect([...headings].filter((line) => shown.has(line)).length).toBeGreaterThan(headings.size / 2);
        const legend = sheet.groups.find(({ id }) => id === 'sheet.legend')?.wholes ?? [];
        const tiles = pages.filter(({ mark }) => mark !== null);
        const over = tiles.filter(({ parts }) =>
          parts.some(({ view, groups }) => !groups && legend.some((box) => box.y < view.y + view.height)),
        );
        expect(over).toEqual([]);
      });
    }
  }

  it('lies on the tiles where a page is as wide as the sheet, and is left out with the legend', () => {
    const map = templates[0]?.map;
    if (!map) throw new Error('there is a template');
    const pagesOf = (wish: Readonly<Record<string, unknown>>) => {
      const options = chooseOptions({ spread: 'tiles', ...wish });
      const [sheet] = layoutSheets(map, options);
      return planPages(sheet, pageOptionsOf(options)).filter((page) => page.sheet === sheet.foot);
    };
    expect(pagesOf({ paper: 'A0', stage: 'A' })).toEqual([]);
    expect(pagesOf({ paper: 'A4', legend: false })).toEqual([]);
  });
});
