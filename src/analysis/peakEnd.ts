/**
 * Peak-end (A4): how a journey is likely to be remembered (after D. Kahneman and others, When More Pain Is Preferred
 * to Less, 1993): peak = the emotion with the largest |e| (on a tie the negative one, then the later one), end = the
 * last one, score = (peak + end) / 2.
 *
 * In:  a map and a persona id (null = base); the same touchpoints as the emotion curve, in sequence, not merged.
 * Out: null when nothing is rated.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { ratedTouchpoints } from './emotionCurve.ts';

interface RatedMoment {
  readonly id: string;
  readonly emotion: number;
}

export interface PeakEnd {
  readonly peak: RatedMoment;
  readonly end: RatedMoment;
  readonly score: number;
  readonly mean: number;
  readonly best: number;
  readonly worst: number;
  /** The touchpoints rated, in sequence. */
  readonly ids: readonly string[];
  /** score − mean: what is remembered against what was felt on average. */
  readonly difference: number;
  readonly rated: number;
  readonly of: number;
}

export function peakEnd(map: JourneyMap, personaId: string | null): PeakEnd | null {
  const { nodes, of } = ratedTouchpoints(map, personaId);
  const [first] = nodes;
  const end = nodes.at(-1);
  if (!first || !end) return null;
  const emotions = nodes.map((node) => node.emotion);
  const mean = emotions.reduce((sum, emotion) => sum + emotion, 0) / emotions.length;
  const peak = nodes.reduce((high, node) => (isHigherPeak(node.emotion, high.emotion) ? node : high), first);
  const score = (peak.emotion + end.emotion) / 2;
  return {
    peak: { id: peak.id, emotion: peak.emotion },
    end: { id: end.id, emotion: end.emotion },
    score,
    mean,
    best: emotions.reduce((a, b) => Math.max(a, b)),
    worst: emotions.reduce((a, b) => Math.min(a, b)),
    ids: nodes.map((node) => node.id),
    difference: score - mean,
    rated: nodes.length,
    of,
  };
}

/** Whether a later emotion takes the peak from an earlier one. */
function isHigherPeak(later: number, earlier: number): boolean {
  const [a, b] = [Math.abs(later), Math.abs(earlier)];
  return a === b ? later <= earlier : a > b;
}
