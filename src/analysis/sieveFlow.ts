/**
 * The flow through the sieves as heights: what the wide and the narrow picture of the sieve share.
 *
 * Height is a logarithm of the count, so that the same share lost is the same step wherever it happens (look-more,
 * "Sieve"). Where only shares are known the flow starts at 1,000 and no count is written.
 */
import type { Sieve } from './sieve.ts';

export interface FlowStep {
  readonly id: string;
  /** People at the mesh and behind it; null when not known. */
  readonly entering: number | null;
  readonly leaving: number | null;
  /** The body before the mesh and behind it, 0…1 of the largest. */
  readonly before: number;
  readonly after: number;
}

export interface Flow {
  readonly steps: readonly FlowStep[];
  readonly largest: number;
  /** False: widths stand for shares, not for counts. */
  readonly counted: boolean;
  /** 0…1 of the largest body for a count. */
  readonly heightOf: (count: number) => number;
}

const standIn = 1000;
/** Nobody is drawn as a thread, not as nothing. */
const thinnest = 0.04;

export function sieveFlow({ chain }: Sieve): Flow {
  const counted = chain.some(({ reached, passed }) => reached !== null || passed !== null);
  let at: number | null = counted ? null : standIn;
  const counts = chain.map(({ id, reached, passed, share }) => {
    const entering: number | null = reached ?? at;
    const leaving = passed ?? (entering === null || share === null ? null : entering * share);
    at = leaving ?? entering;
    return { id, entering, leaving, shown: entering ?? leaving };
  });
  const known = counts.flatMap(({ shown, leaving }) => [shown, leaving].filter((one) => one !== null));
  const largest = known.length === 0 ? standIn : Math.max(...known);
  const floor = Math.min(10, Math.max(largest / 10, 0.001));
  const heightOf = (count: number): number =>
    largest <= 0 || count <= floor
      ? thinnest
      : Math.max(thinnest, Math.log10(count / floor) / Math.log10(largest / floor));
  let height = 1;
  const steps = counts.map(({ id, entering, leaving, shown }): FlowStep => {
    const before = shown === null ? height : heightOf(shown);
    height = leaving === null ? before : Math.min(heightOf(leaving), 1);
    return {
      id,
      entering: counted ? entering : null,
      leaving: counted ? leaving : null,
      before,
      after: height,
    };
  });
  return { steps, largest, counted, heightOf };
}
