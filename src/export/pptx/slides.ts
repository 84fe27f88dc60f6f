/**
 * Which slides a map becomes: the whole sheet, one slide a stage, one a persona. Each draws scene groups (slideDrawing.ts)
 * under a real title and carries what the analyses say as its notes.
 *
 * A stage is laid out anew as a map of its own, in the column width that fills the slide best, without the lanes that
 * hold nothing there.
 */
import { analyseMap, type Analyses } from '../../analysis/analyseMap.ts';
import { peakEnd } from '../../analysis/peakEnd.ts';
import { layoutOptionsFor } from '../../layout/defaultOptions.ts';
import { layoutMap } from '../../layout/layoutMap.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Overlay } from '../../layout/overlay.ts';
import { largestPersonaCard } from '../../layout/largestPersonaCard.ts';
import type { Box, SceneGroup } from '../../layout/scene.ts';
import { logoId } from '../../layout/sheet.ts';
import { layoutHeads, type HeadMarks } from '../../layout/sheetHeads.ts';
import { stageLetter } from '../../model/address.ts';
import { journeyTouchpoints } from '../../model/sequence.ts';
import type { JourneyMap, Lane, Persona, Stage, Touchpoint } from '../../model/journeyMap.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import { personaSign, type LineSign } from '../../theme/inks.ts';
import { fieldWords } from '../../words/fields.ts';
import { fileLanguage, fileWords } from '../../words/files.ts';
import type { InterfaceLanguage } from '../../words/language.ts';
import { personaCardWordsFor } from '../../words/personaCard.ts';
import { signed } from '../../words/scene.ts';
import type { ExportOptions } from '../exportOptions.ts';
import { findingsAt, keyFigures } from '../keyFigures.ts';
import { layoutPart } from '../sheets.ts';
import type { Slice } from '../slice.ts';
import { boundsOf, unite } from './bounds.ts';
import type { DeckSize, TitlePlace } from './packageParts.ts';
import type { Drawn } from './slideDrawing.ts';

export interface Slide {
  readonly title: string;
  /** Where the title stands, and its size in points, when not where all do. */
  readonly titlePlace?: TitlePlace;
  readonly notes: readonly string[];
  /** What stands under the title, in paint order. */
  parts(): readonly SlidePart[];
}
/** Groups of a scene, where they come to on the slide. */
export interface SlidePart extends Drawn {
  readonly groups: readonly SceneGroup[];
}
export interface Deck {
  readonly size: DeckSize;
  readonly slides: readonly Slide[];
}

const emuPerInch = 914_400;
/** What PowerPoint takes at most, and its usual width. */
const inches = { least: 40 / 3, most: 56 } as const;
/** So that a card's title is 6 points or more on the slide of the whole map, as long as that is not too wide for Office. */
const pointsPerUnit = 0.45;
const mostNotes = 25;

export function deckOf(whole: JourneyMap, options: ExportOptions): Deck {
  const { lang } = options;
  const { sheet, layout, journey: drawn, slice, partOf, overlays, headMarks } = layoutPart(whole, options);
  const journey = slice.records;
  const language = fileLanguage(lang, journey.map.language);
  const letters = new Map(whole.stages.map(({ id }, index) => [id, stageLetter(index)]));
  const signs = new Map(whole.personas.map(({ id }, index) => [id, personaSign(index)]));
  const analyses = analyseMap(journey);
  const wide = (sheet.width * pointsPerUnit) / 72;
  const width = Math.round(Math.min(inches.most, Math.max(inches.least, wide)) * emuPerInch);
  const size = { width, height: Math.round((width * 9) / 16) };
  const groups = sheet.groups.filter(({ id }) => id !== 'sheet.title' && id !== logoId);
  const logo = sheet.groups.filter(({ id }) => id === logoId);
  const known: Known = {
    journey,
    drawn,
    shown: slice.layout,
    layout,
    overlays,
    headMarks,
    analyses,
    language,
    size,
    letters,
    signs,
  };
  return {
    size,
    slides: [
      {
        title: journey.map.title.trim() === '' ? fileWords[language].untitled : journey.map.title,
        notes: wholeNotes(known, partOf),
        parts: () => [
          ...fittedInto(bodyBox(size), { journey: drawn, layout }, groups),
          ...fittedInto(logoBox(size), { journey: drawn, layout }, logo, 'end'),
        ],
      },
      ...journey.stages.map((stage) => stageSlide(known, stage)),
      ...journey.personas.map((persona) => personaSlide(known, persona)),
    ],
  };
}

interface Known {
  readonly journey: JourneyMap;
  /** The same records in the whole map's grid, where lanes and personas have their numbers and signs. */
  readonly drawn: JourneyMap;
  /** The lanes and curves that the part shows. */
  readonly shown: Slice['layout'];
  readonly layout: MapLayout;
  readonly overlays: readonly Overlay[];
  readonly headMarks: HeadMarks;
  readonly analyses: Analyses;
  readonly language: InterfaceLanguage;
  readonly size: DeckSize;
  /** Of the stages in the whole map. */
  readonly letters: ReadonlyMap<string, string>;
  /** Of the personas in the whole map. */
  readonly signs: ReadonlyMap<string, LineSign>;
}

