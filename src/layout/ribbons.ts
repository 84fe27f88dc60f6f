/**
 * Curves compared as ribbons: each a band as broad as a card's rule is long, told apart by ink, by the dashes in it or by
 * being hollow, and by its markers; and never one over the other: where several personas feel the same, their ribbons lie
 * side by side in the order of the map. So eight can be followed to their ends.
 *
 * In:  the curves of an emotion lane (x in map units, y the emotion) and its size. Out: items for each, in that order.
 * A ribbon stands at most half a bundle away from what was rated; labels and readings give the true value. Fetched when
 * somebody compares; whoever draws a file gives it as an option.
 */
import { curveValue, monotoneCubic } from '../analysis/monotoneCubic.ts';
import { curvePath } from './curveAreas.ts';
import type { Curve } from './curves.ts';
import type { DrawRibbons } from './layoutOptions.ts';
import { markerItem } from './markers.ts';
import type { Detail, SceneItem } from './scene.ts';
import { emotionLane } from './sizes.ts';

/** Personas differ enough to be told (A15). */
const divergent = 2;

const measures: Readonly<Record<Detail, { readonly scale: number; readonly marker: number }>> = {
  full: { scale: 1, marker: 9 },
  titles: { scale: 1.5, marker: 12 },
  blocks: { scale: 1.9, marker: 0 },
};
const pitch = 7.5;
const band = { halo: 7.5, body: 6, hollow: 3.4, middle: 1.7 } as const;
/** Between two markers of one ribbon. */
const markerEvery = 200;

/** What a ribbon needs of a curve; x in any unit, y the emotion. */
export type Ribbon = Pick<Curve, 'personaId' | 'sign'> & {
  readonly points: readonly Pick<Curve['points'][number], 'x' | 'y' | 'touchpointIds'>[];
};

export interface RibbonSize {
  /** 1: bands as broad as in an emotion lane at full size. */
  readonly scale: number;
  /** Size of the markers; 0: none. */
  readonly marker: number;
  /** Between two markers of one ribbon. */
  readonly markerEvery: number;
}

interface Knot {
  readonly x: number;
  readonly y: number;
}

export const drawRibbons: DrawRibbons = (curves, { height }, detail) => {
  const unit = (height - 2 * emotionLane.clear) / 4;
  return ribbonsOf(curves, (emotion) => height / 2 - emotion * unit, { ...measures[detail], markerEvery });
};

/** The same in a picture of another size: where an emotion lies there, and how large bands and markers are. */
export function ribbonsOf(
  curves: readonly Ribbon[],
  toY: (emotion: number) => number,
  size: RibbonSize,
): readonly (readonly SceneItem[])[] {
  const lines = layBeside(curves, toY, pitch * size.scale);
  return curves.map((curve, index) => {
    const line = lines[index] ?? [];
    const items = ribbonItems(curve, line, size.scale);
    const spans = index === 0 ? spanItems(curves, toY, size.scale) : [];
    return [...spans, ...items, ...(size.marker > 0 ? markerItems(curve, line, size) : [])];
  });
}

/**
 * The line each ribbon follows: at every x where some curve has a point, those that are there are moved apart to `distance`,
 * as little as that takes.
 */
export function layBeside(
  curves: readonly Pick<Ribbon, 'points'>[],
  toY: (emotion: number) => number,
  distance: number,
): readonly (readonly Knot[])[] {
  const own = curves.map(
    ({ points }) => monotoneCubic(points.map(({ x, y }) => ({ x, y: toY(y) }))).segments,
  );
  const xs = [...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)))].toSorted((a, b) => a - b);
  const knots = curves.map((): Knot[] => []);
  for (const x of xs) {
    const here = curves.flatMap(({ points }, index) => {
      const y = heightOf(points, own[index] ?? [], x, toY);
      return y === null ? [] : [{ index, y }];
    });
    const sorted = here.toSorted((a, b) => a.y - b.y || a.index - b.index);
    const placed = apart(
      sorted.map(({ y }) => y),
      distance,
    );
    for (const [at, { index }] of sorted.entries()) knots[index]?.push({ x, y: placed[at] ?? 0 });
  }
  return knots;
}

