/**
 * Everything a map says at once: A1 to A23 of domain.md 5 and the checks of 6. The insights page, the API
 * (`GET /api/maps/:id/analyses`) and `touchline analyse` all call this.
 *
 * In:  a map; the point of view. `persona`: their emotion, importance and performance where they differ, at the touchpoints
 *      they meet (A1 to A4, A6, A7, A10, A11); `tier`: its response targets (A12) and survey readings (A1). `base`: the map
 *      to compare with (A14). `on`: the day for dated topics, `YYYY-MM-DD`; null takes the day the map was last changed.
 * Out: each result is an Outcome (outcome.ts): `{ value, reason: null, n, of, ids }`, or `{ value: null, reason, … }`.
 *      Pure; a persona or tier that is not in the map gives `unknown-persona`, `unknown-tier`. The shapes of `value`:
 *
 * A1  { nps, csat, ces }: each { average, weighted, touchpoints: SurveyScore[], wholeMap }        (surveyScores.ts)
 * A2  { effectiveness, ease, emotion }: outcomes, 0…100                                          (experienceSummary.ts)
 * A3  { points, segments, slopes, rated, of }: the curve in stage units                               (emotionCurve.ts)
 * A4  { peak, end, score, mean, best, worst, difference, ids, rated, of }                                  (peakEnd.ts)
 * A5  { chain, side, largestLoss, largestDrop, of }; a member: reached, passed, share, cumulative, loss, drop  (sieve.ts)
 * A6  { cross, members: { id, importance, performance, quarter }[], of }                     (importancePerformance.ts)
 * A7  { cells, covered, size, withoutChannel, gaps: G1 … G5 }                                             (coverage.ts)
 * A8  { byCount, byReached, byCost, stages }: mixes { amounts, shares, unset, concentration, n, of, ids }  (mediaMix.ts)
 * A9  { score, touchpoints: { message, topic, tone, score }[], traces }                                (consistency.ts)
 * A10 { present, coverage, moments: { kind, touchpointId, onJourney, fit, risks, unowned }[] }     (momentsOfTruth.ts)
 * A11 { pains, byPeople, scores, sum, jobs, opportunities }                                    (painAndOpportunity.ts)
 * A12 { rows: { targetMin, actualMin, ratio, level }[], attainment }                                  (responseTimes.ts)
 * A13 { tierIds, rows: { cells, inversions, flat, differentiation }[], invertedIds, flatIds, … }        (tierMatrix.ts)
 * A14 { added, removed, pairs, moved, changed, gaps, improved, figures, sides, curves }                   (compareStates.ts)
 * A15 { curves, touchpoints: { emotions, spread, divergent }[], pairs, metByOne }                  (comparePersonas.ts)
 * A16 { stages: { stageId, ids by question }[], gaps }                                            (questionsAnswered.ts)
 * A17 { touchpoints: { missing, completeness }[], mean }                                                    (fiveWs.ts)
 * A18 ChannelPressure[]: { channelId, capPerWeek, personas: { perWeek, over }[] }                  (contactPressure.ts)
 * A19 { rows: { shares, dominatedBy }[], balanced, dominated }                                      (controlBalance.ts)
 * A20 { rows: { items }[], systems, keyWithout, withoutSystem }                                 (informationProduced.ts)
 * A21 { stages, total: ids by formality, informalBefore }                                                 (formality.ts)
 * A22 { cells, kinds, phases, missingKinds, missingPhases, withoutKind, withoutPhase }                  (contactKinds.ts)
 * A23 { teams, owners, withoutTeam, withoutOwner, keyWithoutOwner, handoffs }                              (ownership.ts)
 * lint Finding[]: { code, kind, severity, targetId, ids, values, remedy, dismissed }             (model/finding.ts)
 */
