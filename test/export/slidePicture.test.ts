/**
 * The slides as LibreOffice draws them, beside our own drawing of the same slides. It has other fonts than ours, so words are
 * not compared letter by letter: blocks of the picture are. Since lost arrows hardly change a picture, the pixels that the
 * links draw are looked for by themselves, and a file without its links is caught.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { toPng } from '../../server/exports/drawPng.ts';
import { readFontFile } from '../../server/exports/fontFiles.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { toPptx } from '../../src/export/pptx/pptx.ts';
import { slideScene } from '../../src/export/pptx/slideScene.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { lookOf } from '../support/exportSheet.ts';
import { templates } from '../support/templates.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-slides-'));
afterAll(() => rmSync(folder, { recursive: true }));
const isThere = !spawnSync('soffice', ['--version']).error && !spawnSync('pdftoppm', ['-v']).error;
const slowProgramMs = 240_000;
const width = 1600;
const usual = chooseOptions({});

/** The first two slides of each map, as LibreOffice draws them. */
function officeSlides(maps: Readonly<Record<string, JourneyMap>>): Readonly<Record<string, readonly PNG[]>> {
  const run = (program: string, ...args: readonly string[]) => spawnSync(program, args, { cwd: folder });
  for (const [name, map] of Object.entries(maps))
    writeFileSync(path.join(folder, `${name}.pptx`), toPptx(map, usual));
  const files = Object.keys(maps).map((name) => `${name}.pptx`);
  run(
    'soffice',
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    ...files,
  );
  return Object.fromEntries(
    Object.keys(maps).map((name) => {
      const size = ['-scale-to-x', String(width), '-scale-to-y', '-1'];
      const pages = [1, 2].map((page) => {
        const file = `${name}-${page}`;
        run('pdftoppm', ...size, '-png', '-singlefile', '-f', String(page), `${name}.pdf`, file);
        return PNG.sync.read(readFileSync(path.join(folder, `${file}.png`)));
      });
      return [name, pages];
    }),
  );
}

async function ownSlide(map: JourneyMap, index: number): Promise<PNG> {
  const { scene } = slideScene(map, usual, index);
  const { emoji } = await lookOf(scene);
  const bytes = await toPng(scene, { size: { width }, theme: 'light', emoji, readCut: readFontFile });
  return PNG.sync.read(Buffer.from(bytes));
}

/** How unlike two pixels are, the channels together. */
const apart = (a: PNG, at: number, b: PNG, on: number): number =>
  [0, 1, 2].reduce(
    (sum, channel) => sum + Math.abs((a.data[at + channel] ?? 0) - (b.data[on + channel] ?? 0)),
    0,
  );

/** The share of blocks whose mean brightness differs by more than a tenth. */
function blocksApart(a: PNG, b: PNG, size = 16): number {
  const mean = (from: PNG, left: number, top: number): number => {
    let sum = 0;
    for (let y = top; y < top + size; y += 1)
      for (let x = left; x < left + size; x += 1) sum += from.data[4 * (y * from.width + x) + 1] ?? 0;
    return sum / size ** 2;
  };
  let blocks = 0;
  let different = 0;
  for (let top = 0; top + size <= Math.min(a.height, b.height); top += size)
    for (let left = 0; left + size <= width; left += size) {
      blocks += 1;
      if (Math.abs(mean(a, left, top) - mean(b, left, top)) > 25) different += 1;
    }
  return different / blocks;
}

/** Of the pixels that differ between our drawing with and without something, the share that the office shows with it. */
function foundIn(office: PNG, whole: PNG, bare: PNG): number {
  const near = [-2, -1, 0, 1, 2].flatMap((dy) => [-2, -1, 0, 1, 2].map((dx) => 4 * (dy * width + dx)));
  let changed = 0;
  let found = 0;
  for (let at = 0; at < whole.data.length; at += 4) {
    if (apart(whole, at, bare, at) < 150) continue;
    changed += 1;
    if (near.some((by) => apart(office, at + by, whole, at) < apart(office, at + by, bare, at))) found += 1;
  }
  expect(changed).toBeGreaterThan(500);
  return found / changed;
}

describe.skipIf(!isThere)('slides as LibreOffice draws them (skipped where it is not installed)', () => {
  it(
    'are the pictures that we draw of them, with their links; without its links a file is caught',
    async () => {
      const whole = templates.find(({ name }) => name === 'home-decoration.zh')?.map;
      if (!whole) throw new Error('the template is gone');
      const bare = { ...whole, links: [] };
      const office = officeSlides({ whole, bare });
      for (const [index, drawn] of (office['whole'] ?? []).entries()) {
        const own = await ownSlide(whole, index);
        expect([drawn.width, Math.abs(drawn.height - own.height) <= 1]).toEqual([own.width, true]);
        expect(blocksApart(drawn, own)).toBeLessThan(0.03);
        // The first stage has hardly a link of its own.
        if (index > 0) continue;
        const ownBare = await ownSlide(bare, index);
        const [withLinks, without] = [drawn, office['bare']?.[index]].map((one) =>
          one ? foundIn(one, own, ownBare) : -1,
        );
        expect(withLinks).toBeGreaterThan(0.65);
        expect(without).toBeLessThan(0.5);
      }
    },
    slowProgramMs,
  );
});
