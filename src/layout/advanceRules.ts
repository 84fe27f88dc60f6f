/**
 * What a character's advance is when no table says otherwise. Shared by the script that makes the tables
 * (which leaves out whatever these rules already know) and by the measuring that reads them, so that the
 * two cannot disagree. Advances in 1/1000 em.
 */

/** The tables of one stack of fonts, all weights of it, lightest first. */
export interface Advances {
  /** The characters, as runs of neighbouring code points: how many codes are left out, how many follow, and so on. */
  readonly runs: readonly number[];
  /** The advances of those characters in the lightest weight. */
  readonly lightest: readonly number[];
  /** What each heavier weight adds to the one before it, a row a weight. */
  readonly steps: readonly (readonly number[])[];
}

const invisible = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u034F\u115F\u1160]/u;

/** Marks, joiners and format characters take no room of their own. */
export function isInvisible(code: number): boolean {
  return invisible.test(String.fromCodePoint(code));
}

/** The advance by rule: 0 for marks, a letter with marks as its base letter, half-width forms 1/2, all else 1 em. */
export function guessAdvance(code: number, table: Pick<ReadonlyMap<number, number>, 'get'>): number {
  if (isInvisible(code)) return 0;
  const character = String.fromCodePoint(code);
  const base = character.normalize('NFD').codePointAt(0) ?? code;
  if (base !== code && base < 0x2e80) return table.get(base) ?? 1000;
  if (code >= 0xff61 && code <= 0xffdc) return 500;
  return 1000;
}
