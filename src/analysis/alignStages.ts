/**
 * One row of stages for two maps that are compared, so that both curves can be drawn over it: a stage of the one stands
 * where its counterpart of the other does (the same id, else the same name, as in A14), what only the base has behind
 * the stage it follows there.
 *
 * In:  the stages of both maps in order. Out: the row; for each map the place of each of its stages in the row.
 */
import { counterpartIn } from './compareStates.ts';
import type { EmotionPoint } from './emotionCurve.ts';

interface NamedStage {
  readonly id: string;
  readonly name: string;
}

interface AlignedStage {
  readonly name: string;
  readonly baseId: string | null;
  readonly otherId: string | null;
}

export interface AlignedStages {
  readonly row: readonly AlignedStage[];
  /** Index of a stage in its map -> index in the row. */
  readonly base: readonly number[];
  readonly other: readonly number[];
}

export function alignStages(base: readonly NamedStage[], other: readonly NamedStage[]): AlignedStages {
  const inBase = counterpartIn(base, other);
  const taken = new Set<string>();
  const row: AlignedStage[] = other.map(({ id, name }) => {
    const found = inBase(id);
    const baseId = found !== null && !taken.has(found) ? found : null;
    if (baseId !== null) taken.add(baseId);
    return { name, baseId, otherId: id };
  });
  let after = -1;
  for (const { id, name } of base) {
    const at = row.findIndex(({ baseId }) => baseId === id);
    if (at >= 0) {
      after = at;
      continue;
    }
    after += 1;
    row.splice(after, 0, { name, baseId: id, otherId: null });
  }
  return {
    row,
    base: base.map(({ id }) => row.findIndex(({ baseId }) => baseId === id)),
    other: other.map(({ id }) => row.findIndex(({ otherId }) => otherId === id)),
  };
}

/** The points of a curve over the common row, in rising x. */
export function pointsInRow(
  points: readonly EmotionPoint[],
  places: readonly number[],
): readonly EmotionPoint[] {
  return points
    .map((point) => {
      const first = places[point.firstStage] ?? point.firstStage;
      const last = places[point.lastStage] ?? point.lastStage;
      return { ...point, x: first + (point.x - point.firstStage), firstStage: first, lastStage: last };
    })
    .toSorted((a, b) => a.x - b.x);
}
