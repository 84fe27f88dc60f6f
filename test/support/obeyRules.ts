/**
 * The rules between records (domain.md 2) for generated maps: what breaks one is left out or moved. Written apart from
 * the model's own repair, so that the one can test the other.
 */
import type { JourneyMap, Lane, Reading, Vote } from '../../src/model/journeyMap.ts';
import { laneHolds } from '../../src/model/laneKinds.ts';
import { metricRanges } from '../../src/model/schema.ts';

/** Leaves out, or moves, what breaks a rule between records. */
export function obeyRules(map: JourneyMap): JourneyMap {
  const grid = map.touchpoints.length > 0 ? withPlaceFor(map.lanes) : map.lanes;
  const lanes = grid.filter(holdsTouchpoints).map((lane) => lane.id);
  const place = (laneId: string, index: number) =>
    lanes.includes(laneId) ? laneId : (lanes[index % Math.max(1, lanes.length)] ?? '');
  const primary = map.personas.find((persona) => persona.primary);
  const touchpoints = map.touchpoints.map((touchpoint, index) => ({
    ...touchpoint,
    laneId: place(touchpoint.laneId, index),
  }));
  const canPlace = lanes.length > 0 && map.stages.length > 0;
  const valid: JourneyMap = {
    ...map,
    lanes: grid,
    personas: map.personas.map((persona) => ({ ...persona, primary: persona === primary })),
    touchpoints: canPlace ? touchpoints : [],
    links: map.links.filter((link) => link.from !== link.to),
    moments: firstOf(map.moments, (moment) => `${moment.touchpointId} ${moment.kind}`),
    votes: withinBudget(
      firstOf(map.votes, (vote) => `${vote.round} ${vote.targetId} ${vote.voter}`),
      map.map.dots,
    ),
    readings: map.readings.map(inRange),
    elements: map.elements.filter(({ kind, image }) => kind !== 'image' || image !== null),
  };
  return withoutDangling(valid);
}

function holdsTouchpoints(lane: Lane): boolean {
  return laneHolds(lane.kind) === 'touchpoints';
}

/** Most kinds of lane hold no touchpoints; without this, half of all maps would have none. */
function withPlaceFor(lanes: readonly Lane[]): readonly Lane[] {
  if (lanes.some(holdsTouchpoints)) return lanes;
  return lanes.map((lane, index) => (index === 0 ? { ...lane, kind: 'contact' as const } : lane));
}

function firstOf<R>(records: readonly R[], key: (record: R) => string): readonly R[] {
  return records.filter(
    (record, index) => records.findIndex((other) => key(other) === key(record)) === index,
  );
}

function withinBudget(votes: readonly Vote[], budget: number): readonly Vote[] {
  const spent = new Map<string, number>();
  return votes.filter(({ round, voter, dots }) => {
    const purse = JSON.stringify([round, voter]);
    const sum = (spent.get(purse) ?? 0) + dots;
    if (sum <= budget) spent.set(purse, sum);
    return sum <= budget;
  });
}

function inRange(reading: Reading): Reading {
  const { min, max, int } = metricRanges[reading.metric];
  const value = Math.min(max, Math.max(min, int ? Math.round(reading.value) : reading.value));
  return { ...reading, value };
}

/** Required references find nothing where their collection is empty, or lost what the rules left out. */
function withoutDangling(map: JourneyMap): JourneyMap {
  const touchpoints = ids(map.touchpoints);
  const keepTouchpoints = (list: readonly string[]) => list.filter((id) => touchpoints.has(id));
  const orNull = (id: string | null) => (id !== null && touchpoints.has(id) ? id : null);
  const targets = new Set([...touchpoints, ...ids(map.insights), ...ids(map.opportunities)]);
  const kept: JourneyMap = {
    ...map,
    links: map.links.filter((link) => touchpoints.has(link.from) && touchpoints.has(link.to)),
    moments: map.moments.filter((moment) => touchpoints.has(moment.touchpointId)),
    votes: map.votes.filter((vote) => targets.has(vote.targetId)),
    dismissals: [],
    insights: map.insights.map((insight) => ({
      ...insight,
      touchpointIds: keepTouchpoints(insight.touchpointIds),
    })),
    opportunities: map.opportunities.map((opportunity) => ({
      ...opportunity,
      touchpointIds: keepTouchpoints(opportunity.touchpointIds),
    })),
    actions: map.actions.map((action) => ({ ...action, touchpointId: orNull(action.touchpointId) })),
    readings: map.readings.map((reading) => ({ ...reading, touchpointId: orNull(reading.touchpointId) })),
  };
  const checked = new Set([
    map.map.id,
    ...touchpoints,
    ...[map.stages, map.channels, kept.moments, kept.links].flatMap((list) => list.map(({ id }) => id)),
  ]);
  // A comment points at a stage, a persona or a touchpoint that is still there, and answers one that is.
  const commented = new Set([map.map.id, ...touchpoints, ...ids(map.stages), ...ids(map.personas)]);
  const comments = map.comments.filter((comment) => commented.has(comment.targetId));
  const answered = ids(comments);
  return {
    ...kept,
    dismissals: map.dismissals.filter(({ targetId }) => checked.has(targetId)),
    comments: comments.map((comment) => ({
      ...comment,
      replyTo: comment.replyTo !== null && answered.has(comment.replyTo) ? comment.replyTo : null,
    })),
  };
}

function ids(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map((record) => record.id));
}
