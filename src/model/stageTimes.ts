/**
 * Times inside a stage when it is cut in two or becomes one with the next: what is later stays later, what is at one
 * time stays at one time, and everything keeps its place on the drawing as far as two decimals of `t` allow.
 */

/** A stage is cut at `at`: the time in its part, 0 to 1, two decimals. What stands right at the cut begins the second part. */
export function timeAfterCut(t: number, at: number): { readonly isSecond: boolean; readonly t: number } {
  const isSecond = t >= at;
  const inPart = isSecond ? (t - at) / (1 - at) : t / at;
  return { isSecond, t: hundredths(inPart) / 100 };
}

/**
 * Two stages become one. In: the times of either, any order, and what part of the whole the first one is.
 * Out: for each time its new one. Different times stay different while there are at most 101.
 */
export function timesAfterMerge(
  first: Iterable<number>,
  second: Iterable<number>,
  part: number,
): { readonly first: ReadonlyMap<number, number>; readonly second: ReadonlyMap<number, number> } {
  const [early, late] = [rising(first), rising(second)];
  const times = spreadTimes([...early.map((t) => t * part), ...late.map((t) => part + t * (1 - part))]);
  return {
    first: new Map(early.map((t, index) => [t, times[index] ?? t])),
    second: new Map(late.map((t, index) => [t, times[early.length + index] ?? t])),
  };
}

/**
 * Wished times (0 to 1, never falling, each meant to be another) to two decimals: rising, and as near to the wishes as
 * that allows. More than 101 do not fit; then neighbours share a time.
 */
export function spreadTimes(wishes: readonly number[]): readonly number[] {
  if (wishes.length > 101) return wishes.map((wish) => hundredths(wish) / 100);
  let last = -1;
  const up = wishes.map((wish) => (last = Math.max(hundredths(wish), last + 1)));
  return up.map((at, index) => Math.min(at, 101 - wishes.length + index) / 100);
}

function rising(times: Iterable<number>): readonly number[] {
  return [...new Set(times)].toSorted((a, b) => a - b);
}

function hundredths(t: number): number {
  return Math.round(Math.min(1, Math.max(0, t)) * 100);
}