import type { Finding } from '../model/finding.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { checkMap } from './checks/checkMap.ts';
import { comparePersonas, type PersonaComparison } from './comparePersonas.ts';
import { compareStates, type StateComparison } from './compareStates.ts';
import { consistency, type Consistency } from './consistency.ts';
import { contactKinds, type ContactKinds } from './contactKinds.ts';
import { contactPressure, type ChannelPressure } from './contactPressure.ts';
import { controlBalance, type ControlBalance } from './controlBalance.ts';
import { coverage, type Coverage } from './coverage.ts';
import { emotionCurve, type EmotionCurve } from './emotionCurve.ts';
import { experienceSummary, type ExperienceSummary } from './experienceSummary.ts';
import { fiveWs, type FiveWs } from './fiveWs.ts';
import { formalityMix, type FormalityMix } from './formality.ts';
import { importancePerformance, type ImportancePerformance } from './importancePerformance.ts';
import { informationProduced, type InformationProduced } from './informationProduced.ts';
import { kept } from './keptAnalyses.ts';
import { mediaMix, type MediaMix } from './mediaMix.ts';
import { momentsOfTruth, type MomentsOfTruth } from './momentsOfTruth.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { ownership, type Ownership } from './ownership.ts';
import { painAndOpportunity, type PainAndOpportunity } from './painAndOpportunity.ts';
import { peakEnd, type PeakEnd } from './peakEnd.ts';
import { questionsAnswered, type QuestionsAnswered } from './questionsAnswered.ts';
import { responseTimes, type ResponseTimes } from './responseTimes.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';
import { sieve, sieveMembers, type Sieve } from './sieve.ts';
import { surveyScores, type SurveyScores } from './surveyScores.ts';
import { tierMatrix, type TierMatrix } from './tierMatrix.ts';

export interface PointOfView {
  readonly persona?: string | null;
  readonly tier?: string | null;
  readonly base?: JourneyMap | null;
  readonly on?: string | null;
}

export interface Analyses {
  readonly A1: Outcome<SurveyScores>;
  readonly A2: Outcome<ExperienceSummary>;
  readonly A3: Outcome<EmotionCurve>;
  readonly A4: Outcome<PeakEnd>;
  readonly A5: Outcome<Sieve>;
  readonly A6: Outcome<ImportancePerformance>;
  readonly A7: Outcome<Coverage>;
  readonly A8: Outcome<MediaMix>;
  readonly A9: Outcome<Consistency>;
  readonly A10: Outcome<MomentsOfTruth>;
  readonly A11: Outcome<PainAndOpportunity>;
  readonly A12: Outcome<ResponseTimes>;
  readonly A13: Outcome<TierMatrix>;
  readonly A14: Outcome<StateComparison>;
  readonly A15: Outcome<PersonaComparison>;
  readonly A16: Outcome<QuestionsAnswered>;
  readonly A17: Outcome<FiveWs>;
  readonly A18: Outcome<readonly ChannelPressure[]>;
  readonly A19: Outcome<ControlBalance>;
  readonly A20: Outcome<InformationProduced>;
  readonly A21: Outcome<FormalityMix>;
  readonly A22: Outcome<ContactKinds>;
  readonly A23: Outcome<Ownership>;
  readonly lint: readonly Finding[];
}

