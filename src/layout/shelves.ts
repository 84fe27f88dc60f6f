/**
 * Stretches by place, for quick "what lies along here" questions: by shelf across, and by floor along it. Large maps have
 * tens of thousands, so that a floor keeps their ends as plain numbers.
 */

/** A stretch of a shelf. */
export interface Area {
  readonly shelf: number;
  readonly from: number;
  readonly to: number;
}

/** Whose stretches lie on a floor; `ends` has from and to of each. */
interface Floor<Owner> {
  owners: Owner[];
  ends: number[];
}

/** Floors this long hold a dozen or two where a map is crowded: few enough to look at, and few lists. */
const floorLength = 2048;
const mostFloors = 4096;

export class Shelves<Owner> {
  readonly #floors = new Map<number, Floor<Owner>>();

  add({ shelf, from, to }: Area, owner: Owner): void {
    const highest = floorOf(to);
    for (let at = floorOf(from); at <= highest; at += 1) {
      const key = shelf * mostFloors + at;
      const floor = this.#floors.get(key);
      if (floor) {
        floor.owners.push(owner);
        floor.ends.push(from, to);
      } else this.#floors.set(key, { owners: [owner], ends: [from, to] });
    }
  }

  /** Takes away what was added of an owner along an area. */
  remove({ shelf, from, to }: Area, owner: Owner): void {
    for (let at = floorOf(from); at <= floorOf(to); at += 1) {
      const floor = this.#floors.get(shelf * mostFloors + at);
      const index = floor?.owners.findIndex((one, place) => one === owner && floor.ends[2 * place] === from);
      if (!floor || index === undefined || index < 0) continue;
      floor.owners.splice(index, 1);
      floor.ends.splice(2 * index, 2);
    }
  }

  /** Whoever has a stretch that shares more than an end with this one; once for each stretch. */
  at(shelf: number, from: number, to: number, found: Owner[] = []): Owner[] {
    const lowest = floorOf(from);
    const highest = floorOf(to);
    for (let at = lowest; at <= highest; at += 1) {
      const floor = this.#floors.get(shelf * mostFloors + at);
      if (!floor) continue;
      const { owners, ends } = floor;
      for (const [index, owner] of owners.entries()) {
        const begin = ends[2 * index] ?? 0;
        if (begin >= to || (ends[2 * index + 1] ?? 0) <= from) continue;
        // Two that share several floors meet on the first of them.
        if (at === lowest || floorOf(begin) === at) found.push(owner);
      }
    }
    return found;
  }

  /** Gives back the room that lists keep for growing. */
  trim(): void {
    for (const floor of this.#floors.values()) {
      floor.owners = floor.owners.slice();
      floor.ends = floor.ends.slice();
    }
  }
}

function floorOf(along: number): number {
  return Math.min(mostFloors - 1, Math.max(0, Math.floor(along / floorLength)));
}
