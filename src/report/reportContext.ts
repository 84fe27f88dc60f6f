/** What every section of the report is made from: the map, what the analyses say, words and numbers of the map's language, and the width of a page. */
import type { Analyses } from '../analysis/analyseMap.ts';
import type { MissingReason, Outcome } from '../analysis/outcome.ts';
import { isThin } from '../analysis/outcome.ts';
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import type { Naming } from '../charts/chartFacts.ts';
import type { StageColumn } from '../charts/chart.ts';
import { stageColumns } from '../charts/stageColumns.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import type { LineSign } from '../theme/inks.ts';
import type { ReportWords } from '../words/report.ts';
import type { Piece } from './flow.ts';
import { nothing } from './texts.ts';

export interface ReportContext {
  readonly map: JourneyMap;
  readonly analyses: Analyses;
  readonly facts: Naming;
  readonly words: ReportWords;
  /** Of what stands on a page. */
  readonly width: number;
  /** From whose point of view; null: everyone's. */
  readonly personaId: string | null;
  /** The sign of a persona in the whole map. */
  readonly signOf: (personaId: string) => LineSign;
}

/** One section: its name, what it rests on, and what stands in it. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly rests: string;
  /** What it finds, in sentences: they stand above its drawing, and are told in the notes of its slide. */
  readonly says: readonly string[];
  /** Which of them are told again among the findings in short; all, unless it says otherwise. */
  readonly inShort?: readonly string[];
  readonly pieces: readonly Piece[];
  /** Begins a page even where there would be room for all of it below another section. */
  readonly ownPage?: boolean;
}

/** A section of which nothing is known, and why. */
export function unknown(context: ReportContext, id: string, name: string, reason: MissingReason): Section {
  return { id, name, rests: '', says: [], pieces: missingPiece(context, reason) };
}

/** What is missing, in the words of the insights page. How to add it is not for those who read a report. */
function missingPiece(context: ReportContext, reason: MissingReason): readonly Piece[] {
  return notKnown(context.facts.words.reasons[reason].says, context.width);
}

/** That something is not known. */
export function notKnown(says: string, width: number): readonly Piece[] {
  return nothing(says, width).map((piece) => ({ ...piece, missing: says }));
}

/** "12 of 18 rated · small sample"; empty where there is no answer. */
export function restsOn(
  { facts: { words } }: ReportContext,
  outcome: Outcome<unknown>,
  what: string,
): string {
  if (outcome.value === null) return '';
  const text = words.of(outcome.n, outcome.of, what);
  return isThin(outcome) ? `${text} · ${words.smallSample}` : text;
}

/** A touchpoint as it is named in sentences: 6 “Web site”. */
export function placeOf({ facts, words }: ReportContext, id: string): string {
  return words.quoted(facts.tag(id), facts.title(id));
}

/** Places that one sentence names. */
const mostPlaces = 6;

/** Several touchpoints as they are named in one sentence. */
export function placesOf(context: ReportContext, ids: readonly string[]): string {
  const named = ids.slice(0, mostPlaces).map((id) => placeOf(context, id));
  const more = ids.length > mostPlaces ? [context.facts.words.more(ids.length - mostPlaces)] : [];
  return [...named, ...more].join(context.words.listMark);
}

/** A touchpoint as it is named in tables: "6 Web site". */
export function nameOf({ facts }: ReportContext, id: string): string {
  return `${facts.tag(id)} ${facts.title(id)}`.trim();
}

export function stageOf({ map }: ReportContext): (id: string) => string {
  const names = new Map(map.stages.map(({ id, name }) => [id, name]));
  const stages = new Map(map.touchpoints.map(({ id, stageId }) => [id, names.get(stageId) ?? '']));
  return (id) => stages.get(id) ?? '';
}

export function ownerOf({ map }: ReportContext): (id: string) => string {
  const owners = new Map(map.touchpoints.map(({ id, owner }) => [id, owner]));
  return (id) => owners.get(id) ?? '';
}

/** The stages as columns across the page, from `left` on. Many stages make a drawing wider than the page. */
export function columnsOf({ map, analyses, width }: ReportContext, left: number): readonly StageColumn[] {
  const stages = new Map(map.touchpoints.map(({ id, stageId }) => [id, stageId]));
  const counted = Map.groupBy(analyses.A5.value?.chain ?? [], ({ id }) => stages.get(id));
  const rooms = map.stages.map(({ id, name }) => ({ id, name, sieves: counted.get(id)?.length ?? 0 }));
  return stageColumns(rooms, left, width);
}

/** Emotion of a touchpoint from this point of view. */
export function emotionOf({ map, personaId }: ReportContext): (id: string) => number | null {
  const emotions = new Map(scoredTouchpoints(map, personaId).map(({ id, emotion }) => [id, emotion]));
  return (id) => emotions.get(id) ?? null;
}
