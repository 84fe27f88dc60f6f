/** What scene items cover: groups of a slide need their box, and drawings are fitted by it. */
import type { Box, CircleItem, PathCommand, SceneItem } from './scene.ts';

/** The smallest box around all items, in their units; null where nothing is drawn. */
export function boundsOf(items: readonly SceneItem[]): Box | null {
  const boxes: Box[] = [];
  for (const item of items) {
    const box = boxOf(item);
    if (box) boxes.push(box);
  }
  return unite(boxes);
}

export function unite(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What two boxes share; null when that is nothing. */
export function overlap(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** The box around end and control points of a path; null for a path without any. */
export function pathBounds(commands: readonly PathCommand[]): Box | null {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const command of commands) {
    for (let at = 1; at < command.length; at += 2) {
      const x = Number(command[at]);
      const y = Number(command[at + 1]);
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

export function circleBox({ cx, cy, r }: CircleItem): Box {
  return { x: cx - r, y: cy - r, width: 2 * r, height: 2 * r };
}

function boxOf(item: SceneItem): Box | null {
  switch (item.kind) {
    case 'rect':
    case 'image':
      return item;
    case 'circle':
      return circleBox(item);
    case 'path':
      return pathBounds(item.commands);
    case 'text':
      if (item.turned) {
        const { size } = item.font;
        return { x: item.x - size * 0.25, y: item.y, width: size * 1.25, height: item.width };
      }
      return { x: item.x, y: item.y - item.font.size, width: item.width, height: item.font.size * 1.25 };
    case 'emoji':
      return { x: item.x, y: item.y - item.size, width: item.size, height: item.size * 1.25 };
    case 'clip':
      return item.box;
  }
}
