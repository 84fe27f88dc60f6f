/**
 * Consistency with the brand (A9), over journey touchpoints that have a channel.
 * - message: carries at least one of the brand's messages.
 * - topic: has a topic, and the day asked about is not outside its dates.
 * - tone: d = mean of |touchpoint − target| over the dimensions both have (0…4); the target is `toneInformal` where the
 *   touchpoint is informal and it is set, else `tone`. d <= 1 consistent, <= 2 drift, above clash.
 * A touchpoint's score is the mean of the parts that can be judged: message 0 or 1, topic 0 or 1, tone 1 − d/4. The map's
 * is 100 times the mean of these.
 *
 * The trace of a message follows it from point (the message) over line (channels that carry it) and surface (personas
 * who meet it, people reached) to body (touchpoints that listen, in the same or later stages). Without line or body it
 * is flagged.
 *
 * In:  a map and the day for dated topics (`YYYY-MM-DD`; null = unknown: a dated topic cannot be judged then).
 */
import type { Brand, BrandTopic, JourneyMap, Tone, Touchpoint } from '../model/journeyMap.ts';
import { meets } from '../model/sequence.ts';
import { keptEach } from './keptEach.ts';
import { found, meanOf, missing, type Outcome } from './outcome.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

export interface ToneFit {
  /** d, 0…4. */
  readonly distance: number;
  readonly fit: 'consistent' | 'drift' | 'clash';
}

export interface ConsistencyOf {
  readonly id: string;
  /** Null: cannot be judged. */
  readonly message: boolean | null;
  readonly topic: boolean | null;
  readonly tone: ToneFit | null;
  /** 0…1; null when no part can be judged. */
  readonly score: number | null;
}

export interface MessageTrace {
  readonly messageId: string;
  readonly touchpointIds: readonly string[];
  readonly channelIds: readonly string[];
  readonly personaIds: readonly string[];
  /** Contacts a period, summed over the touchpoints that know them; one person may be in it more than once. */
  readonly reached: Outcome<number>;
  readonly listeningIds: readonly string[];
  readonly flags: readonly ('no-line' | 'no-body')[];
}

export interface Consistency {
  /** 0…100. */
  readonly score: Outcome<number>;
  readonly touchpoints: readonly ConsistencyOf[];
  readonly traces: readonly MessageTrace[];
}

export function consistency(map: JourneyMap, on: string | null): Outcome<Consistency> {
  const { brand } = map;
  const journey = scoredTouchpoints(map, null);
  if (!brand) return missing('no-brand', journey.length);
  const nodes = journey.filter(({ touchpoint }) => touchpoint.channelId !== null);
  if (nodes.length === 0) return missing('no-channels', journey.length);
  const judge = judgeFor(brand, on);
  const touchpoints = eachJudged(map.stages, [brand, on], nodes, ({ touchpoint }) => judge(touchpoint));
  const mean = meanOf(touchpoints, ({ score }) => score);
  const value = {
    score: mean.value === null ? mean : { ...mean, value: 100 * mean.value },
    touchpoints,
    traces: tracesOf(brand, nodes, journey, map),
  };
  return found(value, mean.ids, nodes.length);
}

const eachJudged = keptEach<ScoredTouchpoint, ConsistencyOf>();

function judgeFor(brand: Brand, on: string | null): (touchpoint: Touchpoint) => ConsistencyOf {
  const messages = new Set(brand.messages.map(({ id }) => id));
  const topics = new Map(brand.topics.map((topic) => [topic.id, topic]));
  return (touchpoint) => {
    const { id, messageIds, topicId, formality } = touchpoint;
    const message = messages.size === 0 ? null : messageIds.some((one) => messages.has(one));
    const topic =
      topics.size === 0 ? null : isOnTopic(topicId === null ? undefined : topics.get(topicId), on);
    const target = formality === 'informal' ? (brand.toneInformal ?? brand.tone) : brand.tone;
    const tone = toneFit(touchpoint.tone, target);
    const parts = Number(message !== null) + Number(topic !== null) + Number(tone !== null);
    const sum = Number(message ?? 0) + Number(topic ?? 0) + (tone ? 1 - tone.distance / 4 : 0);
    return { id, message, topic, tone, score: parts === 0 ? null : sum / parts };
  };
}

/** Null where the topic has dates and the day is not known. */
function isOnTopic(topic: BrandTopic | undefined, on: string | null): boolean | null {
  if (!topic) return false;
  if (topic.from === null && topic.to === null) return true;
  if (on === null) return null;
  return (topic.from === null || topic.from <= on) && (topic.to === null || on <= topic.to);
}

const dimensions = ['formality', 'humour', 'respect', 'energy'] as const;

/** How far a tone is from its target; null when they have no dimension in common. */
export function toneFit(tone: Tone | null, target: Tone | null): ToneFit | null {
  if (!tone || !target) return null;
  let sum = 0;
  let common = 0;
  for (const dimension of dimensions) {
    const is = tone[dimension];
    const wanted = target[dimension];
    if (is === null || wanted === null) continue;
    sum += Math.abs(is - wanted);
    common += 1;
  }
  if (common === 0) return null;
  const distance = sum / common;
  return { distance, fit: distance <= 1 ? 'consistent' : distance <= 2 ? 'drift' : 'clash' };
}

function tracesOf(
  brand: Brand,
  nodes: readonly ScoredTouchpoint[],
  journey: readonly ScoredTouchpoint[],
  map: JourneyMap,
): readonly MessageTrace[] {
  const carriersOf = new Map<string, ScoredTouchpoint[]>(brand.messages.map(({ id }) => [id, []]));
  for (const node of nodes)
    for (const messageId of node.touchpoint.messageIds) {
      // A message said twice is carried once.
      const carriers = carriersOf.get(messageId);
      if (carriers && carriers.at(-1) !== node) carriers.push(node);
    }
  const listening = journey.filter(({ touchpoint }) => touchpoint.listening);
  return brand.messages.map(({ id }) => traceOf(id, carriersOf.get(id) ?? [], listening, map));
}

function traceOf(
  messageId: string,
  carriers: readonly ScoredTouchpoint[],
  listening: readonly ScoredTouchpoint[],
  map: JourneyMap,
): MessageTrace {
  const channels = new Set(carriers.map(({ touchpoint }) => touchpoint.channelId));
  const firstStage = carriers[0]?.stage;
  const listeningIds =
    firstStage === undefined ? [] : listening.filter(({ stage }) => stage >= firstStage).map(({ id }) => id);
  const counted = carriers.flatMap(({ id, reached }) => (reached === null ? [] : [{ id, reached }]));
  const line = carriers.length === 0 ? (['no-line'] as const) : [];
  const body = listeningIds.length === 0 ? (['no-body'] as const) : [];
  return {
    messageId,
    touchpointIds: carriers.map(({ id }) => id),
    channelIds: map.channels.filter(({ id }) => channels.has(id)).map(({ id }) => id),
    personaIds: map.personas
      .filter(({ id }) => carriers.some(({ touchpoint }) => meets(touchpoint, id)))
      .map(({ id }) => id),
    reached:
      counted.length === 0
        ? missing('nothing-counted', carriers.length)
        : found(
            counted.reduce((sum, { reached }) => sum + reached, 0),
            counted.map(({ id }) => id),
            carriers.length,
          ),
    listeningIds,
    flags: [...line, ...body],
  };
}
