/**
 * Work that can wait, a few in each round, so that a server with hundreds of rooms never does it for all of them at once.
 * Who has waited longest goes first. Rounds are begun from outside; there are no timers in here.
 */

/** A round is for one in so many of those that wait, where that is more than usual. */
const rounds = 30;

export class Turns<T> {
  readonly #atOnce: number;
  /** In the order they asked. */
  readonly #waiting = new Set<T>();
  #chosen = new Set<T>();
  #left: number;

  /** `atOnce`: in a round, when few wait. */
  constructor(atOnce: number) {
    this.#atOnce = atOnce;
    this.#left = atOnce;
  }

  /** Those chosen before have had their turn, whether they took it or not. */
  beginRound(): void {
    for (const one of this.#chosen) this.#waiting.delete(one);
    this.#left = Math.max(this.#atOnce, Math.ceil(this.#waiting.size / rounds));
    this.#chosen = new Set([...this.#waiting].slice(0, this.#left));
  }

  /** Whether it is this one's turn; otherwise it waits, and asks again in each round. */
  take(one: T): boolean {
    const isFree = this.#waiting.size === 0 || this.#chosen.has(one);
    if (this.#left === 0 || !isFree) {
      this.#waiting.add(one);
      return false;
    }
    this.#left--;
    this.#chosen.delete(one);
    this.#waiting.delete(one);
    return true;
  }
}
