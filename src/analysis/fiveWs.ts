/**
 * Five Ws (A17): does each journey touchpoint say who does what, where, to whom, and to what effect (after H. Lasswell's
 * formula, 1948)? who = owner or team; what = messages or description; where = channel; whom = personas or tiers, or the
 * map has one persona; effect = effect. completeness = filled / 5; the map's is the mean.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { keptEach } from './keptEach.ts';
import { meanOf, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

export type W = 'who' | 'what' | 'channel' | 'whom' | 'effect';

export interface FiveWs {
  readonly touchpoints: readonly {
    readonly id: string;
    readonly missing: readonly W[];
    /** 0…1. */
    readonly completeness: number;
  }[];
  /** 0…1. */
  readonly mean: number;
}

export function fiveWs(map: JourneyMap): Outcome<FiveWs> {
  const nodes = scoredTouchpoints(map, null);
  const touchpoints = eachOf(map.stages, [map.personas.length], nodes, ({ id, touchpoint }) => {
    const lacks = missingIn(touchpoint, map.personas.length);
    return { id, missing: lacks, completeness: (5 - lacks.length) / 5 };
  });
  const mean = meanOf(touchpoints.map(({ id, completeness }) => ({ id, value: completeness })));
  return mean.value === null
    ? missing('no-touchpoints')
    : { ...mean, value: { touchpoints, mean: mean.value } };
}

const eachOf = keptEach<ScoredTouchpoint, FiveWs['touchpoints'][number]>();

function missingIn(touchpoint: Touchpoint, personas: number): readonly W[] {
  const { owner, team, messageIds, description, channelId, personaIds, tierIds, effect } = touchpoint;
  const lacks: W[] = [];
  if (!isFilled(owner) && !isFilled(team)) lacks.push('who');
  if (messageIds.length === 0 && !isFilled(description)) lacks.push('what');
  if (channelId === null) lacks.push('channel');
  if (personaIds.length === 0 && tierIds.length === 0 && personas !== 1) lacks.push('whom');
  if (!isFilled(effect)) lacks.push('effect');
  return lacks;
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
