import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveValue, monotoneCubic, type CurveKnot } from '../../src/analysis/monotoneCubic.ts';
import { runs } from '../support/runs.ts';

/** Points of rising x, at least a hundredth of a stage apart, emotions to one decimal. */
const curvePoints = (minLength: number): fc.Arbitrary<CurveKnot[]> =>
  fc
    .uniqueArray(fc.nat({ max: 2000 }), { minLength, maxLength: 12 })
    .chain((xs) =>
      fc.tuple(
        ...xs
          .toSorted((a, b) => a - b)
          .map((x) => fc.integer({ min: -20, max: 20 }).map((y) => ({ x: x / 100, y: y / 10 }))),
      ),
    );

describe('what must hold of the curve (A3)', () => {
  it('passes through every point', () => {
    fc.assert(
      fc.property(curvePoints(2), (points) => {
        const { segments } = monotoneCubic(points);
        for (const { x, y } of points)
          expect(Math.abs((curveValue(segments, x) ?? NaN) - y)).toBeLessThan(1e-9);
      }),
      runs(500),
    );
  });

  it('stays between two neighbours everywhere', () => {
    fc.assert(
      fc.property(curvePoints(2), (points) => {
        for (const { from, control1, control2, to } of monotoneCubic(points).segments) {
          const [low, high] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
          // A Bezier curve lies within the hull of its four points.
          for (const control of [control1, control2]) {
            expect(control.y).toBeGreaterThanOrEqual(low);
            expect(control.y).toBeLessThanOrEqual(high);
          }
        }
      }),
      runs(500),
    );
  });

  it('rises or falls without turning between two neighbours', () => {
    fc.assert(
      fc.property(curvePoints(3), (points) => {
        const { segments } = monotoneCubic(points);
        for (const segment of segments) {
          const { from, to } = segment;
          const ys = Array.from({ length: 21 }, (_, step) => {
            const x = Math.min(to.x, from.x + ((to.x - from.x) * step) / 20);
            return curveValue([segment], x) ?? NaN;
          });
          const direction = Math.sign(to.y - from.y);
          const steps = ys.slice(1).map((y, index) => (y - (ys[index] ?? NaN)) * direction);
          expect(Math.min(...steps)).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      runs(300),
    );
  });

  it('changes at most two segments on each side when one point moves', () => {
    fc.assert(
      fc.property(curvePoints(3), fc.nat(), fc.integer({ min: -20, max: 20 }), (points, pick, y) => {
        const moved = pick % points.length;
        const before = monotoneCubic(points).segments;
        const after = monotoneCubic(
          points.map((point, index) => (index === moved ? { ...point, y: y / 10 } : point)),
        ).segments;
        const changed = before.flatMap((segment, index) =>
          JSON.stringify(segment) === JSON.stringify(after[index]) ? [] : [index],
        );
        // Segment i lies between points i and i + 1.
        for (const index of changed) {
          expect(index).toBeGreaterThanOrEqual(moved - 2);
          expect(index).toBeLessThanOrEqual(moved + 1);
        }
      }),
      runs(500),
    );
  });

  it('is the cubic with its slopes at both ends of a segment (Hermite form)', () => {
    fc.assert(
      fc.property(curvePoints(2), fc.double({ min: 0, max: 1, noNaN: true }), (points, u) => {
        const { slopes, segments } = monotoneCubic(points);
        for (const [index, { from, to }] of segments.entries()) {
          const h = to.x - from.x;
          const [m0, m1] = [slopes[index] ?? NaN, slopes[index + 1] ?? NaN];
          const hermite =
            (2 * u ** 3 - 3 * u ** 2 + 1) * from.y +
            (u ** 3 - 2 * u ** 2 + u) * h * m0 +
            (3 * u ** 2 - 2 * u ** 3) * to.y +
            (u ** 3 - u ** 2) * h * m1;
          const own = segments[index];
          expect(
            own && Math.abs((curveValue([own], Math.min(to.x, from.x + u * h)) ?? NaN) - hermite),
          ).toBeLessThan(1e-9);
        }
      }),
      runs(300),
    );
  });

  it('has the same shape in any units: stretched points give the stretched curve', () => {
    fc.assert(
      fc.property(curvePoints(3), fc.integer({ min: 100, max: 900 }), (points, width) => {
        const { segments } = monotoneCubic(points);
        const stretched = monotoneCubic(points.map(({ x, y }) => ({ x: x * width, y }))).segments;
        for (const [index, segment] of segments.entries()) {
          expect(Math.abs((stretched[index]?.control1.y ?? NaN) - segment.control1.y)).toBeLessThan(1e-9);
          expect(Math.abs((stretched[index]?.control2.y ?? NaN) - segment.control2.y)).toBeLessThan(1e-9);
        }
      }),
      runs(200),
    );
  });
});
