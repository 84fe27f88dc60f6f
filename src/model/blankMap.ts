/**
 * The map a person starts from when they take no template: a few stages, and the lanes nearly every journey needs.
 * Words, ids and the time are passed in.
 */
import type { JourneyMap, Language, Phase } from './journeyMap.ts';
import { defaultsOf, mapDefaults } from './schema.ts';

/** From top to bottom. */
export const blankLaneKinds = ['customer-action', 'contact', 'emotion', 'thoughts', 'opportunities'] as const;
export type BlankLaneNames = Readonly<Record<(typeof blankLaneKinds)[number], string>>;

/** Three stages stand for before, at and after the purchase; with another number nothing is assumed. */
const threePhases: readonly Phase[] = ['prepurchase', 'purchase', 'postpurchase'];

export function blankMap(start: {
  readonly title: string;
  readonly language: Language;
  /** ISO 4217. */
  readonly currency: string;
  readonly stageNames: readonly string[];
  readonly laneNames: BlankLaneNames;
  readonly newId: () => string;
  /** ISO time in UTC. */
  readonly now: string;
}): JourneyMap {
  const { title, language, currency, stageNames, laneNames, newId, now } = start;
  const empty = emptyMap(newId());
  return {
    ...empty,
    map: { ...empty.map, title, language, currency, createdAt: now, updatedAt: now },
    stages: stageNames.map((name, index) => ({
      ...defaultsOf('stages'),
      id: newId(),
      name,
      phase: stageNames.length === threePhases.length ? (threePhases[index] ?? null) : null,
    })),
    lanes: blankLaneKinds.map((kind) => ({
      ...defaultsOf('lanes'),
      id: newId(),
      kind,
      name: laneNames[kind],
    })),
  };
}

/** A map with nothing in it. */
export function emptyMap(id: string): JourneyMap {
  return {
    map: { ...mapDefaults, id },
    brand: null,
    tiers: [],
    personas: [],
    stages: [],
    lanes: [],
    channels: [],
    touchpoints: [],
    moments: [],
    links: [],
    insights: [],
    opportunities: [],
    actions: [],
    evidence: [],
    readings: [],
    comments: [],
    votes: [],
    snapshots: [],
    dismissals: [],
    elements: [],
    views: [],
  };
}
