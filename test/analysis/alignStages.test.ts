import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignStages, pointsInRow } from '../../src/analysis/alignStages.ts';

const stages = (...names: readonly string[]) => names.map((name) => ({ id: `id-${name}`, name }));

describe('the stages of two maps in one row', () => {
  it('stand together by id or name; what only the base has stands behind the stage it follows', () => {
    const aligned = alignStages(stages('Look', 'Try', 'Buy'), [
      { id: 'id-Look', name: 'Look around' },
      { id: 'x', name: 'Buy' },
      { id: 'y', name: 'Use' },
    ]);
    expect(aligned.row.map(({ name }) => name)).toEqual(['Look around', 'Try', 'Buy', 'Use']);
    expect(aligned.base).toEqual([0, 1, 2]);
    expect(aligned.other).toEqual([0, 2, 3]);
  });

  it('hold every stage of both maps once, those of the second in their order', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(some, some, (base, other) => {
        const aligned = alignStages(stages(...base), stages(...other));
        expect(aligned.row).toHaveLength(new Set([...base, ...other]).size);
        expect(aligned.base.map((at) => aligned.row[at]?.name)).toEqual(base);
        expect(aligned.other.map((at) => aligned.row[at]?.name)).toEqual(other);
        expect(aligned.other).toEqual(aligned.other.toSorted((a, b) => a - b));
      }),
    );
  });

  it('carries points to the place of their stage, in rising x', () => {
    const point = (x: number, stage: number) => ({
      x,
      y: 0,
      touchpointIds: [],
      firstStage: stage,
      lastStage: stage,
    });
    const moved = pointsInRow([point(0.5, 0), point(1.25, 1)], [3, 1]);
    expect(moved.map(({ x }) => x)).toEqual([1.25, 3.5]);
  });
});
