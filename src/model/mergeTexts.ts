/**
 * Two people change one short text at once: what each did to the text they both began with. Titles and names are
 * written whole when they are committed, so without this the later one would take the earlier one's words away.
 */

/** The text with both changes; null when both changed the same part, which only one of them can have. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  return (
    applied(base, [changeOf(base, mine)], [changeOf(base, theirs)]) ??
    // Somebody changed two places, and the other one between them.
    applied(base, changedWords(base, mine), changedWords(base, theirs))
  );
}

/** The base with the changes of both, each in order; null where two of them meet. */
function applied(base: string, mine: readonly Change[], theirs: readonly Change[]): string | null {
  // At one and the same place, what was there first stands first.
  const changes = [...theirs, ...mine].toSorted((a, b) => a.from - b.from || a.to - b.to);
  let text = '';
  let at = 0;
  for (const [index, change] of changes.entries()) {
    // What both did alike is done once.
    const before = changes[index - 1];
    if (before?.from === change.from && before.to === change.to && before.text === change.text) continue;
    if (change.from < at) return null;
    text += base.slice(at, change.from) + change.text;
    at = change.to;
  }
  return text + base.slice(at);
}

/** What is written of a text that was typed: with what others did meanwhile, where both fit and meet nowhere; else as it was typed. */
export function withTheirs(base: string, mine: string, theirs: string, most: number): string {
  const merged = mergeTexts(base, mine, theirs);
  return merged !== null && merged.length <= most ? merged : mine;
}

interface Change {
  /** The part of the base that is replaced. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** By whole characters, so that none of two units is cut in half. */
function changeOf(base: string, changed: string): Change {
  const was = Array.from(base);
  const is = Array.from(changed);
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  const units = (characters: readonly string[]): number => characters.join('').length;
  return {
    from: units(was.slice(0, start)),
    to: units(was.slice(0, was.length - end)),
    text: is.slice(start, is.length - end).join(''),
  };
}

/** The same by whole words, as several changes: what stays between them is what both texts have in one order. */
function changedWords(base: string, changed: string): readonly Change[] {
  const was = wordsIn(base);
  const is = wordsIn(changed);
  const common = commonLengths(was, is);
  const changes: Change[] = [];
  let [i, j, at] = [0, 0, 0];
  while (i < was.length || j < is.length) {
    let [from, text] = [at, ''];
    while ((i < was.length || j < is.length) && (i === was.length || j === is.length || was[i] !== is[j])) {
      if (j === is.length || (i < was.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)))
        at += was[i++]?.length ?? 0;
      else text += is[j++] ?? '';
    }
    if (at > from || text !== '') changes.push({ from, to: at, text });
    for (; i < was.length && was[i] === is[j]; j++) at += was[i++]?.length ?? 0;
  }
  return changes;
}

/** Words with the space behind them, so that no space alone is held for something both texts have. */
function wordsIn(text: string): readonly string[] {
  return text.match(/\p{Script=Han}\s*|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];
}

/** How many words two texts have in common in one order, from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  let below: readonly number[] = Array.from({ length: b.length + 1 }, () => 0);
  const rows = [below];
  for (const word of a.toReversed()) {
    const row = [0];
    for (let j = b.length - 1; j >= 0; j--) {
      const [beside = 0] = row;
      row.unshift(word === b[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, beside));
    }
    rows.unshift(row);
    below = row;
  }
  return rows;
}
