/** What the status line counts: all touchpoints, and how well the journey's own (domain, 2.6 "J") are rated. */
import type { JourneyMap, Touchpoint } from '../../model/journeyMap.ts';
import { replacedSince } from '../../model/replaced.ts';
import { isSameJson } from '../../model/sameJson.ts';

export interface Counts {
  readonly touchpoints: number;
  /** Journey touchpoints, the ones a person can feel something at. */
  readonly rateable: number;
  readonly rated: number;
  /** Of the rated: measured, observed. */
  readonly measured: number;
  readonly observed: number;
}

export function countMap({ lanes, touchpoints }: Pick<JourneyMap, 'lanes' | 'touchpoints'>): Counts {
  const counts = nothing();
  const inJourney = journeyLanes(lanes);
  for (const touchpoint of touchpoints) add(counts, touchpoint, inJourney, 1);
  return counts;
}

/** Counts a map again and again: what an edit costs are the touchpoints it changed. Equal counts are the same object. */
export function createCounting(): (journey: JourneyMap) => Counts {
  let counted: Pick<JourneyMap, 'lanes' | 'touchpoints'> | null = null;
  let counts: Counts = nothing();
  return ({ lanes, touchpoints }) => {
    const before = counted;
    counted = { lanes, touchpoints };
    const replaced = before?.lanes === lanes ? replacedSince(touchpoints, before.touchpoints) : null;
    if (!before || !replaced) {
      counts = countMap({ lanes, touchpoints });
      return counts;
    }
    if (replaced.length === 0) return counts;
    const next = { ...counts };
    const inJourney = journeyLanes(lanes);
    for (const index of replaced) {
      const touchpoint = touchpoints[index];
      const former = before.touchpoints[index];
      if (!touchpoint || !former) continue;
      add(next, former, inJourney, -1);
      add(next, touchpoint, inJourney, 1);
    }
    if (!isSameJson(next, counts)) counts = next;
    return counts;
  };
}

type Mutable = { -readonly [figure in keyof Counts]: Counts[figure] };

function nothing(): Mutable {
  return { touchpoints: 0, rateable: 0, rated: 0, measured: 0, observed: 0 };
}

function journeyLanes(lanes: JourneyMap['lanes']): ReadonlySet<string> {
  return new Set(
    lanes.filter(({ kind }) => kind === 'contact' || kind === 'customer-action').map(({ id }) => id),
  );
}

/** Counts one touchpoint, or with −1 takes it out again. */
function add(
  counts: Mutable,
  { laneId, status, emotion, evidenceLevel }: Touchpoint,
  inJourney: ReadonlySet<string>,
  by: 1 | -1,
): void {
  counts.touchpoints += by;
  if (!inJourney.has(laneId) || status === 'idea' || status === 'retired') return;
  counts.rateable += by;
  if (emotion === null) return;
  counts.rated += by;
  if (evidenceLevel === 'measured') counts.measured += by;
  if (evidenceLevel === 'observed') counts.observed += by;
}
