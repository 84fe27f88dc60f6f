/** What a scene item may cover, in its group's own units, a little more rather than less: for leaving out what lies elsewhere. */
import type { Box, SceneItem, Stroke } from '../layout/scene.ts';

/** The box of an item. */
export function itemBox(item: SceneItem): Box {
  switch (item.kind) {
    case 'rect':
      return widened(item, item.stroke);
    case 'circle': {
      const { cx, cy, r } = item;
      return widened({ x: cx - r, y: cy - r, width: 2 * r, height: 2 * r }, item.stroke);
    }
    case 'path':
      return widened(pathBox(item.commands), item.stroke);
    case 'text': {
      const { size } = item.font;
      if (item.turned) return { x: item.x - 0.4 * size, y: item.y, width: 1.5 * size, height: item.width };
      return { x: item.x, y: item.y - 1.1 * size, width: item.width, height: 1.5 * size };
    }
    case 'emoji':
      return { x: item.x, y: item.y - item.size, width: item.size, height: 1.3 * item.size };
    case 'image':
      return item;
    case 'clip':
      return item.box;
  }
}

/** Whether two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function widened({ x, y, width, height }: Box, stroke: Stroke | undefined): Box {
  // A mitred corner reaches farther than half the line.
  const by = 1 + (stroke?.width ?? 0);
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** Of all points, handles included: a curve stays inside them. */
function pathBox(commands: readonly (readonly [string, ...number[]])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [, ...numbers] of commands) {
    numbers.forEach((value, index) => {
      if (index % 2 === 0) {
        left = Math.min(left, value);
        right = Math.max(right, value);
      } else {
        top = Math.min(top, value);
        bottom = Math.max(bottom, value);
      }
    });
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
