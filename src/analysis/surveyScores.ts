/**
 * Survey scores (A1) from raw answers, index 0 = lowest answer, N = their sum:
 * - NPS = 100 (P9 + P10 − P0 − … − P6) / N of 11 counts (F. Reichheld, The One Number You Need to Grow, 2003). Its 95 %
 *   margin is 196 √((p + d − (p − d)²) / N) with the shares p of promoters and d of detractors; from N = 2 on.
 * - CSAT = 100 (c4 + c5) / N of 5 counts: the share of the two best answers.
 * - CES = (Σ i·c_i) / N, i = 1…7, of 7 counts (7 = easiest); "easy" share = (c5 + c6 + c7) / N.
 *
 * In:  a map and the segment asked about (persona, tier; null = everybody): its newest reading of each metric, else for
 *      everybody the touchpoint's own field. Where there are raw answers they count, else the value as it was sent.
 * Out: a score a touchpoint, one of the whole map if it was measured, and the average over touchpoints: weighted by n
 *      where every score has n, else the plain mean. Fewer than 30 answers are a small sample.
 */
import type { JourneyMap, Reading } from '../model/journeyMap.ts';
import { answersAsked } from '../model/rawAnswers.ts';
import { journeyTouchpoints } from '../model/sequence.ts';
import { found, missing, type Outcome } from './outcome.ts';

export type SurveyMetric = 'nps' | 'csat' | 'ces';

export interface SurveyScore {
  /** Null: of the whole map. */
  readonly touchpointId: string | null;
  readonly readingId: string | null;
  readonly at: string | null;
  readonly source: string;
  readonly score: Outcome<number>;
  /** NPS only: ± points at 95 %. */
  readonly margin: Outcome<number>;
  /** CES only: 0…1. */
  readonly easyShare: Outcome<number>;
  /** Answers it rests on; null when nobody said. */
  readonly answers: number | null;
  readonly smallSample: boolean;
}

export interface MetricSurvey {
  readonly average: Outcome<number>;
  /** Each answer counted the same; false: each touchpoint did. */
  readonly weighted: boolean;
  readonly touchpoints: readonly SurveyScore[];
  readonly wholeMap: SurveyScore | null;
}

export type SurveyScores = { readonly [M in SurveyMetric]: MetricSurvey };

export interface Segment {
  readonly personaId: string | null;
  readonly tierId: string | null;
}

/** Fewer answers than these are a small sample. */
const smallSample = 30;
const firstPromoter = 9;
const lastDetractor = 6;

export function surveyScores(map: JourneyMap, segment: Segment): Outcome<SurveyScores> {
  const newest = newestOf(map.readings, segment);
  const surveys = {
    nps: surveyOf('nps', map, segment, newest),
    csat: surveyOf('csat', map, segment, newest),
    ces: surveyOf('ces', map, segment, newest),
  };
  const all = [surveys.nps, surveys.csat, surveys.ces];
  const asked = new Set(all.flatMap((one) => one.touchpoints.map((score) => score.touchpointId)));
  const nodes = journeyTouchpoints(map);
  const ids = nodes.filter(({ id }) => asked.has(id)).map(({ id }) => id);
  if (ids.length === 0 && all.every((one) => one.wholeMap === null))
    return missing('no-survey', nodes.length);
  return found(surveys, ids, nodes.length);
}

/** NPS, CSAT or CES of raw answers. */
export function scoreOfCounts(metric: SurveyMetric, counts: readonly number[] | null): Outcome<number> {
  const total = totalOf(metric, counts);
  if (total.value === null || counts === null) return total;
  return found(scoreFormulas[metric](counts, total.value), [], total.value, total.value);
}

/** The 95 % margin of an NPS, in points. */
export function npsMargin(counts: readonly number[] | null): Outcome<number> {
  const total = totalOf('nps', counts);
  if (total.value === null || counts === null) return total;
  if (total.value < 2) return missing('too-few', total.value);
  const { promoters, detractors } = npsShares(counts, total.value);
  const variance = promoters + detractors - (promoters - detractors) ** 2;
  // Rounding may leave a hair below nothing where all answers agree.
  return found(196 * Math.sqrt(Math.max(0, variance) / total.value), [], total.value, total.value);
}

/** Share of easy answers (5 to 7) of a CES, 0…1. */
export function easyShare(counts: readonly number[] | null): Outcome<number> {
  const total = totalOf('ces', counts);
  if (total.value === null || counts === null) return total;
  return found(sum(counts.slice(4)) / total.value, [], total.value, total.value);
}