/** What lies under the title. */
function bodyBox({ width, height }: DeckSize): Box {
  return { x: width * 0.025, y: height * 0.125, width: width * 0.95, height: height * 0.85 };
}

/** At the right end of the title's line. */
function logoBox({ width, height }: DeckSize): Box {
  const wide = width * 0.16;
  return { x: width * 0.975 - wide, y: height * 0.025, width: wide, height: height * 0.085 };
}

/** Groups as large as a box lets them be, in its middle or at its right end; nothing where they draw nothing. */
function fittedInto(
  into: Box,
  drawn: { readonly journey: JourneyMap; readonly layout: MapLayout },
  groups: readonly SceneGroup[],
  at: 'middle' | 'end' = 'middle',
): SlidePart[] {
  const covered = unite(
    groups.flatMap(({ items, origin }) => {
      const box = boundsOf(items);
      return box ? [{ ...box, x: box.x + origin.x, y: box.y + origin.y }] : [];
    }),
  );
  if (!covered) return [];
  const scale = Math.min(into.width / covered.width, into.height / covered.height);
  const fitting = {
    scale,
    x: into.x - covered.x * scale + (into.width - covered.width * scale) / (at === 'end' ? 1 : 2),
    y: into.y - covered.y * scale,
  };
  return [{ ...drawn, groups, fitting }];
}

function stageSlide(known: Known, stage: Stage): Slide {
  const { journey, shown, size, language, letters, overlays, headMarks } = known;
  const name = stage.name.trim() === '' ? fieldWords[language].one.stages : stage.name;
  return {
    title: `${letters.get(stage.id) ?? ''} · ${name}${stage.goal === '' ? '' : ` – ${stage.goal}`}`,
    notes: stageNotes(known, stage),
    parts: () => {
      const own = stageAlone(known, stage);
      const body = bodyBox(size);
      const { hiddenCurves = new Set(), lead = null, ribbons = null } = shown;
      const options = { ...layoutOptionsFor(journey), hiddenCurves, lead, ribbons };
      const hiddenLanes = new Set([...emptyLanes(own), ...(shown.hiddenLanes ?? [])]);
      const layAt = (width: number, touchpoints = own.touchpoints) => {
        const alone = { ...own, touchpoints, stages: [{ ...stage, width, collapsed: false }] };
        const layout = layoutMap(alone, { ...options, hiddenLanes, overlays });
        const heads = layoutHeads(alone, layout, { words: options.words, scale: 1, marks: headMarks });
        const across = body.width / (layout.width + heads.laneWidth);
        const down = body.height / Math.max(1, layout.height);
        return { alone, layout, heads, across, scale: Math.min(across, down) };
      };
      // A wider column is a lower map: what fills the width already is only larger in a narrower one.
      let [narrow, wide]: readonly [number, number] = widths;
      let best = layAt(Math.sqrt(narrow * wide));
      for (
        let tries = own.touchpoints.length > manyCards ? 1 : mostTries, laid = best;
        tries > 0;
        tries -= 1
      ) {
        const width = Math.sqrt(narrow * wide);
        if (laid.scale === laid.across) wide = width;
        else narrow = width;
        laid = layAt(Math.sqrt(narrow * wide));
        if (laid.scale > best.scale) best = laid;
      }
      if (own.touchpoints.length <= manyCards) best = inFewerRows(best, own.touchpoints, layAt);
      const laneHeads = best.heads.groups.filter(({ role }) => role === 'lane-head');
      const drawn = { journey: best.alone, layout: best.layout };
      return fittedInto(body, drawn, [...laneHeads, ...best.layout.groups]);
    },
  };
}

interface Laid {
  readonly alone: JourneyMap;
  readonly scale: number;
}

/** A low slide has no room for rows that stand one below the other by choice; they are given up where that makes it clearly larger. */
function inFewerRows<T extends Laid>(
  best: T,
  touchpoints: readonly Touchpoint[],
  layAt: (width: number, touchpoints: readonly Touchpoint[]) => T,
): T {
  const flat = touchpoints.map((one) => ({ ...one, row: 0 }));
  const wide = best.alone.stages[0]?.width ?? 0;
  return [1, 1.25, 1.55, 2, 2.6]
    .map((share) => layAt(Math.min(widths[1], wide * share), flat))
    .reduce((a, b) => (b.scale > a.scale * (a === best ? clearlyLarger : 1) ? b : a), best);
}
const clearlyLarger = 1.08;

/** Column widths to try, in map units, and how often; a stage of many cards is small at any of them. */
const widths = [420, 3200] as const;
const mostTries = 5;
const manyCards = 40;

