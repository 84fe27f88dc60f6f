/**
 * What lies in one lane, relative to the lane's upper left corner: its height, cards with their rows, cells and
 * drawn entries as parts. Knows nothing of where the lane lies, so a lane that moves keeps all of it.
 */
import { coverage } from '../analysis/coverage.ts';
import { sieve, type Sieve, type SieveMember } from '../analysis/sieve.ts';
import type {
  Action,
  Insight,
  JourneyMap,
  Lane,
  Opportunity,
  Reading,
  Touchpoint,
} from '../model/journeyMap.ts';
import { isJourneyLane, laneHolds } from '../model/laneKinds.ts';
import { effectiveMedia } from '../model/sequence.ts';
import type { Curve } from './curves.ts';
import { drawAction, drawInsight, drawOpportunity } from './drawCells.ts';
import {
  drawChannels,
  drawMedia,
  drawMoment,
  drawReading,
  drawSieve,
  type ChannelUse,
  type Drawn,
} from './drawnLanes.ts';
import { areaPart, heightsPart, levelRules, linePart, markersPart } from './emotionLane.ts';
import { foldedLaneItems, foldedStageItems, type Mark } from './folded.ts';
import { channelsById, evidenceById, momentsOf } from './indexes.ts';
import { isInJourney, type JourneyNode } from './journeyNodes.ts';
import type { LayoutOptions } from './layoutOptions.ts';
import type { CellBox, StageColumn } from './mapLayout.ts';
import type { Drawings, Part } from './part.ts';
import { cardCentre, placeCards, type PlacedCard } from './placeCards.ts';
import { cellColumns, stackCells } from './placeCells.ts';
import type { Located } from './places.ts';
import type { GroupRole, SceneItem } from './scene.ts';
import { shelve, type Entry } from './shelve.ts';
import { cardKindOf, cell, emotionLane, grid } from './sizes.ts';
import type { Columns } from './stageColumns.ts';

export interface PlacedPart {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
}

export interface ContentCell extends PlacedPart {
  readonly id: string;
  readonly collection: CellBox['collection'];
  readonly stageId: string;
}

export interface LaneContent {
  readonly height: number;
  readonly cards: readonly PlacedCard[];
  readonly cells: readonly ContentCell[];
  /** Under links and cards, in paint order. */
  readonly parts: readonly PlacedPart[];
  /** Rules of the lane's own drawing. */
  readonly rules: readonly SceneItem[];
  /** Curves of an emotion lane. */
  readonly curves: readonly Curve[];
}

/** What all lanes of a layout share. */
export interface LaneSources {
  readonly journey: JourneyMap;
  readonly options: Required<Pick<LayoutOptions, 'words' | 'detail'>> & LayoutOptions;
  readonly columns: Columns;
  readonly inSequence: readonly Located[];
  readonly nodes: readonly JourneyNode[];
  /** Middle of every touchpoint that has a place. */
  readonly centres: ReadonlyMap<string, number>;
  readonly curves: readonly Curve[];
  /** Notes by lane id, then stage id. */
  readonly notes: ReadonlyMap<string, ReadonlyMap<string, readonly Note[]>>;
  readonly drawings: Drawings;
}

export type Note =
  | { readonly collection: 'insights'; readonly record: Insight }
  | { readonly collection: 'opportunities'; readonly record: Opportunity }
  | { readonly collection: 'actions'; readonly record: Action };

const empty: Omit<LaneContent, 'height'> = { cards: [], cells: [], parts: [], rules: [], curves: [] };

/** The content of a lane; `located` are its touchpoints in sequence. */
export function laneContent(lane: Lane, located: readonly Located[], sources: LaneSources): LaneContent {
  if (lane.collapsed) return foldedContent(lane, located, sources);
  switch (laneHolds(lane.kind)) {
    case 'touchpoints':
      return cardContent(lane, located, sources);
    case 'insights':
    case 'opportunities':
    case 'actions':
      return cellContent(lane, sources);
    case 'nothing':
      return drawnContent(lane, sources);
  }
}

function cardContent(lane: Lane, located: readonly Located[], sources: LaneSources): LaneContent {
  const kind = cardKindOf(lane.kind) ?? 'journey';
  const open = located.filter(({ column }) => !column.collapsed);
  const placed = placeCards(open, kind, sources.columns.width);
  const height = Math.max(lane.height, placed.height);
  return { ...empty, height, cards: placed.cards, parts: strips(lane, located, height, sources) };
}

