/**
 * The end labels of one emotion lane for one place of the camera: what of its curves lies near the right edge of the view
 * and must not be covered, in px of the view, for placeEndLabels.ts. Looked at is what is near the edge, however long the
 * journey is.
 */
import { curveValue, type CurveSegment } from '../analysis/monotoneCubic.ts';
import type { CurveShape, LaneRow } from '../layout/mapLayout.ts';
import type { Box, Detail, Point } from '../layout/scene.ts';
import type { CameraView } from './camera.ts';
import { detailAt } from './detail.ts';
import { growth } from './growth.ts';
import { lineStep, mostOffset, placeEndLabels, type LabelPlaces } from './placeEndLabels.ts';

/** Of the style sheet: from the view's edge, and the width of a sample alone. */
const edgePx = 6;
const briefPx = 38;
/** A marker with its outline, map units; and how much larger heights are written from afar than near. */
const markerSize: Readonly<Record<Detail, number>> = { full: 12, titles: 16, blocks: 14 };
const heightScale = { full: 1, titles: 18 / 11, blocks: 0 } as const;
/** The value beside the point of what is selected, with a persona's name when hers leads. */
const tagPx = { value: 54, named: 150 } as const;

/** A curve with its segments, which every frame asks for, and its label. */
export interface ShownCurve {
  readonly curve: CurveShape;
  readonly segments: readonly CurveSegment[];
  readonly name: string;
  /** Of the whole label, px. */
  readonly width: number;
}

export interface WrittenValues {
  /** What is written beside points, map units near to the map. */
  readonly heights: readonly Box[];
  /** The point that bears the value of what is selected. */
  readonly tagged: { readonly touchpointId: string; readonly personaId: string | null } | null;
}

/** Places the labels of a lane, in the order of its curves; null when there is no room for any. */
export function labelsOfLane(
  lane: LaneRow,
  own: readonly ShownCurve[],
  view: CameraView,
  values: WrittenValues,
): LabelPlaces | null {
  const { zoom } = view;
  const top = Math.max(0, lane.y * zoom + view.y);
  const bottom = Math.min(view.height, (lane.y + lane.height) * zoom + view.y);
  const right = view.width - edgePx;
  const from = right - Math.max(0, ...own.map(({ width }) => width)) * 2 - mostOffset;
  const near = own.map(({ segments }) =>
    between(segments, (from - view.x) / zoom, (view.width - view.x) / zoom),
  );
  const labels = own.map(({ width, segments }) => ({
    width,
    brief: briefPx,
    y: heightAt(segments, (view.width - view.x) / zoom) * zoom + view.y,
  }));
  const lines = near.map((segments) => {
    const line: Point[] = [];
    for (let x = from; x < right; x += lineStep) {
      const y = curveValue(segments, (x - view.x) / zoom);
      if (y !== null) line.push({ x, y: y * zoom + view.y });
    }
    return line;
  });
  return placeEndLabels(labels, { right, top, bottom, lines, kept: keptIn(lane, own, near, view, values) });
}

/** The points, ends and values of these pieces of curves, px of the view. */
function keptIn(
  lane: LaneRow,
  own: readonly ShownCurve[],
  near: readonly (readonly CurveSegment[])[],
  view: CameraView,
  { heights, tagged }: WrittenValues,
): readonly Box[] {
  const { zoom } = view;
  const detail = detailAt(zoom);
  const size = markerSize[detail] * zoom;
  const isTagged = (curve: CurveShape, x: number): boolean =>
    tagged !== null &&
    curve.personaId === tagged.personaId &&
    curve.points.some((point) => point.x === x && point.touchpointIds.includes(tagged.touchpointId));
  const points = near.flatMap((segments, index) => {
    const [first] = segments;
    const curve = own[index]?.curve;
    if (!first || !curve) return [];
    return [first.from, ...segments.map(({ to }) => to)].map(({ x, y }): Box => {
      const place = { x: x * zoom + view.x - size / 2, y: y * zoom + view.y - size / 2 };
      if (!isTagged(curve, x)) return { ...place, width: size, height: size };
      const tag = Math.min(growth[detail], 2) * zoom;
      const width = size + (tagged?.personaId ? tagPx.named : tagPx.value) * tag;
      return { x: place.x, y: place.y + size / 2 - 9 * tag, width, height: Math.max(size, 18 * tag) };
    });
  });
  const scale = heightScale[detail];
  const written = heights.flatMap((height): Box[] =>
    scale === 0 || height.y < lane.y || height.y > lane.y + lane.height
      ? []
      : [
          {
            x: (height.x - (height.width * (scale - 1)) / 2) * zoom + view.x,
            y: (height.y - height.height * (scale - 1)) * zoom + view.y,
            width: height.width * scale * zoom,
            height: height.height * (2 * scale - 1) * zoom,
          },
        ],
  );
  return [...points, ...written];
}

/** The segments that reach into a range of x. */
export function between(
  segments: readonly CurveSegment[],
  from: number,
  to: number,
): readonly CurveSegment[] {
  const start = countUntil(segments, (segment) => segment.to.x < from);
  const end = countUntil(segments, (segment) => segment.from.x <= to);
  return segments.slice(start, end);
}

/** How many at the beginning are so; those that are, come first. */
function countUntil(segments: readonly CurveSegment[], isSo: (segment: CurveSegment) => boolean): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment && isSo(segment)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a curve is at an x; before its first and past its last point, as high as that point. */
export function heightAt(segments: readonly CurveSegment[], x: number): number {
  const first = segments[0]?.from;
  const last = segments.at(-1)?.to;
  if (!first || !last) return 0;
  if (x <= first.x) return first.y;
  return x >= last.x ? last.y : (curveValue(between(segments, x, x), x) ?? last.y);
}
