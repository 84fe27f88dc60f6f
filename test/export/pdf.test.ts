import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf } from '../../src/export/fileFormats.ts';
import { itemBox } from '../../src/export/itemBox.ts';
import { toPdf, type PdfOptions } from '../../src/export/pdf.ts';
import { papers } from '../../src/export/pdfPages.ts';
import { fontFor } from '../../src/layout/measureText.ts';
import type { Box, Scene, SceneItem } from '../../src/layout/scene.ts';
import { textItems } from '../../src/layout/textItems.ts';
import { linesOf, lookOf, sheetOf, sheetWith } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const { font } = fontFor('cell', 'latin');
const { font: chinese } = fontFor('cell', 'cjk');
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function pdfOf(sheet: Scene, more: Partial<PdfOptions> = {}): Promise<Uint8Array> {
  return toPdf([sheet], { theme: 'light', ...(await lookOf(sheet)), ...more });
}

/** The operators of a page, which are not compressed here. */
async function operatorsOf(sheet: Scene, more: Partial<PdfOptions> = {}): Promise<string> {
  return Buffer.from(await pdfOf(sheet, { compress: false, ...more })).toString('latin1');
}

// A copy, because the reader takes the bytes for itself.
const read = (pdf: Uint8Array) => getDocumentProxy(pdf.slice());

async function textOf(pdf: Uint8Array): Promise<string> {
  return (await extractText(await read(pdf), { mergePages: true })).text;
}

const isIn = (box: Box, whole: Box): boolean =>
  box.x >= whole.x - 1 &&
  box.y >= whole.y - 1 &&
  box.x + box.width <= whole.x + whole.width + 1 &&
  box.y + box.height <= whole.y + whole.height + 9;

const withoutSpace = (text: string) => text.normalize('NFKC').replaceAll(/\s+/gu, '');

describe('a PDF of a sheet', () => {
  it('is one page of the sheet’s size, with title and language', async () => {
    const document = await read(await pdfOf({ ...sheetWith(), language: 'zh' }));
    expect(document.numPages).toBe(1);
    expect((await document.getPage(1)).view).toEqual([0, 0, 150, 75]);
    const metadata = await document.getMetadata();
    expect(metadata.info).toMatchObject({ Title: 'A map 旅程', Language: 'zh-Hans', Creator: 'Touchline' });
  });

  it('shrinks what Acrobat would not open', async () => {
    const document = await read(await pdfOf({ ...sheetWith(), width: 40_000, height: 1000 }));
    expect((await document.getPage(1)).view).toEqual([0, 0, 14_400, 360]);
  });

  it('keeps text in English, Chinese and other scripts, and of letters no font of ours has', async () => {
    const items = [
      ...textItems('Naïve “quotes”', 0, 20, font, 'ink'),
      ...textItems('旅程骣戤铴耥——', 0, 40, chinese, 'ink'),
      ...textItems('한국 x', 0, 60, font, 'ink'),
    ];
    const text = withoutSpace(await textOf(await pdfOf(sheetWith(...items))));
    for (const line of ['Naïve“quotes”', '旅程骣戤铴耥——']) expect(text).toContain(withoutSpace(line));
    expect(await operatorsOf(sheetWith(...items))).toContain('/ActualText <feffd55cad6d>');
  });

  it('draws emoji as shapes that carry their character', async () => {
    const operators = await operatorsOf(sheetWith(...textItems('✅ done', 0, 20, font, 'ink')));
    expect(operators).toMatch(/\/Span <<\/ActualText <feff2705>>> BDC\nBT .* Tj ET\n(?:.* rg\n.* f\n?)+EMC/);
  });

  it('embeds every font as a subset that names its characters', async () => {
    const operators = await operatorsOf(sheetWith(...textItems('旅程', 0, 20, chinese, 'ink')));
    expect(
      [...operators.matchAll(/\/BaseFont \/(\S+)/g)].every(([, name = '']) => /^[A-Z]{6}\+/.test(name)),
    ).toBe(true);
    expect(operators.match(/\/ToUnicode/g)).toHaveLength(operators.match(/\/FontFile2/g)?.length ?? 0);
  });

  it('fills and strokes by role, in the theme, and knows which inside is meant', async () => {
    const path: SceneItem = {
      kind: 'path',
      commands: [['M', 0, 0], ['L', 9, 0], ['Q', 9, 9, 0, 9], ['Z']],
      rule: 'evenodd',
      fill: 'signal',
      stroke: { colour: 'ink', width: 2, dash: [4, 3], cap: 'round', join: 'round' },
    };
    const light = await operatorsOf(sheetWith(path));
    expect(light).toContain('0.76863 0.18824 0.10196 rg');
    expect(light).toContain('2 w [4 3] 0 d 1 J 1 j');
    expect(light).toContain('0 0 m 9 0 l 9 6 6 9 0 9 c h B*');
    expect(await operatorsOf(sheetWith(path), { theme: 'dark' })).toContain('1 0.49412 0.37255 rg');
  });

  it('holds an image once, cut to its box, and draws what stands in for one that is not at hand', async () => {
    const image = (x: number, href: string): SceneItem => ({
      kind: 'image',
      x,
      y: 0,
      width: 10,
      height: 8,
      href,
      missing: [{ kind: 'rect', x, y: 0, width: 7.77, height: 8, fill: 'line' }],
    });
    const sheet = sheetWith(image(0, pixel), image(20, 'stored:a'), image(40, 'https://example.org/a.png'));
    const operators = await operatorsOf(sheet, { images: new Map([['stored:a', pixel]]) });
    expect(operators.match(/\/Subtype \/Image/g)).toHaveLength(2); // the picture and its transparency
    expect(operators.match(/\/I1 Do/g)).toHaveLength(2);
    expect(operators).toContain('47.77 0 l');
    expect(operators).not.toContain('example.org');
  });

  it('makes addresses live', async () => {
    const document = await read(
      await pdfOf(sheetWith(...textItems('see https://example.org/a now', 0, 20, font, 'ink'))),
    );
    const [link] = (await (await document.getPage(1)).getAnnotations()) as { url: string; rect: number[] }[];
    expect(link?.url).toBe('https://example.org/a');
    expect(link?.rect[0]).toBeGreaterThan(10);
  });

  it('is the same bytes for the same sheet', async () => {
    const sheet = sheetWith(...textItems('旅程 ✅', 0, 20, chinese, 'ink'), {
      kind: 'image',
      x: 0,
      y: 0,
      width: 10,
      height: 8,
      href: pixel,
    });
    expect(Buffer.from(await pdfOf(sheet)).equals(Buffer.from(await pdfOf(sheet)))).toBe(true);
  });
});

