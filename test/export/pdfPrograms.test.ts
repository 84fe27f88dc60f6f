/**
 * What poppler makes of a PDF (where it is not installed, the name of its tests says so), for each template and for maps
 * of 10, 200 and 1,000 cards, in both themes: pdftotext finds every line of text, Chinese included, pdffonts only fonts that
 * are embedded as subsets and name their characters, pdfinfo the page's size and the title. Every card, arrow, curve, moment,
 * image and text is seen at its own place, and missed where it is gone, which hardly changes a picture as a whole; as a whole
 * the page of a template differs in few pixels from the SVG of the same scene drawn by resvg.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { toPng } from '../../server/exports/drawPng.ts';
import { toPdf } from '../../src/export/pdf.ts';
import type { Scene } from '../../src/layout/scene.ts';
import { linesOf, lookOf } from '../support/exportSheet.ts';
import { looked, placed, unseen } from '../support/knownPlaces.ts';
import { bare, bareFor, bareOf, scaleOf, sheets, type Sheet } from '../support/lookedSheets.ts';
import { drawnPages } from '../support/poppler.ts';
import type { Picture } from '../support/sceneLayers.ts';

const slowProgramMs = 600_000;
const pixelsAnInch = 96;
/** Of an inch of 96 map units. */
const pointsAUnit = 0.75;
/** Text is smoothed in two ways. */
const mostDifferent = 0.03;

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-poppler-'));
afterAll(() => rmSync(folder, { recursive: true }));
const isMissing = spawnSync('pdftotext', ['-v']).error !== undefined;

async function pdfOf({ theme, images }: Sheet, scene: Scene): Promise<string> {
  const file = path.join(folder, 'map.pdf');
  writeFileSync(file, await toPdf([scene], { theme, images, ...(await lookOf(scene)) }));
  return file;
}

function ask(program: string, ...args: readonly string[]): string {
  return spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout;
}

function drawn(sheet: Sheet, file: string): Picture {
  const [page] = drawnPages(file, '-r', scaleOf(sheet) * pixelsAnInch, '-singlefile');
  if (!page) throw new Error('there is no page');
  return page;
}

/** The share of pixels in which a page differs from the SVG of the scene. */
async function differentFromSvg(page: Picture, sheet: Sheet): Promise<number> {
  const { scene, theme, images } = sheet;
  const look = { ...(await lookOf(scene)), theme, images, size: { scale: scaleOf(sheet) } };
  const svg = PNG.sync.read(Buffer.from(await toPng(scene, look)));
  expect(Math.abs(page.width - svg.width)).toBeLessThanOrEqual(1);
  expect(Math.abs(page.height - svg.height)).toBeLessThanOrEqual(1);
  const [width, height] = [Math.min(page.width, svg.width), Math.min(page.height, svg.height)];
  const cut = (from: Picture): Buffer => {
    const rows = Array.from({ length: height }, (_, row) =>
      from.data.subarray(4 * row * from.width, 4 * (row * from.width + width)),
    );
    return Buffer.concat(rows);
  };
  return pixelmatch(cut(page), cut(svg), undefined, width, height, { threshold: 0.1 }) / (width * height);
}

const withoutSpace = (text: string) => text.normalize('NFKC').replaceAll(/\s+/gu, '');

const title = isMissing ? 'poppler (NOT INSTALLED HERE: skipped)' : 'poppler';
describe.skipIf(isMissing).each([title])('%s', () => {
  it.each(sheets)(
    '$name: finds every line of text, fonts that are embedded as subsets, the page’s size and the title; sees everything at its place',
    async (sheet) => {
      const { scene } = sheet;
      const file = await pdfOf(sheet, scene);
      const text = withoutSpace(ask('pdftotext', '-raw', file, '-'));
      // What stands in for an image is not told where the image is there.
      const told = sheet.images.size > 0 ? bareOf(scene, 'images') : scene;
      const lines = told.groups.flatMap(({ items }) => linesOf(items));
      expect(lines.length).toBeGreaterThan(20);
      expect(lines.filter((line) => !text.includes(withoutSpace(line)))).toEqual([]);
      const fonts = ask('pdffonts', file).trim().split('\n').slice(2);
      expect(fonts.length).toBeGreaterThan(1);
      // The name of a subset, then: embedded, a subset, with a map to characters.
      expect(fonts.filter((row) => !/^[A-Z]{6}\+.* yes yes yes /.test(row))).toEqual([]);
      const info = ask('pdfinfo', file);
      const [, width, height] = /Page size: +([\d.]+) x ([\d.]+) pts/.exec(info) ?? [];
      expect(Number(width)).toBeCloseTo(scene.width * pointsAUnit, 1);
      expect(Number(height)).toBeCloseTo(scene.height * pointsAUnit, 1);
      expect(/Title: +(.*)/.exec(info)?.[1]).toBe(scene.title);

      const whole = drawn(sheet, file);
      if (sheet.images.size === 0) expect(await differentFromSvg(whole, sheet)).toBeLessThan(mostDifferent);
      const without = {
        shapes: drawn(sheet, await pdfOf(sheet, bare.shapes(scene))),
        grounds: drawn(sheet, await pdfOf(sheet, bare.grounds(scene))),
      };
      for (const what of looked) {
        const pictured = { bare: without[bareFor(what)], scale: scaleOf(sheet) };
        expect([what, unseen(scene, what, { ...pictured, whole })]).toEqual([what, []]);
        const missed = unseen(scene, what, { ...pictured, whole: pictured.bare });
        expect(new Set(missed.map((one) => one.split(': ')[0]))).toEqual(new Set(placed(scene, what)));
      }
    },
    slowProgramMs,
  );
});
