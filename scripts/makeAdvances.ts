/**
 * Makes src/layout/advances/*.json: how wide each character is in the fonts the page loads.
 *
 * For each face, script and weight the script asks, character by character, which font of the stack would
 * draw it in a browser (a font counts only inside the unicode-range of its slices) and writes the advance
 * in 1/1000 em, but only where the rules of measureText.ts would guess another one: 1 em, the base letter's
 * advance for letters with marks, 0 for marks. One file a stack: the lightest weight whole, each heavier one as what
 * it adds to the one before, which packs to a third (a viewer's page has to load it before the map is drawn).
 * Run `node scripts/makeAdvances.ts` after a font update.
 */
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
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
async function readAdvances(
  name: PackageName,
  weight: number,
  chinese: boolean,
): Promise<Map<number, number>> {
  const folder = path.dirname(require.resolve(`@fontsource-variable/${name}/package.json`));
  const slices = JSON.parse(readFileSync(path.join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >;
  const advances = new Map<number, number>();
  for (const [slice, range] of Object.entries(slices)) {
    const file = path.join(folder, 'files', `${name}-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`);
    const codes = codesOf(range);
    const cut = await subsetFont(readFileSync(file), String.fromCodePoint(...codes), {
      targetFormat: 'truetype',
      variationAxes: { wght: weight },
    });
    // Of a last glyph without an outline fontkit reads a head that is not there.
    const font = fontkit.create(Buffer.concat([cut, Buffer.alloc(64)]));
    for (const code of codes) {
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

/** Neighbouring codes as runs, each told from where the one before it ended: small numbers pack to less. */
function toRuns(codes: readonly number[]): number[] {
  const runs: number[] = [];
  let end = 0;
  for (const code of codes) {
    const last = runs.length - 1;
    if (last > 0 && code === end) runs[last] = (runs[last] ?? 0) + 1;
    else runs.push(code - end, 1);
    end = code + 1;
  }
  return runs;
}

/** What each character of a stack is drawn with in one weight. */
async function readStack(
  names: readonly PackageName[],
  weight: number,
  chinese: boolean,
): Promise<Map<number, number>> {
  const drawn = new Map<number, number>();
  for (const name of names)
    for (const [code, advance] of await readAdvances(name, weight, chinese))
      if (!drawn.has(code)) drawn.set(code, advance);
  return drawn;
}

/** The characters that the rules would guess wrong in one weight. */
function exceptionsOf(drawn: ReadonlyMap<number, number>): Set<number> {
  const exceptions = new Map<number, number>();
  // Plain letters first, so that the guess for a letter with marks can see its base.
  for (const code of [...drawn.keys()].toSorted((a, b) => a - b)) {
    if (isInvisible(code)) continue;
    const advance = drawn.get(code);
    if (advance !== undefined && advance !== guessAdvance(code, exceptions)) exceptions.set(code, advance);
  }
  return new Set(exceptions.keys());
}

mkdirSync(outDir, { recursive: true });
for (const stack of stacks) {
  const drawn = await Promise.all(
    stack.weights.map((weight) => readStack(stack.fonts, weight, stack.name.endsWith('cjk'))),
  );
  const codes = [...new Set(drawn.flatMap((table) => [...exceptionsOf(table)]))].toSorted((a, b) => a - b);
  const rows = drawn.map((table) =>
    codes.map((code) => {
      const advance = table.get(code);
      if (advance === undefined) throw new Error(`${stack.name}: a weight has no character ${code}`);
      return advance;
    }),
  );
  const file: Advances = {
    runs: toRuns(codes),
    lightest: rows[0] ?? [],
    steps: rows.slice(1).map((row, i) => row.map((advance, at) => advance - (rows[i]?.[at] ?? 0))),
  };
  const text = `${JSON.stringify(file)}\n`;
  writeFileSync(path.join(outDir, `${stack.name}.json`), text);
  process.stdout.write(`${stack.name} ${codes.length} characters, ${text.length} bytes\n`);
}
