/** So much of something a name (an address, a share link) may have. */
import { createBucket, type Bucket } from '../rooms/rateLimit.ts';
import type { HttpWorld } from './context.ts';

export function createRates(
  world: HttpWorld,
  perSecond: number,
  burst: number,
): (name: string, amount: number) => boolean {
  const known = new Map<string, Bucket>();
  return (name, amount) => {
    const bucket = known.get(name) ?? createBucket(perSecond, burst, () => world.clock.elapsed());
    // Forgetting everybody now and then is cheaper than watching each, and gives at most one more burst.
    if (known.size > 10_000) known.clear();
    known.set(name, bucket);
    return bucket.take(amount);
  };
}
