/** Token buckets: so many a second, with a burst; no timer, the time is asked when something is taken. */
export interface Bucket {
  /** Takes `amount`; false when there is not so much left (nothing is taken then). */
  take(amount: number): boolean;
  /** Takes away whatever is there, down to below zero: costs that are known only afterwards. */
  charge(amount: number): void;
}

export function createBucket(perSecond: number, burst: number, elapsed: () => number): Bucket {
  let left = burst;
  let at = elapsed();
  const refill = () => {
    const now = elapsed();
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
    at = now;
  };
  return {
    take(amount) {
      refill();
      if (left < amount) return false;
      left -= amount;
      return true;
    },
    charge(amount) {
      refill();
      left -= amount;
    },
  };
}
