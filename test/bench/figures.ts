/** Medians and percentiles, and the one JSON line a result. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Prints one result: what was measured, under which conditions, the median over rounds and every round. */
export function report(
  bench: string,
  figure: string,
  unit: string,
  rounds: readonly number[],
  conditions: object = {},
): void {
  const round = (value: number): number => Number(value.toPrecision(4));
  console.log(
    JSON.stringify({
      bench,
      figure,
      unit,
      median: round(median(rounds)),
      rounds: rounds.map(round),
      ...conditions,
    }),
  );
}
