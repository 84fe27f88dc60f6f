/**
 * A map with taller lanes, without laying it out: what lies below a lane's last row moves down as it is, what runs
 * across (papers, stages, links) is drawn out there. For previews: links keep their ways, which a real layout would choose
 * anew.
 *
 * In:  a layout, the new heights of lanes by id (not less than they have), the map's free elements.
 * Out: its lanes, curves and free elements where they lie then. Cards, notes and drawings are moved when they are asked
 *      for, and once each: a lane that grows in mid-drag moves thousands, of which a screen shows a hundred.
 */
import type { FreeElement } from '../model/journeyMap.ts';
import { boxesMeet } from './boxIndex.ts';
import { placeElements } from './elementBoxes.ts';
import type { ElementBox, MapLayout } from './mapLayout.ts';
import { derivedGroup, movedGroup } from './movedGroup.ts';
import type { Box, PathCommand, Point, SceneGroup, SceneItem } from './scene.ts';

/** So far above the first taller lane's end may something stand that goes down with its end, map units: corners, words. */
const acrossEnd = 24;

export interface StretchedLayout extends Pick<MapLayout, 'width' | 'height' | 'stages' | 'lanes' | 'curves'> {
  readonly former: MapLayout;
  /** Above this y everything is drawn as in the former layout. */
  readonly from: number;
  /** Where a card, note or free element lies; undefined for anything else. */
  boxOf(id: string): Box | undefined;
  /** Whether a group of the former layout meets a place of the taller map. */
  meets(group: SceneGroup, place: Box): boolean;
  /** A group of the former layout where it lies in the taller map: the same object above the first taller lane's end. */
  groupOf(group: SceneGroup): SceneGroup;
}

/** The room comes in this far above a lane's lower edge: below its cards, above its rule. */
const aboveEdge = 2;

/** Where a y of the former layout lies in the new one; never falls. */
type Move = (y: number) => number;

export function stretchLayout(
  layout: MapLayout,
  heights: ReadonlyMap<string, number>,
  elements: readonly FreeElement[],
): StretchedLayout {
  const cuts = cutsOf(layout, heights);
  const move = moveBy(cuts);
  const height = move(layout.height);
  const places = placeElements(elements, { width: layout.width, height }, layout.elements);
  const moved = new Map<SceneGroup, SceneGroup>();
  const elementOf = ({ role, recordId }: SceneGroup): ElementBox | undefined =>
    role === 'element' && recordId !== undefined ? layout.elements.get(recordId) : undefined;
  const placed = (group: SceneGroup): SceneGroup => {
    const before = elementOf(group);
    const after = before && places.get(before.id);
    return before && after
      ? movedGroup(group, after.x - before.x, after.y - before.y)
      : stretched(group, move);
  };
  const groupOf = (group: SceneGroup): SceneGroup => {
    const known = moved.get(group) ?? placed(group);
    moved.set(group, known);
    return known;
  };
  return {
    width: layout.width,
    height,
    former: layout,
    from: Math.min(...cuts.map(({ at }) => at)) - acrossEnd,
    stages: layout.stages,
    lanes: layout.lanes.map((row) => {
      const y = move(row.y);
      const bottom = move(row.y + row.height);
      return y === row.y && bottom - y === row.height ? row : { ...row, y, height: bottom - y };
    }),
    curves: layout.curves.map((curve) => {
      const points = curve.points.map((point) => movedPoint(point, move));
      return points.some((point, index) => point !== curve.points[index]) ? { ...curve, points } : curve;
    }),
    boxOf(id) {
      // Cards and notes lie wholly in their lane: they keep their size.
      const box = layout.cards.get(id) ?? layout.cells.get(id);
      return box ? movedPoint(box, move) : places.get(id);
    },
    meets(group, place) {
      // Nothing moves sideways: most things are told apart by that alone.
      const { x, width } = group.box;
      if (x >= place.x + place.width || x + width <= place.x) return false;
      const box = elementOf(group) ? groupOf(group).box : stretchedBox(group.box, move);
      return boxesMeet(box, place);
    },
    groupOf,
  };
}

/** Where room comes in, and how much. */
interface Cut {
  readonly at: number;
  readonly by: number;
}

function cutsOf(layout: MapLayout, heights: ReadonlyMap<string, number>): readonly Cut[] {
  return layout.lanes.flatMap(({ id, y, height }) => {
    const by = (heights.get(id) ?? height) - height;
    return by > 0 ? [{ at: y + height - aboveEdge, by }] : [];
  });
}

function moveBy(cuts: readonly Cut[]): Move {
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
