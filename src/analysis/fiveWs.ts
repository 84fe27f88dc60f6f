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
  const mean = meanOf(touchpoints, ({ completeness }) => completeness);
  return mean.value === null
    ? missing('no-touchpoints')
    : { ...mean, value: { touchpoints, mean: mean.value } };
}

const eachOf = keptEach<ScoredTouchpoint, FiveWs['touchpoints'][number]>();

const questions: readonly W[] = ['who', 'what', 'channel', 'whom', 'effect'];
/** Every list there can be, by one bit a question: touchpoints that lack the same share one. */
const lackings = Array.from({ length: 2 ** questions.length }, (_, bits): readonly W[] =>
  questions.filter((_one, bit) => (bits & (1 << bit)) !== 0),
);

function missingIn(touchpoint: Touchpoint, personas: number): readonly W[] {
  const { owner, team, messageIds, description, channelId, personaIds, tierIds, effect } = touchpoint;
  const lacks =
    (isFilled(owner) || isFilled(team) ? 0 : 1) +
    (messageIds.length > 0 || isFilled(description) ? 0 : 2) +
    (channelId !== null ? 0 : 4) +
    (personaIds.length > 0 || tierIds.length > 0 || personas === 1 ? 0 : 8) +
    (isFilled(effect) ? 0 : 16);
  return lackings[lacks] ?? [];
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
