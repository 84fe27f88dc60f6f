/**
 * The order of touchpoints, which of them the analyses look at, and what values count for them (domain.md 2.6, 2.8).
 */
import type { JourneyMap, Media, Metric, Phase, Reading, Touchpoint } from './journeyMap.ts';
import { isJourneyLane, laneHolds } from './laneKinds.ts';

type Grid = Pick<JourneyMap, 'touchpoints' | 'stages' | 'lanes'>;

/** Compares touchpoints by stage order, t, lane order, row, id. One on a missing stage or lane comes last. */
export function sequenceOrder({
  stages,
  lanes,
}: Pick<JourneyMap, 'stages' | 'lanes'>): (a: Touchpoint, b: Touchpoint) => number {
  const stageAt = indexById(stages);
  const laneAt = indexById(lanes);
  const spot = (touchpoint: Touchpoint): Spot => ({
    touchpoint,
    stage: stageAt.get(touchpoint.stageId) ?? nowhere,
    lane: laneAt.get(touchpoint.laneId) ?? nowhere,
  });
  return (a, b) => compareSpots(spot(a), spot(b));
}

/** Touchpoints in sequence. */
export function inSequence(grid: Grid): readonly Touchpoint[] {
  // Looked up once a touchpoint, not once a comparison.
  const stageAt = indexById(grid.stages);
  const laneAt = indexById(grid.lanes);
  return grid.touchpoints
    .map((touchpoint) => ({
      touchpoint,
      stage: stageAt.get(touchpoint.stageId) ?? nowhere,
      lane: laneAt.get(touchpoint.laneId) ?? nowhere,
    }))
    .toSorted(compareSpots)
    .map(({ touchpoint }) => touchpoint);
}

interface Spot {
  readonly touchpoint: Touchpoint;
  readonly stage: number;
  readonly lane: number;
}

/** After every stage and lane there is. */
const nowhere = Number.MAX_SAFE_INTEGER;

function compareSpots(a: Spot, b: Spot): number {
  return (
    a.stage - b.stage ||
    a.touchpoint.t - b.touchpoint.t ||
    a.lane - b.lane ||
    a.touchpoint.row - b.touchpoint.row ||
    (a.touchpoint.id < b.touchpoint.id ? -1 : a.touchpoint.id > b.touchpoint.id ? 1 : 0)
  );
}

/** J: the touchpoints of contact and customer-action lanes that are neither an idea nor retired, in sequence. */
export function journeyTouchpoints(grid: Grid): readonly Touchpoint[] {
  return inUse(grid).journey;
}

/** Journey and delivery touchpoints that are neither an idea nor retired, in sequence. */
export function touchpointsInUse(grid: Grid): readonly Touchpoint[] {
  return inUse(grid).all;
}

interface InUse extends Pick<JourneyMap, 'stages' | 'lanes'> {
  /** As they lie in the map. */
  readonly touchpoints: readonly Touchpoint[];
  readonly all: readonly Touchpoint[];
  readonly journey: readonly Touchpoint[];
}

/** Nearly every analysis asks for them, one for each persona, so the answer for a list of touchpoints is kept. */
function inUse(grid: Grid): InUse {
  const { touchpoints, stages, lanes } = grid;
  const known = inUseOf.get(touchpoints);
  if (known && known.stages === stages && known.lanes === lanes) return known;
  const before = lastInUseOf.get(stages);
  const holding = new Set(lanes.flatMap(({ id, kind }) => (laneHolds(kind) === 'touchpoints' ? [id] : [])));
  const journeyLanes = new Set(lanes.flatMap(({ id, kind }) => (isJourneyLane(kind) ? [id] : [])));
  const isPresent = ({ status, laneId }: Touchpoint): boolean =>
    status !== 'idea' && status !== 'retired' && holding.has(laneId);
  const edit = before?.lanes === lanes ? fewReplaced(before.touchpoints, touchpoints) : null;
  const all =
    before && edit
      ? replacedIn(before.all, edit.gone, edit.come.filter(isPresent), sequenceOrder(grid))
      : inSequence({ touchpoints: touchpoints.filter(isPresent), stages, lanes });
  // Mostly there is nothing but the journey.
  const isJourney = ({ laneId }: Touchpoint): boolean => journeyLanes.has(laneId);
  const journey = all.every(isJourney) ? all : all.filter(isJourney);
  const found = { touchpoints, stages, lanes, all, journey };
  inUseOf.set(touchpoints, found);
  lastInUseOf.set(stages, found);
  return found;
}

/** Lists of a map never change (a new list is made), so their identity stands for their content. */
const inUseOf = new WeakMap<readonly Touchpoint[], InUse>();
/** The last answer for these stages: an edit of one touchpoint puts that one alone in its new place. */
const lastInUseOf = new WeakMap<JourneyMap['stages'], InUse>();

/** Beyond so many changes sorting anew costs no more. */
const few = 64;

/** The records in whose place others came, and those; null when it is more than a few, or the lists differ in length. */
function fewReplaced(
  before: readonly Touchpoint[],
  after: readonly Touchpoint[],
): { readonly gone: ReadonlySet<Touchpoint>; readonly come: readonly Touchpoint[] } | null {
  if (before.length !== after.length) return null;
  const gone = new Set<Touchpoint>();
  const come: Touchpoint[] = [];
  for (const [index, touchpoint] of after.entries()) {
    const other = before[index];
    if (other === touchpoint || other === undefined) continue;
    if (come.length === few) return null;
    gone.add(other);
    come.push(touchpoint);
  }
  return { gone, come };
}

