import { describe, expect, it } from 'vitest';
import { planPages } from '../../src/export/pdfPages.ts';
import { planTiles } from '../../src/export/pdfTiles.ts';
import { itemBox } from '../../src/export/itemBox.ts';
import { sheetOf } from '../support/exportSheet.ts';
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
    }
  }
});
