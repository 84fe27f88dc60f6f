/** Token buckets: so many a second, with a burst; no timer, the time is asked when something is taken. */
export interface Bucket {
  /** Takes `amount`; false when there is not so much left (nothing is taken then). */
  take(amount: number): boolean;
  /** Takes away whatever is there, down to below zero: costs that are known only afterwards. */
  charge(amount: number): void;
}

export function createBucket(perSecond: number, burst: number, elapsed: () => number): Bucket {
  return new TokenBucket(perSecond, burst, elapsed);
}

/** A class and no closures: every socket has three of them. */
class TokenBucket implements Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #elapsed: () => number;
  #left: number;
  #atMs: number;

  constructor(perSecond: number, burst: number, elapsed: () => number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#elapsed = elapsed;
    this.#left = burst;
    this.#atMs = elapsed();
  }

  take(amount: number): boolean {
    this.#refill();
    if (this.#left < amount) return false;
    this.#left -= amount;
    return true;
  }

  charge(amount: number): void {
    this.#refill();
    this.#left -= amount;
  }

  #refill(): void {
    const nowMs = this.#elapsed();
    this.#left = Math.min(this.#burst, this.#left + ((nowMs - this.#atMs) / 1000) * this.#perSecond);
    this.#atMs = nowMs;
  }
}
