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
import { guessAdvance, type Advances } from './advanceRules.ts';
import sansCjk from './advances/sans-cjk.json' with { type: 'json' };
import sansLatin from './advances/sans-latin.json' with { type: 'json' };
import serifCjk from './advances/serif-cjk.json' with { type: 'json' };
import serifLatin from './advances/serif-latin.json' with { type: 'json' };
import { graphemesOf, hasOnlySimpleCharacters, isEmoji } from './graphemes.ts';
import type { Font, Weight } from './scene.ts';
import type { Measure } from './textFit.ts';

export type Script = Font['script'];

/** A font of a role, and the distance of its baselines. */
export interface RoleFont {
  readonly font: Font;
  readonly line: number;
}

/** The advances of one weight, each read when it is first asked for: a map has some hundred characters of two thousand. */
interface Table {
  readonly file: Advances;
  readonly weight: Weight;
  readonly asked: Map<number, number>;
}

const files: Readonly<Record<Font['face'], Readonly<Record<Script, Advances>>>> = {
  sans: { latin: sansLatin, cjk: sansCjk },
  serif: { latin: serifLatin, cjk: serifCjk },
};
/** How many steps a weight is heavier than the lightest. The serif has one weight: asking for another measures that one. */
const stepsOfWeight: Readonly<Record<Weight, number>> = { 400: 0, 500: 1, 600: 2, 700: 3 };

/** By file, the tables made so far, by weight. */
const tables = new Map<Advances, Map<Weight, Table>>();

function tableOf(font: Font): Table {
  const file = files[font.face][font.script];
  let ofWeights = tables.get(file);
  if (!ofWeights) {
    ofWeights = new Map();
    tables.set(file, ofWeights);
  }
  let table = ofWeights.get(font.weight);
  if (!table) {
    table = { file, weight: font.weight, asked: new Map() };
    ofWeights.set(font.weight, table);
  }
  return table;
}

/** The advance that the file has for a character; undefined where it leaves it to the rules. */
function listedAdvance(code: number, { file: { runs, lightest, steps }, weight }: Table): number | undefined {
  let at = 0;
  let from = 0;
  for (const [index, count] of runs.entries()) {
    const isLeftOut = index % 2 === 0;
    if (code < from + count) {
      if (isLeftOut) return undefined;
      at += code - from;
      let advance = lightest[at] ?? 0;
      for (let step = 0; step < stepsOfWeight[weight]; step += 1) advance += steps[step]?.[at] ?? 0;
      return advance;
    }
    if (!isLeftOut) at += count;
    from += count;
  }
  return undefined;
}

function advanceOf(code: number, table: Table): number {
  const known = table.asked.get(code);
  if (known !== undefined) return known;
  const listed = (one: number): number | undefined => listedAdvance(one, table);
  const advance = listed(code) ?? guessAdvance(code, { get: listed });
  table.asked.set(code, advance);
  return advance;
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

function clusterAdvance(cluster: string, table: Table): number {
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
