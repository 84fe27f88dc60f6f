/** How plain values are written for a person; shares, ratings and durations are in words/scene.ts, dates in words/numbers.ts. */

/** Between facts in one line: a dot with half an em on each side, as in the pictures. */
export const dot = '\u2002•\u2002';

/** A number with a real minus sign and all its digits. */
export function numberText(value: number): string {
  return String(value).replace('-', '−');
}
