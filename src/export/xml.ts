/** Texts as XML 1.0 holds them, for the parts of an Office file. */

// What XML 1.0 cannot hold even escaped: control characters, half surrogate pairs, two noncharacters.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
/** Most texts of a deck hold nothing but letters and single spaces. */
const needsCare = /[\u0000-\u001F\uFFFE\uFFFF&<>"]|[^\S ]| {2}|\p{Surrogate}/u;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A text for content and attributes: line breaks and tabs become spaces, what is forbidden is dropped. */
export function xmlText(text: string): string {
  if (!needsCare.test(text)) return text;
  return text
    .replaceAll(forbidden, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '');
}
