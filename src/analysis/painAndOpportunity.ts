/**
 * Pain and opportunity (A11).
 * - Pain = 100 · max(0, −e) / 2 · importance / 5, 0…100; an importance that is not known counts as 3. Ranked by pain, then
 *   importance, then sequence; only what hurts is listed. "By people" is pain / 100 · reached, where reached is known;
 *   the others are listed below it, unranked: unknown is never everybody.
 * - Opportunity score (A. Ulwick, Turn Customer Input into Innovation, 2002): i = (importance − 1) / 4 · 10,
 *   p = (performance − 1) / 4 · 10, O = i + max(i − p, 0), 0…20. Above 15 extreme, above 12 strong, above 10 worth a look;
 *   p > i is over-served too. Where importance and performance both have raw answers (5 counts), i and p are
 *   10 (c4 + c5) / N instead. The same for personas' jobs, with satisfaction for performance.
 * - Opportunities: by votes of the round, then impact / effort (unknown last), then impact, then id. An opportunity's
 *   score is the largest of its touchpoints'.
 *
 * In:  a map and a persona id (null = base). Vector: I 5, P 2 -> 17.5; I 3, P 4 -> 5, over-served.
 */
import type { JourneyMap, Opportunity, Reading } from '../model/journeyMap.ts';
import { answersAsked } from '../model/rawAnswers.ts';
import { newestReadingsOf } from '../model/sequence.ts';
import { keptEach } from './keptEach.ts';
import { found, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

export interface Pain {
  readonly id: string;
  readonly emotion: number;
  readonly importance: number;
  /** The importance is not known; the middle of the scale stands for it. */
  readonly assumed: boolean;
  /** 0…100. */
  readonly pain: number;
  /** People-equivalents a period; null where reached is not known. */
  readonly people: number | null;
}

export type OpportunityLevel = 'extreme' | 'strong' | 'look' | 'none';

export interface OpportunityScore {
  /** 0…20. */
  readonly score: number;
  readonly level: OpportunityLevel;
  readonly overServed: boolean;
}

export interface PainAndOpportunity {
  /** n of N: touchpoints with an emotion. */
  readonly pains: Outcome<readonly Pain[]>;
  /** Ranked by people; where people are not known, after these in the order of `pains`. */
  readonly byPeople: readonly Pain[];
  /** In sequence. n of N: touchpoints with importance and performance. */
  readonly scores: Outcome<readonly (OpportunityScore & { readonly id: string })[]>;
  /** Sum of the scores. */
  readonly sum: Outcome<number>;
  /** Jobs of the persona looked from, or of all. */
  readonly jobs: readonly (OpportunityScore & { readonly id: string; readonly personaId: string })[];
  readonly opportunities: readonly {
    readonly id: string;
    readonly status: Opportunity['status'];
    readonly votes: number;
    readonly impact: number | null;
    readonly effort: number | null;
    readonly touchpointIds: readonly string[];
    /** Of the touchpoint with the largest one; null where none of them is scored. */
    readonly best: (OpportunityScore & { readonly id: string }) | null;
  }[];
}

const middleImportance = 3;

export function painAndOpportunity(map: JourneyMap, personaId: string | null): Outcome<PainAndOpportunity> {
  const nodes = scoredTouchpoints(map, personaId);
  if (nodes.length === 0) return missing('no-touchpoints');
  const pains = painsOf(nodes);
  const rated: string[] = [];
  const scores: Scored[] = [];
  const ids: string[] = [];
  const behind: string[] = [];
  const each = eachScore(
    map.stages,
    [map.readings],
    nodes,
    (node) => scoreOf(node, map.readings, personaId),
    personaId ?? '',
  );
  let index = -1;
  for (const { id, emotion } of nodes) {
    index += 1;
    const scored = each[index];
    if (emotion !== null) rated.push(id);
    if (scored) {
      scores.push(scored);
      ids.push(id);
    }
    if (scored || emotion !== null) behind.push(id);
  }
  const value = {
    pains: rated.length === 0 ? missing('nothing-rated', nodes.length) : found(pains, rated, nodes.length),
    byPeople: pains.toSorted((a, b) => (b.people ?? -1) - (a.people ?? -1)),
    scores: ids.length === 0 ? missing('nothing-rated', nodes.length) : found(scores, ids, nodes.length),
    sum:
      ids.length === 0
        ? missing('nothing-rated', nodes.length)
        : found(
            scores.reduce((sum, { score }) => sum + score, 0),
            ids,
            nodes.length,
          ),
    jobs: jobsOf(map, personaId),
    opportunities: ranked(map, scores),
  };
  return found(value, behind, nodes.length);
}

const eachScore = keptEach<ScoredTouchpoint, Scored | null>();

/** 0…100. */
export function painOf(emotion: number, importance: number): number {
  return ((100 * Math.max(0, -emotion)) / 2) * (importance / 5);
}

/** Of importance and performance, or satisfaction, on five points each. */
export function opportunityScore(importance: number, performance: number): OpportunityScore {
  const { score, level, overServed } = scoredAs('', tenths(importance), tenths(performance));
  return { score, level, overServed };
}

/** Five points as 0…10. */
function tenths(points: number): number {
  return ((points - 1) / 4) * 10;
}

/** i and p, 0…10 each. */
function scoredAs(id: string, i: number, p: number): Scored {
  const score = i + Math.max(i - p, 0);
  return {
    id,
    score,
    level: score > 15 ? 'extreme' : score > 12 ? 'strong' : score > 10 ? 'look' : 'none',
    overServed: p > i,
  };
}

function painsOf(nodes: readonly ScoredTouchpoint[]): readonly Pain[] {
  const pains: Pain[] = [];
  for (const { id, emotion, importance, reached } of nodes) {
    if (emotion === null || emotion >= 0) continue;
    const weight = importance ?? middleImportance;
    const pain = painOf(emotion, weight);
    const people = reached === null ? null : (pain / 100) * reached;
    pains.push({ id, emotion, importance: weight, assumed: importance === null, pain, people });
  }
  return pains.toSorted((a, b) => b.pain - a.pain || b.importance - a.importance);
}

function scoreOf(
  { id, importance, performance }: ScoredTouchpoint,
  readings: readonly Reading[],
  personaId: string | null,
): Scored | null {
  const newest = personaId === null ? newestReadingsOf(readings, id) : undefined;
  if (newest) {
    const i = topTwo(newest.get('importance')?.counts ?? null);
    const p = topTwo(newest.get('performance')?.counts ?? null);
    if (i !== null && p !== null) return scoredAs(id, i, p);
  }
  return importance === null || performance === null
    ? null
    : scoredAs(id, tenths(importance), tenths(performance));
}

/** 10 (c4 + c5) / N; null without five counts that add up to something. */
function topTwo(counts: readonly number[] | null): number | null {
  if (counts?.length !== answersAsked.importance) return null;
  const [, , , fourth = 0, fifth = 0] = counts;
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 ? (10 * (fourth + fifth)) / total : null;
}

function jobsOf(map: JourneyMap, personaId: string | null): PainAndOpportunity['jobs'] {
  return map.personas
    .filter((persona) => personaId === null || persona.id === personaId)
    .flatMap((persona) =>
      persona.jobs.flatMap(({ id, importance, satisfaction }) =>
        importance === null || satisfaction === null
          ? []
          : [{ id, personaId: persona.id, ...opportunityScore(importance, satisfaction) }],
      ),
    );
}

type Scored = OpportunityScore & { readonly id: string };

function ranked(map: JourneyMap, scored: readonly Scored[]): PainAndOpportunity['opportunities'] {
  if (map.opportunities.length === 0) return [];
  const scores = new Map(scored.map((score) => [score.id, score]));
  const dots = new Map<string, number>();
  for (const { targetId, round, dots: given } of map.votes) {
    if (round === map.map.round) dots.set(targetId, (dots.get(targetId) ?? 0) + given);
  }
  return map.opportunities
    .map(({ id, status, impact, effort, touchpointIds }) => ({
      id,
      status,
      votes: dots.get(id) ?? 0,
      impact,
      effort,
      touchpointIds,
      best: largest(touchpointIds.flatMap((touchpoint) => scores.get(touchpoint) ?? [])),
    }))
    .toSorted(
      (a, b) =>
        b.votes - a.votes ||
        worth(b) - worth(a) ||
        (b.impact ?? 0) - (a.impact ?? 0) ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
}

/** Impact / effort; below every known one when either is not known. */
function worth({ impact, effort }: Pick<Opportunity, 'impact' | 'effort'>): number {
  return impact === null || effort === null ? -1 : impact / effort;
}

function largest(scores: readonly Scored[]): Scored | null {
  return scores.reduce<Scored | null>((best, one) => (best && best.score >= one.score ? best : one), null);
}
