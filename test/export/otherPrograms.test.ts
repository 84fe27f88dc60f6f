/**
 * What rsvg-convert and Inkscape make of an SVG, each where it is installed (where one is not, the name of its tests
 * says so; poppler: pdfPrograms.test.ts; LibreOffice: pptxPicture.test.ts, xlsxPrint.test.ts): of each template and of maps of 10, 200 and 1,000 cards,
 * in both themes, every card, arrow, curve, moment, image and line of text is seen at its own place. Since a layer that
 * is lost hardly changes a picture as a whole, each place is compared with the same program's picture without the layer
 * (support/knownPlaces.ts), and drawings that go without a layer, or without one single thing, are caught by name.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toSvg } from '../../src/export/svg.ts';
import { lacking, looked, placed, unseen, type Looked } from '../support/knownPlaces.ts';
import { bare, bareFor, bareOf, scaleOf, sheets, type Sheet } from '../support/lookedSheets.ts';

const slowProgramMs = 600_000;
/** Of an SVG that is drawn as it is. */
const pixelsAnInch = 96;

/** The drawings of the smallest map that are to be caught: all of a kind is gone, or one single thing. */
const smallest = sheets.find(({ name }) => name === '10 cards, light') ?? sheets[0];
if (!smallest) throw new Error('there is no map');
const incomplete = looked.flatMap((what) => {
  const { scene } = smallest;
  const ids = placed(scene, what);
  // Lines of texts and images have boxes of their own.
  const one = (what === 'links' || what === 'marks' ? ids : []).map((id) => {
    const groups = scene.groups.flatMap((group) => (group.id === id ? lacking([group], what) : [group]));
    return { name: `${what} of ${id}`, what, gone: [id], scene: { ...scene, groups } };
  });
  return [{ name: `all ${what}`, what, gone: ids, scene: bareOf(scene, what) }, ...one];
});

/** A program that draws SVG files, each beside itself as PNG. */
interface Program {
  readonly program: string;
  readonly draw: (files: readonly string[], scale: number) => void;
}
const pictureOf = (file: string) => file.replace(/svg$/, 'png');

const programs: readonly Program[] = [
  {
    program: 'rsvg-convert',
    draw: (files, scale) => {
      for (const file of files)
        spawnSync('rsvg-convert', ['--zoom', String(scale), '--output', pictureOf(file), file]);
    },
  },
  {
    program: 'inkscape',
    // One process for many files: it takes longer to start than to draw.
    draw: (files, scale) =>
      spawnSync('inkscape', ['--export-type=png', `--export-dpi=${scale * pixelsAnInch}`, ...files]),
  },
];

describe.each(
  programs.map((one) => {
    const isMissing = spawnSync(one.program, ['--version']).error !== undefined;
    return {
      ...one,
      isMissing,
      name: isMissing ? `${one.program} (NOT INSTALLED HERE: skipped)` : one.program,
    };
  }),
)('$name', ({ draw, isMissing }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchline-programs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (sheet: Sheet, what: string) => path.join(folder, `${sheet.name}, ${what}.svg`);
  const picture = (sheet: Sheet, what: string) => PNG.sync.read(readFileSync(pictureOf(fileOf(sheet, what))));
  beforeAll(() => {
    if (isMissing) return;
    const files = sheets.flatMap((sheet) => {
      const scenes = [
        { name: 'whole', scene: sheet.scene },
        { name: 'shapes', scene: bare.shapes(sheet.scene) },
        { name: 'grounds', scene: bare.grounds(sheet.scene) },
        ...(sheet === smallest ? incomplete : []),
      ];
      return scenes.map(({ name, scene }) => {
        const file = fileOf(sheet, name);
        writeFileSync(file, toSvg(scene, { theme: sheet.theme, images: sheet.images }));
        return { file, scale: scaleOf(sheet) };
      });
    });
    for (const [scale, some] of Map.groupBy(files, (one) => one.scale))
      draw(
        some.map(({ file }) => file),
        scale,
      );
  }, slowProgramMs);

  /** What is not seen in a picture of a sheet. */
  const unseenIn = (sheet: Sheet, whole: PNG, what: Looked): string[] =>
    unseen(sheet.scene, what, { whole, bare: picture(sheet, bareFor(what)), scale: scaleOf(sheet) });

  it.skipIf(isMissing).each(sheets)(
    '$name: every card, arrow, curve, moment, image and text is seen at its place',
    (sheet) => {
      const scale = scaleOf(sheet);
      const whole = picture(sheet, 'whole');
      expect(Math.abs(whole.width - sheet.scene.width * scale)).toBeLessThanOrEqual(1);
      expect(Math.abs(whole.height - sheet.scene.height * scale)).toBeLessThanOrEqual(1);
      for (const what of looked) expect([what, unseenIn(sheet, whole, what)]).toEqual([what, []]);
    },
    slowProgramMs,
  );

  it.skipIf(isMissing).each(incomplete)('a drawing without $name is caught', ({ name, what, gone }) => {
    const lost = unseenIn(smallest, picture(smallest, name), what);
    expect([...new Set(lost.map((one) => one.split(': ')[0]))]).toEqual(gone);
  });
});

describe.skipIf(spawnSync('inkscape', ['--version']).error)(
  'layers in Inkscape (skipped where it is not installed)',
  () => {
    const light = sheets.filter(({ theme }) => theme === 'light');
    /** Of each sheet the ids of what Inkscape lists. */
    let listed: readonly ReadonlySet<string>[] = [];
    beforeAll(() => {
      const folder = mkdtempSync(path.join(tmpdir(), 'touchline-layers-'));
      try {
        const files = light.map(({ scene }, index) => {
          const file = path.join(folder, `${index}.svg`);
          writeFileSync(file, toSvg(scene, { theme: 'light' }));
          return file;
        });
        // All in one process; each file's list begins with the drawing itself.
        const asked = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
        const { stdout } = spawnSync('inkscape', ['--query-all', ...files], asked);
        listed = stdout
          .split(/^svg\d+,.*$/m)
          .slice(1)
          .map((rows) => new Set(rows.split('\n').map((row) => row.split(',')[0] ?? '')));
      } finally {
        rmSync(folder, { recursive: true });
      }
    }, slowProgramMs);

    it.each(light)('$name: a group for every stage, lane, card and link', ({ name, scene }) => {
      const ids = listed[light.findIndex((sheet) => sheet.name === name)];
      const wanted = scene.groups.filter(({ role }) =>
        ['touchpoint', 'stage-head', 'lane-head', 'link'].includes(role),
      );
      expect(listed).toHaveLength(light.length);
      expect(wanted.filter(({ id }) => !ids?.has(id)).map(({ id }) => id)).toEqual([]);
    });
  },
);
