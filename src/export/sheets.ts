/**
 * The sheets that a map and its options come to: what every drawing writer draws. One sheet for most; one a stage or a
 * persona where that is asked for. Pure: the same map and options give the same scenes.
 */
import { checkMap } from '../analysis/checks/checkMap.ts';
import type { Scene } from '../layout/scene.ts';
import { layoutOptionsFor } from '../layout/defaultOptions.ts';
import { layoutMap } from '../layout/layoutMap.ts';
import type { MapLayout } from '../layout/mapLayout.ts';
import { headMarks } from '../layout/overlays/headMarks.ts';
import type { Sign } from '../layout/overlays/markItems.ts';
import { makeMarks } from '../layout/overlays/marks.ts';
import { makeOverlay, type MadeOverlay } from '../layout/overlays/makeOverlay.ts';
import type { Overlay } from '../layout/overlay.ts';
import { layoutSheet, usualMost, type SheetOptions } from '../layout/sheet.ts';
import { layoutFoot } from '../layout/sheetFoot.ts';
import type { HeadMarks } from '../layout/sheetHeads.ts';
import type { OverlayKey } from '../layout/sheetParts.ts';
import { layoutReport } from '../report/layoutReport.ts';
import type { ReportPage } from '../report/reportPages.ts';
import { stageLetter } from '../model/address.ts';
import type { Finding } from '../model/finding.ts';
import type { JourneyMap, Language } from '../model/journeyMap.ts';
import { overlayWords } from '../words/overlays.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { sheetWordsFor, type SheetWords } from '../words/sheet.ts';
import { compactMap } from './compactMap.ts';
import { drawDimmed } from './drawDimmed.ts';
import type { ExportOptions } from './exportOptions.ts';
import { roomForFoot } from './pdfPages.ts';
import { sliceMap, type Slice } from './slice.ts';

/** The sheets of a repaired map; at least one. */
export function layoutSheets(journey: JourneyMap, options: ExportOptions): readonly [Scene, ...Scene[]] {
  if (options.content === 'report') {
    const [first, ...others] = layoutReportPages(journey, options);
    return [first.scene, ...others.map(({ scene }) => scene)];
  }
  const parts = partsOf(journey, options).map((part) => layoutPart(journey, { ...options, ...part }).sheet);
  const [first = layoutPart(journey, options).sheet, ...others] = parts;
  return [first, ...others];
}

/** The pages of the report: of the paper's form, and as wide as a screen where no paper is asked for. */
export function layoutReportPages(
  journey: JourneyMap,
  options: ExportOptions,
): readonly [ReportPage, ...ReportPage[]] {
  // The title stands on a page of its own.
  const { sheet, slice } = layoutPart(journey, { ...options, title: false });
  const { records } = slice;
  const shown = options.logo ? records : { ...records, map: { ...records.map, logo: null } };
  const [first, ...others] = layoutReport(shown, {
    page: reportPage[options.paper === 'sheet' ? 'screen' : options.paper === 'Letter' ? 'Letter' : 'A'],
    sheet,
    personaId: slice.persona?.id ?? null,
    personas: journey.personas,
    partOf: partText(journey, slice, sheetWordsFor(journey.map.language)),
  });
  if (!first) throw new Error('a report has a first page');
  return [first, ...others];
}

/** In map units, 96 an inch. All A papers have one form. */
const reportPage = {
  screen: { width: 1280, height: 720 },
  A: { width: 1122.52, height: 793.7 },
  Letter: { width: 1056, height: 816 },
} as const;

/** Whether the sheets are those of the personas, in their order. */
export function isOnePersonaAPage({ content, spread, persona }: ExportOptions): boolean {
  return content === 'map' && spread === 'personas' && persona === '';
}

function partsOf(journey: JourneyMap, options: ExportOptions): Partial<ExportOptions>[] {
  if (options.spread === 'stages')
    return sliceMap(journey, options).records.stages.map(({ id }) => ({ stage: [id] }));
  if (isOnePersonaAPage(options)) return journey.personas.map(({ id }) => ({ persona: id }));
  return [];
}

/** A part laid out: its sheet, and what that was drawn from. */
export interface DrawnPart {
  readonly sheet: Scene;
  readonly layout: MapLayout;
  readonly journey: JourneyMap;
  readonly slice: Slice;
  /** Which part it is, in the map's language; empty for the whole map. */
  readonly partOf: string;
  /** What it was drawn with, for whoever lays out a part of it anew. */
  readonly overlays: readonly Overlay[];
  /** What the checks found about stages and lanes, where that is marked. */
  readonly headMarks: HeadMarks;
}

