/** The table of formats: every row makes a file of every template, the same twice, in whatever order it is asked. */
import { describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, fileFormats, formatOf } from '../../src/export/fileFormats.ts';
import { parseMapText } from '../../src/model/parseMap.ts';
import { templates } from '../support/templates.ts';

// Large pictures of every template would take minutes.
const small = { width: '400' };

describe.each(fileFormats.map((row) => [row.format, row] as const))('the format %s', (_name, format) => {
  it('gives the same bytes for the same map and options', async () => {
    for (const { map } of templates) {
      const bytes = await drawFile(map, format, chooseOptions(small), drawTools);
      expect(bytes.length).toBeGreaterThan(100);
      const again = await drawFile(
        structuredClone(map),
        format,
        chooseOptions({ ...small, theme: 'light' }),
        drawTools,
      );
      expect(Buffer.compare(again, bytes)).toBe(0);
    }
  });

  it('tells how far it is, and ends when nobody waits any more', async () => {
    const [{ map } = { map: null }] = templates;
    if (!map) throw new Error('there is no template');
    const shares: number[] = [];
    await drawFile(map, format, chooseOptions(small), {
      ...drawTools,
      onProgress: (share) => shares.push(share),
    });
    expect(shares.at(-1)).toBe(1);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    const ended = drawFile(map, format, chooseOptions(small), {
      ...drawTools,
      signal: AbortSignal.abort(new Error('stopped')),
    });
    await expect(ended).rejects.toThrow('stopped');
  });
});

it('says which tool a machine does not have', async () => {
  const [pdf, first] = [formatOf('pdf'), templates[0]];
  if (!pdf || !first) throw new Error('there is no PDF');
  await expect(drawFile(first.map, pdf, chooseOptions({}))).rejects.toThrow('readCut');
});

it.each(templates.map(({ name, map }) => [name, map] as const))(
  'SVG draws every touchpoint, with shapes and text alone: %s',
  async (_name, map) => {
    const format = formatOf('svg');
    if (!format) throw new Error('there is no SVG');
    const svgOf = async (wished: Readonly<Record<string, unknown>>) =>
      new TextDecoder().decode(await drawFile(map, format, chooseOptions(wished), drawTools));
    const svg = await svgOf({});
    for (const { id } of map.touchpoints) expect(svg).toContain(`data-id="${id}"`);
    expect(svg).not.toMatch(/foreignObject|<script|href="http/);
    expect(await svgOf({ theme: 'dark' })).not.toBe(svg);
    const outlines = await svgOf({ text: 'outlines', grey: 'yes' });
    expect(outlines).not.toContain('<text');
    const colours = [...outlines.matchAll(/(?:fill|stroke)="#(..)(..)(..)"/g)];
    expect(colours.every(([, red, green, blue]) => red === green && green === blue)).toBe(true);
    expect(await svgOf({ text: 'embedded' })).toContain('@font-face');
  },
);

it('json loses nothing', async () => {
  const json = formatOf('json');
  for (const { map } of templates) {
    const bytes = json && (await drawFile(map, json, chooseOptions({})));
    expect(parseMapText(new TextDecoder().decode(bytes ?? undefined))).toEqual({ ok: true, map });
  }
});

it('draws the overlay that is asked for with its legend, and the marks of the checks; neither unasked', async () => {
  const format = formatOf('svg');
  const map = templates.find(({ name }) => name.startsWith('b2b'))?.map;
  if (!format || !map) throw new Error('there is no SVG or no trade map');
  const noted = { ...map, touchpoints: map.touchpoints.map((one) => ({ ...one, emotion: null })) };
  const svgOf = async (wished: Readonly<Record<string, unknown>>) =>
    new TextDecoder().decode(await drawFile(noted, format, chooseOptions(wished), drawTools));
  const [plain, losses, marked] = [
    await svgOf({}),
    await svgOf({ overlay: 'losses' }),
    await svgOf({ marks: 'yes' }),
  ];
  expect(losses).toContain('overlay.flow');
  expect(losses).toContain('OVERLAY: LOSSES');
  expect(plain).not.toMatch(/overlay\.flow|OVERLAY/);
  const paths = (svg: string): number => svg.split('<path').length;
  expect(paths(marked)).toBeGreaterThan(paths(plain));
});
