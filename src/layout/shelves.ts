/** Stretches by place, for quick "what lies along here" questions: by shelf across, and by floor along it. */

/** A stretch of a shelf. */
export interface Area {
  readonly shelf: number;
  readonly from: number;
  readonly to: number;
}

const floorLength = 512;
const mostFloors = 4096;

export class Shelves<Owner> {
  readonly #floors = new Map<number, { readonly area: Area; readonly owner: Owner }[]>();

  add(area: Area, owner: Owner): void {
    const highest = floorOf(area.to);
    // The same one on all its floors: large maps have tens of thousands.
    const entry = { area, owner };
    for (let floor = floorOf(area.from); floor <= highest; floor += 1) {
      const key = area.shelf * mostFloors + floor;
      const list = this.#floors.get(key);
      if (list) list.push(entry);
      else this.#floors.set(key, [entry]);
    }
  }

  /** Takes away what was added of an owner along an area. */
  remove({ shelf, from, to }: Area, owner: Owner): void {
    for (let floor = floorOf(from); floor <= floorOf(to); floor += 1) {
      const list = this.#floors.get(shelf * mostFloors + floor);
      const index = list?.findIndex((one) => one.owner === owner && one.area.from === from) ?? -1;
      if (index >= 0) list?.splice(index, 1);
    }
  }

  /** Whoever has a stretch that shares more than an end with this one; once for each stretch. */
  at(shelf: number, from: number, to: number, found: Owner[] = []): Owner[] {
    const lowest = floorOf(from);
    const highest = floorOf(to);
    for (let floor = lowest; floor <= highest; floor += 1) {
      const list = this.#floors.get(shelf * mostFloors + floor);
      if (!list) continue;
      for (const { area, owner } of list) {
        if (area.from >= to || area.to <= from) continue;
        // Two that share several floors meet on the first of them.
        if (floor === lowest || floorOf(area.from) === floor) found.push(owner);
      }
    }
    return found;
  }
}

function floorOf(along: number): number {
  return Math.min(mostFloors - 1, Math.max(0, Math.floor(along / floorLength)));
}
