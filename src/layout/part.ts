/**
 * A part: one thing to draw before it has its place. Its items and box are relative to its own corner, so that
 * a thing that only moves keeps its items, and an unchanged thing at its old place keeps its whole group.
 *
 * Cards and links, which are most of a large map, are drawn when somebody first asks for their items: of 3,000 some
 * sixty are in view, and laying out must not cost the others' lines of text.
 */
import { Identity, type IdentityFacts } from './identity.ts';
import { sameInputs } from './same.ts';
import type { Box, Detail, Point, SceneGroup, SceneItem } from './scene.ts';
import { sharedNumber } from './sharedNumber.ts';

export interface Part extends IdentityFacts {
  readonly items: readonly SceneItem[];
  /** What it may cover, relative to its corner. */
  readonly box: Box;
}

/**
 * A part that is drawn when it is first looked at, at the detail it is looked at. `draw` must hold on to nothing but
 * what it draws: most are never looked at, and would keep a whole map of former days alive.
 */
export class LazyPart extends Identity implements Part {
  declare readonly recordId: string;
  readonly box: Box;
  readonly #detail: Detail;
  readonly #draw: (detail: Detail) => readonly SceneItem[];
  #drawn: { [D in Detail]?: readonly SceneItem[] } | null = null;

  constructor(
    facts: Omit<Part, 'items'> & { readonly recordId: string },
    detail: Detail,
    draw: (detail: Detail) => readonly SceneItem[],
  ) {
    super(facts);
    this.box = facts.box;
    this.#detail = detail;
    this.#draw = draw;
  }

  get items(): readonly SceneItem[] {
    return this.itemsAt(this.#detail);
  }

  itemsAt(detail: Detail): readonly SceneItem[] {
    this.#drawn ??= {};
    return (this.#drawn[detail] ??= this.#draw(detail));
  }
}

/** A part at its place. Asks the part for its items, so that they are drawn no sooner than they are looked at. */
class PlacedGroup extends Identity implements SceneGroup {
  readonly origin: Point;
  readonly box: Box;
  readonly #part: Part;

  constructor(part: Part, origin: Point) {
    super(part);
    const { box } = part;
    this.origin = origin;
    const { width, height } = box;
    this.box = { x: sharedNumber(box.x + origin.x), y: sharedNumber(box.y + origin.y), width, height };
    this.#part = part;
  }

  get items(): readonly SceneItem[] {
    return this.#part.items;
  }

  itemsAt(detail: Detail): readonly SceneItem[] | null {
    return this.#part instanceof LazyPart ? this.#part.itemsAt(detail) : null;
  }
}

/** What was drawn from what. */
interface Entry {
  readonly inputs: readonly unknown[];
  readonly part: Part;
  readonly group: SceneGroup | null;
}
/** A thing drawn anew, and not yet taken over. */
export interface Patch extends Entry {
  readonly group: SceneGroup;
}

/** A part at a place, apart from any layout. The place is kept as the object it is. */
export function placePart(part: Part, origin: Point): SceneGroup {
  return new PlacedGroup(part, origin);
}

/** Remembers what was drawn from what, from one layout to the next. */
export class Drawings {
  readonly #entries: Map<string, Entry>;

  /** Begins with what the former layout had drawn, and by their ids the parts drawn since; that one keeps its own. */
  constructor(former?: Drawings, patches?: ReadonlyMap<string, Patch>) {
    this.#entries = new Map(former ? former.#entries : []);
    for (const [id, entry] of patches ?? []) this.#entries.set(id, entry);
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
  place(part: Part, origin: Point): SceneGroup {
    const entry = this.#entries.get(part.id);
    const isOwn = entry?.part === part;
    const known = isOwn ? entry.group : null;
    if (known?.origin.x === origin.x && known.origin.y === origin.y) return known;
    const group = placePart(part, origin);
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
