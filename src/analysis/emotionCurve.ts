/**
 * Emotion curve (A3): one line through the rated journey touchpoints that a persona (or the base) meets.
 *
 * In:  a map and a persona id (null = base).
 * Out: points { x: stage index + t, y: emotion −2…+2 } in rising x, equal x merged to their mean; segments of a
 *      monotone cubic between them; how many of the touchpoints met are rated. Empty when nothing is rated.
 * A segment is `dashed` when it crosses a stage that has journey touchpoints but no rated one. Drawing in map units is
 * layout's business: it gives its own x to `mergeEqualX` and `monotoneCubic`, and asks `crossesUnrated` for the dashes.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { monotoneCubic, type CurveKnot, type CurveSegment } from './monotoneCubic.ts';
import { keptEach } from './keptEach.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

/** Points nearer than this lie at the same x. */
const SAME_X = 1e-9;

export interface EmotionPoint extends CurveKnot {
  /** The touchpoints merged into it, in sequence. */
  readonly touchpointIds: readonly string[];
  /** Stages of those touchpoints: the same index twice unless two stages meet in this point. */
  readonly firstStage: number;
  readonly lastStage: number;
}

interface EmotionSegment extends CurveSegment {
  readonly dashed: boolean;
}

export interface EmotionCurve {
  readonly points: readonly EmotionPoint[];
  readonly segments: readonly EmotionSegment[];
  /** Slopes at the points, in emotion a stage. */
  readonly slopes: readonly number[];
  /** Touchpoints with an emotion, of those met: "12 of 18 rated". */
  readonly rated: number;
  readonly of: number;
}

export function emotionCurve(map: JourneyMap, personaId: string | null): EmotionCurve {
  const { nodes, of } = ratedTouchpoints(map, personaId);
  const points = mergeEqualX(eachPoint(map.stages, [], nodes, pointOf, personaId ?? ''));
  const { slopes, segments } = monotoneCubic(points);
  const unrated = stagesWithout(map, nodes);
  return {
    points,
    slopes,
    segments: segments.map(({ from, control1, control2, to }, index) => ({
      from,
      control1,
      control2,
      to,
      dashed: crossesUnrated(points[index], points[index + 1], unrated),
    })),
    rated: nodes.length,
    of,
  };
}

const eachPoint = keptEach<RatedTouchpoint, EmotionPoint>();

function pointOf({ id, stage, t, emotion }: RatedTouchpoint): EmotionPoint {
  return { x: stage + t, y: emotion, touchpointIds: [id], firstStage: stage, lastStage: stage };
}

export interface RatedTouchpoint {
  readonly id: string;
  /** Index of its stage. */
  readonly stage: number;
  readonly t: number;
  readonly emotion: number;
}

/** The journey touchpoints a persona meets and has an emotion for, in sequence, and how many they meet. */
export function ratedTouchpoints(
  map: JourneyMap,
  personaId: string | null,
): { readonly nodes: readonly RatedTouchpoint[]; readonly of: number } {
  const met = scoredTouchpoints(map, personaId);
  const each = eachRated(map.stages, [], met, ratedOf, personaId ?? '');
  return { nodes: each.filter((node) => node !== null), of: met.length };
}

const eachRated = keptEach<ScoredTouchpoint, RatedTouchpoint | null>();

function ratedOf({ id, stage, touchpoint, emotion }: ScoredTouchpoint): RatedTouchpoint | null {
  return emotion === null ? null : { id, stage, t: touchpoint.t, emotion };
}

/** Sorts points by x and merges those of equal x to their mean; the ids of a merged point keep the given order. */
export function mergeEqualX<P extends EmotionPoint>(points: readonly P[]): readonly P[] {
  // As they nearly always are: in sequence, each at its own place.
  if (points.every((point, index) => index === 0 || point.x - (points[index - 1]?.x ?? 0) >= SAME_X))
    return points;
  const sorted = points.toSorted((a, b) => a.x - b.x);
  const merged: P[] = [];
  let start = 0;
  sorted.forEach((first, index) => {
    if (index < start) return;
    let end = index + 1;
    for (let next = sorted[end]; next && next.x - first.x < SAME_X; next = sorted[end]) end += 1;
    merged.push(end === index + 1 ? first : mean(sorted.slice(index, end), first));
    start = end;
  });
  return merged;
}

function mean<P extends EmotionPoint>(group: readonly P[], first: P): P {
  return {
    ...first,
    y: group.reduce((sum, point) => sum + point.y, 0) / group.length,
    touchpointIds: group.flatMap((point) => point.touchpointIds),
    firstStage: Math.min(...group.map((point) => point.firstStage)),
    lastStage: Math.max(...group.map((point) => point.lastStage)),
  };
}

/** Indexes of the stages that have journey touchpoints, none of which gives this curve a point. */
export function unratedStages(map: JourneyMap, personaId: string | null): ReadonlySet<number> {
  return stagesWithout(map, ratedTouchpoints(map, personaId).nodes);
}

function stagesWithout(map: JourneyMap, rated: readonly RatedTouchpoint[]): ReadonlySet<number> {
  const stages = new Set<number>();
  for (const { stage } of scoredTouchpoints(map, null)) stages.add(stage);
  for (const { stage } of rated) stages.delete(stage);
  return stages;
}

/** Whether the line between two neighbouring points crosses one of these stages. */
export function crossesUnrated(
  from: EmotionPoint | undefined,
  to: EmotionPoint | undefined,
  unrated: ReadonlySet<number>,
): boolean {
  if (!from || !to) return false;
  for (let stage = from.lastStage + 1; stage < to.firstStage; stage++) if (unrated.has(stage)) return true;
  return false;
}
