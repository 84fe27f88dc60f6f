/** So much of something a name (an address, a share link) may have. */
import { createBucket, type Bucket } from '../rooms/rateLimit.ts';
import type { HttpWorld } from './context.ts';
import { tooMany } from './problems.ts';

export function createRates(
  world: HttpWorld,
  perSecond: number,
  burst: number,
): (name: string, amount: number) => boolean {
  const known = new Map<string, Bucket>();
  return (name, amount) => {
    const nowMs = world.clock.elapsed();
    const bucket = known.get(name) ?? createBucket(perSecond, burst, nowMs);
    // Forgetting everybody now and then is cheaper than watching each, and gives at most one more burst.
    if (known.size > 10_000) known.clear();
    known.set(name, bucket);
    return bucket.take(amount, nowMs);
  };
}

/** Counts that a share link reads the whole map. Throws ProblemError when that is too often. */
export type ReadRates = (linkId: string) => void;

export function createReadRates(world: HttpWorld): ReadRates {
  const mayRead = createRates(world, world.limits.readsPerMinute / 60, world.limits.readsAtOnce);
  return (linkId) => {
    if (!mayRead(linkId, 1)) throw tooMany('This map is being read too often.', 10);
  };
}

/** Counts that a share link adds readings, with so many bytes. Throws ProblemError when that is too often. */
export function createReadingRates(world: HttpWorld): ReplaceRates {
  const { readingsPerMinute, readingsAtOnce, bytesPerSecond, replaceByteBurst } = world.limits;
  const times = createRates(world, readingsPerMinute / 60, readingsAtOnce);
  const sizes = createRates(world, bytesPerSecond, replaceByteBurst);
  return (linkId, bytes) => {
    if (!times(linkId, 1) || !sizes(linkId, bytes)) throw tooMany('Readings are being added too often.', 60);
  };
}

/** Counts that a share link replaces the whole content, with so many bytes. Throws ProblemError when that is too often. */
export type ReplaceRates = (linkId: string, bytes: number) => void;

/** Whole documents are dear: the rates of a share link, asked before a body is read (P32). */
export function createReplaceRates(world: HttpWorld): ReplaceRates {
  const { replacesPerMinute, replacesAtOnce, bytesPerSecond, replaceByteBurst } = world.limits;
  const times = createRates(world, replacesPerMinute / 60, replacesAtOnce);
  const sizes = createRates(world, bytesPerSecond, replaceByteBurst);
  return (linkId, bytes) => {
    if (!times(linkId, 1) || !sizes(linkId, bytes))
      throw tooMany('This map is being replaced too often.', 60);
  };
}
