/** The journey touchpoints of a map with their drawn x, in sequence: what curves, moments and sieves stand on. */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { effectiveScore } from '../model/sequence.ts';
import type { StageColumn } from './mapLayout.ts';

export interface JourneyNode {
  readonly touchpoint: Touchpoint;
  readonly column: StageColumn;
  readonly stageIndex: number;
  /** Middle of its card. */
  readonly x: number;
  /** Effective emotion of the base. */
  readonly emotion: number | null;
}

/** A journey node of a touchpoint at its place. */
export function journeyNode(
  touchpoint: Touchpoint,
  column: StageColumn,
  x: number,
  map: Pick<JourneyMap, 'readings'>,
): JourneyNode {
  return {
    touchpoint,
    column,
    stageIndex: column.index,
    x,
    emotion: effectiveScore(touchpoint, 'emotion', map),
  };
}

/** Whether the analyses look at it. */
export function isInJourney(touchpoint: Touchpoint): boolean {
  return touchpoint.status !== 'idea' && touchpoint.status !== 'retired';
}
