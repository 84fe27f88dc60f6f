/**
 * Which slides a map becomes: the whole sheet, one slide a stage (several where it would be too small to read:
 * stageLayouts.ts), one a persona. Each draws scene groups (slideDrawing.ts) under a real title and carries what the
 * analyses say as its notes.
 */
import { analyseMap, type Analyses } from '../../analysis/analyseMap.ts';
import { peakEnd } from '../../analysis/peakEnd.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { Overlay } from '../../layout/overlay.ts';
import { largestPersonaCard } from '../../layout/largestPersonaCard.ts';
import type { Box, SceneGroup } from '../../layout/scene.ts';
import { logoId } from '../../layout/sheet.ts';
import type { HeadMarks } from '../../layout/sheetHeads.ts';
import { stageLetter } from '../../model/address.ts';
import type { JourneyMap, Persona, Stage, Touchpoint } from '../../model/journeyMap.ts';
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
import { boundsOf, unite } from '../../layout/bounds.ts';
import type { DeckSize, TitlePlace } from './packageParts.ts';
import type { Drawn } from './slideDrawing.ts';
import { stageSlides } from './stageLayouts.ts';

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
      ...journey.stages.flatMap((stage) => slidesOfStage(known, stage)),
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

function slidesOfStage(known: Known, stage: Stage): readonly Slide[] {
  const { size, language, letters } = known;
  const name = stage.name.trim() === '' ? fieldWords[language].one.stages : stage.name;
  const lettered = `${letters.get(stage.id) ?? ''} · ${name}`;
  const slides = stageSlides({ ...known, body: bodyBox(size), slideWidth: size.width }, stage);
  return slides.map(({ touchpoints, laid }, index): Slide => {
    const isDivided = slides.length > 1;
    const goal = isDivided || stage.goal === '' ? '' : ` – ${stage.goal}`;
    const place = isDivided ? ` — ${fileWords[language].slideOf(index + 1, slides.length)}` : '';
    const aboutAll = [isDivided ? stage.goal : '', stage.description].filter((text) => text !== '');
    return {
      title: `${lettered}${goal}${place}`,
      notes: stageNotes(known, touchpoints, index === 0 ? { id: stage.id, texts: aboutAll } : null),
      parts: () => {
        const drawn = laid();
        return fittedInto(bodyBox(size), drawn, drawn.groups);
      },
    };
  });
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

/** About the cards of a slide; `stage`: what is told of the stage as a whole, on its first slide. */
function stageNotes(
  { journey, analyses, language }: Known,
  touchpoints: readonly Touchpoint[],
  stage: { readonly id: string; readonly texts: readonly string[] } | null,
): readonly string[] {
  const words = fileWords[language];
  const ids = new Set(touchpoints.map(({ id }) => id));
  const titles = new Map(journey.touchpoints.map(({ id, title }) => [id, title]));
  const rated = touchpoints.flatMap(({ title, emotion }) => (emotion === null ? [] : [{ title, emotion }]));
  const mean = rated.reduce((sum, { emotion }) => sum + emotion, 0) / rated.length;
  const lowest = rated.toSorted((a, b) => a.emotion - b.emotion)[0];
  const out = journey.links.filter(({ from, to }) => ids.has(from) && !ids.has(to));
  return shortened([
    ...(stage?.texts ?? []),
    words.touchpoints(touchpoints.length),
    ...(lowest
      ? [
          `${words.meanEmotion}${words.pairMark}${signed(mean)} (${words.of(rated.length, touchpoints.length)})`,
          `${words.lowest}${words.pairMark}${lowest.title} (${signed(lowest.emotion)})`,
        ]
      : []),
    ...findingsAt(analyses, new Set([...(stage ? [stage.id] : []), ...ids]), language),
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
