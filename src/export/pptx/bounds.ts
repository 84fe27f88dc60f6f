/** What scene items cover: groups of a slide need their box, and drawings are fitted by it. */
import type { Box, PathCommand, Point, SceneItem } from '../../layout/scene.ts';

/** The smallest box around all items, in their units; null where nothing is drawn. */
export function boundsOf(items: readonly SceneItem[]): Box | null {
  return unite(items.flatMap((item) => boxOf(item) ?? []));
}

export function unite(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** End and control points of a path. */
export function pointsOf(commands: readonly PathCommand[]): Point[] {
  return commands.flatMap(([, ...numbers]) =>
    Array.from({ length: numbers.length / 2 }, (_, index) => ({
      x: numbers[2 * index] ?? 0,
      y: numbers[2 * index + 1] ?? 0,
    })),
  );
}

function boxOf(item: SceneItem): Box | null {
  switch (item.kind) {
    case 'rect':
    case 'image':
      return item;
    case 'circle':
      return { x: item.cx - item.r, y: item.cy - item.r, width: 2 * item.r, height: 2 * item.r };
    case 'path':
      return unite(pointsOf(item.commands).map((point) => ({ ...point, width: 0, height: 0 })));
    case 'text':
      return { x: item.x, y: item.y - item.font.size, width: item.width, height: item.font.size * 1.25 };
    case 'emoji':
      return { x: item.x, y: item.y - item.size, width: item.size, height: item.size * 1.25 };
    case 'clip':
      return item.box;
  }
}