describe('a PDF of a whole map', () => {
  for (const { name, map } of templates) {
    const sheet = sheetOf(map);

    it(`${name}: holds every line of text, and a bookmark a stage`, async () => {
      const document = await read(await pdfOf(sheet));
      const text = withoutSpace((await extractText(document, { mergePages: true })).text);
      const lost = sheet.groups
        .flatMap((group) => linesOf(group.items))
        .filter((line) => !text.includes(withoutSpace(line)));
      expect(lost).toEqual([]);
      const outline = await document.getOutline();
      expect(outline.map(({ title }) => title)).toEqual(map.stages.map((stage) => stage.name));
    });

    it(`${name}: on A3, every card is whole on some page, under the heads of its stage and lane (U52)`, async () => {
      const document = await read(await pdfOf(sheet, { paper: 'A3' }));
      const pages = await Promise.all(
        Array.from({ length: document.numPages }, async (_, index) => document.getPage(index + 1)),
      );
      const [first, ...others] = pages.map(({ view }) => [view[2], view[3]]);
      expect(first).toEqual([papers.A3[1], papers.A3[0]]);
      // Tiles may be turned, all of them or none; the legend lies as the overview does.
      const tileSize = others[0] ?? [];
      expect(new Set(tileSize)).toEqual(new Set(papers.A3));
      expect(new Set(others.slice(0, -1).map(String))).toEqual(new Set([String(tileSize)]));
      const { text } = await extractText(document, { mergePages: false });
      const tiles = text.slice(1).map(withoutSpace);
      for (const group of sheet.groups) {
        if (group.role !== 'touchpoint') continue;
        const lines = linesOf(group.items).map(withoutSpace);
        expect(tiles.some((tile) => lines.every((line) => tile.includes(line)))).toBe(true);
      }
      // What the legend says of one thing stands on one page.
      const legend = sheet.groups.find(({ role }) => role === 'legend');
      for (const column of legend?.wholes ?? []) {
        const lines = linesOf(legend?.items.filter((item) => isIn(itemBox(item), column)) ?? []);
        expect(lines.length).toBeGreaterThan(1);
        expect(tiles.some((tile) => lines.every((line) => tile.includes(withoutSpace(line))))).toBe(true);
      }
      const marks = tiles.flatMap((tile) => /(\d+[A-Z]+)·\d+\/\d+$/.exec(tile)?.[1] ?? []);
      expect(new Set(marks).size).toBe(tiles.length);
    });
  }

  it('a page a persona: a bookmark for each of them, at her page, over those of her stages', async () => {
    const [first] = templates;
    const pdf = formatOf('pdf');
    if (!first || !pdf) throw new Error('there is no template');
    const { map } = first;
    const document = await read(
      await drawFile(map, pdf, chooseOptions({ spread: 'personas', paper: 'A3' }), drawTools),
    );
    const outline = await document.getOutline();
    expect(outline.map(({ title }) => title)).toEqual(map.personas.map(({ name }) => name));
    const pageOf = async ({ dest }: (typeof outline)[number]): Promise<number> =>
      Array.isArray(dest)
        ? document.getPageIndex(dest[0] as Parameters<typeof document.getPageIndex>[0])
        : -1;
    for (const [index, chapter] of outline.entries()) {
      expect(await pageOf(chapter)).toBe(index);
      expect(chapter.items.length).toBeGreaterThan(1);
      for (const stage of chapter.items) expect(await pageOf(stage)).toBe(index);
    }
  });
});
