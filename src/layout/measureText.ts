/**
 * How wide a line of text is, the same in browser, worker and Node: the sum of the fonts' advances.
 *
 * That is exact where text is shown with `font-kerning: none`, `font-variant-ligatures: none` and
 * `text-spacing-trim: space-all`, and in Chinese faces with `lang="zh-Hans"` (Noto has forms of its own for each
 * language), which every place that shows the scene's text does. Widths in map
 * units. An emoji takes 1 em, whatever picture is drawn for it. Never throws.
 */
import { cjk } from '../model/chineseText.ts';
import { typeRoles, type TypeRoleName } from '../theme/type.ts';
import { guessAdvance } from './advanceRules.ts';
import sansCjk400 from './advances/sans-cjk-400.json' with { type: 'json' };
import sansCjk500 from './advances/sans-cjk-500.json' with { type: 'json' };
import sansCjk600 from './advances/sans-cjk-600.json' with { type: 'json' };
import sansCjk700 from './advances/sans-cjk-700.json' with { type: 'json' };
import sansLatin400 from './advances/sans-latin-400.json' with { type: 'json' };
import sansLatin500 from './advances/sans-latin-500.json' with { type: 'json' };
import sansLatin600 from './advances/sans-latin-600.json' with { type: 'json' };
import sansLatin700 from './advances/sans-latin-700.json' with { type: 'json' };
import serifCjk600 from './advances/serif-cjk-600.json' with { type: 'json' };
import serifLatin600 from './advances/serif-latin-600.json' with { type: 'json' };
import { graphemesOf, hasOnlySimpleCharacters, isEmoji } from './graphemes.ts';
import type { Font, Weight } from './scene.ts';
import type { Measure } from './textFit.ts';

export type Script = Font['script'];

/** A font of a role, and the distance of its baselines. */
export interface RoleFont {
  readonly font: Font;
  readonly line: number;
}

// What TypeScript makes of the runs [first code, advances] in the JSON files.
type AdvancesFile = { runs: (number | number[])[][] };
type WeightTables = Readonly<Record<Weight, AdvancesFile>>;

// The serif has one weight: asking for another measures that one.
const serifLatin: WeightTables = {
  400: serifLatin600,
  500: serifLatin600,
  600: serifLatin600,
  700: serifLatin600,
};
const serifCjk: WeightTables = { 400: serifCjk600, 500: serifCjk600, 600: serifCjk600, 700: serifCjk600 };
const files: Readonly<Record<Font['face'], Readonly<Record<Script, WeightTables>>>> = {
  sans: {
    latin: { 400: sansLatin400, 500: sansLatin500, 600: sansLatin600, 700: sansLatin700 },
    cjk: { 400: sansCjk400, 500: sansCjk500, 600: sansCjk600, 700: sansCjk700 },
  },
  serif: { latin: serifLatin, cjk: serifCjk },
};

const tables = new Map<AdvancesFile, Map<number, number>>();

function tableOf(font: Font): Map<number, number> {
  const file = files[font.face][font.script][font.weight];
  let table = tables.get(file);
  if (!table) {
    table = readTable(file);
    tables.set(file, table);
  }
  return table;
}

function readTable(file: AdvancesFile): Map<number, number> {
  const table = new Map<number, number>();
  for (const [first, advances] of file.runs) {
    if (typeof first !== 'number' || !Array.isArray(advances))
      throw new Error('an advance table is not made of runs');
    advances.forEach((advance, i) => table.set(first + i, advance));
  }
  return table;
}

function advanceOf(code: number, table: Map<number, number>): number {
  const known = table.get(code);
  if (known !== undefined) return known;
  const guessed = guessAdvance(code, table);
  table.set(code, guessed);
  return guessed;
}

/** Width of one line of text in map units. */
export const measureText: Measure = (text, font) => {
  const table = tableOf(font);
  let sum = 0;
  let count = 0;
  if (hasOnlySimpleCharacters(text)) {
    count = text.length;
    for (let i = 0; i < count; i += 1) sum += advanceOf(text.charCodeAt(i), table);
  } else {
    for (const cluster of graphemesOf(text)) {
      sum += clusterAdvance(cluster, table);
      count += 1;
    }
  }
  return (sum * font.size) / 1000 + count * font.spacing;
};

function clusterAdvance(cluster: string, table: Map<number, number>): number {
  if (isEmoji(cluster)) return 1000;
  // Composed, because a browser draws "e" + accent as the one letter the font has; a single character stays itself.
  const drawn = cluster.length > 1 ? cluster.normalize('NFC') : cluster;
  let sum = 0;
  for (const character of drawn) sum += advanceOf(character.codePointAt(0) ?? 0, table);
  return sum;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * The script a text is set in: Chinese faces as soon as one CJK character stands in it, Latin ones else.
 * A text without letters or digits (a dash, a pair of quotes) follows the language of the map.
 */
export function scriptOf(text: string, mapLanguage: 'en' | 'zh' | 'zh-en' = 'en'): Script {
  if (cjk.test(text)) return 'cjk';
  return mapLanguage !== 'en' && text !== '' && !letterOrDigit.test(text) ? 'cjk' : 'latin';
}

function roleFont(role: TypeRoleName, script: Script): RoleFont {
  const { face, [script]: type } = typeRoles[role];
  const font: Font = {
    face,
    script,
    size: type.size,
    weight: type.weight,
    spacing: type.size * type.spacing,
  };
  return { font, line: type.line };
}

const roleFonts = new Map<TypeRoleName, Readonly<Record<Script, RoleFont>>>();

/** The font and line height of a role of the type sheet in a script. The same object for the same question. */
export function fontFor(role: TypeRoleName, script: Script): RoleFont {
  let found = roleFonts.get(role);
  if (!found) {
    found = { latin: roleFont(role, 'latin'), cjk: roleFont(role, 'cjk') };
    roleFonts.set(role, found);
  }
  return found[script];
}
