import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveValue, monotoneCubic } from '../../src/analysis/monotoneCubic.ts';
import { curveAreas, curvePath, cutSegments, splitAtLevel } from '../../src/layout/curveAreas.ts';
import type { PathCommand } from '../../src/layout/scene.ts';
import { runs } from '../support/runs.ts';

const datum = 100;
const knots = fc
  .array(fc.record({ step: fc.integer({ min: 5, max: 200 }), y: fc.integer({ min: 0, max: 200 }) }), {
    minLength: 2,
    maxLength: 9,
  })
  .map((steps) => {
    let x = 0;
    return steps.map(({ step, y }) => ({ x: (x += step), y }));
  });

function ysOf(commands: readonly PathCommand[]): number[] {
  return commands.flatMap((command) => command.slice(1).filter((_, index) => index % 2 === 1) as number[]);
}

describe('areas under the curve', () => {
  it('land lies above the datum and water below it, both closed', () => {
    fc.assert(
      fc.property(knots, (points) => {
        const { land, water } = curveAreas(monotoneCubic(points).segments, datum, 5);
        expect(ysOf(land).every((y) => y <= datum + 1e-6)).toBe(true);
        expect(ysOf(water).every((y) => y >= datum - 1e-6)).toBe(true);
        for (const area of [land, water]) {
          const count = (kind: string): number => area.filter(([name]) => name === kind).length;
          expect(count('M')).toBe(count('Z'));
        }
      }),
      runs(300),
    );
  });

  it('water lines lie at every fifth unit, inside the water', () => {
    fc.assert(
      fc.property(knots, (points) => {
        const { segments } = monotoneCubic(points);
        const { waterLines } = curveAreas(segments, datum, 5);
        const deepest = Math.max(...points.map(({ y }) => y));
        for (let index = 0; index < waterLines.length; index += 2) {
          const [from, to] = [waterLines[index], waterLines[index + 1]];
          expect(from?.[0]).toBe('M');
          expect(to?.[0]).toBe('L');
          expect((Number(from?.[2]) - datum) % 5).toBe(0);
          expect(Number(from?.[2])).toBeLessThan(deepest);
          expect(Number(from?.[1])).toBeLessThanOrEqual(Number(to?.[1]));
        }
      }),
      runs(300),
    );
  });

  it('cuts a segment exactly on the level', () => {
    const [segment] = monotoneCubic([
      { x: 0, y: 50 },
      { x: 100, y: 150 },
    ]).segments;
    const [left, right] = segment ? splitAtLevel(segment, datum) : [];
    expect(left?.to.y).toBe(datum);
    expect(right?.from).toBe(left?.to);
    expect(left?.to.x).toBeCloseTo(50, 6);
  });

  it('a curve of one stretch is one M and a C a segment', () => {
    const { segments } = monotoneCubic([
      { x: 0, y: 50 },
      { x: 100, y: 150 },
      { x: 200, y: 80 },
    ]);
    expect(curvePath(segments).map(([name]) => name)).toEqual(['M', 'C', 'C']);
  });

  it('cut between two x the curve is the same curve there, and nowhere else', () => {
    fc.assert(
      fc.property(
        knots,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (points, a, b) => {
          const { segments } = monotoneCubic(points);
          const [start, end] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
          const [left, right] = [Math.min(a, b), Math.max(a, b)].map((part) => start + part * (end - start));
          if (left === undefined || right === undefined || right - left < 1) return;
          const cut = cutSegments(segments, left, right);
          expect(cut[0]?.from.x).toBeCloseTo(left, 6);
          expect(cut.at(-1)?.to.x).toBeCloseTo(right, 6);
          // The ends are where they were asked for but for rounding.
          const [first, last] = [cut[0]?.from.x ?? 0, cut.at(-1)?.to.x ?? 0];
          for (let x = first; x <= last; x += 7) {
            const there = curveValue(segments, Math.min(end, Math.max(start, x)));
            expect(curveValue(cut, x)).toBeCloseTo(there ?? NaN, 4);
          }
        },
      ),
      runs(200),
    );
  });
});
