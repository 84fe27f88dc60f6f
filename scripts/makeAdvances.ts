/**
 * Makes src/layout/advances/*.json: how wide each character is in the fonts the page loads.
 *
 * For each face, script and weight the script asks, character by character, which font of the stack would
 * draw it in a browser (a font counts only inside the unicode-range of its slices) and writes the advance
 * in 1/1000 em, but only where the rules of measureText.ts would guess another one: 1 em, the base letter's
 * advance for letters with marks, 0 for marks. Run `node scripts/makeAdvances.ts` after a font update.
 */
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as fontkit from 'fontkit';
import { guessAdvance, isInvisible, type Advances } from '../src/layout/advanceRules.ts';

const require = createRequire(import.meta.url);
/** From here on all characters are one em wide, whatever the language. */
const firstIdeograph = 0x2e80;
const outDir = path.join(import.meta.dirname, '../src/layout/advances');

const packages = {
  'noto-sans-sc': [400, 500, 600, 700],
  'source-sans-3': [400, 500, 600, 700],
  'noto-serif-sc': [600],
  'source-serif-4': [600],
} as const;
type PackageName = keyof typeof packages;

const stacks: readonly {
  name: string;
  fonts: readonly [PackageName, PackageName];
  weights: readonly number[];
}[] = [
  { name: 'sans-latin', fonts: ['source-sans-3', 'noto-sans-sc'], weights: [400, 500, 600, 700] },
  { name: 'sans-cjk', fonts: ['noto-sans-sc', 'source-sans-3'], weights: [400, 500, 600, 700] },
  { name: 'serif-latin', fonts: ['source-serif-4', 'noto-serif-sc'], weights: [600] },
  { name: 'serif-cjk', fonts: ['noto-serif-sc', 'source-serif-4'], weights: [600] },
];

function codesOf(range: string): number[] {
  return range.split(',').flatMap((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    const from = Number.parseInt(first, 16);
    const to = Number.parseInt(last, 16);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/**
 * Every character of a font's slices with its advance in 1/1000 em. `chinese` takes the forms that the font has for
 * Simplified Chinese (a dash of a whole em), as text marked `lang="zh-Hans"` is shown.
 */
function readAdvances(name: PackageName, weight: number, chinese: boolean): Map<number, number> {
  const folder = path.dirname(require.resolve(`@fontsource/${name}/package.json`));
  const slices = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  const advances = new Map<number, number>();
  for (const [slice, range] of Object.entries(slices)) {
    const file = path.join(folder, 'files', `${name}-${slice.replace(/[[\]]/g, '')}-${weight}-normal.woff2`);
    const font = fontkit.create(readFileSync(file));
    for (const code of codesOf(range)) {
      if (!font.hasGlyphForCodePoint(code)) continue;
      const hasForms = chinese && name.startsWith('noto') && code < firstIdeograph;
      const advance = hasForms
        ? font.layout(String.fromCodePoint(code), { kern: false, liga: false }, 'hani', 'ZHS ').advanceWidth
        : font.glyphForCodePoint(code).advanceWidth;
      advances.set(code, Math.round((advance * 1000) / font.unitsPerEm));
    }
  }
  return advances;
}

/** Runs of neighbouring exceptions: [first code, advances]. */
function toRuns(exceptions: ReadonlyMap<number, number>): Advances {
  const runs: [number, number[]][] = [];
  for (const [code, advance] of [...exceptions].toSorted((a, b) => a[0] - b[0])) {
    const last = runs.at(-1);
    if (last && last[0] + last[1].length === code) last[1].push(advance);
    else runs.push([code, [advance]]);
  }
  return { runs };
}

mkdirSync(outDir, { recursive: true });
for (const stack of stacks) {
  for (const weight of stack.weights) {
    const layers = stack.fonts.map((name) => readAdvances(name, weight, stack.name.endsWith('cjk')));
    const drawn = new Map<number, number>();
    for (const layer of layers)
      for (const [code, advance] of layer) if (!drawn.has(code)) drawn.set(code, advance);
    const exceptions = new Map<number, number>();
    // Plain letters first, so that the guess for a letter with marks can see its base.
    for (const code of [...drawn.keys()].toSorted((a, b) => a - b)) {
      if (isInvisible(code)) continue;
      const advance = drawn.get(code);
      if (advance !== undefined && advance !== guessAdvance(code, exceptions)) exceptions.set(code, advance);
    }
    const file = path.join(outDir, `${stack.name}-${weight}.json`);
    const text = `${JSON.stringify(toRuns(exceptions))}\n`;
    writeFileSync(file, text);
    process.stdout.write(`${path.basename(file)} ${exceptions.size} characters, ${text.length} bytes\n`);
  }
}
