/**
 * Puts right what merging may leave broken (domain.md 2.12), so that views need not fear it and every export can be
 * imported again: parseMap(writeMap(repairMap(map))) is ok.
 *
 * In:  a map whose records each fit their schema (clamp.ts sees to that). Out: the same map when nothing was wrong;
 *      else a map in which every untouched record and list is the same object as before. Pure and idempotent; all
 *      peers come to the same result. Costs a few look-ups a record.
 */
import type { Dismissal, JourneyMap, Lane, Stage, Touchpoint, Vote } from './journeyMap.ts';
import { hasItsPicture } from './hasItsPicture.ts';
import { laneHolds } from './laneKinds.ts';
import { COLLECTION_LIMITS, LIST_LENGTH } from './limits.ts';
import { parseMap } from './parseMap.ts';
import { keepOrFix, withChanges } from './repairList.ts';
import { clearReferences } from './repairReferences.ts';
import { allIds, makeIdsUnique } from './repairIds.ts';
import { collectionNames, defaultsOf, metricRanges } from './schema.ts';

/** The tag of a touchpoint that lost its stage or lane. */
const UNPLACED = 'unplaced';

const known = new WeakMap<JourneyMap, JourneyMap>();

export function repairMap(map: JourneyMap): JourneyMap {
  const before = known.get(map);
  if (before) return before;
  const steps = [
    cutToLimits,
    makeIdsUnique,
    placeTouchpoints,
    keepOnePrimary,
    repairReadings,
    repairSnapshots,
    dropBroken,
    repairElements,
    clearReferences,
    dropLostComments,
  ];
  const repaired = steps.reduce((present, step) => step(present), map);
  known.set(map, repaired);
  known.set(repaired, repaired);
  return repaired;
}

/** Two people may each add the last record there is room for. */
function cutToLimits(map: JourneyMap): JourneyMap {
  const changes: { [name: string]: readonly unknown[] } = {};
  for (const name of collectionNames) {
    if (map[name].length > COLLECTION_LIMITS[name])
      changes[name] = map[name].slice(0, COLLECTION_LIMITS[name]);
  }
  return withChanges(map, changes);
}

/** Missing stage or lane -> the first stage, the first lane that holds touchpoints, and a tag that says so. */
function placeTouchpoints(map: JourneyMap): JourneyMap {
  const stages = new Set(map.stages.map((stage) => stage.id));
  const lanes = new Set(map.lanes.filter(holdsTouchpoints).map((lane) => lane.id));
  const isLost = ({ stageId, laneId }: Touchpoint) => !stages.has(stageId) || !lanes.has(laneId);
  if (!map.touchpoints.some(isLost)) return map;

  const grid = withPlaceToGo(map);
  const stageId = grid.stages[0]?.id ?? '';
  const laneId = grid.lanes.find(holdsTouchpoints)?.id ?? '';
  const touchpoints = keepOrFix(map.touchpoints, (touchpoint) => {
    if (!isLost(touchpoint)) return touchpoint;
    const { tags } = touchpoint;
    return {
      ...touchpoint,
      stageId: stages.has(touchpoint.stageId) ? touchpoint.stageId : stageId,
      laneId: lanes.has(touchpoint.laneId) ? touchpoint.laneId : laneId,
      tags: tags.includes(UNPLACED) ? tags : [...tags.slice(0, LIST_LENGTH - 1), UNPLACED],
    };
  });
  return withChanges(map, { ...grid, touchpoints });
}

/** Where everything was deleted around touchpoints, a stage or lane is made to hold them. */
function withPlaceToGo(map: JourneyMap): {
  readonly stages: readonly Stage[];
  readonly lanes: readonly Lane[];
} {
  const name = map.map.language === 'zh' ? '未归位' : 'Unplaced';
  const ids = allIds(map);
  const free = (id: string): string => (ids.has(id) ? free(`${id}-`) : id);
  const stage = (): Stage => ({ ...defaultsOf('stages'), id: free('unplaced-stage'), name });
  const lane = (): Lane => ({ ...defaultsOf('lanes'), id: free('unplaced-lane'), name, kind: 'contact' });
  return {
    stages: map.stages.length > 0 ? map.stages : [stage()],
    lanes: map.lanes.some(holdsTouchpoints)
      ? map.lanes
      : [...map.lanes.slice(0, COLLECTION_LIMITS.lanes - 1), lane()],
  };
}

function holdsTouchpoints(lane: Lane): boolean {
  return laneHolds(lane.kind) === 'touchpoints';
}

function keepOnePrimary(map: JourneyMap): JourneyMap {
  const first = map.personas.find((persona) => persona.primary);
  const personas = keepOrFix(map.personas, (persona) =>
    persona.primary && persona !== first ? { ...persona, primary: false } : persona,
  );
  return withChanges(map, { personas });
}

/** Metric and value are two fields, so another metric's value may end up in this one's range. */
function repairReadings(map: JourneyMap): JourneyMap {
  const readings = keepOrFix(map.readings, (reading) => {
    const { min, max, int } = metricRanges[reading.metric];
    const value = Math.min(max, Math.max(min, int ? Math.round(reading.value) : reading.value));
    return value === reading.value ? reading : { ...reading, value };
  });
  return withChanges(map, { readings });
}

const goodFiles = new WeakSet<object>();