/** A list in order, without some and with others in their places. */
function replacedIn(
  sorted: readonly Touchpoint[],
  gone: ReadonlySet<Touchpoint>,
  come: readonly Touchpoint[],
  order: (a: Touchpoint, b: Touchpoint) => number,
): readonly Touchpoint[] {
  const list = sorted.filter((touchpoint) => !gone.has(touchpoint));
  for (const touchpoint of come) {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = list[middle];
      if (there && order(there, touchpoint) <= 0) low = middle + 1;
      else high = middle;
    }
    list.splice(low, 0, touchpoint);
  }
  return list;
}

/** Index of each record by its id. */
export function indexById(records: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(records.map((record, index) => [record.id, index]));
}

/** The touchpoint's own phase, else its stage's. */
export function effectivePhase(touchpoint: Touchpoint, map: Pick<JourneyMap, 'stages'>): Phase | null {
  return touchpoint.phase ?? map.stages.find((stage) => stage.id === touchpoint.stageId)?.phase ?? null;
}

/** The touchpoint's own media, else its channel's. */
export function effectiveMedia(touchpoint: Touchpoint, map: Pick<JourneyMap, 'channels'>): Media | null {
  if (touchpoint.media !== null || touchpoint.channelId === null) return touchpoint.media;
  return map.channels.find((channel) => channel.id === touchpoint.channelId)?.media ?? null;
}

/** Scores of a touchpoint that a reading can stand for. */
const metricOf = {
  emotion: 'emotion',
  importance: 'importance',
  performance: 'performance',
  nps: 'nps',
  csat: 'csat',
  ces: 'ces',
  reached: 'reached',
  passed: 'passed',
  conversion: 'conversion',
  cost: 'cost',
  responseActualMin: 'response-min',
} as const satisfies Partial<Record<keyof Touchpoint, Metric>>;
export type Score = keyof typeof metricOf;
export const scores = Object.keys(metricOf) as readonly Score[];

/** The newest reading of that metric for everybody (no persona, no tier) if there is one, else the field. */
export function effectiveScore(
  touchpoint: Touchpoint,
  score: Score,
  { readings }: Pick<JourneyMap, 'readings'>,
): number | null {
  return newestReading(readings, touchpoint.id, metricOf[score])?.value ?? touchpoint[score];
}

/** The reading that counts for a touchpoint and metric: the newest one for everybody (by date, then id). */
export function newestReading(
  readings: readonly Reading[],
  touchpointId: string,
  metric: Metric,
): Reading | undefined {
  return newestReadingsOf(readings, touchpointId)?.get(metric);
}

/** The reading that counts of each metric a touchpoint was measured by; undefined: by none. */
export function newestReadingsOf(
  readings: readonly Reading[],
  touchpointId: string,
): ReadonlyMap<Metric, Reading> | undefined {
  return readings.length === 0 ? undefined : newestReadings(readings).get(touchpointId);
}

/**
 * What a persona feels at a touchpoint (A3): their own emotion there, else the base's; null when it is not rated, or
 * when the persona skips it or does not meet it. `personaId` null is the base. Give `readings` where measured
 * emotions are to count (2.8), as in every analysis.
 */
export function emotionFor(
  touchpoint: Touchpoint,
  personaId: string | null,
  readings: readonly Reading[] = [],
): number | null {
  if (!meets(touchpoint, personaId)) return null;
  const own = personaId !== null && differenceFor(touchpoint, personaId)?.emotion;
  return typeof own === 'number' ? own : effectiveScore(touchpoint, 'emotion', { readings });
}

/** Whether a persona comes across a touchpoint: it is open to them and they do not skip it. The base meets all. */
export function meets(touchpoint: Touchpoint, personaId: string | null): boolean {
  if (personaId === null) return true;
  const { personaIds } = touchpoint;
  if (personaIds.length > 0 && !personaIds.includes(personaId)) return false;
  return differenceFor(touchpoint, personaId)?.skipped !== true;
}

/** A persona's difference, also for an id such as "toString" that every object seems to have. */
function differenceFor(touchpoint: Touchpoint, personaId: string) {
  return Object.hasOwn(touchpoint.byPersona, personaId) ? touchpoint.byPersona[personaId] : undefined;
}

/** By touchpoint and metric. */
type NewestReadings = ReadonlyMap<string, ReadonlyMap<Metric, Reading>>;

/** Reading lists do not change (a new list is made), so the index of each is made once. */
const newestByReadings = new WeakMap<readonly Reading[], NewestReadings>();

function newestReadings(readings: readonly Reading[]): NewestReadings {
  const known = newestByReadings.get(readings);
  if (known) return known;
  const newest = new Map<string, Map<Metric, Reading>>();
  for (const reading of readings) {
    const { touchpointId, metric, at, id } = reading;
    if (touchpointId === null || reading.personaId !== null || reading.tierId !== null) continue;
    let own = newest.get(touchpointId);
    if (!own) newest.set(touchpointId, (own = new Map()));
    const other = own.get(metric);
    if (!other || at > other.at || (at === other.at && id > other.id)) own.set(metric, reading);
  }
  newestByReadings.set(readings, newest);
  return newest;
}
