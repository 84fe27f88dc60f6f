/**
 * Whose client id is whose on one document (P15): the first person to write under an id keeps it. New ones count at
 * once, are stored with the batch they came with, and are taken back when that batch could not be stored.
 */
export class Owners {
  readonly #known: Map<number, string>;
  /** None most of the time. */
  #unstored: Map<number, string> | null = null;

  constructor(stored: ReadonlyMap<number, string>) {
    this.#known = new Map(stored);
  }

  get size(): number {
    return this.#known.size;
  }

  of(client: number): string | undefined {
    return this.#known.get(client);
  }

  claim(client: number, person: string): void {
    if (this.#known.has(client)) return;
    this.#known.set(client, person);
    this.#unstored ??= new Map();
    this.#unstored.set(client, person);
  }

  unstored(): readonly (readonly [client: number, person: string])[] {
    return [...(this.#unstored ?? [])];
  }

  settle(): void {
    this.#unstored = null;
  }

  rollBack(): void {
    for (const client of this.#unstored?.keys() ?? []) this.#known.delete(client);
    this.#unstored = null;
  }
}