function repairSnapshots(map: JourneyMap): JourneyMap {
  const snapshots = keepOrFix(map.snapshots, (snapshot) => {
    const { doc } = snapshot;
    if (doc === null) return snapshot;
    if (typeof doc === 'object' && goodFiles.has(doc)) return snapshot;
    // Read as it will be read in a file: inside a snapshot.
    const read = parseMap({
      format: 'touchline/1',
      map: { id: 'm', title: '' },
      stages: [],
      lanes: [],
      snapshots: [{ id: 's', at: '1970-01-01T00:00:00Z', doc }],
    });
    if (!read.ok) return { ...snapshot, doc: null };
    if (typeof doc === 'object') goodFiles.add(doc);
    return snapshot;
  });
  return withChanges(map, { snapshots });
}

/** Kind and picture are two fields; what has lost its picture still has its words. */
function repairElements(map: JourneyMap): JourneyMap {
  const elements = keepOrFix(map.elements, (element) =>
    hasItsPicture(element) ? element : { ...element, kind: 'note' as const },
  );
  return withChanges(map, { elements });
}

/**
 * Links, moments, dismissals and votes on nothing or twice, and dots over the budget. Readings of nothing too: with the reference
 * only cleared, one touchpoint's or one persona's figure would count as everybody's.
 */
function dropBroken(map: JourneyMap): JourneyMap {
  const touchpoints = new Set(map.touchpoints.map((touchpoint) => touchpoint.id));
  const personas = new Set(map.personas.map((persona) => persona.id));
  const tiers = new Set(map.tiers.map((tier) => tier.id));
  const isThere = (ids: ReadonlySet<string>, id: string | null): boolean => id === null || ids.has(id);
  const readings = keepOrFix(map.readings, (reading) =>
    isThere(touchpoints, reading.touchpointId) &&
    isThere(personas, reading.personaId) &&
    isThere(tiers, reading.tierId)
      ? reading
      : null,
  );
  const links = keepOrFix(map.links, (link) =>
    touchpoints.has(link.from) && touchpoints.has(link.to) && link.from !== link.to ? link : null,
  );
  const moments = keepSmallestId(
    keepOrFix(map.moments, (moment) => (touchpoints.has(moment.touchpointId) ? moment : null)),
    ({ touchpointId, kind }) => `${touchpointId} ${kind}`,
  );
  const dismissals = soundDismissals(map, touchpoints, moments, links);
  return withChanges(map, { links, moments, readings, dismissals, votes: soundVotes(map, touchpoints) });
}

/** A check set aside for something that is gone would otherwise be set aside for whatever gets its id. */
function soundDismissals(
  map: JourneyMap,
  touchpoints: ReadonlySet<string>,
  moments: readonly { readonly id: string }[],
  links: readonly { readonly id: string }[],
): readonly Dismissal[] {
  if (map.dismissals.length === 0) return map.dismissals;
  const lists = [map.stages, map.channels, moments, links];
  const targets = new Set([map.map.id, ...touchpoints, ...lists.flatMap((list) => list.map(({ id }) => id))]);
  return keepOrFix(map.dismissals, (dismissal) => (targets.has(dismissal.targetId) ? dismissal : null));
}

function soundVotes(map: JourneyMap, touchpoints: ReadonlySet<string>): readonly Vote[] {
  if (map.votes.length === 0) return map.votes;
  const targets = new Set([
    ...touchpoints,
    ...map.insights.map(({ id }) => id),
    ...map.opportunities.map(({ id }) => id),
  ]);
  const once = keepSmallestId(
    keepOrFix(map.votes, (vote) => (targets.has(vote.targetId) ? vote : null)),
    (vote) => `${purse(vote)} ${vote.targetId}`,
  );
  const spent = new Map<string, number>();
  const over = new Set<string>();
  for (const vote of once.toSorted(byId)) {
    const sum = (spent.get(purse(vote)) ?? 0) + vote.dots;
    spent.set(purse(vote), sum);
    // From the first vote that does not fit, all larger ids go, as "dropped from the largest id on" leaves it.
    if (sum > map.map.dots) over.add(vote.id);
  }
  return keepOrFix(once, (vote) => (over.has(vote.id) ? null : vote));
}

/** Whose dots of which round. */
function purse({ round, voter }: Vote): string {
  return JSON.stringify([round, voter]);
}

function keepSmallestId<R extends { readonly id: string }>(
  records: readonly R[],
  key: (record: R) => string,
): readonly R[] {
  const smallest = new Map<string, string>();
  for (const record of records) {
    const id = smallest.get(key(record));
    if (id === undefined || record.id < id) smallest.set(key(record), record.id);
  }
  return keepOrFix(records, (record) => (smallest.get(key(record)) === record.id ? record : null));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Comments on nothing go, then the comments on those; an answer to nothing becomes a comment of its own. */
function dropLostComments(map: JourneyMap): JourneyMap {
  if (map.comments.length === 0) return map;
  let comments = map.comments;
  for (;;) {
    const ids = allIds({ ...map, comments });
    const kept = keepOrFix(comments, (comment) => (ids.has(comment.targetId) ? comment : null));
    if (kept === comments) break;
    comments = kept;
  }
  const ids = new Set(comments.map((comment) => comment.id));
  comments = keepOrFix(comments, (comment) =>
    comment.replyTo === null || ids.has(comment.replyTo) ? comment : { ...comment, replyTo: null },
  );
  return withChanges(map, { comments });
}
