/** Boxes by place, for quick "what lies here" questions: a grid of square cells. */
import type { Box } from './scene.ts';

const cellSize = 128;
/** Very long boxes are asked for too seldom to be spread over every cell. */
const mostCells = 400;

export class BoxIndex {
  readonly #cells = new Map<number, { readonly box: Box; readonly owner: string }[]>();
  readonly #large: { readonly box: Box; readonly owner: string }[] = [];

  add(box: Box, owner: string): void {
    const entry = { box, owner };
    const keys = this.#keysOf(box);
    if (!keys) this.#large.push(entry);
    else {
      for (const key of keys) {
        const list = this.#cells.get(key);
        if (list) list.push(entry);
        else this.#cells.set(key, [entry]);
      }
    }
  }

  /** Takes out what was added with this very box. */
  remove(box: Box): void {
    for (const list of this.#listsOf(box)) {
      const index = list.findIndex((entry) => entry.box === box);
      if (index >= 0) list.splice(index, 1);
    }
  }

  /** How many entries of other owners meet a box (one that spans several cells may count more than once). */
  countAt(box: Box, owner: string): number {
    let count = 0;
    for (const entry of this.#large) if (entry.owner !== owner && boxesMeet(entry.box, box)) count += 1;
    for (const key of this.#keysOf(box) ?? []) {
      for (const entry of this.#cells.get(key) ?? [])
        if (entry.owner !== owner && boxesMeet(entry.box, box)) count += 1;
    }
    return count;
  }

  #listsOf(box: Box): { readonly box: Box; readonly owner: string }[][] {
    const keys = this.#keysOf(box);
    return keys ? keys.map((key) => this.#cells.get(key) ?? []) : [this.#large];
  }

  #keysOf(box: Box): number[] | null {
    const left = Math.floor(box.x / cellSize);
    const right = Math.floor((box.x + box.width) / cellSize);
    const top = Math.floor(box.y / cellSize);
    const bottom = Math.floor((box.y + box.height) / cellSize);
    if ((right - left + 1) * (bottom - top + 1) > mostCells) return null;
    const keys: number[] = [];
    for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) keys.push(y * 65_536 + x);
    return keys;
  }
}

/** Whether two boxes share more than an edge. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
