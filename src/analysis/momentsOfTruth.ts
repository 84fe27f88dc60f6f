/**
 * Moments of truth (A10): are the zero, first and second there, do they lie where they belong, which are at risk?
 *
 * In:  a map and a persona id (null = base), whose emotion and scores decide the risks.
 * Out: coverage = how many of zero, first, second lie on a journey touchpoint, of 3 (the third is shown,
 *      not counted); every moment with its marks, in the sequence of touchpoints, then by kind.
 * Expected phases: zero influence or prepurchase, first purchase, second postpurchase, third advocacy; kind "other"
 * has none. Where neither the touchpoint nor its stage says a phase, the fit is unknown, not wrong.
 * At risk: emotion < 0, or performance <= 2, or importance − performance >= 2; what is not assessed is no risk.
 */
import type { JourneyMap, Moment, Phase, Touchpoint } from '../model/journeyMap.ts';
import { effectivePhase, inSequence } from '../model/sequence.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

interface MomentCheck {
  readonly id: string;
  readonly touchpointId: string;
  readonly kind: Moment['kind'];
  /** False on a backstage node, an idea, a retired touchpoint, or one the persona does not meet: it does not count then. */
  readonly onJourney: boolean;
  readonly fit: 'fits' | 'misplaced' | 'unknown';
  readonly risks: readonly MomentRisk[];
  readonly unowned: boolean;
}
export type MomentRisk = 'negative-emotion' | 'low-performance' | 'performance-gap';

export interface MomentsOfTruth {
  readonly present: Readonly<Record<'zero' | 'first' | 'second' | 'third', boolean>>;
  /** 0, 1/3, 2/3 or 1. */
  readonly coverage: number;
  readonly moments: readonly MomentCheck[];
}

const kinds: readonly Moment['kind'][] = ['zero', 'first', 'second', 'third', 'other'];
const expectedPhases: Readonly<Record<Moment['kind'], readonly Phase[] | null>> = {
  zero: ['influence', 'prepurchase'],
  first: ['purchase'],
  second: ['postpurchase'],
  third: ['advocacy'],
  other: null,
};

export function momentsOfTruth(map: JourneyMap, personaId: string | null = null): MomentsOfTruth {
  const byTouchpoint = Map.groupBy(map.moments, (moment) => moment.touchpointId);
  const holders = map.touchpoints.filter(({ id }) => byTouchpoint.has(id));
  const journey = new Map<string, ScoredTouchpoint>();
  for (const node of scoredTouchpoints(map, personaId))
    if (byTouchpoint.has(node.id)) journey.set(node.id, node);
  const moments = inSequence({ ...map, touchpoints: holders }).flatMap((touchpoint) =>
    (byTouchpoint.get(touchpoint.id) ?? [])
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
      .map((moment) => check(moment, touchpoint, journey.get(touchpoint.id), map)),
  );
  const isPresent = (kind: Moment['kind']) =>
    moments.some((moment) => moment.onJourney && moment.kind === kind);
  const present = {
    zero: isPresent('zero'),
    first: isPresent('first'),
    second: isPresent('second'),
    third: isPresent('third'),
  };
  const counted = Number(present.zero) + Number(present.first) + Number(present.second);
  return { present, coverage: counted / 3, moments };
}

function check(
  moment: Moment,
  touchpoint: Touchpoint,
  scored: ScoredTouchpoint | undefined,
  map: JourneyMap,
): MomentCheck {
  const expected = expectedPhases[moment.kind];
  const phase = effectivePhase(touchpoint, map);
  return {
    id: moment.id,
    touchpointId: touchpoint.id,
    kind: moment.kind,
    onJourney: scored !== undefined,
    fit:
      expected === null
        ? 'fits'
        : phase === null
          ? 'unknown'
          : expected.includes(phase)
            ? 'fits'
            : 'misplaced',
    risks: scored ? risksOf(scored) : [],
    unowned: touchpoint.owner.trim() === '',
  };
}

function risksOf({ emotion, importance, performance }: ScoredTouchpoint): readonly MomentRisk[] {
  const risks: MomentRisk[] = [];
  if (emotion !== null && emotion < 0) risks.push('negative-emotion');
  if (performance !== null && performance <= 2) risks.push('low-performance');
  if (importance !== null && performance !== null && importance - performance >= 2)
    risks.push('performance-gap');
  return risks;
}
