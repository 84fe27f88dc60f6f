/**
 * Lanes whose entries stand under touchpoints: moments of truth, sieves, newest readings. Those of folded stages are
 * folded away with them.
 */
import { sieve, type Sieve, type SieveMember } from '../analysis/sieve.ts';
import type { Lane, Reading } from '../model/journeyMap.ts';
import { drawMoment } from './drawMoment.ts';
import type { Drawn } from './drawn.ts';
import { drawReading } from './drawReading.ts';
import { drawSieve } from './drawSieve.ts';
import { momentsOf } from './indexes.ts';
import { emptyContent, type LaneContent, type LaneSources } from './laneSources.ts';
import type { StageColumn } from './mapLayout.ts';
import type { Part } from './part.ts';
import type { Located } from './places.ts';
import type { GroupRole } from './scene.ts';
import { shelve, type Entry } from './shelve.ts';

/** Pins and questions. */
export function momentContent(lane: Lane, sources: LaneSources): LaneContent {
  return shelvedContent(lane, momentEntries(lane, sources));
}

/** The sieves people go through. */
export function sieveContent(lane: Lane, sources: LaneSources): LaneContent {
  return shelvedContent(lane, sieveEntries(lane, sources));
}

/** The newest reading of each metric. */
export function readingContent(lane: Lane, sources: LaneSources): LaneContent {
  return shelvedContent(lane, readingEntries(lane, sources));
}

interface DrawnEntry extends Entry {
  readonly part: Part;
}

/** Entries under their touchpoints, on as many shelves as they need, in the middle of the lane. */
function shelvedContent(lane: Lane, entries: readonly DrawnEntry[]): LaneContent {
  const pad = 16;
  const { placed, height: needed } = shelve(entries.toSorted((a, b) => a.x - b.x));
  const height = Math.max(lane.height, needed + 2 * pad);
  const top = placed.length === 0 ? 0 : Math.round((height - needed) / 2);
  return {
    ...emptyContent(height),
    parts: placed.map(({ entry, x, y }) => ({ part: entry.part, x, y: y + top })),
  };
}

interface EntryFacts {
  /** Unique in its lane. */
  readonly id: string;
  readonly recordId: string;
  readonly role: GroupRole;
  readonly title: string;
  readonly x: number;
  /** The column of its touchpoint. */
  readonly column: Pick<StageColumn, 'from' | 'to'>;
}

function entryOf(
  lane: Lane,
  { id, recordId, role, title, x, column: { from, to } }: EntryFacts,
  { drawings, options }: LaneSources,
  inputs: readonly unknown[],
  draw: () => Drawn,
): DrawnEntry {
  const partId = `${role}.${lane.id}.${id}`;
  const part = drawings.part(partId, [...inputs, options.words, options.detail], () => {
    const { width, height, items } = draw();
    return { id: partId, role, recordId, title, items, box: { x: 0, y: 0, width, height } };
  });
  return { x, from, to, width: part.box.width, height: part.box.height, part };
}

/** From a card's middle to the left edge of an entry that stands under it: the sign then stands where the pin does. */
const fromCentre = -96;

function openPlaces({ inSequence }: LaneSources): readonly Located[] {
  return inSequence.filter(({ column }) => !column.collapsed);
}

function momentEntries(lane: Lane, sources: LaneSources): DrawnEntry[] {
  const { words, detail } = sources.options;
  return openPlaces(sources).flatMap(({ touchpoint, column, centre }) =>
    momentsOf(touchpoint.id, sources.journey.moments).map((moment) => {
      const { id, question } = moment;
      const facts = {
        id,
        recordId: id,
        role: 'moment',
        title: question,
        x: centre + fromCentre,
        column,
      } as const;
      return entryOf(lane, facts, sources, [moment], () => drawMoment(moment, words, detail));
    }),
  );
}

function sieveEntries(lane: Lane, sources: LaneSources): DrawnEntry[] {
  const { words, detail } = sources.options;
  const found: Sieve | null = sources.nodes.length === 0 ? null : sieve(sources.journey);
  if (!found) return [];
  const places = new Map(openPlaces(sources).map((place) => [place.touchpoint.id, place]));
  const entry = (member: SieveMember, isSide: boolean): DrawnEntry[] => {
    const { id, reached, passed, share, derived } = member;
    const place = places.get(id);
    if (!place) return [];
    const { touchpoint, column, centre } = place;
    const facts = {
      id,
      recordId: id,
      role: 'sieve',
      title: touchpoint.title,
      x: centre + fromCentre,
      column,
    } as const;
    const inputs = [reached, passed, share, derived, isSide, facts.title];
    return [entryOf(lane, facts, sources, inputs, () => drawSieve(member, isSide, words, detail))];
  };
  return [
    ...found.chain.flatMap((member) => entry(member, false)),
    ...found.side.flatMap((member) => entry(member, true)),
  ];
}

/** The newest reading of each metric for everybody, map-wide ones first. */
function newestReadings({ journey }: LaneSources): ReadonlyMap<string, readonly Reading[]> {
  const newest = new Map<string, Reading>();
  for (const reading of journey.readings) {
    if (reading.personaId !== null || reading.tierId !== null) continue;
    const key = `${reading.touchpointId ?? ''} ${reading.metric}`;
    const other = newest.get(key);
    if (!other || reading.at > other.at || (reading.at === other.at && reading.id > other.id))
      newest.set(key, reading);
  }
  const byTouchpoint = new Map<string, Reading[]>();
  for (const reading of newest.values()) {
    const id = reading.touchpointId ?? '';
    const own = byTouchpoint.get(id);
    if (own) own.push(reading);
    else byTouchpoint.set(id, [reading]);
  }
  return byTouchpoint;
}

function readingEntries(lane: Lane, sources: LaneSources): DrawnEntry[] {
  const { words, detail } = sources.options;
  const newest = newestReadings(sources);
  const { columns } = sources;
  const first = columns.list.find(({ collapsed }) => !collapsed);
  if (!first) return [];
  const entry = (reading: Reading, x: number, column: Pick<StageColumn, 'from' | 'to'>): DrawnEntry => {
    const { id, metric } = reading;
    const facts = { id, recordId: id, role: 'metric', title: words.metric[metric], x, column } as const;
    return entryOf(lane, facts, sources, [reading], () => drawReading(reading, words, detail));
  };
  return [
    ...(newest.get('') ?? []).map((reading) => entry(reading, first.from, first)),
    ...openPlaces(sources).flatMap(({ touchpoint, column, centre }) =>
      (newest.get(touchpoint.id) ?? []).map((reading) => entry(reading, centre + fromCentre, column)),
    ),
  ];
}
