/**
 * A part: one thing to draw before it has its place. Its items and box are relative to its own corner, so that
 * a thing that only moves keeps its items, and an unchanged thing at its old place keeps its whole group.
 */
import type { Box, GroupRole, Point, SceneGroup, SceneItem } from './scene.ts';

export interface Part {
  readonly id: string;
  readonly role: GroupRole;
  readonly recordId?: string;
  readonly title: string;
  readonly items: readonly SceneItem[];
  /** What it may cover, relative to its corner. */
  readonly box: Box;
  readonly from?: string;
  readonly to?: string;
}

/** The group of a part at a place. */
export function groupAt(part: Part, origin: Point): SceneGroup {
  const { box, ...rest } = part;
  return { ...rest, origin, box: { ...box, x: box.x + origin.x, y: box.y + origin.y } };
}

/** Remembers what was drawn from what, from one layout to the next. */
export class Drawings {
  #previous: Drawings | undefined;
  readonly #parts = new Map<string, { readonly inputs: readonly unknown[]; readonly part: Part }>();
  readonly #groups = new Map<string, SceneGroup>();

  constructor(previous?: Drawings) {
    this.#previous = previous;
  }

  /** The part drawn from these inputs: the former one when every input is the same value or record. */
  part(id: string, inputs: readonly unknown[], draw: () => Part): Part {
    const previous = this.#previous;
    const known = previous ? previous.#parts.get(id) : undefined;
    const kept = known && sameInputs(known.inputs, inputs) ? known : { inputs, part: draw() };
    this.#parts.set(id, kept);
    return kept.part;
  }

  /** The group of a part at a place: the former one when neither changed. */
  place(part: Part, x: number, y: number): SceneGroup {
    const previous = this.#previous;
    const known = previous ? previous.#groups.get(part.id) : undefined;
    const kept =
      known &&
      known.items === part.items &&
      known.title === part.title &&
      known.origin.x === x &&
      known.origin.y === y
        ? known
        : groupAt(part, { x, y });
    this.#groups.set(part.id, kept);
    return kept;
  }

  /** Forgets the former layout, which would keep all of history alive. */
  settle(): void {
    this.#previous = undefined;
  }
}

/** Whether two lists hold the same values in the same order. */
export function sameInputs(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
