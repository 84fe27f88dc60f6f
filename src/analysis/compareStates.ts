/**
 * Two states of a journey compared (A14): current with future, two versions, two maps.
 *
 * Touchpoints match when `other`'s originId is `base`'s id, else when the ids are the same; a touchpoint of the base is matched
 * once (origins first, then in sequence). Stages match by id, else by name, and so do lanes. Touchpoints in use count, journey
 * and delivery; figures are of the journey.
 *
 * In:  two maps, and the persona looked from (found in the base by id, else by name; null = base values).
 * Out: what was added, removed, moved (stage or lane) and changed (fields, old and new), differences of emotion, importance,
 *      performance and ces of matched touchpoints, the largest gaps first, and of the whole maps. Null where one side is
 *      not known: an unknown value is no change. Improved = share of pairs rated on both sides whose emotion rose.
 */
import type { JourneyMap, Json, Touchpoint } from '../model/journeyMap.ts';
import { isSameJson } from '../model/sameJson.ts';
import { recordSchema } from '../model/schema.ts';
import { touchpointsInUse } from '../model/sequence.ts';
import { emotionCurve, type EmotionCurve } from './emotionCurve.ts';
import { momentsOfTruth } from './momentsOfTruth.ts';
import { found, meanOf, missing, type Outcome } from './outcome.ts';
import { painAndOpportunity } from './painAndOpportunity.ts';
import { peakEnd } from './peakEnd.ts';
import { responseTimes } from './responseTimes.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';
import { sieve } from './sieve.ts';

export type ComparedScore = 'emotion' | 'importance' | 'performance' | 'ces';
export interface Delta {
  readonly base: number;
  readonly other: number;
  readonly delta: number;
}

export interface MatchedPair {
  readonly baseId: string;
  readonly id: string;
  readonly moved: {
    readonly stage: { readonly from: string; readonly to: string } | null;
    readonly lane: { readonly from: string; readonly to: string } | null;
  } | null;
  readonly changed: readonly { readonly field: string; readonly old: Json; readonly new: Json }[];
  readonly deltas: Readonly<Record<ComparedScore, Delta | null>>;
}

export const figureNames = [
  'meanEmotion',
  'peakEnd',
  'opportunitySum',
  'cumulativeConversion',
  'momentsCoverage',
  'attainment',
  'count',
] as const;
export type Figure = (typeof figureNames)[number];

/** `ids` of the outcome are the other map's. */
export interface FigureDelta extends Delta {
  /** The touchpoints behind the base's value, in the base. */
  readonly baseIds: readonly string[];
}

export interface StateComparison {
  /** Ids in the other map, in its sequence. */
  readonly added: readonly string[];
  /** Ids in the base, in its sequence. */
  readonly removed: readonly string[];
  /** In the other map's sequence. */
  readonly pairs: readonly MatchedPair[];
  /** Ids in the other map. */
  readonly moved: readonly string[];
  readonly changed: readonly string[];
  /** Pairs whose emotion differs, the largest difference first. */
  readonly gaps: readonly { readonly baseId: string; readonly id: string; readonly delta: number }[];
  /** 0…1. */
  readonly improved: Outcome<number>;
  readonly figures: Readonly<Record<Figure, Outcome<FigureDelta>>>;
  /** The same figures of each map by itself: one side may be known where there is no difference. */
  readonly sides: {
    readonly base: Readonly<Record<Figure, Outcome<number>>>;
    readonly other: Readonly<Record<Figure, Outcome<number>>>;
  };
  readonly curves: { readonly base: EmotionCurve | null; readonly other: EmotionCurve };
}

const comparedScores: readonly ComparedScore[] = ['emotion', 'importance', 'performance', 'ces'];
/** What a place, an id and an origin say is told by the match itself. */
const notCompared = new Set(['id', 'stageId', 'laneId', 'originId']);
const comparedFields = Object.keys(recordSchema('touchpoints')).filter((field) => !notCompared.has(field));

