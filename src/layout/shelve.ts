/**
 * Entries of a drawn lane under their touchpoints: each at its wished x when there is room, else moved a little
 * to the right, else on the next shelf. Nothing overlaps; the lane grows with its shelves.
 */

export interface Entry {
  /** Wished left edge. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
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

/** Places entries (in rising x) between the grid's margins. `height` is what they need without padding. */
export function shelve<T extends Entry>(
  entries: readonly T[],
  gridWidth: number,
): { readonly placed: readonly Shelved<T>[]; readonly height: number } {
  const shelves: { end: number; height: number; entries: { entry: T; x: number }[] }[] = [];
  for (const entry of entries) {
    const wished = Math.max(margin, Math.min(entry.x, gridWidth - margin - entry.width));
    let shelf = shelves.find((candidate) => {
      const x = Math.max(wished, candidate.end + gap);
      return x <= wished + farthest && x + entry.width <= Math.max(gridWidth - margin, margin + entry.width);
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