const scoreFormulas: {
  readonly [M in SurveyMetric]: (counts: readonly number[], total: number) => number;
} = {
  nps: (counts, total) => {
    const promoters = sum(counts.slice(firstPromoter));
    const detractors = sum(counts.slice(0, lastDetractor + 1));
    return (100 * (promoters - detractors)) / total;
  },
  csat: (counts, total) => (100 * sum(counts.slice(3))) / total,
  ces: (counts, total) => sum(counts.map((count, index) => count * (index + 1))) / total,
};

function npsShares(counts: readonly number[], total: number) {
  return {
    promoters: sum(counts.slice(firstPromoter)) / total,
    detractors: sum(counts.slice(0, lastDetractor + 1)) / total,
  };
}

function totalOf(metric: SurveyMetric, counts: readonly number[] | null): Outcome<number> {
  if (counts === null) return missing('no-raw-answers');
  if (counts.length !== answersAsked[metric] || counts.some((count) => !(count >= 0)))
    return missing('wrong-counts');
  const total = sum(counts);
  return total === 0 ? missing('no-answers') : found(total, [], total, total);
}

function surveyOf(
  metric: SurveyMetric,
  map: JourneyMap,
  segment: Segment,
  newest: ReadonlyMap<string, Reading>,
): MetricSurvey {
  const isEverybody = segment.personaId === null && segment.tierId === null;
  const touchpoints: SurveyScore[] = [];
  const nodes = journeyTouchpoints(map);
  for (const node of nodes) {
    const reading = newest.size === 0 ? undefined : newest.get(keyOf(node.id, metric));
    const field = isEverybody ? node[metric] : null;
    if (reading) touchpoints.push(scoreOf(metric, reading));
    else if (field !== null) touchpoints.push(scoreOfField(node.id, field));
  }
  const whole = newest.get(keyOf(null, metric));
  return {
    ...averageOf(touchpoints, nodes.length),
    touchpoints,
    wholeMap: whole ? scoreOf(metric, whole) : null,
  };
}

function scoreOf(metric: SurveyMetric, reading: Reading): SurveyScore {
  const { touchpointId, counts, value, n } = reading;
  const ids = touchpointId === null ? [] : [touchpointId];
  const raw = scoreOfCounts(metric, counts);
  const score = counts === null ? found(value, ids, 1, 1) : { ...raw, ids };
  const answers = counts === null ? n : score.value === null ? null : score.n;
  return {
    touchpointId,
    readingId: reading.id,
    at: reading.at,
    source: reading.source,
    score,
    margin: metric === 'nps' ? npsMargin(counts) : missing('not-rated'),
    easyShare: metric === 'ces' ? easyShare(counts) : missing('not-rated'),
    answers,
    smallSample: answers !== null && answers < smallSample,
  };
}

function scoreOfField(id: string, value: number): SurveyScore {
  const noAnswers = missing('no-raw-answers');
  return {
    touchpointId: id,
    readingId: null,
    at: null,
    source: '',
    score: found(value, [id], 1),
    margin: noAnswers,
    easyShare: noAnswers,
    answers: null,
    smallSample: false,
  };
}

function averageOf(
  scores: readonly SurveyScore[],
  of: number,
): { readonly average: Outcome<number>; readonly weighted: boolean } {
  const known = scores.flatMap(({ touchpointId, score, answers }) =>
    score.value === null || touchpointId === null
      ? []
      : [{ id: touchpointId, value: score.value, weight: answers }],
  );
  if (known.length === 0) return { average: missing('no-survey', of), weighted: false };
  const weighted = known.every(({ weight }) => weight !== null && weight > 0);
  const total = weighted ? sum(known.map(({ weight }) => weight ?? 0)) : known.length;
  const weightedSum = sum(known.map(({ value, weight }) => value * (weighted ? (weight ?? 0) : 1)));
  const ids = known.map(({ id }) => id);
  return { average: found(weightedSum / total, ids, of), weighted };
}

function newestOf(readings: readonly Reading[], segment: Segment): ReadonlyMap<string, Reading> {
  const newest = new Map<string, Reading>();
  for (const reading of readings) {
    if (reading.personaId !== segment.personaId || reading.tierId !== segment.tierId) continue;
    const key = keyOf(reading.touchpointId, reading.metric);
    const other = newest.get(key);
    if (!other || reading.at > other.at || (reading.at === other.at && reading.id > other.id))
      newest.set(key, reading);
  }
  return newest;
}

function keyOf(touchpointId: string | null, metric: string): string {
  return `${touchpointId ?? ''} ${metric}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
