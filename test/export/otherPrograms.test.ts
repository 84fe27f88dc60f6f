/**
 * What other programs make of the files: rsvg-convert and Inkscape, each where it is installed (the tests' names say so;
 * LibreOffice: pptxPicture.test.ts, xlsxPrint.test.ts). A layer that is lost hardly changes a picture as a whole, so every link, card and curve is looked at where it lies.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import { drawTools } from '../../server/exports/drawTools.ts';
import { chooseOptions } from '../../src/export/exportOptions.ts';
import { drawFile, formatOf, type FileFormatName } from '../../src/export/fileFormats.ts';
import { layoutSheets } from '../../src/export/sheets.ts';
import { toSvg } from '../../src/export/svg.ts';
import type { Scene, SceneGroup } from '../../src/layout/scene.ts';
import { templates } from '../support/templates.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'touchline-programs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isThere = (program: string) => !spawnSync(program, ['--version']).error;
const slowProgramMs = 120_000;

async function fileOf(format: FileFormatName, map: (typeof templates)[number]['map']): Promise<string> {
  const row = formatOf(format);
  if (!row) throw new Error(`there is no format ${format}`);
  const file = path.join(folder, `map.${row.ending}`);
  writeFileSync(file, await drawFile(map, row, chooseOptions({}), drawTools));
  return file;
}

describe.skipIf(!isThere('rsvg-convert'))('rsvg-convert (skipped where it is not installed)', () => {
  const drawn = (scene: Scene): PNG => {
    const file = path.join(folder, 'layers.svg');
    writeFileSync(file, toSvg(scene, { theme: 'light' }));
    const { stdout } = spawnSync('rsvg-convert', [file], { maxBuffer: 256 * 1024 * 1024 });
    return PNG.sync.read(stdout);
  };
  const without = (scene: Scene, role: SceneGroup['role']): Scene => ({
    ...scene,
    groups: scene.groups.filter((group) => group.role !== role),
  });
  const differs = (a: PNG, b: PNG, { x, y, width, height }: SceneGroup['box']): boolean => {
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(a.height, y + height); row += 1)
      for (let column = Math.max(0, Math.floor(x)); column < Math.min(a.width, x + width); column += 1) {
        const at = 4 * (row * a.width + column);
        if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > 24) return true;
      }
    return false;
  };

  it.each(templates.slice(0, 1).map(({ name, map }) => [name, map] as const))(
    '%s: draws every card, every arrow and every curve',
    (_name, map) => {
      const [scene] = layoutSheets(map, chooseOptions({}));
      const whole = drawn(scene);
      expect([whole.width, whole.height]).toEqual([Math.ceil(scene.width), Math.ceil(scene.height)]);
      for (const role of ['link', 'touchpoint', 'emotion-curve', 'moment'] as const) {
        const layer = scene.groups.filter((group) => group.role === role && group.items.length > 0);
        const bare = drawn(without(scene, role));
        expect(layer.filter(({ box }) => !differs(whole, bare, box)).map(({ id }) => id)).toEqual([]);
      }
    },
    slowProgramMs,
  );
});

describe.skipIf(!isThere('inkscape'))('Inkscape (skipped where it is not installed)', () => {
  it(
    'finds a group for every stage, lane and card',
    async () => {
      const [{ map } = { map: null }] = templates;
      if (!map) throw new Error('there is no template');
      const file = await fileOf('svg', map);
      const { stdout } = spawnSync('inkscape', ['--query-all', file], { encoding: 'utf8' });
      const ids = new Set(stdout.split('\n').map((line) => line.split(',')[0]));
      const [scene] = layoutSheets(map, chooseOptions({}));
      const wanted = scene.groups.filter(({ role }) =>
        ['touchpoint', 'stage-head', 'lane-head'].includes(role),
      );
      expect(wanted.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([]);
    },
    slowProgramMs,
  );
});
