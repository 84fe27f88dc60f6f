/**
 * What the underlay shows of a map: which groups, in which drawing, where. Things on their way (dragged, or making
 * room) are drawn where they are now; those that have an element of their own are left to it.
 *
 * In:  projection and screen as they are, the zoom, and how far the drawing reaches, in map units.
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
  /** At least those that meet what the drawing reaches; names of blueprint lines are no part of it (lineNames.ts). */
  readonly groups: readonly SceneGroup[];
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

/** The map without the room. */
export function ownOf(layout: ShownLayout): MapLayout {
  return 'former' in layout ? layout.former : layout;
}

/** Of the map as it is the whole list, always the same one; with the room for a drop those in view. */
export function groupsOf({ layout, groups }: UnderlayScene): readonly SceneGroup[] {
  return 'groups' in layout ? layout.groups : groups;
}

export function underlayScene({ projection, screen }: Shown, zoom: number, reach: Box): UnderlayScene {
  const shown = projection.getState();
  const state = screen.getState();
  const room = state.drag?.room ?? null;
  const detail = detailAt(zoom);
  const itemsOf = itemsIn(itemsAt(detail, shown, state), room !== null);
  return {
    layout: room ?? shown.layout,
    detail,
    groups: placedGroups(shown.layout, room, reach),
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

/** The names of blueprint lines where their lines are, at the map's own beginning, and how they are drawn at a zoom. */
export function shownLineNames(
  { projection, screen }: Shown,
  zoom: number,
): { readonly names: readonly SceneGroup[]; readonly itemsOf: ItemsOf } {
  const shown = projection.getState();
  const state = screen.getState();
  const room = state.drag?.room ?? null;
  return {
    names: lineNamesOf(shown.layout).flatMap((index) => {
      const name = shown.layout.groups[index];
      return name ? [room?.groupOf(name) ?? name] : [];
    }),
    itemsOf: itemsAt(detailAt(zoom), shown, state),
  };
}

/** What changes its shape with the height of a lane cannot be taken from the coarse drawing of the map as it is. */
function itemsIn(usual: ItemsOf, hasRoom: boolean): ItemsOf {
  return hasRoom ? (group) => (stretched.has(group.role) ? group.items : usual(group)) : usual;
}

/** The groups where they are drawn: with the room those in reach where it has moved them, cards on their way where they have come. */
function placedGroups(own: MapLayout, room: StretchedLayout | null, reach: Box): readonly SceneGroup[] {
  const away = drawnAway();
  if (!room && away.size === 0) return withoutNames(own);
  const isName = new Set(lineNamesOf(own));
  const place = grown(reach, bleed);
  const placed: SceneGroup[] = [];
  for (const [index, group] of own.groups.entries()) {
    if (isName.has(index)) continue;
    const offset =
      away.size > 0 && group.recordId !== undefined && cardRoles.has(group.role)
        ? away.get(group.recordId)
        : undefined;
    if (offset) placed.push(movedGroup(group, offset.dx, offset.dy));
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

const unnamed = new WeakMap<readonly SceneGroup[], readonly SceneGroup[]>();

/** The same list for the same map. */
function withoutNames(layout: MapLayout): readonly SceneGroup[] {
  const { groups } = layout;
  const known = unnamed.get(groups);
  if (known) return known;
  const isName = new Set(lineNamesOf(layout));
  const others = isName.size === 0 ? groups : groups.filter((_, index) => !isName.has(index));
  unnamed.set(groups, others);
  return others;
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