/** Marks of the cards in folded stages. */
function strips(lane: Lane, located: readonly Located[], height: number, sources: LaneSources): PlacedPart[] {
  const byColumn = new Map<StageColumn, Mark[]>();
  for (const one of located) {
    if (!one.column.collapsed) continue;
    const marks = byColumn.get(one.column);
    if (marks) marks.push(markOf(lane, one, sources));
    else byColumn.set(one.column, [markOf(lane, one, sources)]);
  }
  return [...byColumn].map(([column, marks]) => {
    const id = `strip.${lane.id}.${column.id}`;
    const inputs = [height, ...marks.map(({ emotion }) => emotion)];
    const part = sources.drawings.part(id, inputs, () => ({
      id,
      role: 'stage',
      title: '',
      items: foldedStageItems(marks, 0, height),
      box: { x: 0, y: 0, width: column.width, height },
    }));
    return { part, x: column.x, y: 0 };
  });
}

function markOf(lane: Lane, { touchpoint, column }: Located, { columns }: LaneSources): Mark {
  const kind = cardKindOf(lane.kind) ?? 'journey';
  const centre = cardCentre(column, touchpoint.t, kind, columns.width);
  return isJourneyLane(lane.kind) ? { centre, emotion: touchpoint.emotion } : { centre };
}

function foldedContent(lane: Lane, located: readonly Located[], sources: LaneSources): LaneContent {
  const marks =
    laneHolds(lane.kind) === 'touchpoints'
      ? located.map((one) => markOf(lane, one, sources))
      : [...(sources.notes.get(lane.id) ?? [])].flatMap(([stageId, notes]) => {
          const column = sources.columns.byId.get(stageId);
          return column ? notes.map((): Mark => ({ centre: column.x + 30 })) : [];
        });
  const ordered = marks.toSorted((a, b) => a.centre - b.centre);
  const id = `marks.${lane.id}`;
  const { width } = sources.columns;
  const inputs = [width, ...ordered.flatMap(({ centre, emotion }) => [centre, emotion])];
  const part = sources.drawings.part(id, inputs, () => ({
    id,
    role: 'lane',
    title: lane.name,
    items: foldedLaneItems(ordered, width),
    box: { x: 0, y: 0, width, height: grid.foldedLane },
  }));
  return { ...empty, height: grid.foldedLane, parts: [{ part, x: 0, y: 0 }] };
}

function cellContent(lane: Lane, sources: LaneSources): LaneContent {
  const cells: ContentCell[] = [];
  let height = lane.height;
  for (const column of sources.columns.list) {
    const notes = sources.notes.get(lane.id)?.get(column.id);
    if (!notes || column.collapsed) continue;
    const { width } = cellColumns(column.width);
    const parts = new Map(notes.map((note) => [note, cellPart(note, width, sources)]));
    const stacked = stackCells(column, notes, (note) => parts.get(note)?.box.height ?? 0);
    height = Math.max(height, stacked.height);
    for (const { of: note, x, y } of stacked.cells) {
      const part = parts.get(note);
      if (part)
        cells.push({ part, x, y, id: note.record.id, collection: note.collection, stageId: column.id });
    }
  }
  return { ...empty, height, cells };
}

const cellRoles = {
  insights: 'insight',
  opportunities: 'opportunity',
  actions: 'action',
} as const satisfies Record<Note['collection'], GroupRole>;

function cellPart(note: Note, width: number, { drawings, options }: LaneSources): Part {
  const { words, detail, today } = options;
  const { collection, record } = note;
  const role = cellRoles[collection];
  const id = `${role}.${record.id}`;
  return drawings.part(id, [record, width, words, detail, today], () => {
    const drawn = drawNote(note, width, options);
    const title = 'title' in record ? record.title : record.text;
    const box = { x: 0, y: 0, width: drawn.width, height: drawn.height };
    return { id, role, recordId: record.id, title, items: drawn.items, box };
  });
}

function drawNote(note: Note, width: number, { words, detail, today }: LaneSources['options']): Drawn {
  switch (note.collection) {
    case 'insights':
      return drawInsight(note.record, width, detail);
    case 'opportunities':
      return drawOpportunity(note.record, width, words, detail);
    case 'actions':
      return drawAction(note.record, width, words, detail, today);
  }
}

function drawnContent(lane: Lane, sources: LaneSources): LaneContent {
  switch (lane.kind) {
    case 'emotion':
      return emotionContent(lane, sources);
    case 'moments':
      return shelvedContent(lane, momentEntries(lane, sources), sources);
    case 'funnel':
      return shelvedContent(lane, sieveEntries(lane, sources), sources);
    case 'metrics':
      return shelvedContent(lane, readingEntries(lane, sources), sources);
    case 'channels':
      return stageContent(lane, sources, 'channel-row', channelRows(sources));
    case 'media':
      return stageContent(lane, sources, 'media-row', mediaRows(sources));
    default:
      return { ...empty, height: lane.height };
  }
}

