/** The logo of a map in every format that is drawn, and pictures in greys. */
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf, type FileFormatName } from '../../src/export/fileFormats.ts';
import { drawLogo } from '../../src/layout/sheetLogo.ts';
import { storedImage } from '../../src/layout/storedImages.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { resolvePaint } from '../../src/theme/colours.ts';
import { templates } from '../support/templates.ts';

const hash = 'ab'.repeat(32);
const square = new PNG({ width: 40, height: 20 });
for (let at = 0; at < square.data.length; at += 4) square.data.set([200, 30, 40, 255], at);
const red = `data:image/png;base64,${PNG.sync.write(square).toString('base64')}`;
const pictures = new Map([[storedImage(hash), red]]);

const [template] = templates;
if (!template) throw new Error('no template');
const { map: plain } = template;
const map: JourneyMap = { ...plain, map: { ...plain.map, logo: { image: hash, width: 40, height: 20 } } };

function make(
  name: FileFormatName,
  wished: Readonly<Record<string, unknown>> = {},
  journey: JourneyMap = map,
): Promise<Uint8Array> {
  const format = formatOf(name);
  if (!format) throw new Error(`no ${name}`);
  return drawFile(journey, format, chooseOptions({ stage: 'A', ...wished }), { ...drawTools, pictures });
}
const textOf = async (name: FileFormatName, wished?: Readonly<Record<string, unknown>>) =>
  new TextDecoder('latin1').decode(await make(name, wished));
/** Pixels of a drawing that are as red as the logo, or that have any colour of their own at all. */
async function reds(wished: Readonly<Record<string, unknown>>): Promise<number> {
  const { data } = PNG.sync.read(Buffer.from(await make('png', { ...wished, width: 1200 })));
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === 200 && data[at + 1] === 30 && data[at + 2] === 40) count += 1;
  return count;
}

describe('the logo', () => {
  it('stands in the title block of SVG, PDF, PNG and HTML, and beside the title of the first slide', async () => {
    expect(await textOf('svg')).toContain(red);
    expect(await textOf('html')).toContain(red);
    expect(await textOf('pdf')).toContain('/Subtype /Image');
    expect(await reds({})).toBeGreaterThan(100);
    const parts = unzipSync(await make('pptx'));
    expect(Object.keys(parts)).toContain('ppt/media/image1.png');
    const first = strFromU8(parts['ppt/slides/slide1.xml'] ?? new Uint8Array());
    const [, x = '', y = '', width = '', height = ''] =
      /<p:grpSpPr><a:xfrm><a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>[^P]*<\/p:grpSpPr>(?:(?!<p:grpSp>).)*<p:pic>/.exec(
        first,
      ) ?? [];
    const [, slideWidth = '', slideHeight = ''] =
      /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array())) ??
      [];
    expect(Number(width) / Number(height)).toBeCloseTo(2, 0);
    expect(Number(x) + Number(width)).toBeLessThanOrEqual(Number(slideWidth));
    expect(Number(y) + Number(height)).toBeLessThan(Number(slideHeight) * 0.125);
  });

  it('is on the cover of the report', async () => {
    expect(await textOf('pdf', { content: 'report' })).toContain('/Subtype /Image');
    expect(await textOf('pdf', { content: 'report', logo: 'no' })).not.toContain('/Subtype /Image');
  });

  it('is left out with the names, and with the title block', async () => {
    expect(await textOf('svg', { logo: 'no' })).not.toContain('<image');
    expect(await textOf('svg', { title: 'no' })).not.toContain('<image');
    const parts = unzipSync(await make('pptx', { logo: 'no' }));
    expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media'))).toEqual([]);
  });

  it('has light paper under it on a dark sheet, where most logos could not be seen', () => {
    const [plate] = drawLogo(map, { width: 220, height: 64 })?.items ?? [];
    expect(plate).toMatchObject({ kind: 'rect', fill: resolvePaint('paper', 'light') });
    // So has the name that stands for a picture that cannot be had.
    const missing = drawLogo(map, { width: 220, height: 64 })?.items[1];
    expect(missing?.kind === 'image' && missing.missing?.[0]).toMatchObject({
      fill: resolvePaint('ink-2', 'light'),
    });
  });

  it('keeps its proportions in its place, however long or high it is', () => {
    for (const [width, height] of [
      [2000, 10],
      [10, 2000],
      [300, 300],
    ] as const) {
      const drawn = drawLogo(
        { map: { ...map.map, logo: { image: hash, width, height } }, brand: map.brand },
        { width: 220, height: 64 },
      );
      expect(drawn?.width).toBeLessThanOrEqual(220);
      expect(drawn?.height).toBeLessThanOrEqual(64);
      const picture = drawn?.items.find((item) => item.kind === 'image');
      expect((picture?.width ?? 0) / (picture?.height ?? 1)).toBeCloseTo(width / height, 5);
    }
    expect(drawLogo(plain, { width: 220, height: 64 })).toBeNull();
  });
});

describe('in greys', () => {
  it('pictures have no colours either: in SVG, PDF, PNG and slides', async () => {
    const svg = await textOf('svg', { grey: 'yes' });
    expect(svg).toContain('data:image/png;base64,');
    expect(svg).not.toContain(red);
    expect(await reds({ grey: 'yes' })).toBe(0);
    expect(await textOf('pdf', { grey: 'yes' })).toMatch(/\/Subtype \/Image[^>]*\/ColorSpace \/DeviceGray/);
    const parts = unzipSync(await make('pptx', { grey: 'yes' }));
    const picture = PNG.sync.read(Buffer.from(parts['ppt/media/image1.png'] ?? new Uint8Array()));
    expect([picture.data[0], picture.data[1]]).toEqual([picture.data[2], picture.data[2]]);
    const slides = Object.entries(parts).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
    const colours = slides.flatMap(([, xml]) =>
      [...strFromU8(xml).matchAll(/srgbClr val="(..)(..)(..)"/g)].map(([, ...rgb]) => new Set(rgb).size),
    );
    expect(colours.length).toBeGreaterThan(100);
    expect(new Set(colours)).toEqual(new Set([1]));
  });
});
