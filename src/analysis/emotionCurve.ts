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
import { feltBy, scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

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
  const nodes = scoredTouchpoints(map, null);
  return personaId === null
    ? curveThrough(nodes, ({ emotion }) => emotion)
    : curveThrough(nodes, (node) => feltBy(node, personaId));
}

/** `emotionOf`: null where it is not rated, undefined where the touchpoint is not met; `nodes`: the whole journey in sequence. */
export function curveThrough(
  nodes: readonly ScoredTouchpoint[],
  emotionOf: (node: ScoredTouchpoint, index: number) => number | null | undefined,
): EmotionCurve {
  const points: EmotionPoint[] = [];
  /** In the end those that have touchpoints and none that is rated. */
  const stages = new Set<number>();
  const ratedStages = new Set<number>();
  let of = 0;
  let rated = 0;
  // Sequence is rising x, so equal x lie together: one point each, as `mergeEqualX` would make of them.
  let ids: string[] = [];
  let [x, sum, firstStage, lastStage] = [0, 0, 0, 0];
  const close = () => {
    if (ids.length > 0) points.push({ x, y: sum / ids.length, touchpointIds: ids, firstStage, lastStage });
  };
  // Counted by hand: pairs of place and record would cost more than the work.
  let index = -1;
  for (const node of nodes) {
    index += 1;
    const { id, stage, touchpoint } = node;
    const emotion = emotionOf(node, index);
    stages.add(stage);
    if (emotion === undefined) continue;
    of += 1;
    if (emotion === null) continue;
    rated += 1;
    ratedStages.add(stage);
    if (ids.length === 0 || stage + touchpoint.t - x >= SAME_X) {
      close();
      ids = [];
      sum = 0;
      firstStage = stage;
      x = stage + touchpoint.t;
    }
    ids.push(id);
    sum += emotion;
    lastStage = stage;
  }
  close();
  for (const stage of ratedStages) stages.delete(stage);
  const { slopes, segments } = monotoneCubic(points);
  return {
    points,
    slopes,
    segments: segments.map(({ from, control1, control2, to }, index) => ({
      from,
      control1,
      control2,
      to,
      dashed: crossesUnrated(points[index], points[index + 1], stages),
    })),
    rated,
    of,
  };
}

/** One that is known how it feels. */
export type RatedTouchpoint = ScoredTouchpoint & { readonly emotion: number };

/** The journey touchpoints a persona meets and has an emotion for, in sequence, and how many they meet. */
export function ratedTouchpoints(
  map: JourneyMap,
  personaId: string | null,
): { readonly nodes: readonly RatedTouchpoint[]; readonly of: number } {
  const met = scoredTouchpoints(map, personaId);
  return { nodes: met.filter(isRated), of: met.length };
}

function isRated(node: ScoredTouchpoint): node is RatedTouchpoint {
  return node.emotion !== null;
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
  const stages = new Set<number>();
  for (const { stage } of scoredTouchpoints(map, null)) stages.add(stage);
  for (const { stage } of ratedTouchpoints(map, personaId).nodes) stages.delete(stage);
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