/** The part of a map that the options choose, on one sheet. */
export function layoutPart(journey: JourneyMap, options: ExportOptions): DrawnPart {
  const { language } = journey.map;
  const slice = sliceMap(journey, options);
  const layoutOptions = { ...layoutOptionsFor(journey), ...slice.layout };
  const drawn = options.compact ? compactMap(slice.drawn, layoutOptions) : slice.drawn;
  const kind = options.overlay === 'none' ? (slice.view?.overlay ?? null) : options.overlay;
  const overlay = kind && makeOverlay(kind, drawn);
  const found = options.marks ? checkMap(journey, dayOf(journey)) : null;
  const marks = found && makeMarks(found, journey);
  const onHeads = headMarks(found ?? [], journey, language === 'en' ? 'en' : 'zh');
  const overlays = [overlay, marks].filter((one) => one !== null);
  const laidOut = layoutMap(drawn, { ...layoutOptions, overlays });
  const layout = drawDimmed(laidOut, drawn, slice.dimmed);
  const words = sheetWordsFor(language);
  const partOf = partText(journey, slice, words);
  const sheetOptions: SheetOptions = {
    words,
    sceneWords: sceneWordsFor(language),
    parts: options,
    partOf,
    overlay: overlay && overlayKey(overlay, language),
    headMarks: onHeads,
    checkSigns: signsOn(slice.records, found ?? [], onHeads),
    ...mostScaleOf(options),
  };
  const whole = layoutSheet(slice.records, layout, sheetOptions);
  const room = roomForFoot(whole, options);
  const foot = room && layoutFoot(slice.records, layout, sheetOptions, room);
  const sheet = foot ? { ...whole, foot } : whole;
  return { sheet, layout, journey: drawn, slice, partOf, overlays, headMarks: onHeads };
}

/** The signs of checks on the cards and heads of a part. */
function signsOn(
  { touchpoints, moments, links, stages, lanes }: JourneyMap,
  found: readonly Finding[],
  onHeads: HeadMarks,
): readonly Sign[] {
  const onCards = new Set([touchpoints, moments, links].flatMap((all) => all.map(({ id }) => id)));
  const open = found.filter(({ targetId, dismissed }) => !dismissed && onCards.has(targetId));
  return (['warning', 'info'] as const).filter(
    (sign) =>
      open.some(({ severity }) => severity === sign) ||
      // Heads have one sign for all.
      (sign === 'warning' && [...stages, ...lanes].some(({ id }) => onHeads.has(id))),
  );
}

/** Tiles show the map at a size of their own, so their heads are no larger than they have to be there: more of the map is on a page. */
function mostScaleOf({ content, paper, spread, scale }: ExportOptions): Pick<SheetOptions, 'mostScale'> {
  const isTiled = content === 'map' && paper !== 'sheet' && spread === 'tiles';
  return isTiled ? { mostScale: Math.min(usualMost, Math.max(1, 1 / scale)) } : {};
}

/** What the legend says of an overlay, in the map's language. */
function overlayKey(overlay: MadeOverlay, language: Language): OverlayKey {
  const words = overlayWords[language === 'en' ? 'en' : 'zh'];
  return { heading: words.heading(words.names[overlay.kind]), legend: overlay.legend(words) };
}

/** The day against which dated topics are held: not today, for the same map gives the same file. */
function dayOf({ map }: JourneyMap): string | null {
  return map.updatedAt?.slice(0, 10) ?? null;
}

/** Which part a slice is: "Stages C to D · Set up, First value"; empty for the whole map. */
function partText(journey: JourneyMap, slice: Slice, { partOf, listMark }: SheetWords): string {
  const texts: string[] = [];
  const { stages, persona, view, isSelection, records } = slice;
  if (stages) {
    const indexes = journey.stages.flatMap(({ id }, index) => (stages.includes(id) ? [index] : []));
    const letters = indexes.map(stageLetter);
    const names = indexes.map((index) => journey.stages[index]?.name ?? '').join(listMark);
    const [first = 0, last = first] = [indexes[0], indexes.at(-1)];
    texts.push(
      last - first === indexes.length - 1
        ? partOf.stages(stageLetter(first), stageLetter(last), names)
        : partOf.someStages(letters.join(listMark), names),
    );
  }
  if (persona) texts.push(partOf.persona(persona.name));
  if (view) texts.push(partOf.view(view.name));
  if (isSelection) texts.push(partOf.selection(records.touchpoints.length));
  return texts.join(' · ');
}
