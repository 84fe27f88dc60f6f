/**
 * What the underlay shows of a map: which groups, in which drawing, where. Things on their way (dragged, or making
 * room) are drawn where they are now; those that have an element of their own are left to it.
 *
 * In:  projection and screen as they are, the zoom, and the left edge of the view in map units.
 * Out: groups in paint order and the drawing of each, for the painter.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import { movedGroup } from '../layout/movedGroup.ts';
import { geometryOf, type Geometry } from '../layout/patchLayout.ts';
import type { Box, Detail, SceneGroup } from '../layout/scene.ts';
import type { GroupDrawing } from '../paint/paintScene.ts';
import type { MapSession } from '../state/mapSession.ts';
import { cardElement, drawnAway, offsetOf } from './cardOffsets.ts';
import { detailAt, itemsAt, type ItemsOf } from './detail.ts';

export interface UnderlayScene {
  readonly layout: MapLayout;
  readonly detail: Detail;
  readonly groups: readonly SceneGroup[];
  readonly drawingOf: (group: SceneGroup) => GroupDrawing | null;
}

type Shown = Pick<MapSession, 'projection' | 'screen'>;

/** What can be mounted, and moves while it is dragged. */
const cardRoles: ReadonlySet<SceneGroup['role']> = new Set([
  'touchpoint',
  'insight',
  'opportunity',
  'action',
  'element',
]);
const stretched: ReadonlySet<SceneGroup['role']> = new Set(['lane', 'stage', 'link']);

/** The layout that is drawn: the map's own, or during a drag the one with the room the drop needs. */
export function shownLayout({ projection, screen }: Shown): MapLayout {
  return screen.getState().drag?.room ?? projection.getState().layout;
}

export function underlayScene({ projection, screen }: Shown, zoom: number, left: number): UnderlayScene {
  const shown = projection.getState();
  const own = shown.layout;
  const state = screen.getState();
  const room = state.drag?.room ?? null;
  const layout = shownLayout({ projection, screen });
  const detail = detailAt(zoom);
  const itemsOf = itemsIn(itemsAt(detail, shown, state), room !== null);
  return {
    layout,
    detail,
    groups: withMoved(withNamesAtLeft(layout, left), own),
    drawingOf(group) {
      const items = itemsOf(group);
      const id = cardRoles.has(group.role) ? group.recordId : undefined;
      const offset = id === undefined ? undefined : offsetOf(id);
      if (id !== undefined && offset) {
        if (offset.hidden || cardElement(id)) return null;
        // Offsets count from the place in the map as it is: the group has been moved there, by itself or with the room.
        return { items, origin: group.origin };
      }
      return items === group.items ? group : { items, origin: group.origin };
    },
  };
}

/** What changes its shape with the height of a lane cannot be taken from the coarse drawing of the map as it is. */
function itemsIn(usual: ItemsOf, hasRoom: boolean): ItemsOf {
  return hasRoom ? (group) => (stretched.has(group.role) ? group.items : usual(group)) : usual;
}

/** Cards drawn on their way cover another place than their own. */
function withMoved(groups: readonly SceneGroup[], { groupOf }: MapLayout): readonly SceneGroup[] {
  const away = drawnAway();
  if (away.size === 0) return groups;
  return groups.map((group) => {
    const offset = group.recordId === undefined ? undefined : away.get(group.recordId);
    const home = offset && cardRoles.has(group.role) ? groupOf.get(group.recordId ?? '') : undefined;
    return home && offset ? movedGroup(home, offset.dx, offset.dy) : group;
  });
}

/** Where the names stand among the groups: at the same places as long as only words change. */
const lineNames = new WeakMap<Geometry, readonly number[]>();

function lineNamesOf(layout: MapLayout): readonly number[] {
  const geometry = geometryOf(layout);
  const known = lineNames.get(geometry);
  if (known) return known;
  const names = layout.groups.flatMap((group, index) => (isLineName(group) ? [index] : []));
  lineNames.set(geometry, names);
  return names;
}

/** What names of blueprint lines cover when the left edge of the view goes from one place to another, map units. */
export function linesNamedIn(layout: MapLayout, from: number, to: number): readonly Box[] {
  const [a, b] = [Math.max(0, from), Math.max(0, to)];
  if (a === b) return [];
  return lineNamesOf(layout).flatMap((index) => {
    const box = layout.groups[index]?.box;
    return box ? [{ ...box, x: box.x + Math.min(a, b), width: box.width + Math.abs(a - b) }] : [];
  });
}

function withNamesAtLeft(layout: MapLayout, left: number): readonly SceneGroup[] {
  const { groups } = layout;
  const names = lineNamesOf(layout);
  if (left <= 0 || names.length === 0) return groups;
  const moved = [...groups];
  for (const index of names) {
    const name = groups[index];
    if (name) moved[index] = movedGroup(name, left, 0);
  }
  return moved;
}

/** The name of a blueprint line, which stands at the left of the view and not of the map. */
function isLineName({ id }: SceneGroup): boolean {
  return id.startsWith('blueprint-name.');
}

/** The boxes in which two drawings of a map differ; null when there are so many that all is drawn anew. */
export function differences(
  before: ReadonlySet<SceneGroup>,
  after: ReadonlySet<SceneGroup>,
): readonly Box[] | null {
  const boxes: Box[] = [];
  for (const group of after) if (!before.has(group)) boxes.push(group.box);
  for (const group of before) if (!after.has(group)) boxes.push(group.box);
  return boxes.length > mostPatches ? null : boxes;
}

export const mostPatches = 24;
