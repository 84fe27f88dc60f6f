/**
 * The room that is left on a slide: what stands there is told, and what is to be placed finds the free place nearest to its wish,
 * or none. Texts placed here never lie on each other nor on what was told.
 */
import type { Box, Point } from '../layout/scene.ts';

/** A `ground` is an area that short figures may stand on and texts keep off. */
type Kind = 'solid' | 'ground';

/** How finely places are tried. */
const step = { x: 12, y: 8 } as const;
/** Columns in which obstacles are looked up. */
const columnWidth = 48;
const nothing: readonly never[] = [];

export class Room {
  readonly #bounds: Box;
  readonly #columns = new Map<number, { readonly box: Box; readonly kind: Kind }[]>();

  constructor(bounds: Box) {
    this.#bounds = bounds;
  }

  take(box: Box, kind: Kind = 'solid'): void {
    const last = columnOf(box.x + box.width);
    for (let column = columnOf(box.x); column <= last; column += 1) {
      const there = this.#columns.get(column);
      if (there) there.push({ box, kind });
      else this.#columns.set(column, [{ box, kind }]);
    }
  }

  /** Whether a box lies in the room and on nothing; `onGround`: areas do not count. */
  isFree(box: Box, onGround = false): boolean {
    const { x, y, width, height } = this.#bounds;
    if (box.x < x || box.y < y || box.x + box.width > x + width || box.y + box.height > y + height)
      return false;
    // Asked thousands of times for a text that has no place: nothing is made here.
    const last = columnOf(box.x + box.width);
    for (let column = columnOf(box.x); column <= last; column += 1) {
      for (const there of this.#columns.get(column) ?? nothing)
        if (!(onGround && there.kind === 'ground') && meets(there.box, box)) return false;
    }
    return true;
  }

  /**
   * The free place for a box of this size whose middle is nearest to a point; taken, with `around` kept clear on all sides. Null
   * where there is none within `farthest`.
   */
  place(
    size: { readonly width: number; readonly height: number },
    wish: Point,
    {
      around = { x: 12, y: 8 },
      farthest = Infinity,
    }: { readonly around?: Point; readonly farthest?: number } = {},
  ): Box | null {
    const width = size.width + 2 * around.x;
    const height = size.height + 2 * around.y;
    const { x: left, y: top, width: roomWidth, height: roomHeight } = this.#bounds;
    const wished = { x: wish.x - width / 2, y: wish.y - height / 2 };
    const xs = placesFrom(left, left + roomWidth - width, wished.x, step.x);
    const ys = placesFrom(top, top + roomHeight - height, wished.y, step.y);
    const places = xs
      .flatMap((x) =>
        // Beside is as good as a little below.
        ys.map((y) => ({ x, y, far: Math.hypot((x - wished.x) * 0.8, y - wished.y) })),
      )
      .filter(({ far }) => far <= farthest)
      .toSorted((a, b) => a.far - b.far);
    for (const { x, y } of places) {
      if (!this.isFree({ x, y, width, height })) continue;
      const box = { x: x + around.x, y: y + around.y, width: size.width, height: size.height };
      this.take(box);
      return box;
    }
    return null;
  }
}

/** The wish, as far as it lies inside, and places at even steps around it. */
function placesFrom(least: number, most: number, wish: number, pitch: number): readonly number[] {
  if (most < least) return [];
  const start = Math.min(most, Math.max(least, wish));
  const before = Math.floor((start - least) / pitch);
  const after = Math.floor((most - start) / pitch);
  return Array.from({ length: before + after + 1 }, (_, at) => start + (at - before) * pitch);
}

function columnOf(x: number): number {
  return Math.floor(x / columnWidth);
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
