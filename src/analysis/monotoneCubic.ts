/**
 * Steffen's monotone cubic through points (M. Steffen, A simple method for monotonic interpolation in one dimension,
 * Astronomy and Astrophysics 239, 1990; end slopes as in domain.md A3): smooth, through every point, and never above
 * the larger nor below the smaller of two neighbours. Moving a point changes at most two segments on each side.
 *
 * In:  points of strictly rising x, in any units (stage units for figures, map units for drawing).
 * Out: a slope a point, and a Bezier segment between each two neighbours.
 */

export interface CurveKnot {
  readonly x: number;
  readonly y: number;
}

/** A cubic Bezier whose controls lie at thirds of its width, so that x runs evenly with the parameter. */
export interface CurveSegment {
  readonly from: CurveKnot;
  readonly control1: CurveKnot;
  readonly control2: CurveKnot;
  readonly to: CurveKnot;
}

export interface MonotoneCubic {
  /** dy/dx at each point. */
  readonly slopes: readonly number[];
  /** One fewer than points; empty for none or one. */
  readonly segments: readonly CurveSegment[];
}

export function monotoneCubic(points: readonly CurveKnot[]): MonotoneCubic {
  const slopes = slopesAt(points);
  const segments: CurveSegment[] = [];
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (from) segments.push(segment(from, to, slopes[index - 1] ?? 0, slopes[index] ?? 0));
  });
  return { slopes, segments };
}

/** y of the curve at x; null outside it, as nothing is extrapolated. */
export function curveValue(segments: readonly CurveSegment[], x: number): number | null {
  const found = segments.find(({ from, to }) => x >= from.x && x <= to.x);
  if (!found) return null;
  const { from, control1, control2, to } = found;
  const u = (x - from.x) / (to.x - from.x);
  const v = 1 - u;
  return v * v * v * from.y + 3 * v * v * u * control1.y + 3 * v * u * u * control2.y + u * u * u * to.y;
}

function segment(from: CurveKnot, to: CurveKnot, slopeFrom: number, slopeTo: number): CurveSegment {
  const third = (to.x - from.x) / 3;
  // In exact arithmetic the controls lie between the two ends already; rounding must not push the curve over them.
  const low = Math.min(from.y, to.y);
  const high = Math.max(from.y, to.y);
  return {
    from: { x: from.x, y: from.y },
    control1: { x: from.x + third, y: Math.min(high, Math.max(low, from.y + slopeFrom * third)) },
    control2: { x: to.x - third, y: Math.min(high, Math.max(low, to.y - slopeTo * third)) },
    to: { x: to.x, y: to.y },
  };
}

function slopesAt(points: readonly CurveKnot[]): number[] {
  if (points.length < 2) return points.map(() => 0);
  const widths: number[] = [];
  const secants: number[] = [];
  points.forEach((to, index) => {
    const from = points[index - 1];
    if (!from) return;
    widths.push(to.x - from.x);
    secants.push((to.y - from.y) / (to.x - from.x));
  });
  const [first = 0] = secants;
  const last = secants.at(-1) ?? 0;
  if (points.length === 2) return [first, last];

  const inner: number[] = [];
  for (let index = 1; index < secants.length; index++) {
    const s0 = secants[index - 1] ?? 0;
    const s1 = secants[index] ?? 0;
    const h0 = widths[index - 1] ?? 0;
    const h1 = widths[index] ?? 0;
    const parabola = (s0 * h1 + s1 * h0) / (h0 + h1);
    const steepest = Math.min(Math.abs(s0), Math.abs(s1), Math.abs(parabola) / 2);
    inner.push((Math.sign(s0) + Math.sign(s1)) * steepest + 0);
  }
  return [(3 * first - (inner[0] ?? 0)) / 2, ...inner, (3 * last - (inner.at(-1) ?? 0)) / 2];
}