export function compareStates(
  base: JourneyMap,
  other: JourneyMap,
  personaId: string | null = null,
): Outcome<StateComparison> {
  const basePersona = personaId === null ? null : personaIn(base, other, personaId);
  const baseNodes = touchpointsInUse(base);
  const nodes = touchpointsInUse(other);
  if (baseNodes.length + nodes.length === 0) return missing('no-touchpoints');

  const matches = matchTouchpoints(baseNodes, nodes);
  const isMatched = new Set(matches.values());
  const inBase = scoresOf(basePersona === undefined ? [] : scoredTouchpoints(base, basePersona));
  const inOther = scoresOf(scoredTouchpoints(other, personaId));
  const places = placeMatcher(base, other);
  const pairs = nodes.flatMap((touchpoint): MatchedPair[] => {
    const before = matches.get(touchpoint);
    if (!before) return [];
    return [
      {
        baseId: before.id,
        id: touchpoint.id,
        moved: places(before, touchpoint),
        changed: changesIn(before, touchpoint),
        deltas: deltasOf(inBase.get(before.id), inOther.get(touchpoint.id)),
      },
    ];
  });
  const rated = pairs.flatMap(({ baseId, id, deltas: { emotion } }) =>
    emotion ? [{ baseId, id, delta: emotion.delta }] : [],
  );
  const sides = { base: figuresOf(base, basePersona), other: figuresOf(other, personaId) };
  const value: StateComparison = {
    added: nodes.filter((touchpoint) => !matches.has(touchpoint)).map(({ id }) => id),
    removed: baseNodes.filter((touchpoint) => !isMatched.has(touchpoint)).map(({ id }) => id),
    pairs,
    moved: pairs.filter(({ moved }) => moved !== null).map(({ id }) => id),
    changed: pairs.filter(({ changed }) => changed.length > 0).map(({ id }) => id),
    gaps: rated.filter(({ delta }) => delta !== 0).toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta)),
    improved:
      rated.length === 0
        ? missing('nothing-rated', pairs.length)
        : found(
            rated.filter(({ delta }) => delta > 0).length / rated.length,
            rated.map(({ id }) => id),
            pairs.length,
          ),
    figures: differences(sides),
    sides,
    curves: {
      base: basePersona === undefined ? null : emotionCurve(base, basePersona),
      other: emotionCurve(other, personaId),
    },
  };
  return found(
    value,
    pairs.map(({ id }) => id),
    nodes.length,
  );
}

/** Undefined: the base does not know them. */
function personaIn(base: JourneyMap, other: JourneyMap, personaId: string): string | undefined {
  const name = other.personas.find(({ id }) => id === personaId)?.name;
  return (base.personas.find(({ id }) => id === personaId) ?? base.personas.find((one) => one.name === name))
    ?.id;
}

/** Touchpoint of the other map -> its counterpart in the base. */
function matchTouchpoints(
  base: readonly Touchpoint[],
  other: readonly Touchpoint[],
): ReadonlyMap<Touchpoint, Touchpoint> {
  const byId = new Map(base.map((touchpoint) => [touchpoint.id, touchpoint]));
  const taken = new Set<Touchpoint>();
  const matches = new Map<Touchpoint, Touchpoint>();
  const match = (idOf: (touchpoint: Touchpoint) => string | null) => {
    for (const touchpoint of other) {
      const id = matches.has(touchpoint) ? null : idOf(touchpoint);
      const counterpart = id === null ? undefined : byId.get(id);
      if (!counterpart || taken.has(counterpart)) continue;
      taken.add(counterpart);
      matches.set(touchpoint, counterpart);
    }
  };
  match(({ originId }) => originId);
  match(({ id }) => id);
  return matches;
}

type Named = { readonly id: string; readonly name: string };

/** Where a touchpoint went, or null when it stayed. */
function placeMatcher(base: JourneyMap, other: JourneyMap) {
  const stageOf = counterpartIn(base.stages, other.stages);
  const laneOf = counterpartIn(base.lanes, other.lanes);
  return (before: Touchpoint, now: Touchpoint): MatchedPair['moved'] => {
    const stage = stageOf(now.stageId) === before.stageId ? null : { from: before.stageId, to: now.stageId };
    const lane = laneOf(now.laneId) === before.laneId ? null : { from: before.laneId, to: now.laneId };
    return stage || lane ? { stage, lane } : null;
  };
}

