/**
 * Journey touchpoints with the values that count for them, worked out once for all analyses (domain.md 2.8): phase and
 * media from the stage and channel where the touchpoint says nothing, the newest reading instead of the field, and for
 * a persona their own emotion, importance and performance where they differ, at the touchpoints they meet.
 *
 * In:  a map and a persona id (null = the base, which meets all). Out: in sequence. Costs one walk over the touchpoints;
 *      the answer for the same lists is kept, as lists of a map never change (a new list is made), and so is each touchpoint's:
 *      the object of one that did not change is the same after an edit of another, so that further work can be kept by it.
 */
import type {
  JourneyMap,
  Media,
  Metric,
  PersonaDifference,
  Phase,
  Reading,
  Touchpoint,
} from '../model/journeyMap.ts';
import { indexById, journeyTouchpoints, newestReadingsOf } from '../model/sequence.ts';
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
  const nodes = scoredTouchpoints(map, null);
  const seen = eachOfPersona(map.stages, [], nodes, (node) => seenBy(node, personaId), personaId);
  return seen.every((node) => node !== null) ? seen : seen.filter((node) => node !== null);
}

const eachOfPersona = keptEach<ScoredTouchpoint, ScoredTouchpoint | null>();

/** What a persona feels at a touchpoint of the base: null where it is not rated, undefined where they do not meet it. */
export function feltBy(
  { touchpoint, emotion }: ScoredTouchpoint,
  personaId: string,
): number | null | undefined {
  const own = differenceFor(touchpoint, personaId);
  return own === null ? undefined : (own?.emotion ?? emotion);
}

/** Undefined: none; null: they do not meet it. */
function differenceFor(
  { personaIds, byPersona }: Touchpoint,
  personaId: string,
): PersonaDifference | null | undefined {
  if (personaIds.length > 0 && !personaIds.includes(personaId)) return null;
  const own = Object.hasOwn(byPersona, personaId) ? byPersona[personaId] : undefined;
  return own?.skipped ? null : own;
}

/** As one persona sees it; null where they do not meet it. */
function seenBy(node: ScoredTouchpoint, personaId: string): ScoredTouchpoint | null {
  const { touchpoint } = node;
  const own = differenceFor(touchpoint, personaId);
  if (own === null) return null;
  // Most touchpoints are the same for everybody, and are then the same object.
  if (!own) return node;
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
    const node = {
      id: touchpoint.id,
      touchpoint,
      stage,
      phase: touchpoint.phase ?? map.stages[stage]?.phase ?? null,
      media: touchpoint.media ?? (channelId === null ? null : (mediaOf.get(channelId) ?? null)),
      emotion: touchpoint.emotion,
      importance: touchpoint.importance,
      performance: touchpoint.performance,
      ces: touchpoint.ces,
      reached: touchpoint.reached,
      passed: touchpoint.passed,
      conversion: touchpoint.conversion,
      cost: touchpoint.cost,
    };
    const newest = newestReadingsOf(map.readings, touchpoint.id);
    return newest ? measured(node, newest) : node;
  };
  const scored = eachTouchpoint(map.stages, [map.channels, map.readings], journeyTouchpoints(map), work);
  return scored.every((node) => node !== null) ? scored : scored.filter((node) => node !== null);
}

const eachTouchpoint = keptEach<Touchpoint, ScoredTouchpoint | null>();

/** With what was measured instead of what was entered. */
function measured(node: ScoredTouchpoint, newest: ReadonlyMap<Metric, Reading>): ScoredTouchpoint {
  return {
    id: node.id,
    touchpoint: node.touchpoint,
    stage: node.stage,
    phase: node.phase,
    media: node.media,
    emotion: newest.get('emotion')?.value ?? node.emotion,
    importance: newest.get('importance')?.value ?? node.importance,
    performance: newest.get('performance')?.value ?? node.performance,
    ces: newest.get('ces')?.value ?? node.ces,
    reached: newest.get('reached')?.value ?? node.reached,
    passed: newest.get('passed')?.value ?? node.passed,
    conversion: newest.get('conversion')?.value ?? node.conversion,
    cost: newest.get('cost')?.value ?? node.cost,
  };
}
