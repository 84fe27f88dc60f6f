/**
 * A layout with taller lanes, without laying out: what lies below a lane's last row moves down as it is, what runs
 * across (papers, stages, links) is drawn out there. For previews: links keep their ways, which a real layout would choose
 * anew, so the work is one look at each thing and none at the ways.
 *
 * In:  a layout, the new heights of lanes by id (not less than they have), the map's free elements.
 * Out: a layout in which whatever lies above the first taller lane's end is the same object.
 */
import type { FreeElement } from '../model/journeyMap.ts';
import { extentOf, placeElements } from './elementBoxes.ts';
import type { MapLayout } from './mapLayout.ts';
import { derivedGroup, movedGroup } from './movedGroup.ts';
import type { Box, PathCommand, Point, SceneGroup, SceneItem } from './scene.ts';

/** The room comes in this far above a lane's lower edge: below its cards, above its rule. */
const aboveEdge = 2;

/** Where a y of the former layout lies in the new one; never falls. */
type Move = (y: number) => number;

export function stretchLayout(
  layout: MapLayout,
  heights: ReadonlyMap<string, number>,
  elements: readonly FreeElement[],
): MapLayout {
  const move = moveOf(layout, heights);
  const height = move(layout.height);
  const places = placeElements(elements, { width: layout.width, height }, layout.elements);
  const groupOf = new Map(layout.groupOf);
  const groups = layout.groups.map((group) => {
    const element = group.recordId === undefined ? undefined : layout.elements.get(group.recordId);
    const place = group.recordId === undefined ? undefined : places.get(group.recordId);
    const moved =
      element && place ? movedGroup(group, place.x - element.x, place.y - element.y) : stretched(group, move);
    if (moved !== group && group.recordId !== undefined && groupOf.get(group.recordId) === group)
      groupOf.set(group.recordId, moved);
    return moved;
  });
  return {
    ...layout,
    height,
    extent: extentOf({ width: layout.width, height }, places, layout.extent),
    lanes: layout.lanes.map((row) => {
      const y = move(row.y);
      const bottom = move(row.y + row.height);
      return y === row.y && bottom - y === row.height ? row : { ...row, y, height: bottom - y };
    }),
    cards: movedBoxes(layout.cards, move),
    cells: movedBoxes(layout.cells, move),
    elements: places,
    links: layout.links.map((link) => {
      const box = stretchedBox(link.box, move);
      if (box === link.box) return link;
      const route = link.route.map((point) => movedPoint(point, move));
      return { ...link, box, route, labelAt: link.labelAt && movedPoint(link.labelAt, move) };
    }),
    curves: layout.curves.map((curve) => {
      const points = curve.points.map((point) => movedPoint(point, move));
      return points.some((point, index) => point !== curve.points[index]) ? { ...curve, points } : curve;
    }),
    groups,
    groupOf,
  };
}

function moveOf(layout: MapLayout, heights: ReadonlyMap<string, number>): Move {
  const cuts = layout.lanes.flatMap(({ id, y, height }) => {
    const by = (heights.get(id) ?? height) - height;
    return by > 0 ? [{ at: y + height - aboveEdge, by }] : [];
  });
  return (y) => {
    let moved = y;
    for (const { at, by } of cuts) if (y >= at) moved += by;
    return moved;
  };
}

function movedPoint<P extends Point>(point: P, move: Move): P {
  const y = move(point.y);
  return y === point.y ? point : { ...point, y };
}

/** Cards and notes lie wholly in their lane: they keep their size. */
function movedBoxes<B extends Box>(boxes: ReadonlyMap<string, B>, move: Move): ReadonlyMap<string, B> {
  const moved = new Map<string, B>();
  for (const [id, box] of boxes) moved.set(id, movedPoint(box, move));
  return moved;
}

function stretchedBox(box: Box, move: Move): Box {
  const y = move(box.y);
  const height = move(box.y + box.height) - y;
  return y === box.y && height === box.height ? box : { x: box.x, y, width: box.width, height };
}

function stretched(group: SceneGroup, move: Move): SceneGroup {
  const box = stretchedBox(group.box, move);
  if (box === group.box) return group;
  const by = box.y - group.box.y;
  if (box.height === group.box.height) return movedGroup(group, 0, by);
  const origin = movedPoint(group.origin, move);
  const local: Move = (y) => move(group.origin.y + y) - origin.y;
  return derivedGroup(group, origin, box, (items) => items.map((item) => stretchedItem(item, local)));
}

function stretchedItem(item: SceneItem, move: Move): SceneItem {
  switch (item.kind) {
    case 'rect':
      return { ...item, ...stretchedBox(item, move) };
    case 'circle':
      return { ...item, cy: move(item.cy) };
    case 'path':
      return { ...item, commands: stretchedPath(item.commands, move) };
    case 'clip':
      return {
        ...item,
        box: stretchedBox(item.box, move),
        items: item.items.map((inner) => stretchedItem(inner, move)),
      };
    case 'text':
    case 'emoji':
    case 'image':
      return { ...item, y: move(item.y) };
  }
}

/** Straight runs are drawn out; a rounded corner goes as a whole where the corner itself goes. */
function stretchedPath(commands: readonly PathCommand[], move: Move): readonly PathCommand[] {
  return commands.map((command, index): PathCommand => {
    switch (command[0]) {
      case 'M':
      case 'L': {
        const next = commands[index + 1];
        const [letter, x, y] = command;
        return [letter, x, next?.[0] === 'Q' ? y + move(next[2]) - next[2] : move(y)];
      }
      case 'Q': {
        const [letter, cornerX, cornerY, x, y] = command;
        return [letter, cornerX, move(cornerY), x, y + move(cornerY) - cornerY];
      }
      case 'C': {
        const [letter, x1, y1, x2, y2, x, y] = command;
        return [letter, x1, move(y1), x2, move(y2), x, move(y)];
      }
      case 'Z':
        return command;
    }
  });
}
