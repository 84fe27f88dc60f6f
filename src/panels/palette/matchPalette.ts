/**
 * What the command palette lists for a text (U10): entries whose names, in whichever language, hold every word of it;
 * best first, in their own order where equal. Case, full-width and half-width make no difference (U60).
 *
 * Rank: the whole text is the address; is whole words at the beginning of a name, or further on in it ("table" wants
 * "Show as table" before "Tables"; Chinese has no spaces, so two characters or more that end a name are taken for a word: "洞察"
 * wants "显示洞察" before "洞察报告"); begins a name; begins a word of a name; stands somewhere in a name; its words stand
 * somewhere; it is, begins, or stands in what it is also called; its Chinese characters stand in a name in their order, as
 * people shorten ("删阶段" for "删除阶段"). Without a text: what is listed without being asked for.
 */
import { plainText } from '../../model/searchText.ts';

export interface Findable {
  /** Names to be found by: its own in both languages; none for what is found by its address alone. */
  readonly names: readonly string[];
  /** Names other programs have for it; its own go before them. */
  readonly alsoCalled?: readonly string[] | undefined;
  readonly address?: string | undefined;
  /** Listed before anything is typed. */
  readonly unasked: boolean;
}

export function matchPalette<T extends Findable>(entries: readonly T[], text: string): readonly T[] {
  const wanted = plain(text);
  if (wanted === '') return entries.filter(({ unasked }) => unasked);
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted) }))
    .filter(({ rank }) => rank < noMatch)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

const noMatch = 11;
/** One character alone is mostly a part of a word. */
const chineseWord = /^\p{Script=Han}{2,}$/u;

function rankOf({ names, alsoCalled = [], address }: Findable, wanted: string): number {
  if (address !== undefined && plain(address) === wanted) return 0;
  const words = wanted.split(/\s+/);
  const ranks = names.map((name) => {
    const hay = plain(name);
    const at = hay.indexOf(wanted);
    if (at >= 0) {
      const begins = at === 0 || /[\s(“"]/.test(hay.charAt(at - 1));
      const isWhole = begins && /^(?:$|[\s)”",.…:])/.test(hay.slice(at + wanted.length));
      if (isWhole) return at === 0 ? 1 : 2;
      if (chineseWord.test(wanted) && hay.endsWith(wanted)) return 2;
      return at === 0 ? 3 : begins ? 4 : 5;
    }
    return words.every((word) => hay.includes(word)) ? 6 : noMatch;
  });
  const further = alsoCalled.map((name) => {
    const hay = plain(name);
    const at = hay.indexOf(wanted);
    return hay === wanted ? 7 : at === 0 ? 8 : at > 0 ? 9 : noMatch;
  });
  const isShortened =
    chineseWord.test(wanted) && [...names, ...alsoCalled].some((name) => holdsInOrder(name, wanted));
  return Math.min(isShortened ? 10 : noMatch, ...ranks, ...further);
}

function holdsInOrder(name: string, characters: string): boolean {
  let from = 0;
  return Array.from(characters).every((character) => {
    const at = name.indexOf(character, from);
    from = at + character.length;
    return at >= 0;
  });
}

function plain(text: string): string {
  return plainText(text).trim();
}
