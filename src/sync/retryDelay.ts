/**
 * When to try again after a lost connection (reliability 3, U39): half a second, doubling to half a minute, each try
 * somewhere in the upper half of its span, so that 200 browsers do not come back at the same moment (R21).
 */
const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Milliseconds before the `attempt`th try, counted from 1; `random` gives 0 to 1. */
export function retryDelay(attempt: number, random: () => number): number {
  const span = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(span * (0.5 + random() / 2));
}
