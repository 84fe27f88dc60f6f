/**
 * What one better sieve would keep: the example that the insights page and the report give. The worst sieve behind the first,
 * which sorts out those who never were customers (with one sieve that one), let through a tenth more.
 */
import { liftedEnd, type Sieve, type SieveMember } from './sieve.ts';

/** How much better the sieve in the example lets through. */
const step = 0.1;

export interface Lift {
  readonly id: string;
  /** The share that gets through it now, and in the example. */
  readonly share: number;
  readonly target: number;
  /** The share of all at the start that would get through the whole chain. */
  readonly end: number;
}

/** Null where no share is known, nothing is lost, or it could not be a tenth better. */
export function bestLift(sieve: Sieve): Lift | null {
  const worst = worstInside(sieve);
  if (!worst || worst.share === null || worst.share + step > 1) return null;
  const target = worst.share + step;
  const end = liftedEnd(sieve, worst.id, target);
  return end === null ? null : { id: worst.id, share: worst.share, target, end };
}

/** The largest share that is lost behind the first sieve; null when nothing is. */
export function worstInside({ chain }: Sieve): SieveMember | null {
  const inside = chain.length > 1 ? chain.slice(1) : chain;
  return inside.reduce<SieveMember | null>(
    (found, one) => (one.drop !== null && one.drop > (found?.drop ?? 0) ? one : found),
    null,
  );
}
