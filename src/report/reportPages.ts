/**
 * The pages of the report: sections one after the other, each under its heading, a smaller one below the one before where there is
 * room for all of it; with what stands above and below every page.
 *
 * In:  sections, and drafts of pages that are drawn by themselves. Out: one scene a page.
 */
import { line } from '../layout/hatch.ts';
import type { Box, Scene, SceneGroup, SceneItem } from '../layout/scene.ts';
import { textBlock } from '../layout/textBlock.ts';
import { fitted, flow, heightOf } from './flow.ts';
import type { Section } from './reportContext.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

export interface ReportPage {
  readonly scene: Scene;
  /** The page's name, and where it stands: a slide has it as its own title in place of the group `headingId`. */
  readonly title: string;
  readonly titleBox: Box;
  readonly titleSize: number;
  /** What the page says, for whoever speaks to it. */
  readonly notes: readonly string[];
}

/** The group of a page's heading. */
export const headingId = 'report.heading';

const margin = { side: 48, top: 40, bottom: 30 } as const;
const heading = { height: 50, gap: 20, size: 32 } as const;
const footer = { height: 26 } as const;
/** Headings of sections that follow on a page. */
const inner = { above: 34, height: 44 } as const;
/** So much of a page is not left empty where one of so many sections that follow has room there. */
const halfEmpty = 0.4;
const mostAhead = 4;
/** With so much of a page left, the next section begins on it in any case. */
const nearlyEmpty = 0.55;
/** Of that, what its beginning has to fill. */
const goodStart = 0.5;
/** Of a page's width, what a heading rests on. */
const restsShare = 0.42;

/** What is drawn of a page before its number is known. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly rests: string;
  readonly notes: readonly string[];
  /** The cover's own heading; without, that of all pages. */
  readonly cover?: { readonly items: readonly SceneItem[]; readonly box: Box; readonly size: number };
  readonly items: readonly SceneItem[];
  /** Where its items end; a small section may follow. */
  readonly bottom?: number;
  /** Headings of the sections that follow on the page. */
  readonly more?: readonly InnerHead[];
  /** Drawn by its own groups, at a scale. */
  readonly placed?: readonly SceneGroup[];
}
interface InnerHead {
  readonly id: string;
  readonly title: string;
  readonly rests: string;
  readonly y: number;
}

/** What a page has room for, below its heading. */
export function bodyOf(page: PageSize): Box {
  const top = margin.top + heading.height + heading.gap;
  return {
    x: margin.side,
    y: top,
    width: page.width - 2 * margin.side,
    height: page.height - top - margin.bottom - footer.height,
  };
}

/** The pages of sections; a small one follows on the page of the one before where it has room. */
export function sectionPages(
  made: readonly Section[],
  body: Box,
  continued: (name: string) => string,
): readonly Draft[] {
  const drafts: Draft[] = [];
  const waiting = [...made];
  for (;;) {
    const last = drafts.at(-1);
    const top = (last?.bottom ?? Infinity) + inner.above + inner.height;
    const left = body.y + body.height - top;
    const fits = ({ ownPage = false, pieces }: Section) => !ownPage && heightOf(pieces) <= left;
    // Rather than leave half a page empty, one of the next sections stands there before its turn.
    const ahead = left > body.height * halfEmpty ? mostAhead : 0;
    const at = last ? waiting.findIndex((one, index) => index <= ahead && fits(one)) : -1;
    const [section] = waiting.splice(Math.max(0, at), 1);
    if (!section) return drafts;
    // Below a few lines the next one begins even where it has to go on on another page.
    const mayBegin =
      left > body.height * nearlyEmpty && !section.ownPage && (section.pieces[0]?.height ?? 0) <= left;
    const below = at >= 0 || mayBegin ? sectionDrafts(section, body, { continued, top }) : [];
    const [begun] = below;
    const isGoodStart = at >= 0 || (begun?.bottom ?? top) - top > left * goodStart;
    if (!last || !begun || !isGoodStart) {
      drafts.push(...sectionDrafts(section, body, { continued, top: null }));
      continue;
    }
    const head = { id: section.id, title: section.name, rests: section.rests, y: top - inner.height };
    drafts[drafts.length - 1] = {
      ...last,
      notes: [...last.notes, ...begun.notes],
      items: [...last.items, ...begun.items],
      bottom: begun.bottom ?? top,
      more: [...(last.more ?? []), head],
    };
    drafts.push(...below.slice(1));
  }
}

/** `top`: where it begins on its first page, below another section; null: on a page of its own. */
function sectionDrafts(
  section: Section,
  body: Box,
  { continued, top }: { readonly continued: (name: string) => string; readonly top: number | null },
): readonly Draft[] {
  const { id, name, rests, pieces } = section;
  const pages = top === null ? flow(fitted(pieces, body.height), body) : flow(pieces, body, top);
  return pages.map(({ items, bottom }, index) => ({
    id,
    title: index === 0 ? name : continued(name),
    rests: index === 0 ? rests : '',
    notes: notesOf(section),
    items,
    bottom,
  }));
}

/** What it finds and what that rests on. */
function notesOf({ name, says, rests }: Section): readonly string[] {
  return [rests === '' ? name : `${name} (${rests})`, ...says];
}

interface Finished {
  readonly page: PageSize;
  /** The map's title, at the foot of every page. */
  readonly title: string;
  readonly language: 'en' | 'zh';
  /** "3 / 20" */
  readonly number: string;
}

export function finishPage(draft: Draft, { page, title: mapTitle, language, number }: Finished): ReportPage {
  const { title, rests, notes, cover, items, more = [], placed: drawn = [] } = draft;
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
    width: page.width - 2 * margin.side - (rests === '' ? 0 : page.width * restsShare),
    height: heading.height - 6,
  };
  const head = cover ? cover.items : headingItems(title, titleBox);
  const furniture = cover ? [] : furnitureItems(mapTitle, rests, number, page);
  return {
    title,
    titleBox,
    titleSize: cover?.size ?? heading.size,
    notes,
    scene: {
      width: page.width,
      height: page.height,
      title: mapTitle,
      language,
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

function headingItems(title: string, { x, y, width }: Box): readonly SceneItem[] {
  return textBlock(title, { role: 'page-title', fill: 'ink', x, y: y + 32, width, mostLines: 1 }).items;
}

function innerHeading({ title, rests, y }: InnerHead, page: PageSize): readonly SceneItem[] {
  const [left, right] = [margin.side, page.width - margin.side];
  return [
    ...textBlock(title, {
      role: 'figure-large',
      fill: 'ink',
      x: left,
      y: y + 22,
      width: right - left - page.width * restsShare,
      mostLines: 1,
    }).items,
    ...restsItems(rests, right, y + 22, page),
    line(left, y + inner.height - 12, right, y + inner.height - 12, { colour: 'ink', width: 1.25 }),
  ];
}

function restsItems(rests: string, right: number, y: number, page: PageSize): readonly SceneItem[] {
  return textBlock(rests, {
    role: 'legend-text',
    fill: 'ink-2',
    x: right,
    y,
    width: page.width * restsShare - 20,
    mostLines: 1,
    align: 'end',
  }).items;
}

/** Above and below a page: what it rests on, the double line, the map's title, and which page it is. */
function furnitureItems(title: string, rests: string, number: string, page: PageSize): readonly SceneItem[] {
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
