/** A group somewhere else, or drawn otherwise, for previews: it asks the group it comes from for its items when it is looked at. */
import { Identity } from './identity.ts';
import type { Box, Detail, Point, SceneGroup, SceneItem } from './scene.ts';

/** The same drawing (dx, dy) away. */
export function movedGroup(group: SceneGroup, dx: number, dy: number): SceneGroup {
  if (dx === 0 && dy === 0) return group;
  const { origin, box } = group;
  return derivedGroup(
    group,
    { x: origin.x + dx, y: origin.y + dy },
    { x: box.x + dx, y: box.y + dy, width: box.width, height: box.height },
    asDrawn,
  );
}

const asDrawn: Redraw = (items) => items;

/** Drawn from what the group draws; the same items give the same items. */
export function derivedGroup(group: SceneGroup, origin: Point, box: Box, redraw: Redraw): SceneGroup {
  return new DerivedGroup(group, origin, box, redraw);
}

type Redraw = (items: readonly SceneItem[], detail: Detail) => readonly SceneItem[];

/** A class, and with nothing made before it is looked at: a lane that grows in mid-drag moves thousands. */
class DerivedGroup extends Identity implements SceneGroup {
  readonly origin: Point;
  readonly box: Box;
  readonly #group: SceneGroup;
  readonly #redraw: Redraw;
  #drawn: Map<readonly SceneItem[], readonly SceneItem[]> | null = null;

  constructor(group: SceneGroup, origin: Point, box: Box, redraw: Redraw) {
    super(group);
    this.origin = origin;
    this.box = box;
    this.#group = group;
    this.#redraw = redraw;
  }

  get items(): readonly SceneItem[] {
    return this.#redrawn(this.#group.items, 'full');
  }

  itemsAt(detail: Detail): readonly SceneItem[] | null {
    const items = this.#group.itemsAt?.(detail);
    return items ? this.#redrawn(items, detail) : null;
  }

  #redrawn(items: readonly SceneItem[], detail: Detail): readonly SceneItem[] {
    this.#drawn ??= new Map();
    const known = this.#drawn.get(items) ?? this.#redraw(items, detail);
    this.#drawn.set(items, known);
    return known;
  }
}
