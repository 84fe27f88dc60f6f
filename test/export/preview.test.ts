/** The preview says what the file will be: its sheets, its pages, its size. */
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf, type FileFormatName } from '../../src/export/fileFormats.ts';
import { drawPreview, type Preview } from '../../src/export/preview.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { exportMap } from '../support/exportMap.ts';
import { templates } from '../support/templates.ts';

const wish = { sheet: 0, width: 300 };

function rowOf(name: FileFormatName) {
  const format = formatOf(name);
  if (!format) throw new Error(`no ${name}`);
  return format;
}

function mapOf(name: string): JourneyMap {
  const found = templates.find((template) => template.name === name);
  if (!found) throw new Error(`no template ${name}`);
  return found.map;
}

async function preview(map: JourneyMap, name: FileFormatName, wished: object, sheet = 0): Promise<Preview> {
  return drawPreview(map, rowOf(name), chooseOptions({ ...wished }), { ...wish, sheet }, drawTools);
}

const saas = () => mapOf('saas-onboarding-blueprint.en');

describe('the preview of a drawing', () => {
  it('is a picture as wide as was asked', async () => {
    const drawn = await preview(saas(), 'svg', {});
    if (drawn.kind !== 'sheet') throw new Error('no sheet');
    expect([...drawn.picture.subarray(1, 4)]).toEqual([...new TextEncoder().encode('PNG')]);
    expect(new DataView(drawn.picture.buffer).getUint32(16)).toBe(300);
    expect(drawn).toMatchObject({ sheet: 0, sheets: 1, paper: null });
  });

  it('has a sheet a stage, shows the one that was asked for, and the last when there are fewer', async () => {
    const map = saas();
    const second = await preview(map, 'pdf', { spread: 'stages' }, 1);
    const beyond = await preview(map, 'pdf', { spread: 'stages' }, 99);
    expect(second).toMatchObject({ sheet: 1, sheets: map.stages.length });
    expect(beyond).toMatchObject({ sheet: map.stages.length - 1 });
    if (second.kind !== 'sheet' || beyond.kind !== 'sheet') throw new Error('no sheet');
    expect(Buffer.compare(second.picture, beyond.picture)).not.toBe(0);
  });

  it('counts the pages that the PDF has, and says of tiles how they lie and how large they print the map', async () => {
    const wished = { paper: 'A3', spread: 'tiles' };
    const drawn = await preview(saas(), 'pdf', wished);
    if (drawn.kind !== 'sheet' || !drawn.paper) throw new Error('no paper');
    // Upright paper takes fewer of them.
    expect(drawn.paper.width).toBeCloseTo(297, 0);
    expect(drawn.paper.height).toBeCloseTo(420, 0);
    expect(drawn.paper.scale).toBe(1);
    const file = await drawFile(saas(), rowOf('pdf'), chooseOptions(wished), drawTools);
    const { getDocumentProxy } = await import('unpdf');
    expect((await getDocumentProxy(file)).numPages).toBe(drawn.paper.pages);
  });

  it('is of every slide that the PowerPoint file has: the map, each stage, each persona', async () => {
    const map = saas();
    const all = 1 + map.stages.length + map.personas.length;
    const shown = [];
    for (const at of [0, 1, map.stages.length + 1, 99]) {
      const drawn = await preview(map, 'pptx', {}, at);
      if (drawn.kind !== 'sheet') throw new Error('no sheet');
      expect(drawn).toMatchObject({ sheets: all, sheet: Math.min(at, all - 1) });
      expect(drawn.width / drawn.height).toBeCloseTo(16 / 9, 2);
      shown.push(Buffer.from(drawn.picture).toString('base64'));
    }
    expect(new Set(shown).size).toBe(map.personas.length > 1 ? 4 : 3);
    const report = await preview(map, 'pptx', { content: 'report' });
    const pages = await preview(map, 'pdf', { content: 'report' });
    if (report.kind !== 'sheet' || pages.kind !== 'sheet') throw new Error('no sheet');
    expect(report.sheets).toBe(pages.sheets);
  });

  it('is the sheet of a web page, too, where a page without fonts shows it', async () => {
    const { readCut: _readCut, ...onPage } = drawTools;
    const drawn = await drawPreview(saas(), rowOf('html'), chooseOptions({}), wish, onPage);
    expect(drawn).toMatchObject({ kind: 'sheet', sheets: 1, paper: null });
  });
});

