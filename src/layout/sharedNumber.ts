/**
 * Equal numbers as one object. V8 keeps each fraction in a list or in a field of any kind as an object of twelve bytes, also
 * where the same one is there already, and so it does with many a whole number that was reckoned. Of the hundred thousand
 * that a layout of 3,000 cards keeps, a few thousand differ, as cards stand in columns and lanes (1 MB).
 *
 * Only for what is kept: it costs a look into a short list.
 */
const slots = 4096;
/** Fractions met lately, by where they fall; filled with something else at first, so that it holds the objects themselves. */
const lately = Array.from<number | null>({ length: slots }).fill(null);

/** The same number; a fraction that was met lately as that very object. */
export function sharedNumber(value: number): number {
  const whole = value | 0;
  if (Object.is(whole, value)) return whole;
  // Neighbours, which differ by a few tenths, do not fall on each other.
  const slot = (value * 1000) & (slots - 1);
  const known = lately[slot];
  if (known === value) return known;
  lately[slot] = value;
  return value;
}
