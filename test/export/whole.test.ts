/**
 * Nothing missing, nothing cropped: maps of 10, 200 and 1,000 cards in every format, read again by other programs' parsers
 * (pdf.js, resvg, pngjs) or part by part, and counted. A picture of 1,000 cards is made by the page in
 * test/e2e/largePicture.spec.ts; here only smaller ones are, because each takes seconds.
 */
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { Resvg } from '@resvg/resvg-js';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf, type FileFormatName } from '../../src/export/fileFormats.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { writeMap } from '../../src/model/writeMap.ts';
import { exportMap } from '../support/exportMap.ts';

/** Some of these files take seconds, more while other tests run beside. */
const slowMs = 300_000;
type Wish = Readonly<Record<string, unknown>>;

function maker(cards: number) {
  const { map, pictures } = exportMap(cards);
  const file = (format: FileFormatName, wish: Wish = {}): Promise<Uint8Array> => {
    const row = formatOf(format);
    if (!row) throw new Error(`there is no format ${format}`);
    return drawFile(map, row, chooseOptions(wish), { ...drawTools, pictures });
  };
  const text = async (format: FileFormatName, wish: Wish = {}) => strFromU8(await file(format, wish));
  return { map, file, text };
}

const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s+/gu, '');
const titlesOf = ({ touchpoints }: JourneyMap) => touchpoints.map(({ title }) => title);

/** The titles that are on none of the pages whole. */
function lost(map: JourneyMap, pages: readonly string[]): string[] {
  const all = pages.map(squeezed);
  return titlesOf(map).filter((title) => !all.some((page) => page.includes(squeezed(title))));
}

/** What pdf.js reads on each page, of that only what lies on the page; and what lies over its edge. */
async function readPdf(bytes: Uint8Array) {
  // A copy, because the reader takes the bytes for itself.
  const document = await getDocumentProxy(bytes.slice());
  const pages: string[] = [];
  const over: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    const { items } = await page.getTextContent();
    let text = '';
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , x = 0, y = 0] = item.transform as number[];
      const isOn = x >= left - 1 && x + item.width <= right + 1 && y >= bottom - 1 && y <= top + 1;
      if (isOn) text += item.str;
      else over.push(item.str);
    }
    pages.push(text);
  }
  return { pages, over, bookmarks: (await document.getOutline())?.map(({ title }) => title) ?? [] };
}

/** Text between tags, with the five signs that XML escapes. */
function plain(xml: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => signs[name] ?? '');
}