function emotionContent(lane: Lane, sources: LaneSources): LaneContent {
  const { drawings, options, columns } = sources;
  const { words, detail } = options;
  const height = Math.min(emotionLane.most, Math.max(emotionLane.least, lane.height));
  const hidden = options.hiddenCurves;
  const curves = sources.curves.filter((curve) =>
    lane.personaId === null ? !hidden?.has(curve.personaId ?? 'base') : curve.personaId === lane.personaId,
  );
  const main = curves.find((curve) => curve.personaId === lane.personaId);
  const others = curves.filter((curve) => curve !== main);
  const size = { width: columns.width, height };
  const part = (name: string, inputs: readonly unknown[], draw: (id: string) => Part): PlacedPart => {
    const id = `${name}.${lane.id}`;
    return {
      part: drawings.part(id, [...inputs, size.width, height, detail, words], () => draw(id)),
      x: 0,
      y: 0,
    };
  };
  const nameOf = (curve: Curve): string => curve.personaId ?? '';
  const inOrder = main ? [main, ...others] : others;
  return {
    ...empty,
    height,
    curves,
    rules: levelRules(columns.width, height),
    parts: [
      part('area', [main], (id) => areaPart(id, main, size, detail)),
      ...inOrder.map((curve) =>
        part(`curve.${nameOf(curve)}`, [curve], (id) => linePart(id, curve, size, detail)),
      ),
      ...inOrder
        .toReversed()
        .map((curve) =>
          part(`points.${nameOf(curve)}`, [curve, main], (id) => markersPart(id, curve, main, size, detail)),
        ),
      ...(main
        ? [part('heights', [main, ...others], (id) => heightsPart(id, main, others, size, words, detail))]
        : []),
    ],
  };
}

interface DrawnEntry extends Entry {
  readonly part: Part;
}

/** Entries under their touchpoints, on as many shelves as they need, in the middle of the lane. */
function shelvedContent(lane: Lane, entries: readonly DrawnEntry[], sources: LaneSources): LaneContent {
  const pad = 16;
  const { placed, height: needed } = shelve(
    entries.toSorted((a, b) => a.x - b.x),
    sources.columns.width,
  );
  const height = Math.max(lane.height, needed + 2 * pad);
  const top = placed.length === 0 ? 0 : Math.round((height - needed) / 2);
  return { ...empty, height, parts: placed.map(({ entry, x, y }) => ({ part: entry.part, x, y: y + top })) };
}

interface EntryFacts {
  /** Unique in its lane. */
  readonly id: string;
  readonly recordId: string;
  readonly role: GroupRole;
  readonly title: string;
  readonly x: number;
}

function entryOf(
  lane: Lane,
  { id, recordId, role, title, x }: EntryFacts,
  { drawings, options }: LaneSources,
  inputs: readonly unknown[],
  draw: () => Drawn,
): DrawnEntry {
  const partId = `${role}.${lane.id}.${id}`;
  const part = drawings.part(partId, [...inputs, options.words, options.detail], () => {
    const { width, height, items } = draw();
    return { id: partId, role, recordId, title, items, box: { x: 0, y: 0, width, height } };
  });
  return { x, width: part.box.width, height: part.box.height, part };
}

/** From a card's middle to where the sign of its entry begins. */
const fromCentre = -96;

/** Left edge of an entry that stands under a touchpoint. */
function under(touchpointId: string, { centres }: LaneSources): number {
  return (centres.get(touchpointId) ?? 0) + fromCentre;
}

function momentEntries(lane: Lane, sources: LaneSources): DrawnEntry[] {
  const { words, detail } = sources.options;
  return sources.inSequence.flatMap(({ touchpoint }) =>
    momentsOf(touchpoint.id, sources.journey.moments).map((moment) => {
      const { id, question } = moment;
      const facts = {
        id,
        recordId: id,
        role: 'moment',
        title: question,
        x: under(touchpoint.id, sources),
      } as const;
      return entryOf(lane, facts, sources, [moment], () => drawMoment(moment, words, detail));
    }),
  );
}

