/**
 * The report of findings: a map and what its analyses say as pages for a meeting, drawn with the map's own drawing code.
 *
 * In:  a map (or the part of it that the report is about), the sheet of it already laid out, the size of a page, and from whose
 *      point of view.
 * Out: one scene a page: title, findings in short, personas, the map, its curve, moments of truth, sieve, coverage, priorities,
 *      pains, questions answered, media mix, messages, tiers, response times, contact pressure, ownership and hand-offs, checks,
 *      opportunities, and every touchpoint in a table. What could not be worked out has no page of its own: a table below the
 *      checks says what is not known yet, and why. In the map's language; the same map gives the same pages. Nothing is cut and
 *      nothing lies outside its page: long texts and tables go on on the next one.
 */
import { analyseMap } from '../analysis/analyseMap.ts';
import { chartFactsOf } from '../charts/chartFacts.ts';
import type { Scene } from '../layout/scene.ts';
import type { JourneyMap, Persona } from '../model/journeyMap.ts';
import { baseSign, personaSign } from '../theme/inks.ts';
import { reportWordsFor } from '../words/report.ts';
import { appendixSection } from './appendixSection.ts';
import { checksSection } from './checksSection.ts';
import {
  mediaSection,
  messagesSection,
  ownershipSection,
  pressureSection,
  questionsSection,
} from './contactSections.ts';
import { coverageSection } from './coverageSection.ts';
import { curveSection } from './curveSection.ts';
import { coverDraft, mapDraft, personaDrafts } from './drawnPages.ts';
import { momentsSection } from './momentsSection.ts';
import { knownOnly, unknownPieces } from './notKnown.ts';
import { opportunitiesSection, painsSection, quadrantSection } from './prioritySections.ts';
import type { ReportContext, Section } from './reportContext.ts';
import {
  bodyOf,
  finishPage,
  sectionPages,
  type Draft,
  type PageSize,
  type ReportPage,
} from './reportPages.ts';
import { responseSection, tierSection } from './serviceSections.ts';
import { shortSection } from './shortSection.ts';
import { sieveSection } from './sieveSection.ts';
import { sentences } from './texts.ts';

export interface ReportOptions {
  /** Of every page, in map units. */
  readonly page: PageSize;
  /** The whole map as it is printed. */
  readonly sheet: Scene;
  /** The persona from whose point of view the analyses are; null: everyone's. */
  readonly personaId?: string | null;
  /** The whole map's personas, of which the map may hold one alone. */
  readonly personas?: readonly Pick<Persona, 'id'>[];
  /** Which part of the map this is; empty for all of it. */
  readonly partOf?: string;
}

export function layoutReport(map: JourneyMap, options: ReportOptions): readonly ReportPage[] {
  const { page, sheet, personaId = null, personas = map.personas, partOf = '' } = options;
  const signs = new Map(personas.map(({ id }, index) => [id, personaSign(index)]));
  const words = reportWordsFor(map.map.language);
  const body = bodyOf(page);
  const context: ReportContext = {
    map,
    analyses: analyseMap(map, { persona: personaId }),
    facts: chartFactsOf(map, words.language),
    words,
    width: body.width,
    personaId,
    signOf: (id) => signs.get(id) ?? baseSign,
  };
  const paged = (sections: readonly Section[]) => sectionPages(sections, body, words.continued);
  const sections = sectionsOf(context);
  const found = paged(sections.map((section) => told(section, body.width)));
  const inOrder = sections.toSorted(
    (a, b) =>
      placeIn(found, a.id).page - placeIn(found, b.id).page ||
      placeIn(found, a.id).row - placeIn(found, b.id).row,
  );
  const drawn = [...personaDrafts(context, body), mapDraft(context, sheet, body)];
  const shortAt = (before: number) =>
    paged([
      shortSection(context, inOrder, {
        pageOf: (id) => placeIn(found, id).page + before + 1,
        room: body.height,
      }),
    ]);
  // As many pages as it has whatever the numbers in it: these stand in a column of their own.
  const inFront = 1 + shortAt(0).length + drawn.length;
  const drafts = [coverDraft(context, page, partOf), ...shortAt(inFront), ...drawn, ...found];
  const title = map.map.title.trim() || words.untitled;
  return drafts.map((draft, index) =>
    finishPage(draft, {
      page,
      title,
      language: words.language,
      number: words.page(index + 1, drafts.length),
    }),
  );
}

function sectionsOf(context: ReportContext): readonly Section[] {
  const [found, lacking] = knownOnly(context, [
    curveSection(context),
    momentsSection(context),
    sieveSection(context),
    coverageSection(context),
    quadrantSection(context),
    painsSection(context),
    questionsSection(context),
    mediaSection(context),
    messagesSection(context),
    tierSection(context),
    responseSection(context),
    pressureSection(context),
    ownershipSection(context),
    checksSection(context),
    opportunitiesSection(context),
  ]);
  const [appendix] = knownOnly(context, [appendixSection(context)]);
  const unknown = unknownPieces(context, lacking);
  return [
    ...found.map((one) => (one.id === 'checks' ? { ...one, pieces: [...one.pieces, ...unknown] } : one)),
    ...appendix,
  ];
}

/** Between the findings of a section and what it draws. */
const underFindings = 16;

/** A section whose findings stand above what it draws. */
function told(section: Section, width: number): Section {
  const findings = sentences(section.says, width);
  const [first, ...others] = section.pieces;
  if (!first || findings.length === 0) return { ...section, pieces: [...findings, ...section.pieces] };
  const below = { ...first, above: Math.max(underFindings, first.above ?? 0) };
  return { ...section, pieces: [...findings, below, ...others] };
}

/** Where a section begins: its page, and which one it is there; both from 0. */
function placeIn(drafts: readonly Draft[], section: string): { readonly page: number; readonly row: number } {
  const page = drafts.findIndex(
    ({ id, more = [] }) => id === section || more.some((one) => one.id === section),
  );
  return { page, row: 1 + (drafts[page]?.more ?? []).findIndex(({ id }) => id === section) };
}