describe.each([10, 200, 1000])('a map of %i cards', (cards) => {
  const { map, file, text } = maker(cards);

  it(
    'as SVG: a group for every card, stage, lane and link, every title, and nothing over the edge',
    async () => {
      const svg = await text('svg');
      const ids = new Set([...svg.matchAll(/<g id="([^"]*)"/g)].map(([, id]) => id));
      const [sheet] = layoutSheets(map, chooseOptions({}));
      const wanted = sheet.groups.filter(({ role }) =>
        ['touchpoint', 'stage-head', 'lane-head', 'link'].includes(role),
      );
      const counted = (role: string) => wanted.filter((group) => group.role === role).length;
      expect([counted('touchpoint'), counted('stage-head'), counted('lane-head'), counted('link')]).toEqual([
        cards,
        map.stages.length,
        map.lanes.length,
        map.links.length,
      ]);
      expect(wanted.filter(({ id, items }) => items.length > 0 && !ids.has(id)).map(({ id }) => id)).toEqual(
        [],
      );
      const lines = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, line = '']) => plain(line));
      expect(lost(map, [lines.join('')])).toEqual([]);
      expect(svg.match(/<(?:image|use) /g)?.length ?? 0).toBeGreaterThanOrEqual(cards / 10);
      const outside = sheet.groups.filter(
        ({ box: { x, y, width, height } }) =>
          x < -1 || y < -1 || x + width > sheet.width + 1 || y + height > sheet.height + 1,
      );
      expect(outside.map(({ id }) => id)).toEqual([]);
      // Another program's idea of what is drawn, without texts, for which it has no fonts here.
      const drawn = new Resvg(svg, { font: { loadSystemFonts: false } });
      const box = drawn.getBBox();
      expect([drawn.width, drawn.height]).toEqual([Math.round(sheet.width), Math.round(sheet.height)]);
      expect(box?.width).toBeLessThanOrEqual(sheet.width + 1);
      expect(box?.height).toBeLessThanOrEqual(sheet.height + 1);
    },
    slowMs,
  );

  it.each([
    ['one page', {}],
    ['tiles', { paper: 'A3', spread: 'tiles' }],
    ['a page a stage', { spread: 'stages' }],
  ] as const)(
    'as PDF on %s: every title whole on a page, a bookmark a stage',
    async (_name, wish) => {
      const { pages, over, bookmarks } = await readPdf(await file('pdf', wish));
      expect(lost(map, pages)).toEqual([]);
      if (!('paper' in wish)) expect(over).toEqual([]);
      for (const { name } of map.stages) expect(squeezed(bookmarks.join('\n'))).toContain(squeezed(name));
    },
    slowMs,
  );

  it(
    'as PPTX: a group a card and a glued connector a link on the first slide, every card on its stage’s',
    async () => {
      const parts = unzipSync(await file('pptx'));
      const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
      const whole = part('ppt/slides/slide1.xml');
      expect(whole.match(/<a:stCxn id="\d+" idx="\d"\/><a:endCxn /g)).toHaveLength(map.links.length);
      const textOf = (xml: string) =>
        [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, one = '']) => plain(one)).join('\n');
      // A stage of many lanes is on several slides; their titles begin with its letter.
      const stages = Object.keys(parts)
        .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
        .map((name) => textOf(part(name)))
        .filter((words) => /^[A-Z]{1,2} · /m.test(words));
      expect(stages.length).toBeGreaterThanOrEqual(map.stages.length);
      expect(lost(map, [textOf(whole)])).toEqual([]);
      expect(lost(map, stages)).toEqual([]);
      const [, width = 0, height = 0] = (
        /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(part('ppt/presentation.xml')) ?? []
      ).map(Number);
      const groups = [
        ...whole.matchAll(
          /<p:grpSpPr><a:xfrm><a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"/g,
        ),
      ].map((found) => found.slice(1).map(Number));
      const outside = groups.filter(
        ([x = 0, y = 0, wide = 0, high = 0]) => x < 0 || y < 0 || x + wide > width || y + high > height,
      );
      expect(groups.length).toBeGreaterThanOrEqual(cards);
      expect(outside).toEqual([]);
    },
    slowMs,
  );

  it(
    'as XLSX and CSV: a row a card, with its title',
    async () => {
      const parts = unzipSync(await file('xlsx'));
      const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
      const texts = [...part('xl/sharedStrings.xml').matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, one = '']) =>
        plain(one),
      );
      const rows = [...part('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(
        ([, row = '']) => [...row.matchAll(/t="s"><v>(\d+)<\/v>/g)].map(([, index]) => texts[Number(index)]),
      );
      expect(rows).toHaveLength(1 + cards);
      for (const title of titlesOf(map)) expect(rows.some((row) => row.includes(title))).toBe(true);
      const csv = (await text('csv')).trimEnd().split('\r\n');
      expect(csv).toHaveLength(1 + cards);
      expect(lost(map, [csv.join('')])).toEqual([]);
    },
    slowMs,
  );

  it(
    'as Markdown, HTML and JSON: every title; JSON is the map itself',
    async () => {
      expect(lost(map, [await text('md')])).toEqual([]);
      expect(lost(map, [plain((await text('html')).replaceAll(/<[^>]*>/g, ''))])).toEqual([]);
      const parsed = parseMap(JSON.parse(await text('json')));
      expect(parsed.ok && writeMap(parsed.map)).toEqual(writeMap(map));
    },
    slowMs,
  );

  it(
    'as a report: pages that hold all their words',
    async () => {
      const { pages, over } = await readPdf(await file('pdf', { content: 'report' }));
      expect(over).toEqual([]);
      expect(pages.join('')).toContain(map.map.title);
      expect(pages.every((page) => page !== '')).toBe(true);
    },
    slowMs,
  );
});

describe.each([10, 200])('a map of %i cards', (cards) => {
  const { map, file } = maker(cards);

  it(
    'as PNG: of its exact size, with something drawn in every card',
    async () => {
      const png = PNG.sync.read(Buffer.from(await file('png')));
      const [sheet] = layoutSheets(map, chooseOptions({}));
      expect([png.width, png.height]).toEqual([Math.round(sheet.width), Math.round(sheet.height)]);
      const blank = sheet.groups.filter(({ role, box }) => {
        if (role !== 'touchpoint') return false;
        const colours = new Set<number>();
        for (let y = box.y + 4; y < box.y + box.height - 4; y += 2)
          for (let x = box.x + 4; x < box.x + box.width - 4; x += 1)
            colours.add(png.data.readUInt32BE(4 * (Math.round(y) * png.width + Math.round(x))));
        return colours.size < 3;
      });
      expect(blank.map(({ title }) => title)).toEqual([]);
    },
    slowMs,
  );

  it(
    'as slides of a report: a title each, and every stage of the map named',
    async () => {
      const parts = unzipSync(await file('pptx', { content: 'report' }));
      const slides = Object.entries(parts)
        .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
        .map(([, bytes]) => strFromU8(bytes));
      expect(slides.length).toBeGreaterThanOrEqual(3);
      for (const slide of slides) expect(slide.match(/<p:ph type="title"\/>/g)).toHaveLength(1);
      for (const { name } of map.stages) expect(slides.join('')).toContain(name);
    },
    slowMs,
  );
});
