/**
 * Names of the curves at their ends, on a sheet: in the gutter at the right, a thin leader from each last point, moved
 * apart so that they never overlap. A curve that ends stages before the edge is named at its own end instead: a
 * leader would look as if it went on.
 * Several that end there together stand in a column.
 *
 * In map units; `scale` enlarges the lettering. Everything is relative to the grid's corner.
 */
import type { Box, SceneItem } from './scene.ts';
import type { CurvePoint, CurveShape, LaneRow, MapLayout } from './mapLayout.ts';
import { signed } from '../words/scene.ts';
import { shortName } from '../words/shortName.ts';
import { fitLine } from './breakLines.ts';
import { fontFor, measureText, scriptOf } from './measureText.ts';
import type { Font } from './scene.ts';
import { textItems } from './textItems.ts';

const pitch = 18;
const mostName = 110;
const gutter = { least: 92, before: 14, after: 14 } as const;

interface Label {
  readonly curve: CurveShape;
  readonly end: CurvePoint;
  readonly text: string;
  readonly font: Font;
  readonly width: number;
}

export interface EndLabels {
  readonly items: readonly SceneItem[];
  /** Width of the gutter that they need right of the grid's edge. */
  readonly gutter: number;
}

/** The end labels of all curves. `edge` is where the gutter begins, right of the grid. */
export function drawEndLabels(layout: MapLayout, edge: number, scale: number): EndLabels {
  const labels = layout.curves.flatMap((curve) => labelOf(curve, scale));
  if (labels.length === 0) return { items: [], gutter: 24 * scale };
  const lastStage = layout.stages.findLast((stage) => !stage.collapsed);
  const isAtEdge = (label: Label): boolean => lastStage === undefined || label.end.x >= lastStage.x;
  const items = layout.lanes.flatMap((lane) => {
    const own = labels.filter((label) => label.curve.laneId === lane.id);
    return [
      ...drawColumn(own.filter(isAtEdge), lane, edge, scale),
      ...neighbours(own.filter((label) => !isAtEdge(label))).flatMap((near) =>
        drawInside(near, lane, layout, scale),
      ),
    ];
  });
  const widest = Math.max(0, ...labels.filter(isAtEdge).map((label) => label.width));
  return { items, gutter: Math.max(gutter.least * scale, (gutter.before + gutter.after) * scale + widest) };
}

function labelOf(curve: CurveShape, scale: number): Label[] {
  const end = curve.points.at(-1);
  if (!end) return [];
  const base = fontFor('end-label', scriptOf(curve.name)).font;
  const font = { ...base, size: base.size * scale };
  const name = fitLine(shortName(curve.name), font, mostName * scale)?.text ?? '';
  const text = `${name} ${signed(end.emotion)}`.trim();
  return [{ curve, end, text, font, width: measureText(text, font) }];
}

/** Labels whose places would meet, left to right. */
function neighbours(labels: readonly Label[]): Label[][] {
  const groups: Label[][] = [];
  for (const label of labels.toSorted((a, b) => a.end.x - b.end.x)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && label.end.x - before.end.x < before.width * 1.2) last.push(label);
    else groups.push([label]);
  }
  return groups;
}

/** Labels inside the grid: one stands where the curves leave it room, several stand in a column of their own. */
function drawInside(labels: readonly Label[], lane: LaneRow, layout: MapLayout, scale: number): SceneItem[] {
  const [label] = labels;
  if (label && labels.length === 1) return drawInlineLabel(label, lane, layout, scale);
  const widest = Math.max(0, ...labels.map((one) => one.width));
  const right = Math.max(0, ...labels.map((one) => one.end.x));
  const edge = Math.min(right + 10 * scale, layout.width - widest - (gutter.before + 2) * scale);
  return drawColumn(labels, lane, edge, scale);
}

/** Labels below each other right of an edge, each as near to its curve's end as the others let it. */
function drawColumn(labels: readonly Label[], lane: LaneRow, edge: number, scale: number): SceneItem[] {
  const sorted = labels.toSorted((a, b) => a.end.y - b.end.y);
  // Thirteen labels in a low lane are set smaller, so that all stand inside it.
  const distance = Math.min(pitch * scale, lane.height / Math.max(1, labels.length));
  const smaller = distance / (pitch * scale);
  const half = distance / 2;
  const ys = moveApart(
    sorted.map((label) => label.end.y),
    distance,
    lane.y + half,
    lane.y + lane.height - half,
  );
  const x = edge + gutter.before * scale;
  return sorted.flatMap((label, index): SceneItem[] => {
    const y = ys[index] ?? label.end.y;
    const font = { ...label.font, size: label.font.size * smaller };
    return [
      {
        kind: 'path',
        commands: [
          ['M', label.end.x + 8, label.end.y],
          ['L', edge, label.end.y],
          ['L', x - 3 * scale, y],
        ],
        stroke: { colour: label.curve.sign.ink, width: 0.75 * scale },
      },
      ...textItems(label.text, x, y + font.size * 0.36, font, label.curve.sign.ink),
    ];
  });
}

/** Rising positions at least `distance` apart, inside the range while there is room, near to what was wished. */
export function moveApart(
  wished: readonly number[],
  distance: number,
  least: number,
  most: number,
): number[] {
  const placed = [...wished];
  for (let i = 0; i < placed.length; i += 1) {
    placed[i] = Math.max(placed[i] ?? least, i === 0 ? least : (placed[i - 1] ?? least) + distance);
  }
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const limit = i === placed.length - 1 ? most : (placed[i + 1] ?? most) - distance;
    placed[i] = Math.min(placed[i] ?? most, limit);
  }
  return placed;
}

/** A label at the end of its own curve, where it is farthest from the other curves. */
function drawInlineLabel(
  { curve, end, text, font, width }: Label,
  lane: LaneRow,
  layout: MapLayout,
  scale: number,
): SceneItem[] {
  const x = Math.min(end.x + 6 * scale, layout.width - width - 4 * scale);
  const height = font.size * 1.15;
  const others = layout.curves.filter((other) => other.laneId === lane.id);
  const candidates = [1, -1, 2, -2, 3, -3].map((step) => end.y + step * height);
  const boxes = candidates
    .map((y): Box => ({ x, y: y - height / 2, width, height }))
    .filter((box) => box.y > lane.y && box.y + height < lane.y + lane.height);
  const best = boxes.reduce<Box | null>(
    (found, box) => (found === null || clearance(box, others) > clearance(found, others) + 0.5 ? box : found),
    null,
  );
  const y = best ? best.y + height / 2 : end.y;
  return textItems(text, x, y + font.size * 0.36, font, curve.sign.ink);
}

/** How far the nearest curve is from a box, seen at five places along it; negative when one runs through it. */
function clearance(box: Box, curves: readonly CurveShape[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const { points } of curves) {
    for (let step = 0; step <= 4; step += 1) {
      const y = heightAt(points, box.x + (box.width * step) / 4);
      if (y !== null) nearest = Math.min(nearest, Math.abs(y - (box.y + box.height / 2)) - box.height / 2);
    }
  }
  return Math.min(nearest, 12);
}

/** Straight between the points: good enough to keep clear of a curve that never overshoots them. */
function heightAt(points: readonly CurvePoint[], x: number): number | null {
  const index = points.findIndex((point) => point.x >= x);
  const after = points[index];
  const before = points[index - 1];
  if (!after) return null;
  if (!before || after.x === before.x) return after.x === x ? after.y : null;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}
