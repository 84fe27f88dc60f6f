/**
 * How many bytes may wait in memory for a slow store: an account for each room inside one for the whole server (P29).
 * What is taken must be given back, by whoever took it.
 */
export class Allowance {
  readonly #max: number;
  readonly #outer: Allowance | null;
  #used = 0;

  constructor(max: number, outer: Allowance | null = null) {
    this.#max = max;
    this.#outer = outer;
  }

  get used(): number {
    return this.#used;
  }

  /** False when there is not so much left here or further out; nothing is taken then. */
  take(bytes: number): boolean {
    if (this.#used + bytes > this.#max) return false;
    if (this.#outer && !this.#outer.take(bytes)) return false;
    this.#used += bytes;
    return true;
  }

  /** Counts what is there already and cannot be refused any more. */
  note(bytes: number): void {
    this.#used += bytes;
    this.#outer?.note(bytes);
  }

  giveBack(bytes: number): void {
    this.note(-bytes);
  }
}
