/**
 * A map with some of its values replaced, over and over, at the cost of what is replaced: the maps before stay as they
 * were, and share what they have with it. What was replaced is written in one log; each map sees it up to where the log
 * was when the map was made.
 */

interface Written<V> {
  readonly value: V;
  readonly at: number;
  /** What was written for the same key before. */
  readonly former: Written<V> | undefined;
}

interface Log<V> {
  readonly latest: Map<string, Written<V>>;
  /** How much was written; of that some may have been replaced again. */
  length: number;
}

/** A log with so much more in it than is seen is written anew, so that what nobody sees is let go. */
const mostUnseen = 64;

export class PatchedMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  readonly #base: ReadonlyMap<string, V>;
  readonly #log: Log<V>;
  readonly #at: number;

  private constructor(base: ReadonlyMap<string, V>, log: Log<V>, size: number) {
    this.size = size;
    this.#base = base;
    this.#log = log;
    this.#at = log.length;
  }

  /** A map as it is, to go on from; one that is patched already is itself. */
  static over<V>(base: ReadonlyMap<string, V>): PatchedMap<V> {
    return base instanceof PatchedMap ? base : new PatchedMap(base, emptyLog(), base.size);
  }

  /** This map with other values, or more of them. */
  with(changes: Iterable<readonly [string, V]>): PatchedMap<V> {
    const log = this.#ownLog();
    let { size } = this;
    for (const [key, value] of changes) {
      const former = log.latest.get(key);
      if (!former && !this.#base.has(key)) size += 1;
      log.length += 1;
      log.latest.set(key, { value, at: log.length, former });
    }
    return new PatchedMap(this.#base, log, size);
  }

  get(key: string): V | undefined {
    const written = this.#seen(key);
    return written ? written.value : this.#base.get(key);
  }

  has(key: string): boolean {
    return this.#base.has(key) || this.#seen(key) !== undefined;
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.#base) {
      const written = this.#seen(key);
      yield [key, written ? written.value : value];
    }
    for (const key of this.#log.latest.keys()) {
      const written = this.#base.has(key) ? undefined : this.#seen(key);
      if (written) yield [key, written.value];
    }
  }

  *keys(): MapIterator<string> {
    for (const [key] of this) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(act: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) act(value, key, this);
  }

  #seen(key: string): Written<V> | undefined {
    let written = this.#log.latest.get(key);
    while (written && written.at > this.#at) written = written.former;
    return written;
  }

  /** The log to write on in: one of its own where others wrote since, or where much in it is seen no more. */
  #ownLog(): Log<V> {
    const log = this.#log;
    if (log.length === this.#at && log.length < 2 * log.latest.size + mostUnseen) return log;
    const own = emptyLog<V>();
    for (const key of log.latest.keys()) {
      const seen = this.#seen(key);
      if (!seen) continue;
      own.length += 1;
      own.latest.set(key, { value: seen.value, at: own.length, former: undefined });
    }
    return own;
  }
}

function emptyLog<V>(): Log<V> {
  return { latest: new Map(), length: 0 };
}
