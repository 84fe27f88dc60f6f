/**
 * The way of a link as one of PowerPoint's connectors, so that it stays glued when a card is moved.
 *
 * In:  the corner points of a route with right angles, in EMU.
 * Out: the preset shape with its adjustments, and the frame it is drawn in (turned or mirrored). A preset runs from
 *      the upper left corner, horizontally first; a route that begins vertically is that, reflected at the diagonal.
 * Routes with more corners than a preset has lose the middle ones: both ends stay right.
 */
import type { Point } from '../../layout/scene.ts';

export interface Connector {
  readonly preset: string;
  /** In 1/100,000 of width or height, by turns. */
  readonly adjustments: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Attributes of `a:xfrm`. */
  readonly turned: boolean;
  readonly flipH: boolean;
  readonly flipV: boolean;
}

const most = 5;
/** An adjustment is a share of a length, which must not be nothing. One point. */
const least = 12_700;

export function connectorOf(route: readonly Point[]): Connector | null {
  const points = keptCorners(withoutStraights(route));
  const [first, second] = points;
  const last = points.at(-1);
  if (!first || !second || !last) return null;
  const isVertical = Math.abs(second.x - first.x) < Math.abs(second.y - first.y);
  const seen = isVertical ? points.map(reflect) : points;
  const from = isVertical ? reflect(first) : first;
  const to = isVertical ? reflect(last) : last;
  const width = Math.abs(to.x - from.x);
  const height = Math.abs(to.y - from.y);
  const back = to.x < from.x;
  const up = to.y < from.y;
  const alongX = (at: number) => share((at - from.x) * (back ? -1 : 1), width);
  const alongY = (at: number) => share((at - from.y) * (up ? -1 : 1), height);
  const adjustments = seen.slice(1, -2).map((_, index) => {
    const corner = seen[index + 1] ?? from;
    const next = seen[index + 2] ?? to;
    return index % 2 === 0 ? alongX(corner.x) : alongY(next.y);
  });
  const centre = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  // A turn is a share of the frame: of a frame without width it would lie on the line between the cards.
  const wide = adjustments.length > 0 ? Math.max(width, least) : width;
  const high = adjustments.length > 1 ? Math.max(height, least) : height;
  return {
    // A straight way is one with its turn in the middle: it stays at right angles when a card is moved.
    preset: points.length === 2 ? 'bentConnector3' : `bentConnector${points.length - 1}`,
    adjustments,
    x: centre.x - wide / 2,
    y: centre.y - high / 2,
    width: wide,
    height: high,
    turned: isVertical,
    // A quarter turn of what is mirrored top to bottom is the reflection at the diagonal.
    flipH: back,
    flipV: isVertical ? !up : up,
  };
}

function reflect({ x, y }: Point): Point {
  return { x: y, y: x };
}

function share(part: number, whole: number): number {
  return Math.round((part / Math.max(whole, least)) * 100_000);
}

/** Without the points at which nothing turns. */
function withoutStraights(route: readonly Point[]): readonly Point[] {
  return route.filter((point, index) => {
    const before = route[index - 1];
    const after = route[index + 1];
    if (!before || !after) return true;
    const isLevel = Math.abs(before.y - point.y) < 1 && Math.abs(after.y - point.y) < 1;
    const isUpright = Math.abs(before.x - point.x) < 1 && Math.abs(after.x - point.x) < 1;
    return !isLevel && !isUpright;
  });
}

/** At most the corners of the largest preset: the first and last ones stay, in pairs so that directions still alternate. */
function keptCorners(points: readonly Point[]): readonly Point[] {
  if (points.length <= most + 1) return points;
  const tail = points.length % 2 === 0 ? 3 : 2;
  return [...points.slice(0, most - tail + (tail === 3 ? 1 : 0)), ...points.slice(-tail)];
}