function sieveEntries(lane: Lane, sources: LaneSources): DrawnEntry[] {
  const { words, detail } = sources.options;
  const found: Sieve | null = sources.nodes.length === 0 ? null : sieve(sources.journey);
  if (!found) return [];
  const titles = new Map(sources.nodes.map(({ touchpoint }) => [touchpoint.id, touchpoint.title]));
  const entry = (member: SieveMember, isSide: boolean): DrawnEntry => {
    const { id, reached, passed, share, derived } = member;
    const facts = {
      id,
      recordId: id,
      role: 'sieve',
      title: titles.get(id) ?? '',
      x: under(id, sources),
    } as const;
    const inputs = [reached, passed, share, derived, isSide, facts.title];
    return entryOf(lane, facts, sources, inputs, () => drawSieve(member, isSide, words, detail));
  };
  return [
    ...found.chain.map((member) => entry(member, false)),
    ...found.side.map((member) => entry(member, true)),
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
  const entry = (reading: Reading, x: number): DrawnEntry => {
    const { id, metric } = reading;
    const facts = { id, recordId: id, role: 'metric', title: words.metric[metric], x } as const;
    return entryOf(lane, facts, sources, [reading], () => drawReading(reading, words, detail));
  };
  return [
    ...(newest.get('') ?? []).map((reading) => entry(reading, grid.margin)),
    ...sources.inSequence.flatMap(({ touchpoint }) =>
      (newest.get(touchpoint.id) ?? []).map((reading) => entry(reading, under(touchpoint.id, sources))),
    ),
  ];
}

interface StageRow {
  readonly column: StageColumn;
  readonly inputs: readonly unknown[];
  readonly draw: (width: number) => Drawn;
}

/** One drawing a stage; the lane grows with the tallest. */
function stageContent(
  lane: Lane,
  { drawings, journey }: LaneSources,
  role: GroupRole,
  rows: readonly StageRow[],
): LaneContent {
  const pad = 14;
  const parts = rows.map(({ column, inputs, draw }): PlacedPart => {
    const id = `${role}.${lane.id}.${column.id}`;
    const width = column.width - 2 * cell.side;
    const title = journey.stages[column.index]?.name ?? '';
    const part = drawings.part(id, [...inputs, width], () => {
      const drawn = draw(width);
      return {
        id,
        role,
        recordId: column.id,
        title,
        items: drawn.items,
        box: { x: 0, y: 0, width, height: drawn.height },
      };
    });
    return { part, x: column.x + cell.side, y: pad };
  });
  const needed = parts.reduce((most, { part }) => Math.max(most, part.box.height), 0);
  return { ...empty, height: Math.max(lane.height, needed + 2 * pad), parts };
}

function openColumns({ columns }: LaneSources): readonly StageColumn[] {
  return columns.list.filter((column) => !column.collapsed);
}

function channelRows(sources: LaneSources): StageRow[] {
  const { journey, options } = sources;
  const { words, detail } = options;
  const channels = channelsById(journey.channels);
  const byStage = new Map<string, ChannelUse[]>();
  for (const use of coverage(journey).cells) {
    const channel = channels.get(use.channelId);
    if (!channel) continue;
    const entry = { channel, count: use.touchpointIds.length, meanEmotion: use.meanEmotion };
    const own = byStage.get(use.stageId);
    if (own) own.push(entry);
    else byStage.set(use.stageId, [entry]);
  }
  return openColumns(sources).flatMap((column) => {
    const uses = byStage.get(column.id);
    if (!uses) return [];
    const inputs = [words, detail, ...uses.flatMap((use) => [use.channel, use.count, use.meanEmotion])];
    return [{ column, inputs, draw: (width: number) => drawChannels(uses, width, words, detail) }];
  });
}

function mediaRows(sources: LaneSources): StageRow[] {
  const { journey, options, nodes } = sources;
  const { words, detail } = options;
  const evidence = evidenceById(journey.evidence);
  const touchpointsByStage = new Map<string, Touchpoint[]>();
  for (const { touchpoint, column } of sources.inSequence) {
    const own = touchpointsByStage.get(column.id);
    if (own) own.push(touchpoint);
    else touchpointsByStage.set(column.id, [touchpoint]);
  }
  const inJourney = new Set(nodes.map((node) => node.touchpoint));
  return openColumns(sources).map((column) => {
    const counts = { owned: 0, paid: 0, earned: 0, shared: 0, unset: 0 };
    const images = new Set<string>();
    for (const touchpoint of touchpointsByStage.get(column.id) ?? []) {
      if (inJourney.has(touchpoint) && isInJourney(touchpoint))
        counts[effectiveMedia(touchpoint, journey) ?? 'unset'] += 1;
      for (const id of touchpoint.evidenceIds) {
        const found = evidence.get(id);
        if (found?.kind === 'image' && found.data !== null) images.add(found.data);
      }
    }
    const pictures = [...images];
    const inputs = [words, detail, ...Object.values(counts), ...pictures];
    return { column, inputs, draw: (width: number) => drawMedia(counts, pictures, width, words, detail) };
  });
}