export function analyseMap(map: JourneyMap, view: PointOfView = {}): Analyses {
  const { persona = null, tier = null, base = null } = view;
  const on = view.on ?? map.map.updatedAt?.slice(0, 10) ?? null;
  const seen = <T>(analysis: () => Outcome<T>): Outcome<T> =>
    persona === null || map.personas.some(({ id }) => id === persona)
      ? analysis()
      : missing('unknown-persona');
  const forTier = <T>(analysis: () => Outcome<T>): Outcome<T> =>
    tier === null || map.tiers.some(({ id }) => id === tier) ? analysis() : missing('unknown-tier');
  const answers = {
    consistency: kept('A9', map, () => consistency(map, on), on),
    pressure: kept('A18', map, () => contactPressure(map)),
    tiers: tierMatrix(map),
  };
  return {
    A1: seen(() => forTier(() => surveyScores(map, { personaId: persona, tierId: tier }))),
    A2: seen(() => experienceSummary(map, persona)),
    A3: seen(() => curveOf(map, persona)),
    A4: seen(() => remembered(map, persona)),
    A5: kept('A5', map, () => funnelOf(map)),
    A6: seen(() => quadrants(map, persona)),
    A7: seen(() => coverageOf(map, persona)),
    A8: kept('A8', map, () => mixOf(map)),
    A9: answers.consistency,
    A10: seen(() => momentsOf(map, persona)),
    A11: seen(() => painAndOpportunity(map, persona)),
    A12: forTier(() => responseTimes(map, tier)),
    A13: answers.tiers,
    A14: seen(() => (base ? compareStates(base, map, persona) : missing('no-base'))),
    A15: comparePersonas(map),
    A16: kept('A16', map, () => questionsAnswered(map)),
    A17: fiveWs(map),
    A18: answers.pressure,
    A19: kept('A19', map, () => controlBalance(map)),
    A20: kept('A20', map, () => informationProduced(map)),
    A21: kept('A21', map, () => formalityMix(map)),
    A22: kept('A22', map, () => contactKinds(map)),
    A23: ownership(map),
    lint: checkMap(map, on, answers),
  };
}

function curveOf(map: JourneyMap, persona: string | null): Outcome<EmotionCurve> {
  const curve = emotionCurve(map, persona);
  const ids = curve.points.flatMap(({ touchpointIds }) => touchpointIds);
  return ids.length === 0 ? missing('nothing-rated', curve.of) : found(curve, ids, curve.of);
}

function remembered(map: JourneyMap, persona: string | null): Outcome<PeakEnd> {
  const result = peakEnd(map, persona);
  return result
    ? found(result, result.ids, result.of)
    : missing('nothing-rated', scoredTouchpoints(map, persona).length);
}

function funnelOf(map: JourneyMap): Outcome<Sieve> {
  const nodes = scoredTouchpoints(map, null);
  const result = sieve(map);
  if (!result) return missing('nothing-counted', nodes.length);
  return found(
    result,
    sieveMembers(nodes).map(({ id }) => id),
    result.of,
  );
}

function quadrants(map: JourneyMap, persona: string | null): Outcome<ImportancePerformance> {
  const result = importancePerformance(map, persona);
  if (result.members.length === 0) return missing('nothing-rated', result.of);
  return found(
    result,
    result.members.map(({ id }) => id),
    result.of,
  );
}

/** Null only where there is nothing to cover; without a channel in use the gaps still say something. */
function coverageOf(map: JourneyMap, persona: string | null): Outcome<Coverage> {
  const nodes = scoredTouchpoints(map, persona);
  if (map.stages.length === 0) return missing('no-stages');
  if (map.channels.length === 0) return missing('no-channels', nodes.length);
  const ids = nodes.flatMap(({ id, touchpoint }) => (touchpoint.channelId === null ? [] : [id]));
  return found(coverage(map, persona), ids, nodes.length);
}

function mixOf(map: JourneyMap): Outcome<MediaMix> {
  const nodes = scoredTouchpoints(map, null);
  if (nodes.length === 0) return missing('no-touchpoints');
  const ids = nodes.flatMap(({ id, media }) => (media === null ? [] : [id]));
  return ids.length === 0 ? missing('no-media', nodes.length) : found(mediaMix(map), ids, nodes.length);
}

function momentsOf(map: JourneyMap, persona: string | null): Outcome<MomentsOfTruth> {
  if (scoredTouchpoints(map, persona).length === 0) return missing('no-touchpoints');
  const result = momentsOfTruth(map, persona);
  const ids = result.moments.flatMap(({ onJourney, touchpointId }) => (onJourney ? [touchpointId] : []));
  return found(result, [...new Set(ids)], 3, Math.round(result.coverage * 3));
}
