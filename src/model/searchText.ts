/**
 * How texts are compared when somebody looks for something: full-width and half-width letters, digits and spaces are
 * alike, case is ignored (U60), and every word that is typed has to be there, in any order.
 */

/** A text as it is compared. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase();
}

/** The words of what was typed, as they are compared. */
export function searchWords(typed: string): readonly string[] {
  return plainText(typed).split(/\s+/u).filter(Boolean);
}
