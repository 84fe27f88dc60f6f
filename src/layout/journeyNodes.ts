/** The journey touchpoints of a map with their drawn x, in sequence: what curves and sieves stand on. */
import type { EmotionPoint } from '../analysis/emotionCurve.ts';
import type { Reading, Touchpoint } from '../model/journeyMap.ts';
import { isJourneyLane } from '../model/laneKinds.ts';
import { effectiveScore } from '../model/sequence.ts';
import type { Located } from './places.ts';

export interface JourneyNode {
  readonly touchpoint: Touchpoint;
  readonly stageIndex: number;
  /** Middle of its card. */
  readonly x: number;
  /** Where the curves pass it: all of a folded stage in the middle of its strip, so that they are one point, their mean. */
  readonly curveX: number;
  /** Effective emotion of the base. */
  readonly emotion: number | null;
  /** Its point on the base's curve, when it is rated. */
  readonly point: EmotionPoint | null;
}

const known = new WeakMap<Located, { readonly readings: readonly Reading[]; readonly node: JourneyNode }>();

/** J: the touchpoints that the analyses look at. */
export function journeyNodes(
  inSequence: readonly Located[],
  readings: readonly Reading[],
): readonly JourneyNode[] {
  return inSequence.flatMap((located) => (isInJourney(located) ? [nodeOf(located, readings)] : []));
}

function isInJourney({ touchpoint, lane }: Located): boolean {
  return isJourneyLane(lane.kind) && touchpoint.status !== 'idea' && touchpoint.status !== 'retired';
}

function nodeOf(located: Located, readings: readonly Reading[]): JourneyNode {
  const found = known.get(located);
  if (found?.readings === readings) return found.node;
  const { touchpoint, column, centre } = located;
  const emotion = effectiveScore(touchpoint, 'emotion', { readings });
  const { index } = column;
  const curveX = column.collapsed ? column.x + column.width / 2 : centre;
  const point =
    emotion === null
      ? null
      : { x: curveX, y: emotion, touchpointIds: [touchpoint.id], firstStage: index, lastStage: index };
  const node = { touchpoint, stageIndex: index, x: centre, curveX, emotion, point };
  known.set(located, { readings, node });
  return node;
}
