/**
 * Analyses that an edit leaves as they are: each rests on a few fields of the journey touchpoints and on a few lists of the
 * map, and as long as these are what they were, its last answer is the answer. A change of one emotion costs the analyses of
 * emotions, not those of owners and media.
 *
 * In:  the map and the work. Out: what the work gives, or gave last time. What is kept goes with the map's list of stages.
 * Which fields count stands in `restsOn`; a law holds every field of a touchpoint against the analyses worked out anew.
 */
import type { JourneyMap, Touchpoint } from '../model/journeyMap.ts';
import { isSameJson } from '../model/sameJson.ts';
import { scoredTouchpoints, type ScoredTouchpoint } from './scoredTouchpoints.ts';

interface Rests {
  /** Beside id and stage. */
  readonly scores: readonly (keyof Omit<ScoredTouchpoint, 'touchpoint' | 'id' | 'stage'>)[];
  readonly fields: readonly (keyof Touchpoint)[];
  readonly lists: (map: JourneyMap) => readonly unknown[];
}

const restsOn = {
  A5: { scores: ['reached', 'passed', 'conversion', 'cost'], fields: ['sieve'], lists: () => [] },
  A8: { scores: ['media', 'reached', 'cost'], fields: [], lists: () => [] },
  A9: {
    scores: ['reached'],
    fields: [
      'channelId',
      'messageIds',
      'topicId',
      'formality',
      'tone',
      'listening',

      'personaIds',
      'byPersona',
    ],
    lists: ({ brand, channels, personas }) => [brand, channels, personas],
  },
  A16: { scores: [], fields: ['answers'], lists: () => [] },
  A18: {
    scores: [],
    fields: ['status', 'channelId', 'touchesPerWeek', 'personaIds', 'byPersona'],
    lists: ({ channels, personas }) => [channels, personas],
  },
  A19: { scores: [], fields: ['triad', 'contactKinds'], lists: () => [] },
  A20: { scores: [], fields: ['information', 'key'], lists: () => [] },
  A21: { scores: ['phase'], fields: ['formality'], lists: () => [] },
  A22: { scores: ['phase'], fields: ['contactKinds'], lists: () => [] },
} as const satisfies Readonly<Record<string, Rests>>;

export type KeptAnalysis = keyof typeof restsOn;

interface Last {
  readonly nodes: readonly ScoredTouchpoint[];
  readonly lists: readonly unknown[];
  readonly answer: unknown;
}

const memory = new WeakMap<JourneyMap['stages'], Map<KeptAnalysis, Last>>();

/** `key`: what else it rests on, such as the day. */
export function kept<T>(name: KeptAnalysis, map: JourneyMap, work: () => T, key: string | null = null): T {
  let lasts = memory.get(map.stages);
  if (!lasts) memory.set(map.stages, (lasts = new Map()));
  const nodes = scoredTouchpoints(map, null);
  const rests: Rests = restsOn[name];
  const lists = [key, ...rests.lists(map)];
  const last = lasts.get(name);
  const isStill =
    last?.lists.every((list, index) => list === lists[index]) && isSame(last.nodes, nodes, rests);
  // The answer of this name is what this work gave.
  const answer = last && isStill ? (last.answer as T) : work();
  lasts.set(name, { nodes, lists, answer });
  return answer;
}

/** Beyond so many changed touchpoints comparing costs as much as working. */
const few = 64;

function isSame(
  before: readonly ScoredTouchpoint[],
  after: readonly ScoredTouchpoint[],
  rests: Rests,
): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  let changed = 0;
  for (const [index, node] of after.entries()) {
    const other = before[index];
    if (other === node || other === undefined) continue;
    changed += 1;
    if (changed > few || !isSameNode(other, node, rests)) return false;
  }
  return true;
}

function isSameNode(a: ScoredTouchpoint, b: ScoredTouchpoint, { scores, fields }: Rests): boolean {
  return (
    a.id === b.id &&
    a.stage === b.stage &&
    scores.every((score) => a[score] === b[score]) &&
    fields.every((field) => isSameJson(a.touchpoint[field], b.touchpoint[field]))
  );
}