function stageAlone({ journey, drawn }: Known, stage: Stage): JourneyMap {
  const touchpoints = journey.touchpoints.filter(({ stageId }) => stageId === stage.id);
  const ids = new Set(touchpoints.map(({ id }) => id));
  const inStage = ({ stageId }: { readonly stageId: string | null }) => stageId === stage.id;
  return {
    ...journey,
    stages: [stage],
    personas: drawn.personas,
    lanes: drawn.lanes.map((lane): Lane => ({ ...lane, collapsed: false })),
    touchpoints,
    links: journey.links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    moments: journey.moments.filter(({ touchpointId }) => ids.has(touchpointId)),
    insights: journey.insights.filter(inStage),
    opportunities: journey.opportunities.filter(inStage),
    actions: journey.actions.filter(inStage),
    readings: journey.readings.filter(({ touchpointId }) => touchpointId !== null && ids.has(touchpointId)),
    elements: [],
  };
}

/** Lanes that would be drawn without anything in them, and those drawn from data that are more than a stage's own curve and moments. */
function emptyLanes(own: JourneyMap): ReadonlySet<string> {
  const filled = new Set(
    [...own.touchpoints, ...own.insights, ...own.opportunities, ...own.actions].map(({ laneId }) => laneId),
  );
  const hasUnplaced = [...own.insights, ...own.opportunities, ...own.actions].some(
    ({ laneId }) => laneId === null,
  );
  const isRated = journeyTouchpoints(own).some(({ emotion }) => emotion !== null);
  return new Set(
    own.lanes.flatMap(({ id, kind }) => {
      const holds = laneHolds(kind);
      if (kind === 'emotion') return isRated ? [] : [id];
      if (kind === 'moments') return own.moments.length > 0 ? [] : [id];
      if (holds === 'touchpoints' || holds === 'nothing') return filled.has(id) ? [] : [id];
      return filled.has(id) || hasUnplaced ? [] : [id];
    }),
  );
}

function personaSlide(known: Known, persona: Persona): Slide {
  const { journey, size, language, signs } = known;
  return {
    title: persona.role === '' ? persona.name : `${persona.name} – ${persona.role}`,
    notes: personaNotes(journey, persona, language),
    parts: () => {
      const body = bodyBox(size);
      const card = largestPersonaCard(journey, persona.id, {
        words: personaCardWordsFor(journey.map.language),
        room: { width: cardWidth, height: (cardWidth * body.height) / body.width },
        sign: signs.get(persona.id) ?? personaSign(0),
      });
      return card ? fittedInto(body, known, card.groups) : [];
    },
  };
}

/** In scene units: at this width a card can be read on a slide. */
const cardWidth = 1180;

function wholeNotes({ journey, analyses, language }: Known, partOf: string): readonly string[] {
  const { description, scenario, goal } = journey.map;
  const texts = [partOf, description, scenario, goal].filter((text) => text !== '');
  return shortened([
    ...texts,
    ...keyFigures(journey, language, analyses),
    ...findingsAt(analyses, null, language),
  ]);
}

function stageNotes({ journey, analyses, language }: Known, stage: Stage): readonly string[] {
  const words = fileWords[language];
  const touchpoints = journey.touchpoints.filter(({ stageId }) => stageId === stage.id);
  const ids = new Set(touchpoints.map(({ id }) => id));
  const titles = new Map(journey.touchpoints.map(({ id, title }) => [id, title]));
  const rated = touchpoints.flatMap(({ title, emotion }) => (emotion === null ? [] : [{ title, emotion }]));
  const mean = rated.reduce((sum, { emotion }) => sum + emotion, 0) / rated.length;
  const lowest = rated.toSorted((a, b) => a.emotion - b.emotion)[0];
  const out = journey.links.filter(({ from, to }) => ids.has(from) && !ids.has(to));
  return shortened([
    ...(stage.description === '' ? [] : [stage.description]),
    words.touchpoints(touchpoints.length),
    ...(lowest
      ? [
          `${words.meanEmotion}${words.pairMark}${signed(mean)} (${words.of(rated.length, touchpoints.length)})`,
          `${words.lowest}${words.pairMark}${lowest.title} (${signed(lowest.emotion)})`,
        ]
      : []),
    ...findingsAt(analyses, new Set([stage.id, ...ids]), language),
    ...out.map(({ from, to }) => `${titles.get(from) ?? ''} → ${titles.get(to) ?? ''}`),
  ]);
}

function personaNotes(journey: JourneyMap, persona: Persona, language: InterfaceLanguage): readonly string[] {
  const words = fileWords[language];
  const remembered = peakEnd(journey, persona.id);
  if (!remembered) return [];
  const titles = new Map(journey.touchpoints.map(({ id, title }) => [id, title]));
  const { mean, score, peak, rated, of } = remembered;
  return [
    `${words.meanEmotion}${words.pairMark}${signed(mean)} (${words.of(rated, of)})`,
    `${words.peakEnd}${words.pairMark}${signed(score)}`,
    `${words.peak}${words.pairMark}${titles.get(peak.id) ?? ''} (${signed(peak.emotion)})`,
  ];
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= mostNotes ? lines : [...lines.slice(0, mostNotes), `… +${lines.length - mostNotes}`];
}
