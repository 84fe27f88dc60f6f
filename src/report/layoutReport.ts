/**
 * The report of findings: a map and what its analyses say as pages for a meeting, drawn with the map's own drawing code.
 *
 * In:  a map (or the part of it that the report is about), the sheet of it already laid out, the size of a page, and from whose
 *      point of view.
 * Out: one scene a page: title, findings in short, personas, the map, its curve, moments of truth, sieve, coverage, priorities,
 *      pains, questions answered, media mix, messages, tiers, response times, contact pressure, ownership and hand-offs, checks,
 *      opportunities, and every touchpoint in a table. What could not
 *      be worked out has no page of its own: one section after the checks says what is not known yet, and why. In the map's language; the same map gives the same pages. Nothing is cut and nothing lies outside
 *      its page: long texts and tables go on on the next one.
 */
import { analyseMap } from '../analysis/analyseMap.ts';
import { chartFactsOf } from '../charts/chartFacts.ts';
import { line } from '../layout/hatch.ts';
import { layoutPersonaCard } from '../layout/personaCard.ts';
import { scaleItems } from '../layout/scaleItems.ts';
import type { Box, Scene, SceneGroup, SceneItem } from '../layout/scene.ts';
import { textBlock } from '../layout/textBlock.ts';
import type { JourneyMap, Persona } from '../model/journeyMap.ts';
import { baseSign, personaSign } from '../theme/inks.ts';
import { personaCardWordsFor } from '../words/personaCard.ts';
import { reportWordsFor } from '../words/report.ts';
import {
  mediaSection,
  messagesSection,
  ownershipSection,
  pressureSection,
  questionsSection,
} from './contactSections.ts';
import { coverPage } from './coverPage.ts';
import { fitted, flow, heightOf } from './flow.ts';
import { coverageSection, curveSection, momentsSection, sieveSection } from './journeySections.ts';
import type { ReportContext, Section } from './reportContext.ts';
import { shortSection } from './shortSection.ts';
import { table } from './texts.ts';
import {
  appendixSection,
  checksSection,
  opportunitiesSection,
  painsSection,
  quadrantSection,
  responseSection,
  tierSection,
} from './workSections.ts';

export interface ReportOptions {
  /** Of every page, in map units. */
  readonly page: { readonly width: number; readonly height: number };
  /** The whole map as it is printed. */
  readonly sheet: Scene;
  /** The persona from whose point of view the analyses are; null: everyone's. */
  readonly personaId?: string | null;
  /** The whole map's personas, of which the map may hold one alone. */
  readonly personas?: readonly Pick<Persona, 'id'>[];
  /** Which part of the map this is; empty for all of it. */
  readonly partOf?: string;
}

export interface ReportPage {
  readonly scene: Scene;
  /** The page's name, and where it stands: a slide has it as its own title in place of the group `headingId`. */
  readonly title: string;
  readonly titleBox: Box;
  readonly titleSize: number;
}

/** The group of a page's heading. */
export const headingId = 'report.heading';

const margin = { side: 48, top: 40, bottom: 30 } as const;
const heading = { height: 50, gap: 20, size: 32 } as const;
const footer = { height: 26 } as const;
/** Headings of sections that follow on a page. */
const inner = { above: 34, height: 44 } as const;
/** Widths of persona cards to choose from, in widths of the page: the one that is largest there. */
const cardWidths: readonly number[] = [0.85, 1, 1.15, 1.3, 1.5, 1.8];

/** What is drawn of a page before its number is known. */
interface Draft {
  readonly id: string;
  readonly title: string;
  readonly rests: string;
  /** Null: a page of a section, with the heading that all have. */
  readonly cover: { readonly items: readonly SceneItem[]; readonly box: Box; readonly size: number } | null;
  readonly items: readonly SceneItem[];
  /** Where its items end; a small section may follow. */
  readonly bottom?: number;
  /** Headings of the sections that follow on the page. */
  readonly more?: readonly { readonly title: string; readonly rests: string; readonly y: number }[];
  /** Drawn by its own groups, at a scale. */
  readonly placed?: readonly SceneGroup[];
}