/** The base's id of a stage or lane of the other map: the same id, else the first of the same name. */
export function counterpartIn(
  base: readonly Named[],
  other: readonly Named[],
): (id: string) => string | null {
  const ids = new Set(base.map(({ id }) => id));
  const byName = new Map(base.toReversed().map(({ id, name }) => [name, id]));
  const names = new Map(other.map(({ id, name }) => [id, name]));
  return (id) => (ids.has(id) ? id : (byName.get(names.get(id) ?? '') ?? null));
}

function changesIn(before: Touchpoint, now: Touchpoint): MatchedPair['changed'] {
  const old = before as unknown as { readonly [field: string]: Json };
  const present = now as unknown as { readonly [field: string]: Json };
  return comparedFields.flatMap((field) => {
    const [was, is] = [old[field] ?? null, present[field] ?? null];
    return isSameJson(was, is) ? [] : [{ field, old: was, new: is }];
  });
}

function scoresOf(nodes: readonly ScoredTouchpoint[]): ReadonlyMap<string, ScoredTouchpoint> {
  return new Map(nodes.map((node) => [node.id, node]));
}

function deltasOf(
  before: ScoredTouchpoint | undefined,
  now: ScoredTouchpoint | undefined,
): MatchedPair['deltas'] {
  return Object.fromEntries(
    comparedScores.map((score) => [score, deltaOf(before?.[score] ?? null, now?.[score] ?? null)]),
  ) as Record<ComparedScore, Delta | null>;
}

function deltaOf(base: number | null, other: number | null): Delta | null {
  return base === null || other === null ? null : { base, other, delta: other - base };
}

function differences({ base, other }: StateComparison['sides']): StateComparison['figures'] {
  return Object.fromEntries(
    figureNames.map((figure) => [figure, difference(base[figure], other[figure])]),
  ) as Record<Figure, Outcome<FigureDelta>>;
}

function difference(before: Outcome<number>, now: Outcome<number>): Outcome<FigureDelta> {
  if (before.value === null) return missing(before.reason, before.of);
  if (now.value === null) return missing(now.reason, now.of);
  const delta = now.value - before.value;
  return { ...now, value: { base: before.value, other: now.value, delta, baseIds: before.ids } };
}

/** The figures of one map that are compared; `personaId` undefined: the map does not know them. */
function figuresOf(
  map: JourneyMap,
  personaId: string | null | undefined,
): Readonly<Record<Figure, Outcome<number>>> {
  if (personaId === undefined)
    return Object.fromEntries(figureNames.map((figure) => [figure, missing('unknown-persona')])) as Record<
      Figure,
      Outcome<number>
    >;
  const nodes = scoredTouchpoints(map, personaId);
  const of = nodes.length;
  const remembered = peakEnd(map, personaId);
  const funnel = sieve(map);
  const through = funnel?.chain.at(-1)?.cumulative ?? null;
  const opportunity = painAndOpportunity(map, personaId).value;
  const moments = momentsOfTruth(map, personaId);
  return {
    meanEmotion: meanOf(nodes, ({ emotion }) => emotion),
    peakEnd: remembered
      ? found(remembered.score, [remembered.peak.id, remembered.end.id], of)
      : missing('nothing-rated', of),
    opportunitySum: opportunity?.sum ?? missing('no-touchpoints'),
    cumulativeConversion:
      through === null
        ? missing(funnel ? 'not-counted' : 'nothing-counted', of)
        : found(
            through,
            (funnel?.chain ?? []).map(({ id }) => id),
            of,
          ),
    momentsCoverage:
      of === 0
        ? missing('no-touchpoints')
        : found(
            moments.coverage,
            moments.moments.filter(({ onJourney }) => onJourney).map(({ touchpointId }) => touchpointId),
            3,
            Math.round(moments.coverage * 3),
          ),
    attainment: responseTimes(map, null).value?.attainment ?? missing('no-response-times'),
    count: found(
      of,
      nodes.map(({ id }) => id),
      of,
    ),
  };
}
