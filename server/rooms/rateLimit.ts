/** Token buckets: so many a second, with a burst; no timer, whoever takes something says when (`elapsed`, ms). */
export interface Bucket {
  /** Takes `amount`; false when there is not so much left (nothing is taken then). */
  take(amount: number, nowMs: number): boolean;
  /** Takes away whatever is there, down to below zero: costs that are known only afterwards. */
  charge(amount: number, nowMs: number): void;
  /** As good as a new one. */
  isFull(nowMs: number): boolean;
}

export function createBucket(perSecond: number, burst: number, nowMs: number): Bucket {
  return new TokenBucket(perSecond, burst, nowMs);
}

/** A class and no closures: every socket that says something has three of them. */
class TokenBucket implements Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #atMs: number;

  constructor(perSecond: number, burst: number, nowMs: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#atMs = nowMs;
  }

  take(amount: number, nowMs: number): boolean {
    this.#refill(nowMs);
    if (this.#left < amount) return false;
    this.#left -= amount;
    return true;
  }

  charge(amount: number, nowMs: number): void {
    this.#refill(nowMs);
    this.#left -= amount;
  }

  isFull(nowMs: number): boolean {
    this.#refill(nowMs);
    return this.#left >= this.#burst;
  }

  #refill(nowMs: number): void {
    this.#left = Math.min(this.#burst, this.#left + ((nowMs - this.#atMs) / 1000) * this.#perSecond);
    this.#atMs = nowMs;
  }
}
