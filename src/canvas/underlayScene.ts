/**
 * What the underlay shows of a map: which groups, in which drawing, where. Things on their way (dragged, or making
 * room) are drawn where they are now; those that have an element of their own are left to it.
 *
 * In:  projection and screen as they are, the zoom, and the view in map units.
 * Out: groups in paint order and the drawing of each, for the painter.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import { movedGroup } from '../layout/movedGroup.ts';
import { geometryOf, type Geometry } from '../layout/patchLayout.ts';
import type { Box, Detail, SceneGroup } from '../layout/scene.ts';
import type { StretchedLayout } from '../layout/stretch.ts';
import type { GroupDrawing } from '../paint/paintScene.ts';
import type { MapSession } from '../state/mapSession.ts';
import { cardElement, drawnAway, offsetOf } from './cardOffsets.ts';
import { grown } from './frames.ts';
import { detailAt, itemsAt, type ItemsOf } from './detail.ts';

export interface UnderlayScene {
  /** What is drawn: the map's own layout, or during a drag the one with the room the drop needs. */
  readonly layout: ShownLayout;
  readonly detail: Detail;
  /** At least those that meet the view. */
  readonly groups: readonly SceneGroup[];
  /** Where the names of blueprint lines stand at the map's own beginning. */
  readonly names: readonly Box[];
  readonly drawingOf: (group: SceneGroup) => GroupDrawing | null;
}

export type ShownLayout = MapLayout | StretchedLayout;

type Shown = Pick<MapSession, 'projection' | 'screen'>;

/** Outlines and antialiasing reach so far over a group's box, in map units. */
export const bleed = 3;

/** What can be mounted, and moves while it is dragged. */
const cardRoles: ReadonlySet<SceneGroup['role']> = new Set([
  'touchpoint',
  'insight',
  'opportunity',
  'action',
  'element',
]);
const stretched: ReadonlySet<SceneGroup['role']> = new Set(['lane', 'stage', 'link']);

export function shownLayout({ projection, screen }: Shown): ShownLayout {
  return screen.getState().drag?.room ?? projection.getState().layout;
}

export function underlayScene({ projection, screen }: Shown, zoom: number, view: Box): UnderlayScene {
  const shown = projection.getState();
  const state = screen.getState();
  const room = state.drag?.room ?? null;
  const detail = detailAt(zoom);
  const itemsOf = itemsIn(itemsAt(detail, shown, state), room !== null);
  const names = lineNamesOf(shown.layout);
  return {
    layout: room ?? shown.layout,
    detail,
    groups: placedGroups(shown.layout, room, view, names),
    names: names.flatMap((index) => {
      const name = shown.layout.groups[index];
      return name ? [(room?.groupOf(name) ?? name).box] : [];
    }),
    drawingOf(group) {
      const items = itemsOf(group);
      const id = cardRoles.has(group.role) ? group.recordId : undefined;
      const offset = id === undefined ? undefined : offsetOf(id);
      if (id !== undefined && offset) {
        if (offset.hidden || cardElement(id)) return null;
        // Offsets count from the place in the map as it is: the group has been moved there, by itself or with the room.
        return { items, origin: group.origin };
      }
      // Not even compared with the group's own items: asking for them would draw each card in full.
      return { items, origin: group.origin };
    },
  };
}

/** What changes its shape with the height of a lane cannot be taken from the coarse drawing of the map as it is. */
function itemsIn(usual: ItemsOf, hasRoom: boolean): ItemsOf {
  return hasRoom ? (group) => (stretched.has(group.role) ? group.items : usual(group)) : usual;
}

/**
 * The groups where they are drawn: with the room those in view where it has moved them, cards on their way where they have
 * come, and the names of blueprint lines at the left of the view.
 */
function placedGroups(
  own: MapLayout,
  room: StretchedLayout | null,
  view: Box,
  names: readonly number[],
): readonly SceneGroup[] {
  const away = drawnAway();
  if (!room && away.size === 0) return withNamesAtLeft(own.groups, names, view.x);
  const isName = new Set(names);
  const left = Math.max(0, view.x);
  const place = grown(view, bleed);
  const placed: SceneGroup[] = [];
  for (const [index, group] of own.groups.entries()) {
    const offset =
      away.size > 0 && group.recordId !== undefined && cardRoles.has(group.role)
        ? away.get(group.recordId)
        : undefined;
    if (offset) placed.push(movedGroup(group, offset.dx, offset.dy));
    else if (isName.has(index)) placed.push(movedGroup(room?.groupOf(group) ?? group, left, 0));
    else if (!room) placed.push(group);
    else if (room.meets(group, place)) placed.push(room.groupOf(group));
  }
  return placed;
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
export function linesNamedIn(
  { names }: Pick<UnderlayScene, 'names'>,
  from: number,
  to: number,
): readonly Box[] {
  const [a, b] = [Math.max(0, from), Math.max(0, to)];
  if (a === b) return [];
  return names.map((box) => ({
    ...box,
    x: box.x + Math.min(a, b),
    width: box.width + Math.abs(a - b),
  }));
}

function withNamesAtLeft(
  groups: readonly SceneGroup[],
  names: readonly number[],
  left: number,
): readonly SceneGroup[] {
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
