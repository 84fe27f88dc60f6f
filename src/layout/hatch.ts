/** Straight lines, and shapes filled with them: what is stuck, hurts or is measured is told apart without colour. */
import type { Point, SceneItem, Stroke } from './scene.ts';

export function line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): SceneItem {
  return {
    kind: 'path',
    commands: [
      ['M', x1, y1],
      ['L', x2, y2],
    ],
    stroke,
  };
}

/** Lines at 45 degrees, `step` apart, cut to a convex shape. `rising`: they climb to the right. */
export function hatch(shape: readonly Point[], step: number, stroke: Stroke, rising: boolean): SceneItem[] {
  const sign = rising ? 1 : -1;
  // On such a line x ± y is the same everywhere.
  const places = shape.map(({ x, y }) => x + sign * y);
  const items: SceneItem[] = [];
  const last = Math.max(...places);
  for (let at = Math.ceil(Math.min(...places) / step) * step; at < last; at += step) {
    const cuts: Point[] = [];
    for (const [index, a] of shape.entries()) {
      const b = shape[(index + 1) % shape.length] ?? a;
      const [from, to] = [a.x + sign * a.y - at, b.x + sign * b.y - at];
      if (from === to || from * to > 0) continue;
      const part = from / (from - to);
      cuts.push({ x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) });
    }
    const [start] = cuts;
    const end = cuts.findLast((one) => start && Math.hypot(one.x - start.x, one.y - start.y) > 0.5);
    if (start && end) items.push(line(start.x, start.y, end.x, end.y, stroke));
  }
  return items;
}
