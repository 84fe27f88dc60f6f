/**
 * Cuts a text to a limit of UTF-16 units without splitting what a reader sees as one character (an emoji with a skin
 * tone, a letter with accents), and mends halves of characters.
 */

/** Looked at past the limit, so that the character lying across it is seen whole. */
const MARGIN = 64;
let segmenter: Intl.Segmenter | null = null;

export function cutText(text: string, max: number): string {
  if (text.length <= max) return text.toWellFormed();
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const start = segmenter.segment(text.slice(0, max + MARGIN)).containing(max)?.index ?? 0;
  // A single "character" longer than the limit (piled-up marks) is cut inside, but never inside a surrogate pair.
  const end = start > 0 ? start : splitsPair(text, max) ? max - 1 : max;
  return text.slice(0, end).toWellFormed();
}

/** What of an insertion fits into the room behind a text; a character for which there is no room is left out whole. */
export function cutInsert(before: string, insert: string, room: number): string {
  if (insert.length <= room) return insert.toWellFormed();
  // Something always stands before it, so that the cut falls between characters.
  const head = before === '' ? '\n' : before.slice(-MARGIN).toWellFormed();
  return cutText(head + insert, head.length + Math.max(0, room)).slice(head.length);
}

function splitsPair(text: string, index: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(index - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(index));
}
