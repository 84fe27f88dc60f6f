/**
 * The PDF as a picture: a page drawn by poppler beside the SVG of the same scene drawn by resvg, for each template in both
 * themes (the tests' names say where poppler is not installed). As a whole they differ in hardly a pixel; since a
 * layer that is lost hardly changes a whole picture, the pixels that each group draws (where the SVG differs
 * from the SVG without its layer) are looked for in the PDF one by one, and a PDF without a layer is caught.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { toPng } from '../../server/exports/drawPng.ts';
import { readFontFile } from '../../server/exports/fontFiles.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { toPdf } from '../../src/export/pdf.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import type { Scene, SceneGroup } from '../../src/layout/scene.ts';
import type { Theme } from '../../src/theme/colours.ts';
import { exportMap } from '../support/exportMap.ts';
import { lookOf } from '../support/exportSheet.ts';
import { apart, shows, without, type Layer } from '../support/sceneLayers.ts';
import { templates } from '../support/templates.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** Pixels a map unit: half as many show every line, in a quarter of the time. */
const scale = 0.5;
const pixelsAnInch = 96;
const isThere = !spawnSync('pdftoppm', ['-v']).error;
const slowProgramMs = 240_000;

/** Text is smoothed in two ways. */
const mostDifferent = 0.03;
/** Of a group's pixels in the SVG, those that must be found in the PDF, or beside them: programs round lines differently. */
const leastFound = 0.9;
/** Of three channels together: what is drawn, not what is smoothed. */
const leastChange = 90;

type Images = ReadonlyMap<string, string>;
interface Look {
  readonly theme: Theme;
  readonly images: Images;
}

async function drawnPdf(scene: Scene, { theme, images }: Look): Promise<PNG> {
  const file = path.join(folder, 'page.pdf');
  writeFileSync(
    file,
    await toPdf([scene], {
      ...(await lookOf(scene)),
      theme,
      images,
    }),
  );
  spawnSync('pdftoppm', [
    '-r',
    String(scale * pixelsAnInch),
    '-png',
    '-singlefile',
    file,
    path.join(folder, 'page'),
  ]);
  return PNG.sync.read(readFileSync(path.join(folder, 'page.png')));
}

async function drawnSvg(scene: Scene, { theme, images }: Look): Promise<PNG> {
  const { emoji } = await lookOf(scene);
  const bytes = await toPng(scene, {
    size: { scale },
    theme,
    emoji,
    images,
    readCut: readFontFile,
  });
  return PNG.sync.read(Buffer.from(bytes));
}

/** Of the pixels in a box that a layer changes, the share that the other picture shows with the layer rather than without. */
function foundIn(pdf: PNG, whole: PNG, bare: PNG, { x, y, width, height }: SceneGroup['box']): number {
  const isFound = (row: number, column: number, at: number): boolean => {
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1) {
        const on = 4 * ((row + dy) * pdf.width + column + dx);
        if (apart(pdf, on, whole, at) < apart(pdf, on, bare, at)) return true;
      }
    return false;
  };
  let changed = 0;
  let found = 0;
  const [top, left] = [Math.max(0, Math.floor(y * scale)), Math.max(0, Math.floor(x * scale))];
  const [bottom, right] = [
    Math.min(whole.height, (y + height) * scale),
    Math.min(whole.width, (x + width) * scale),
  ];
  for (let row = top; row < bottom; row += 1)
    for (let column = left; column < right; column += 1) {
      const at = 4 * (row * whole.width + column);
      if (apart(whole, at, bare, at) < leastChange) continue;
      changed += 1;
      if (isFound(row, column, at)) found += 1;
    }
  return changed === 0 ? 1 : found / changed;
}

const bareOf = (scene: Scene, layer: Layer): Scene => ({ ...scene, groups: without(scene.groups, layer) });

/** The groups of a layer of which too little is found. */
async function lost(pdf: PNG, whole: PNG, scene: Scene, layer: Layer, look: Look): Promise<string[]> {
  const bare = await drawnSvg(bareOf(scene, layer), look);
  const groups = scene.groups.filter((group) => shows(group, layer));
  expect(groups.length).toBeGreaterThan(0);
  return groups.flatMap(({ id, box }) => {
    const share = foundIn(pdf, whole, bare, box);
    return share < leastFound ? [`${id}: ${share.toFixed(2)}`] : [];
  });
}

const none: Images = new Map();

describe.skipIf(!isThere)('a PDF as poppler draws it (skipped where it is not installed)', () => {
  const each = templates.flatMap(({ name, map }) =>
    (['light', 'dark'] as const).map((theme) => [name, theme, map] as const),
  );
  it.each(each)(
    '%s, %s: is the picture of the SVG, with every arrow, and in light every card, curve, moment and text',
    async (_name, theme, map) => {
      const look = { theme, images: none };
      const [scene] = layoutSheets(map, chooseOptions({ theme }));
      const pdf = await drawnPdf(scene, look);
      const svg = await drawnSvg(scene, look);
      expect(Math.abs(pdf.width - svg.width)).toBeLessThanOrEqual(1);
      expect(Math.abs(pdf.height - svg.height)).toBeLessThanOrEqual(1);
      const [width, height] = [Math.min(pdf.width, svg.width), Math.min(pdf.height, svg.height)];
      const cut = (from: PNG): PNG => {
        const to = new PNG({ width, height });
        PNG.bitblt(from, to, 0, 0, width, height, 0, 0);
        return to;
      };
      const different = pixelmatch(cut(pdf).data, cut(svg).data, undefined, width, height, {
        threshold: 0.1,
      });
      expect(different / (width * height)).toBeLessThan(mostDifferent);
      const looked = theme === 'light' ? (['links', 'marks', 'texts'] as const) : (['links'] as const);
      for (const layer of looked)
        expect([layer, await lost(pdf, svg, scene, layer, look)]).toEqual([layer, []]);
    },
    slowProgramMs,
  );

  const { map, pictures } = exportMap(10);
  it.each(['links', 'marks', 'texts', 'images'] as const)(
    'without its layer of %s is caught',
    async (layer) => {
      const look = { theme: 'light', images: pictures } as const;
      const [scene] = layoutSheets(map, chooseOptions({}));
      const svg = await drawnSvg(scene, look);
      expect(await lost(await drawnPdf(scene, look), svg, scene, layer, look)).toEqual([]);
      expect(await lost(await drawnPdf(bareOf(scene, layer), look), svg, scene, layer, look)).not.toEqual([]);
    },
    slowProgramMs,
  );
});
