/** A group somewhere else, or drawn otherwise, for previews: it asks the group it comes from for its items when it is looked at. */
import type { Box, Detail, Point, SceneGroup, SceneItem } from './scene.ts';

/** The same drawing (dx, dy) away. */
export function movedGroup(group: SceneGroup, dx: number, dy: number): SceneGroup {
  if (dx === 0 && dy === 0) return group;
  const { origin, box } = group;
  return derivedGroup(
    group,
    { x: origin.x + dx, y: origin.y + dy },
    { ...box, x: box.x + dx, y: box.y + dy },
    (items) => items,
  );
}

/** Drawn from what the group draws; the same items give the same items. */
export function derivedGroup(
  group: SceneGroup,
  origin: Point,
  box: Box,
  redraw: (items: readonly SceneItem[], detail: Detail) => readonly SceneItem[],
): SceneGroup {
  const { id, role, recordId, title, from, to } = group;
  const drawn = new Map<readonly SceneItem[], readonly SceneItem[]>();
  const redrawn = (items: readonly SceneItem[], detail: Detail): readonly SceneItem[] => {
    const known = drawn.get(items) ?? redraw(items, detail);
    drawn.set(items, known);
    return known;
  };
  return {
    id,
    role,
    title,
    origin,
    box,
    ...(recordId === undefined ? {} : { recordId }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    get items() {
      return redrawn(group.items, 'full');
    },
    itemsAt(detail: Detail) {
      const items = group.itemsAt?.(detail);
      return items ? redrawn(items, detail) : null;
    },
  };
}
