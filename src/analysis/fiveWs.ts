/**
 * Five Ws (A17): does each journey touchpoint say who does what, where, to whom, and to what effect (after H. Lasswell's
 * formula, 1948)? who = owner or team; what = messages or description; where = channel; whom = personas or tiers, or the
 * map has one persona; effect = effect. completeness = filled / 5; the map's is the mean.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { meanOf, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints } from './scoredTouchpoints.ts';

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
  const touchpoints = scoredTouchpoints(map, null).map(({ id, touchpoint }) => {
    const lacks = missingIn(touchpoint, map.personas.length);
    return { id, missing: lacks, completeness: (5 - lacks.length) / 5 };
  });
  const mean = meanOf(touchpoints.map(({ id, completeness }) => ({ id, value: completeness })));
  return mean.value === null
    ? missing('no-touchpoints')
    : { ...mean, value: { touchpoints, mean: mean.value } };
}

function missingIn(touchpoint: Touchpoint, personas: number): readonly W[] {
  const says: Readonly<Record<W, boolean>> = {
    who: isFilled(touchpoint.owner) || isFilled(touchpoint.team),
    what: touchpoint.messageIds.length > 0 || isFilled(touchpoint.description),
    channel: touchpoint.channelId !== null,
    whom: touchpoint.personaIds.length > 0 || touchpoint.tierIds.length > 0 || personas === 1,
    effect: isFilled(touchpoint.effect),
  };
  return (Object.keys(says) as W[]).filter((w) => !says[w]);
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}
