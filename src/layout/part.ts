/**
 * A part: one thing to draw before it has its place. Its items and box are relative to its own corner, so that
 * a thing that only moves keeps its items, and an unchanged thing at its old place keeps its whole group.
 */
import { sameInputs } from './same.ts';
import type { Box, GroupRole, SceneGroup, SceneItem } from './scene.ts';

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

interface Entry {
  readonly inputs: readonly unknown[];
  readonly part: Part;
  readonly group: SceneGroup | null;
}

/** Remembers what was drawn from what, from one layout to the next. */
export class Drawings {
  readonly #entries: Map<string, Entry>;

  /** Begins with what the former layout had drawn; that one keeps its own. */
  constructor(former?: Drawings) {
    this.#entries = new Map(former ? former.#entries : []);
  }

  /** The part drawn from these inputs: the former one when every input is the same value or record. */
  part(id: string, inputs: readonly unknown[], draw: () => Part): Part {
    const known = this.#entries.get(id);
    if (known && sameInputs(known.inputs, inputs)) return known.part;
    const part = draw();
    this.#entries.set(id, { inputs, part, group: null });
    return part;
  }

  /** The group of a part at a place: the former one when neither changed. */
  place(part: Part, x: number, y: number): SceneGroup {
    const entry = this.#entries.get(part.id);
    const isOwn = entry?.part === part;
    const known = isOwn ? entry.group : null;
    if (known?.origin.x === x && known.origin.y === y) return known;
    const { box, ...rest } = part;
    const group = { ...rest, origin: { x, y }, box: { ...box, x: box.x + x, y: box.y + y } };
    if (isOwn) this.#entries.set(part.id, { ...entry, group });
    return group;
  }

  /** Forgets what is no longer drawn, once there is much of it. */
  prune(drawn: readonly SceneGroup[]): void {
    if (this.#entries.size < 2 * drawn.length + 200) return;
    const ids = new Set(drawn.map(({ id }) => id));
    for (const id of this.#entries.keys()) if (!ids.has(id)) this.#entries.delete(id);
  }
}
