/**
 * The possible shapes of a link in one list of numbers. Maps keep them for thousands of links, and as objects, with an
 * object for each run and a box for each of its numbers, they would take three times the memory.
 *
 * The list: 1 where the shapes are simple (planRoute.ts) or 0; then of each shape its cost, its sides and how many runs
 * it has; then of each run `at`, `low`, `high` and its gutter. A shape is named by where in the list it begins.
 */
import type { Candidate, Side } from './routePlan.ts';
import { sharedNumber } from './sharedNumber.ts';
import type { Area } from './shelves.ts';

export type LinkShapes = readonly number[];

export const firstShape = 1;
const headLength = 3;
const runLength = 4;
const sides: readonly Side[] = ['top', 'bottom', 'left', 'right'];
/** Stands for the gutter of a vertical run. */
const upright = -2;

export function packShapes(candidates: readonly Candidate[], isSimple: boolean): LinkShapes {
  let length = firstShape;
  for (const { plan } of candidates) length += headLength + runLength * plan.runs.length;
  // At its full length from the beginning: a list that grows keeps room for more.
  const numbers = Array.from<number>({ length }).fill(0);
  numbers[0] = isSimple ? 1 : 0;
  let at = firstShape;
  for (const { cost, plan } of candidates) {
    const { leaves, enters, runs } = plan;
    numbers[at] = sharedNumber(cost);
    numbers[at + 1] = sides.indexOf(leaves) * sides.length + sides.indexOf(enters);
    numbers[at + 2] = runs.length;
    at += headLength;
    for (const run of runs) {
      numbers[at] = sharedNumber(run.at);
      numbers[at + 1] = sharedNumber(run.low);
      numbers[at + 2] = sharedNumber(run.high);
      numbers[at + 3] = run.axis === 'vertical' ? upright : run.gutter;
      at += runLength;
    }
  }
  return numbers;
}

/** Whether the shapes depend on nothing left or right of both cards. */
export function areSimple(shapes: LinkShapes): boolean {
  return shapes[0] === 1;
}

/** Where the shapes of a link begin. */
export function* eachShape(shapes: LinkShapes): Generator<number> {
  for (let shape = firstShape; shape < shapes.length; shape = nextShape(shapes, shape)) yield shape;
}

export function nextShape(shapes: LinkShapes, shape: number): number {
  return shape + headLength + runLength * runCount(shapes, shape);
}

export function costOf(shapes: LinkShapes, shape: number): number {
  return shapes[shape] ?? 0;
}

export function leavesAt(shapes: LinkShapes, shape: number): Side {
  return sides[Math.floor((shapes[shape + 1] ?? 0) / sides.length)] ?? 'right';
}

export function entersAt(shapes: LinkShapes, shape: number): Side {
  return sides[(shapes[shape + 1] ?? 0) % sides.length] ?? 'left';
}

export function runCount(shapes: LinkShapes, shape: number): number {
  return shapes[shape + 2] ?? 0;
}

/** Where a run wishes to lie: x of a vertical, y of a horizontal one; undefined before the first and after the last. */
export function wishOf(shapes: LinkShapes, shape: number, run: number): number | undefined {
  return isRun(shapes, shape, run) ? shapes[runStart(shape, run)] : undefined;
}

/** The least that a run's coordinate may be. */
export function lowOf(shapes: LinkShapes, shape: number, run: number): number {
  return shapes[runStart(shape, run) + 1] ?? 0;
}

export function highOf(shapes: LinkShapes, shape: number, run: number): number {
  return shapes[runStart(shape, run) + 2] ?? 0;
}

export function isVertical(shapes: LinkShapes, shape: number, run: number): boolean {
  return shapes[runStart(shape, run) + 3] === upright;
}

/** The gutter a run lies in; negative beside cards and for vertical runs. */
export function gutterOf(shapes: LinkShapes, shape: number, run: number): number {
  return shapes[runStart(shape, run) + 3] ?? upright;
}

/** The part of a gutter along which a run of a shape lies, as planned; null outside gutters. */
export function stretchOf(shapes: LinkShapes, shape: number, run: number): Area | null {
  const gutter = gutterOf(shapes, shape, run);
  if (gutter < 0) return null;
  const a = wishOf(shapes, shape, run - 1) ?? 0;
  const b = wishOf(shapes, shape, run + 1) ?? 0;
  return { shelf: gutter, from: Math.min(a, b), to: Math.max(a, b) };
}

/** All such parts of one shape. */
export function stretchesOf(shapes: LinkShapes, shape: number): Area[] {
  const found: Area[] = [];
  for (let run = 0; run < runCount(shapes, shape); run += 1) {
    const stretch = stretchOf(shapes, shape, run);
    if (stretch) found.push(stretch);
  }
  return found;
}

function isRun(shapes: LinkShapes, shape: number, run: number): boolean {
  return run >= 0 && run < runCount(shapes, shape);
}

function runStart(shape: number, run: number): number {
  return shape + headLength + runLength * run;
}
