/**
 * Two people change one short text at once: what each did to the text they both began with. Titles and names are
 * written whole when they are committed, so without this the later one would take the earlier one's words away.
 */

/** The text with both changes; null when both changed the same part, which only one of them can have. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const a = changeOf(base, mine);
  const b = changeOf(base, theirs);
  // At one and the same place, what was there first stands first.
  const [first, last] = a.from < b.from || (a.from === b.from && a.to < b.to) ? [a, b] : [b, a];
  if (first.to > last.from) return null;
  return (
    base.slice(0, first.from) + first.text + base.slice(first.to, last.from) + last.text + base.slice(last.to)
  );
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
