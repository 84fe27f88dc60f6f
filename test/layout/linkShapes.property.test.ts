import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areSimple,
  costOf,
  eachShape,
  entersAt,
  gutterOf,
  highOf,
  isVertical,
  leavesAt,
  lowOf,
  packShapes,
  runCount,
  stretchesOf,
  wishOf,
  type LinkShapes,
} from '../../src/layout/linkShapes.ts';
import type { Candidate, Run, Side } from '../../src/layout/routePlan.ts';
import { runs } from '../support/runs.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const side = fc.constantFrom<Side>('top', 'bottom', 'left', 'right');
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record({
    axis: fc.constant('vertical' as const),
    at: number,
    low: number,
    high: number,
    gutter: fc.constant(-1),
  }),
  fc.record({
    axis: fc.constant('horizontal' as const),
    at: number,
    low: number,
    high: number,
    gutter: fc.integer({ min: -1, max: 90 }),
  }),
);
const candidate: fc.Arbitrary<Candidate> = fc.record({
  cost: number,
  plan: fc.record({ leaves: side, enters: side, runs: fc.array(run, { minLength: 1, maxLength: 7 }) }),
});

function unpack(shapes: LinkShapes): Candidate[] {
  return [...eachShape(shapes)].map((shape) => ({
    cost: costOf(shapes, shape),
    plan: {
      leaves: leavesAt(shapes, shape),
      enters: entersAt(shapes, shape),
      runs: Array.from({ length: runCount(shapes, shape) }, (_, index): Run => ({
        axis: isVertical(shapes, shape, index) ? 'vertical' : 'horizontal',
        at: wishOf(shapes, shape, index) ?? Number.NaN,
        low: lowOf(shapes, shape, index),
        high: highOf(shapes, shape, index),
        gutter: Math.max(-1, gutterOf(shapes, shape, index)),
      })),
    },
  }));
}

describe('the shapes of a link as numbers', () => {
  it('tell everything that was put into them', () => {
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 5 }), fc.boolean(), (candidates, isSimple) => {
        const shapes = packShapes(candidates, isSimple);
        expect(areSimple(shapes)).toBe(isSimple);
        expect(unpack(shapes)).toEqual(candidates);
      }),
      runs(200),
    );
  });

  it('lie along gutters between the runs before and after', () => {
    const upright = (at: number): Run => ({ axis: 'vertical', at, low: at - 5, high: at + 5, gutter: -1 });
    const along: Run = { axis: 'horizontal', at: 40, low: 30, high: 50, gutter: 3 };
    const plan = { leaves: 'bottom', enters: 'top', runs: [upright(90), along, upright(20)] } as const;
    const shapes = packShapes([{ cost: 1, plan }], true);
    expect([...eachShape(shapes)].map((shape) => stretchesOf(shapes, shape))).toEqual([
      [{ shelf: 3, from: 20, to: 90 }],
    ]);
    const [first = 0] = eachShape(shapes);
    expect([wishOf(shapes, first, -1), wishOf(shapes, first, 3)]).toEqual([undefined, undefined]);
  });
});
