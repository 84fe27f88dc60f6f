/**
 * Journey touchpoints with the values that count for them, worked out once for all analyses (domain.md 2.8): phase and
 * media from the stage and channel where the touchpoint says nothing, the newest reading instead of the field, and for
 * a persona their own emotion, importance and performance where they differ, at the touchpoints they meet.
 *
 * In:  a map and a persona id (null = the base, which meets all). Out: in sequence. Costs one walk over the touchpoints;
 *      the answer for the same lists is kept, as lists of a map never change (a new list is made), and so is each touchpoint's:
 *      the object of one that did not change is the same after an edit of another, so that further work can be kept by it.
 */
import type { JourneyMap, Media, Phase, Touchpoint } from '../model/journeyMap.ts';
import { effectiveScore, indexById, journeyTouchpoints } from '../model/sequence.ts';
import { keptEach } from './keptEach.ts';

export interface ScoredTouchpoint {
  readonly id: string;
  readonly touchpoint: Touchpoint;
  /** Index of its stage. */
  readonly stage: number;
  readonly phase: Phase | null;
  readonly media: Media | null;
  readonly emotion: number | null;
  readonly importance: number | null;
  readonly performance: number | null;
  readonly ces: number | null;
  readonly reached: number | null;
  readonly passed: number | null;
  readonly conversion: number | null;
  readonly cost: number | null;
}

type Sources = Pick<JourneyMap, 'touchpoints' | 'stages' | 'lanes' | 'channels' | 'readings'>;
interface Known {
  readonly sources: Sources;
  readonly byPersona: Map<string | null, readonly ScoredTouchpoint[]>;
}
const known = new WeakMap<readonly Touchpoint[], Known>();

export function scoredTouchpoints(map: Sources, personaId: string | null): readonly ScoredTouchpoint[] {
  let kept = known.get(map.touchpoints);
  if (!kept || !isSame(kept.sources, map)) {
    const { touchpoints, stages, lanes, channels, readings } = map;
    kept = { sources: { touchpoints, stages, lanes, channels, readings }, byPersona: new Map() };
    known.set(map.touchpoints, kept);
  }
  const scored = kept.byPersona.get(personaId) ?? scoreFor(map, personaId);
  kept.byPersona.set(personaId, scored);
  return scored;
}

function isSame(a: Sources, b: Sources): boolean {
  return (
    a.stages === b.stages && a.lanes === b.lanes && a.channels === b.channels && a.readings === b.readings
  );
}

function scoreFor(map: Sources, personaId: string | null): readonly ScoredTouchpoint[] {
  if (personaId === null) return score(map);
  const seen = eachOfPersona(
    map.stages,
    [],
    scoredTouchpoints(map, null),
    (node) => seenBy(node, personaId),
    personaId,
  );
  return seen.filter((node) => node !== null);
}

const eachOfPersona = keptEach<ScoredTouchpoint, ScoredTouchpoint | null>();

/** As one persona sees it; null where they do not meet it. */
export function seenBy(node: ScoredTouchpoint, personaId: string): ScoredTouchpoint | null {
  const { touchpoint } = node;
  const { personaIds } = touchpoint;
  if (personaIds.length > 0 && !personaIds.includes(personaId)) return null;
  const own = Object.hasOwn(touchpoint.byPersona, personaId) ? touchpoint.byPersona[personaId] : undefined;
  // Most touchpoints are the same for everybody, and are then the same object.
  if (!own) return node;
  if (own.skipped) return null;
  // Field by field: copying with a spread costs several times as much, for each persona.
  return {
    id: node.id,
    touchpoint,
    stage: node.stage,
    phase: node.phase,
    media: node.media,
    emotion: own.emotion ?? node.emotion,
    importance: own.importance ?? node.importance,
    performance: own.performance ?? node.performance,
    ces: node.ces,
    reached: node.reached,
    passed: node.passed,
    conversion: node.conversion,
    cost: node.cost,
  };
}

function score(map: Sources): readonly ScoredTouchpoint[] {
  const stageAt = indexById(map.stages);
  const mediaOf = new Map(map.channels.map((channel) => [channel.id, channel.media]));
  const work = (touchpoint: Touchpoint): ScoredTouchpoint | null => {
    const stage = stageAt.get(touchpoint.stageId);
    if (stage === undefined) return null;
    const { channelId } = touchpoint;
    return {
      id: touchpoint.id,
      touchpoint,
      stage,
      phase: touchpoint.phase ?? map.stages[stage]?.phase ?? null,
      media: touchpoint.media ?? (channelId === null ? null : (mediaOf.get(channelId) ?? null)),
      emotion: effectiveScore(touchpoint, 'emotion', map),
      importance: effectiveScore(touchpoint, 'importance', map),
      performance: effectiveScore(touchpoint, 'performance', map),
      ces: effectiveScore(touchpoint, 'ces', map),
      reached: effectiveScore(touchpoint, 'reached', map),
      passed: effectiveScore(touchpoint, 'passed', map),
      conversion: effectiveScore(touchpoint, 'conversion', map),
      cost: effectiveScore(touchpoint, 'cost', map),
    };
  };
  const scored = eachTouchpoint(map.stages, [map.channels, map.readings], journeyTouchpoints(map), work);
  return scored.every((node) => node !== null) ? scored : scored.filter((node) => node !== null);
}

const eachTouchpoint = keptEach<Touchpoint, ScoredTouchpoint | null>();
