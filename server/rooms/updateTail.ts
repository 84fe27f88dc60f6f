/**
 * Stored updates behind a room's snapshot, in order. Small ones lie behind each other in one piece of memory: each of its
 * own would cost three times its bytes, in every room somebody drags something in.
 */

/** Larger ones stay as they are, and so does what comes after them. */
const maxPacked = 1024;
const noBytes = new Uint8Array();

export class UpdateTail {
  #packed: Uint8Array = noBytes;
  /** Where the packed ones end. */
  #ends: number[] = [];
  #apart: Uint8Array[] = [];
  #apartBytes = 0;

  get count(): number {
    return this.#ends.length + this.#apart.length;
  }

  get bytes(): number {
    return this.#packedBytes + this.#apartBytes;
  }

  add(update: Uint8Array): void {
    if (update.length > maxPacked || this.#apart.length > 0) {
      this.#apart.push(update);
      this.#apartBytes += update.length;
      return;
    }
    const from = this.#packedBytes;
    const end = from + update.length;
    if (end > this.#packed.length) {
      const larger = new Uint8Array(Math.max(end, Math.ceil(from * 1.5)));
      larger.set(this.#packed.subarray(0, from));
      this.#packed = larger;
    }
    this.#packed.set(update, from);
    this.#ends.push(end);
  }

  /** All of them; what is added later changes none. */
  all(): readonly Uint8Array[] {
    const packed = this.#ends.map((end, index) => this.#packed.subarray(this.#ends[index - 1] ?? 0, end));
    return [...packed, ...this.#apart];
  }

  clear(): void {
    this.#packed = noBytes;
    this.#ends = [];
    this.#apart = [];
    this.#apartBytes = 0;
  }

  get #packedBytes(): number {
    return this.#ends.at(-1) ?? 0;
  }
}
