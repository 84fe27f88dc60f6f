/**
 * How texts are compared when somebody looks for something: full-width and half-width letters, digits, spaces and
 * punctuation are alike, case is ignored (U60), and every word that is typed has to be there, in any order.
 */

/** Signs of Chinese writing that have another form in Latin, and typographic ones that no keyboard has. */
const signs: Readonly<Record<string, string>> = {
  '。': '.',
  '、': ',',
  '—': '-',
  '–': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '《': '"',
  '》': '"',
  '〈': '"',
  '〉': '"',
  '【': '[',
  '】': ']',
};
const anySign = new RegExp(`[${Object.keys(signs).join('')}]`, 'gu');

/** A text as it is compared. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(anySign, (sign) => signs[sign] ?? sign)
    .toLocaleLowerCase();
}

/** The words of what was typed, as they are compared. */
export function searchWords(typed: string): readonly string[] {
  return plainText(typed).split(/\s+/u).filter(Boolean);
}