describe('the size that is told beforehand', () => {
  /** A quarter more or less: people ask whether a file can be mailed, not for bytes. */
  const tolerance = 0.25;
  const amiss = async (map: JourneyMap, name: FileFormatName, wished: object): Promise<number> => {
    const { bytes } = await preview(map, name, wished);
    const file = await drawFile(map, rowOf(name), chooseOptions({ ...wished }), drawTools);
    return Math.abs(bytes / file.length - 1);
  };

  it.each(templates.map((one) => [one.name, one.map] as const))(
    'is that of the file within a quarter, in each format that is drawn: %s',
    async (_name, map) => {
      for (const name of ['svg', 'pdf', 'pptx', 'html', 'png'] as const)
        expect(await amiss(map, name, { width: 700 }), name).toBeLessThan(tolerance);
    },
  );

  /** Of a map in English or in Chinese, by turns: each way is one pass of drawing. */
  const sized: readonly (readonly [FileFormatName, object, template: string])[] = [
    ['svg', { text: 'embedded' }, 'home-decoration.zh'],
    ['svg', { text: 'outlines' }, 'saas-onboarding-blueprint.en'],
    ['pdf', { paper: 'A3', spread: 'tiles' }, 'home-decoration.zh'],
    ['pdf', { spread: 'stages' }, 'saas-onboarding-blueprint.en'],
    ['pdf', { content: 'report', paper: 'A4' }, 'home-decoration.zh'],
    ['pdf', { stage: 'B' }, 'home-decoration.zh'],
    ['png', { stage: 'B', theme: 'dark', ground: 'clear' }, 'saas-onboarding-blueprint.en'],
    ['pptx', { content: 'report' }, 'saas-onboarding-blueprint.en'],
    ['pptx', { stage: 'B-C' }, 'home-decoration.zh'],
  ];
  it.each(sized)(
    'is within a quarter also of a part or otherwise made: %s %j of %s',
    async (name, wished, template) => {
      expect(await amiss(mapOf(template), name, wished)).toBeLessThan(tolerance);
    },
  );

  it('counts the pictures that are shown, each as often as the file holds it', async () => {
    const { map, pictures } = exportMap(20);
    // Two photographs of 200 and 300 kB: much more than the drawing.
    const heavy = new Map([...pictures].slice(0, 2).map(([name], index) => [name, photo(200 + 100 * index)]));
    const tools = { ...drawTools, pictures: heavy };
    for (const name of ['svg', 'pdf', 'pptx'] as const) {
      const row = rowOf(name);
      const options = chooseOptions({});
      const told = await drawPreview(map, row, options, wish, tools);
      const real = (await drawFile(map, row, options, tools)).length;
      expect(real, name).toBeGreaterThan(500_000);
      if (told.kind !== 'sheet') throw new Error('no sheet');
      expect(told.bytes / real, name).toBeGreaterThan(0.7);
      expect(told.bytes / real, name).toBeLessThan(1.4);
    }
  });

  it('of a PNG grows with the photographs on it as they do, pixel by pixel', async () => {
    const { map, pictures } = exportMap(20);
    const tools = { ...drawTools, pictures: new Map([...pictures.keys()].map((name) => [name, photo(300)])) };
    // As much of the sheet as a photograph beside a map takes.
    const [sheet] = map.elements.filter(({ kind }) => kind === 'image');
    if (!sheet) throw new Error('there is no picture beside the map');
    const shown = { ...map, elements: [{ ...sheet, side: 'right' as const, width: 900, height: 900 }] };
    for (const wished of [{ width: 600 }, { width: 2400 }]) {
      const options = chooseOptions(wished);
      const told = await drawPreview(shown, rowOf('png'), options, { ...wish, width: 480 }, tools);
      const real = (await drawFile(shown, rowOf('png'), options, tools)).length;
      expect(told.bytes / real, JSON.stringify(wished)).toBeGreaterThan(0.6);
      expect(told.bytes / real, JSON.stringify(wished)).toBeLessThan(1.6);
    }
  });

  it('leaves out pictures that the part does not show', async () => {
    const { map, pictures } = exportMap(20);
    const heavy = new Map([...pictures.keys()].map((name) => [name, photo(200)]));
    const bare = { ...map, elements: [] };
    const told = await drawPreview(bare, rowOf('pdf'), chooseOptions({}), wish, {
      ...drawTools,
      pictures: heavy,
    });
    if (told.kind !== 'sheet') throw new Error('no sheet');
    expect(told.bytes).toBeLessThan(500_000);
  });
});

/** Noise as a photograph's file has it: so many kilobytes that nothing makes smaller. */
function photo(kilobytes: number): string {
  const side = Math.round(Math.sqrt((kilobytes * 1000) / 3));
  const png = new PNG({ width: side, height: side, colorType: 2 });
  let seed = kilobytes;
  for (let at = 0; at < png.data.length; at += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    png.data[at] = at % 4 === 3 ? 255 : seed >>> 16;
  }
  return `data:image/png;base64,${PNG.sync.write(png, { colorType: 2 }).toString('base64')}`;
}

describe('the preview of a table or text', () => {
  it('has the first rows of the table, and the file’s own size', async () => {
    const map = saas();
    for (const name of ['csv', 'xlsx'] as const) {
      const drawn = await preview(map, name, {});
      if (drawn.kind !== 'table') throw new Error('no table');
      expect(drawn.rows).toHaveLength(12);
      expect(drawn.rows[0]).toContain('Reads a comparison by a peer');
      const file = await drawFile(map, rowOf(name), chooseOptions({}), drawTools);
      expect(drawn.bytes).toBe(file.length);
    }
  });

  it('has the beginning of the text', async () => {
    const drawn = await preview(saas(), 'md', {});
    if (drawn.kind !== 'text') throw new Error('no text');
    expect(drawn.text.startsWith('# SaaS onboarding: a service blueprint')).toBe(true);
    expect(drawn.text.length).toBeLessThanOrEqual(4000);
  });
});
