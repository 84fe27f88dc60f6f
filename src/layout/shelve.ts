/**
 * Entries of a drawn lane under their touchpoints: each at its wished x when there is room, else moved a little
 * to the right, else on the next shelf. Nothing overlaps; the lane grows with its shelves.
 */

export interface Entry {
  /** Wished left edge. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
  /** The stretch between folded stages, or the grid's edges, that it stays in. */
  readonly from: number;
  readonly to: number;
}

export interface Shelved<T extends Entry> {
  readonly entry: T;
  readonly x: number;
  readonly y: number;
}

const gap = 16;
const between = 10;
/** An entry may stand this far beside its touchpoint before it goes down a shelf. */
const farthest = 70;
const margin = 8;

/** Places entries (in rising x) inside their stretches. `height` is what they need without padding. */
export function shelve<T extends Entry>(
  entries: readonly T[],
): { readonly placed: readonly Shelved<T>[]; readonly height: number } {
  const shelves: { end: number; height: number; entries: { entry: T; x: number }[] }[] = [];
  for (const entry of entries) {
    const least = entry.from + margin;
    const most = Math.max(least, entry.to - margin - entry.width);
    const wished = Math.max(least, Math.min(entry.x, most));
    let shelf = shelves.find((candidate) => {
      const x = Math.max(wished, candidate.end + gap);
      return x <= wished + farthest && x <= most;
    });
    if (!shelf) {
      shelf = { end: Number.NEGATIVE_INFINITY, height: 0, entries: [] };
      shelves.push(shelf);
    }
    const x = Math.max(wished, shelf.end + gap);
    shelf.entries.push({ entry, x });
    shelf.end = x + entry.width;
    shelf.height = Math.max(shelf.height, entry.height);
  }
  let y = 0;
  const placed = shelves.flatMap((shelf) => {
    const top = y;
    y += shelf.height + between;
    return shelf.entries.map(({ entry, x }) => ({ entry, x, y: top }));
  });
  return { placed, height: Math.max(0, y - between) };
}