/** A curve's height at an x inside it; null outside. */
function heightOf(
  points: Ribbon['points'],
  segments: ReturnType<typeof monotoneCubic>['segments'],
  x: number,
  toY: (emotion: number) => number,
): number | null {
  const exact = points.find((point) => point.x === x);
  if (exact) return toY(exact.y);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || x < first.x || x > last.x) return null;
  return curveValue(segments, x);
}

/**
 * Rising places at least `distance` apart with the least squares of moves: places that would be too near are pooled into a
 * block around the mean of their wishes (pool adjacent violators).
 */
export function apart(wished: readonly number[], distance: number): readonly number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, wish] of wished.entries()) {
    blocks.push({ sum: wish - index * distance, count: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.sum / before.count < last.sum / last.count) break;
      blocks.pop();
      before.sum += last.sum;
      before.count += last.count;
    }
  }
  return blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((place, index) => place + index * distance);
}

function ribbonItems({ sign }: Ribbon, line: readonly Knot[], scale: number): SceneItem[] {
  const { segments } = monotoneCubic(line);
  if (segments.length === 0) return [];
  const commands = curvePath(segments);
  const stroke = (colour: typeof sign.ink, width: number, dash?: readonly number[]): SceneItem => ({
    kind: 'path',
    commands,
    stroke: {
      colour,
      width: width * scale,
      join: 'round',
      ...(dash && dash.length > 0 && { dash: dash.map((length) => length * scale) }),
    },
  });
  const body = [stroke('paper', band.halo), stroke(sign.ink, band.body)];
  if (sign.double) return [...body, stroke('card', band.hollow), stroke(sign.ink, band.middle, sign.dash)];
  return sign.dash.length === 0 ? body : [...body, stroke('card', band.middle, sign.dash)];
}

function markerItems(
  { sign, points }: Ribbon,
  line: readonly Knot[],
  { marker, markerEvery: every }: RibbonSize,
): SceneItem[] {
  const rated = new Set(points.map(({ x }) => x));
  let last = Number.NEGATIVE_INFINITY;
  return line.flatMap(({ x, y }, index) => {
    const isEnd = index === line.length - 1;
    if (!rated.has(x) || (x - last < every && !isEnd)) return [];
    last = x;
    return [markerItem(sign.marker, x, y, marker, sign.ink, 'card')];
  });
}

/** Where personas differ by 2 or more (A15): a tick from the lowest to the highest. */
function spanItems(curves: readonly Ribbon[], toY: (emotion: number) => number, scale: number): SceneItem[] {
  const felt = new Map<string, { x: number; low: number; high: number }>();
  for (const { personaId, points } of curves) {
    if (personaId === null) continue;
    for (const { x, y, touchpointIds } of points)
      for (const id of touchpointIds) {
        const known = felt.get(id);
        felt.set(id, { x, low: Math.min(known?.low ?? y, y), high: Math.max(known?.high ?? y, y) });
      }
  }
  return [...felt.values()].flatMap(({ x, low, high }): SceneItem[] => {
    if (high - low < divergent) return [];
    const [top, bottom] = [toY(high) - 12 * scale, toY(low) + 12 * scale];
    return [
      {
        kind: 'path',
        commands: [
          ['M', x, top],
          ['L', x, bottom],
          ['M', x - 5 * scale, top],
          ['L', x + 5 * scale, top],
          ['M', x - 5 * scale, bottom],
          ['L', x + 5 * scale, bottom],
        ],
        stroke: { colour: 'ink-2', width: 1 * scale, dash: [2 * scale, 2 * scale] },
      },
    ];
  });
}
