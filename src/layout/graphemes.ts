/**
 * What a person calls one character: grapheme clusters, and which of them are emoji.
 *
 * The segmenter is slow (a microsecond a cluster), so texts that cannot hold a cluster of several code
 * points skip it: that is nearly all English and Chinese.
 */

/** Made when the first such text comes: loading its rules takes some 20 ms, four times as long on a phone. */
let segmenter: Intl.Segmenter | null = null;

// Basic Latin to Latin Extended-B, general punctuation without joiners, arrows and maths, CJK, full-width forms:
// none of these combine with a neighbour, or the neighbour that could would not be in the list.
const simple =
  /^[\x20-\x7E\u00A0-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2190-\u21FF\u2200-\u22FF\u2500-\u25FC\u2605\u2606\u3000-\u3029\u3041-\u3096\u30A0-\u30FF\u3105-\u312F\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF9D]*$/;
const pictureSign = /[\p{Emoji_Presentation}\uFE0F\u20E3]/u;

/** Whether every code unit is a character of its own. */
export function hasOnlySimpleCharacters(text: string): boolean {
  return simple.test(text);
}

/** The characters of a text as a person counts them. */
export function graphemesOf(text: string): string[] {
  if (simple.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** Whether a cluster is drawn as a picture: emoji by default, by variation selector, flags and keycaps. */
export function isEmoji(cluster: string): boolean {
  if (cluster.length === 1 && cluster < '\u2190') return false;
  if (cluster.includes('\uFE0E')) return false;
  return pictureSign.test(cluster);
}