export function layoutReport(map: JourneyMap, options: ReportOptions): readonly ReportPage[] {
  const { page, sheet, personaId = null, personas = map.personas, partOf = '' } = options;
  const signs = new Map(personas.map(({ id }, index) => [id, personaSign(index)]));
  const words = reportWordsFor(map.map.language);
  const body: Box = {
    x: margin.side,
    y: margin.top + heading.height + heading.gap,
    width: page.width - 2 * margin.side,
    height: page.height - margin.top - heading.height - heading.gap - margin.bottom - footer.height,
  };
  const context: ReportContext = {
    map,
    analyses: analyseMap(map, { persona: personaId }),
    facts: chartFactsOf(map, words.language),
    words,
    width: body.width,
    personaId,
    signOf: (id) => signs.get(id) ?? baseSign,
  };
  const sections = (...made: readonly (Section | null)[]): readonly Draft[] =>
    sectionPages(
      made.filter((one) => one !== null),
      body,
      words.continued,
    );
  const [found, unknown] = knownOnly(context, [
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
  const drafts: readonly Draft[] = [
    coverDraft(context, page, partOf),
    ...sections(shortSection(context)),
    ...personaDrafts(context, body),
    mapDraft(context, sheet, body),
    ...sections(
      ...found.flatMap((one) => (one.id === 'checks' ? [one, unknownSection(context, unknown)] : [one])),
      ...appendix,
    ),
  ];
  return drafts.map((draft, index) =>
    finish(context, draft, { page, number: words.page(index + 1, drafts.length) }),
  );
}

interface NotKnown {
  readonly name: string;
  readonly says: string;
}

/** The sections that say something, and what the others lack. */
function knownOnly(
  context: ReportContext,
  made: readonly (Section | null)[],
): readonly [readonly Section[], readonly NotKnown[]] {
  const { map, words } = context;
  const found: Section[] = [];
  const lacking: NotKnown[] =
    map.personas.length === 0 ? [{ name: words.personas, says: words.noPersonas }] : [];
  if (map.touchpoints.length === 0) lacking.push({ name: words.map, says: words.noTouchpoints });
  for (const section of made) {
    if (section === null) continue;
    const says = section.pieces.every(({ missing }) => missing !== undefined)
      ? section.pieces[0]?.missing
      : undefined;
    if (says === undefined) found.push(section);
    else lacking.push({ name: section.name, says });
  }
  return [found, lacking];
}

/** Null where everything could be worked out. */
function unknownSection({ words, width }: ReportContext, lacking: readonly NotKnown[]): Section | null {
  if (lacking.length === 0) return null;
  const [part = '', why = ''] = words.unknownColumns;
  return {
    id: 'unknown',
    isSmall: true,
    name: words.unknown,
    rests: '',
    pieces: table(
      [
        { name: part, share: 32, strong: true },
        { name: why, share: 68 },
      ],
      lacking.map(({ name, says }) => [name, says]),
      width,
    ),
  };
}

function coverDraft(context: ReportContext, page: ReportOptions['page'], partOf: string): Draft {
  const around = { x: 28, y: 28, width: page.width - 56, height: page.height - 56 };
  const { title, titleBox, items } = coverPage(context, around, partOf);
  const name = context.map.map.title.trim() || context.words.untitled;
  return {
    id: 'cover',
    title: name,
    rests: '',
    cover: { items: title, box: titleBox, size: 46 },
    items,
  };
}

/** The pages of sections, one after the other; a small one follows on the page of the one before where it has room. */
function sectionPages(
  made: readonly Section[],
  body: Box,
  continued: (name: string) => string,
): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const section of made) {
    const last = drafts.at(-1);
    const top = (last?.bottom ?? Infinity) + inner.above + inner.height;
    const left = body.y + body.height - top;
    if (!last || !section.isSmall || heightOf(section.pieces) > left) {
      drafts.push(...sectionDrafts(section, body, continued));
      continue;
    }
    const [page] = flow(section.pieces, { ...body, y: top, height: left });
    const head = { title: section.name, rests: section.rests, y: top - inner.height };
    drafts[drafts.length - 1] = {
      ...last,
      items: [...last.items, ...(page?.items ?? [])],
      bottom: page?.bottom ?? top,
      more: [...(last.more ?? []), head],
    };
  }
  return drafts;
}

function sectionDrafts(
  { id, name, rests, pieces }: Section,
  body: Box,
  continued: (name: string) => string,
): readonly Draft[] {
  return flow(fitted(pieces, body.height), body).map(({ items, bottom }, index) => ({
    id,
    title: index === 0 ? name : continued(name),
    rests: index === 0 ? rests : '',
    cover: null,
    items,
    bottom,
  }));
}

function personaDrafts(context: ReportContext, body: Box): readonly Draft[] {
  const { map, words, signOf } = context;
  const cardWords = personaCardWordsFor(map.map.language);
  return map.personas.map(({ id, name }, index): Draft => {
    const cards = cardWidths.flatMap((wide) => {
      const card = layoutPersonaCard(map, id, {
        words: cardWords,
        width: wide * body.width,
        isInPage: true,
        sign: signOf(id),
      });
      return card ? [{ card, scale: Math.min(1, body.width / card.width, body.height / card.height) }] : [];
    });
    const best = cards.reduce((a, b) => (b.scale > a.scale ? b : a));
    return {
      id: `persona.${index + 1}`,
      title: name || context.facts.words.untitled,
      rests: words.personas,
      cover: null,
      items: [],
      placed: placed(best.card, body),
    };
  });
}

