/**
 * What poppler makes of a PDF (where it is not installed, the name of its tests says so), for each template and for maps
 * of 10, 200 and 1,000 cards, in both themes: pdftotext finds every line of text, Chinese included, pdffonts only fonts that
 * are embedded as subsets and name their characters, pdfinfo the page's size and the title. Of the maps of cards, every card,
 * arrow, curve, image and text is seen at its own place (of the templates: pdfPicture.test.ts), and without it is missed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { toPdf } from '../../src/export/pdf.ts';
import type { Scene } from '../../src/layout/scene.ts';
import { linesOf, lookOf } from '../support/exportSheet.ts';
import { looked, placed, unseen } from '../support/knownPlaces.ts';
import { bare, bareFor, bareOf, scaleOf, sheets, type Sheet } from '../support/lookedSheets.ts';

const slowProgramMs = 600_000;
const pixelsAnInch = 96;
/** Of an inch of 96 map units. */
const pointsAUnit = 0.75;

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

async function pictureOf(sheet: Sheet, scene: Scene): Promise<PNG> {
  const asked = ['-r', String(scaleOf(sheet) * pixelsAnInch), '-png', '-singlefile'];
  ask('pdftoppm', ...asked, await pdfOf(sheet, scene), path.join(folder, 'map'));
  return PNG.sync.read(readFileSync(path.join(folder, 'map.png')));
}

const withoutSpace = (text: string) => text.normalize('NFKC').replaceAll(/\s+/gu, '');

const title = isMissing ? 'poppler (NOT INSTALLED HERE: skipped)' : 'poppler';
describe.skipIf(isMissing).each([title])('%s', () => {
  it.each(sheets)(
    '$name: finds every line of text, fonts that are embedded as subsets, the page’s size and the title',
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
    },
    slowProgramMs,
  );

  it.each(sheets.filter(({ name }) => /^\d+ cards/.test(name)))(
    '$name: every card, arrow, curve, image and text is seen at its place, and missed where it is gone',
    async (sheet) => {
      const { scene } = sheet;
      const whole = await pictureOf(sheet, scene);
      const without = {
        shapes: await pictureOf(sheet, bare.shapes(scene)),
        grounds: await pictureOf(sheet, bare.grounds(scene)),
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
