/**
 * The letters of a scene: for each cut that it needs, a small font with just the characters drawn, and for each line of
 * text the runs it is drawn in. Made once an export; PDF, outlines, embedded fonts and pictures all letter with it.
 *
 * In:  scenes, and a way to read the whole font files.
 * Out: subsets as TrueType bytes by cut; runs with their x by measured advances, so that lines are as wide as laid out.
 * Characters that no cut has are runs of their own, marked: nobody has a glyph for them.
 */
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { isInvisible } from '../layout/advanceRules.ts';
import { graphemesOf, hasOnlySimpleCharacters } from '../layout/graphemes.ts';
import { measureText } from '../layout/measureText.ts';
import type { SceneGroup, SceneItem, TextItem } from '../layout/scene.ts';
import { cutsOf, type CutName, type ReadCut } from './fontCuts.ts';

export interface LetterRun {
  readonly cut: CutName;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  /** Whether the cut has the characters. */
  readonly known: boolean;
}

export interface Lettering {
  /** The font files, each with the characters that are drawn in it. */
  readonly subsets: ReadonlyMap<CutName, Uint8Array>;
  readonly runs: (item: TextItem) => readonly LetterRun[];
}

/** Which characters are drawn in which cut, and in which runs. */
export interface Letters {
  readonly drawn: ReadonlyMap<CutName, ReadonlySet<number>>;
  readonly runs: Lettering['runs'];
}

/** Reads the cuts that the groups' texts need and cuts them down. Rejects when a file cannot be read. */
export async function prepareLettering(
  groups: readonly SceneGroup[],
  readCut: ReadCut,
  extra: readonly SceneItem[] = [],
): Promise<Lettering> {
  const { drawn, runs } = await findLetters(groups, readCut, extra);
  const subsets = new Map<CutName, Uint8Array>();
  for (const [cut, codes] of [...drawn].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const text = String.fromCodePoint(...[...codes].toSorted((a, b) => a - b));
    const { buffer, byteOffset, byteLength } = await readCut(cut);
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    subsets.set(cut, await subsetFont(bytes, text, { targetFormat: 'truetype', noLayoutClosure: true }));
  }
  return { subsets, runs };
}

/** Reads the cuts that the groups' texts need. Rejects when a file cannot be read. */
export async function findLetters(
  groups: readonly SceneGroup[],
  readCut: ReadCut,
  extra: readonly SceneItem[] = [],
): Promise<Letters> {
  const wanted = new Map<
    string,
    { readonly cuts: readonly [CutName, CutName]; readonly codes: Set<number> }
  >();
  const collect = ({ text, font }: TextItem) => {
    const cuts = cutsOf(font);
    const key = cuts[0];
    let entry = wanted.get(key);
    if (!entry) wanted.set(key, (entry = { cuts, codes: new Set() }));
    for (const character of drawnText(text)) entry.codes.add(character.codePointAt(0) ?? 0);
  };
  for (const { items } of groups) eachText(items, collect);
  eachText(extra, collect);

  // A font is ten megabytes: it is read twice rather than kept until all are known.
  const codesOf = new Map<CutName, ReadonlySet<number>>();
  const readCodes = async (cut: CutName) => {
    const known = codesOf.get(cut) ?? new Set(fontkit.create(await readCut(cut)).characterSet);
    codesOf.set(cut, known);
    return known;
  };
  const drawn = new Map<CutName, Set<number>>();
  const draw = (cut: CutName, codes: Iterable<number>) => {
    const known = drawn.get(cut) ?? new Set();
    for (const code of codes) known.add(code);
    drawn.set(cut, known);
  };
  const choices = new Map<CutName, Map<number, CutName>>();
  for (const { cuts, codes } of wanted.values()) {
    const [first, second] = cuts;
    const has = await readCodes(first);
    draw(
      first,
      [...codes].filter((code) => has.has(code)),
    );
    const others = [...codes].filter((code) => !has.has(code) && !isInvisible(code));
    const standIn = others.length > 0 ? await readCodes(second) : null;
    const known = others.filter((code) => standIn?.has(code));
    if (known.length > 0) draw(second, known);
    choices.set(first, new Map(known.map((code) => [code, second])));
  }
  return { drawn, runs: (item) => findRuns(item, choices, drawn) };
}

function eachText(items: readonly SceneItem[], collect: (item: TextItem) => void): void {
  for (const item of items) {
    if (item.kind === 'text') collect(item);
    else if (item.kind === 'clip') eachText(item.items, collect);
    else if (item.kind === 'image') eachText(item.missing ?? [], collect);
  }
}

/** As text is measured: "e" and an accent are the one letter that fonts have. */
function drawnText(text: string): string {
  return hasOnlySimpleCharacters(text) ? text : graphemesOf(text).map(composed).join('');
}

function composed(cluster: string): string {
  return cluster.length > 1 ? cluster.normalize('NFC') : cluster;
}

function findRuns(
  item: TextItem,
  choices: ReadonlyMap<CutName, ReadonlyMap<number, CutName>>,
  drawn: ReadonlyMap<CutName, ReadonlySet<number>>,
): readonly LetterRun[] {
  const [first] = cutsOf(item.font);
  const others = choices.get(first);
  const parts: { cut: CutName; text: string; known: boolean }[] = [];
  for (const character of drawnText(item.text)) {
    const code = character.codePointAt(0) ?? 0;
    const cut = others?.get(code) ?? first;
    const known = drawn.get(cut)?.has(code) === true;
    if (!known && isInvisible(code)) continue;
    const part = parts.at(-1);
    if (part && part.cut === cut && part.known === known) part.text += character;
    else parts.push({ cut, text: character, known });
  }
  let { x } = item;
  return parts.map((part) => {
    const width = parts.length === 1 ? item.width : measureText(part.text, item.font);
    const run = { ...part, x, width };
    x += width;
    return run;
  });
}