function mapDraft({ map, words }: ReportContext, sheet: Scene, body: Box): Draft {
  return {
    id: 'map',
    title: words.map,
    rests: words.mapNote(map.stages.length, map.lanes.length, map.touchpoints.length),
    cover: null,
    items: [],
    placed: placed(sheet, body),
  };
}

/** A scene in the middle of a box, as large as it may be there. Its groups are plain drawing: nothing in a report is edited. */
function placed({ width, height, groups }: Scene, body: Box): readonly SceneGroup[] {
  const scale = Math.min(1.25, body.width / width, body.height / height);
  const [left, top] = [
    body.x + (body.width - width * scale) / 2,
    body.y + (body.height - height * scale) / 2,
  ];
  return groups.map(({ id, title, origin, box, items }) => ({
    id: `report.${id}`,
    role: 'legend',
    title,
    origin: { x: left + origin.x * scale, y: top + origin.y * scale },
    box: {
      x: left + box.x * scale,
      y: top + box.y * scale,
      width: box.width * scale,
      height: box.height * scale,
    },
    items: scaleItems(items, scale, 0, 0),
  }));
}

function finish(
  { map, words }: ReportContext,
  draft: Draft,
  { page, number }: { readonly page: ReportOptions['page']; readonly number: string },
): ReportPage {
  const { title, rests, cover, items, more = [], placed: drawn = [] } = draft;
  const whole = { x: 0, y: 0, width: page.width, height: page.height };
  const group = (
    groupId: string,
    groupTitle: string,
    inside: readonly SceneItem[],
    role: SceneGroup['role'] = 'legend',
  ): SceneGroup => ({
    id: groupId,
    role,
    title: groupTitle,
    origin: { x: 0, y: 0 },
    box: whole,
    items: inside,
  });
  const titleBox = cover?.box ?? {
    x: margin.side,
    y: margin.top,
    width: page.width - 2 * margin.side - (rests === '' ? 0 : restsWidth(page)),
    height: heading.height - 6,
  };
  const head = cover ? cover.items : headingItems(title, titleBox);
  const furniture = cover ? [] : furnitureItems(map.map.title.trim() || words.untitled, rests, number, page);
  return {
    title,
    titleBox,
    titleSize: cover?.size ?? heading.size,
    scene: {
      width: page.width,
      height: page.height,
      title: map.map.title.trim() || words.untitled,
      language: words.language,
      background: 'paper',
      groups: [
        group(headingId, title, head, 'heading'),
        group('report.furniture', '', furniture),
        ...more.map((one, index) =>
          group(`${headingId}.${index + 2}`, one.title, innerHeading(one, page), 'heading'),
        ),
        group('report.body', title, items),
        ...drawn,
      ].filter((one) => one.items.length > 0),
    },
  };
}

function restsWidth({ width }: ReportOptions['page']): number {
  return width * 0.42;
}

function headingItems(title: string, { x, y, width }: Box): readonly SceneItem[] {
  return textBlock(title, { role: 'page-title', fill: 'ink', x, y: y + 32, width, mostLines: 1 }).items;
}

function innerHeading(
  { title, rests, y }: { readonly title: string; readonly rests: string; readonly y: number },
  page: ReportOptions['page'],
): readonly SceneItem[] {
  const [left, right] = [margin.side, page.width - margin.side];
  return [
    ...textBlock(title, {
      role: 'figure-large',
      fill: 'ink',
      x: left,
      y: y + 22,
      width: right - left - restsWidth(page),
      mostLines: 1,
    }).items,
    ...restsItems(rests, right, y + 22, page),
    line(left, y + inner.height - 12, right, y + inner.height - 12, { colour: 'ink', width: 1.25 }),
  ];
}

function restsItems(
  rests: string,
  right: number,
  y: number,
  page: ReportOptions['page'],
): readonly SceneItem[] {
  return textBlock(rests, {
    role: 'legend-text',
    fill: 'ink-2',
    x: right,
    y,
    width: restsWidth(page) - 20,
    mostLines: 1,
    align: 'end',
  }).items;
}

/** Above and below a page: what it rests on, the double line, the map's title, and which page it is. */
function furnitureItems(
  title: string,
  rests: string,
  number: string,
  page: ReportOptions['page'],
): readonly SceneItem[] {
  const [left, right] = [margin.side, page.width - margin.side];
  const under = margin.top + heading.height;
  const foot = page.height - margin.bottom - footer.height + 12;
  const small = { role: 'legend-small', fill: 'ink-2', y: foot + 18, mostLines: 1 } as const;
  return [
    ...restsItems(rests, right, margin.top + 32, page),
    line(left, under, right, under, { colour: 'ink', width: 2.5 }),
    line(left, under + 4.5, right, under + 4.5, { colour: 'ink', width: 1 }),
    line(left, foot, right, foot, { colour: 'hair', width: 1 }),
    ...textBlock(title, { ...small, x: left, width: (right - left) * 0.75 }).items,
    ...textBlock(number, { ...small, x: right, width: 120, align: 'end' }).items,
  ];
}
