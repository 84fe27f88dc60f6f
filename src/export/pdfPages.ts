/**
 * How sheets lie on the pages of a PDF: each on a page of its own size, fitted to one page of a paper, or tiled over several
 * behind an overview that shows where each of them lies; tiles are turned where that takes fewer. Pages are in points, what they show in map units.
 */
import { overlap } from '../layout/bounds.ts';
import type { Box, Point, Scene, SceneGroup, SceneItem } from '../layout/scene.ts';
import type { ExportOptions } from './exportOptions.ts';
import { itemBox } from './itemBox.ts';
import { planTiles, type Tile } from './pdfTiles.ts';

/** Papers by name, in points, upright. */
export const papers = {
  A4: [595.28, 841.89],
  A3: [841.89, 1190.55],
  A2: [1190.55, 1683.78],
  A1: [1683.78, 2383.94],
  A0: [2383.94, 3370.39],
  Letter: [612, 792],
} as const;
export type Paper = keyof typeof papers;

export interface PageOptions {
  /** Absent: each sheet on one page of its own size. */
  readonly paper?: Paper;
  /** On paper: each sheet fitted to one page, or (default) tiled at its size behind an overview. */
  readonly fitted?: boolean;
  /** Sheets are pages of one file: they begin in the same corner, whatever their size. */
  readonly series?: boolean;
  /** Sheets are pages already, with margins and numbers of their own. */
  readonly paged?: boolean;
  /** Of tiles: 1 prints a card at its own size. */
  readonly scale?: number;
}

export const pointsPerUnit = 0.75;
/** Acrobat opens no larger page. */
const largestPage = 14_400;
/** Around what is printed, in points. */
export const pageMargin = 28;
const footer = 16;
/** Printed at this share of the size asked for, a whole sheet on one page says more than tiles and its overview. */
const nearlyWhole = 0.95;
/** What lies so far above the legend belongs to it: the tops of its letters. */
const aboveFoot = 8;

interface PagePart {
  readonly clip: Box;
  readonly view: Box;
  /** Where the sheet's corner comes to, in points, and points a map unit. */
  readonly at: Point;
  readonly scale: number;
  /** Only these of the sheet's groups. */
  readonly groups?: readonly SceneGroup[];
  /** Drawn over the sheet, in map units. */
  readonly marks?: readonly SceneItem[];
}

export interface PdfPage {
  readonly sheet: Scene;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PagePart[];
  /** "2B": row and column; null where the whole sheet is. */
  readonly mark: string | null;
  readonly onPaper: boolean;
}

/** How an export's pages lie. */
export function pageOptionsOf({
  paper,
  spread,
  scale,
  content,
}: Pick<ExportOptions, 'paper' | 'spread' | 'scale' | 'content'>): PageOptions {
  const on = paper === 'sheet' ? {} : { paper };
  if (content === 'report') return { paged: true, ...on };
  return {
    fitted: spread !== 'tiles',
    scale,
    ...(spread === 'stages' || spread === 'personas' ? { series: true } : {}),
    ...on,
  };
}

/** The pages of one sheet. */
export function planPages(
  sheet: Scene,
  { paper, fitted = false, paged = false, series = false, scale: wished = 1 }: PageOptions,
): PdfPage[] {
  const view = { x: 0, y: 0, width: sheet.width, height: sheet.height };
  if (!paper || paged) {
    const scale = paper
      ? papers[paper][1] / sheet.width
      : Math.min(pointsPerUnit, largestPage / Math.max(sheet.width, sheet.height));
    const [width, height] = [sheet.width * scale, sheet.height * scale];
    const part = { clip: { x: 0, y: 0, width, height }, view, at: { x: 0, y: 0 }, scale };
    return [{ sheet, width, height, parts: [part], mark: null, onPaper: false }];
  }
  const { width, height, room } = pageFor(sheet, paper);
  const fit = Math.min(room.width / sheet.width, room.height / sheet.height, pointsPerUnit * wished);
  const middle = series ? 0 : 1 / 2;
  const at = {
    x: pageMargin + (room.width - sheet.width * fit) * middle,
    y: pageMargin + (room.height - sheet.height * fit) * middle,
  };
  const clip = { ...at, width: sheet.width * fit, height: sheet.height * fit };
  const overview = { sheet, width, height, mark: null, onPaper: true };
  const part = { clip, view, at, scale: fit };
  const scale = pointsPerUnit * wished;
  if (fitted || fit >= scale * nearlyWhole) return [{ ...overview, parts: [part] }];
  const straight = tilesOn(sheet, { width, height, room }, scale);
  const turned = tilesOn(sheet, pageFor(sheet, paper, true), scale);
  // A page too narrow for heads saves paper by leaving them out.
  const isBetter = turned.count < straight.count && turned.hasHeads === straight.hasHeads;
  const { tiles, foot, end, page } = isBetter ? turned : straight;
  const onPages = tiles.map(({ view: box }) => box);
  if (foot) onPages.push({ x: 0, y: end, width: sheet.width, height: sheet.height - end });
  return [
    { ...overview, parts: [{ ...part, marks: onPages.map((box) => outline(box, 1 / fit)) }] },
    ...tiles.map((tile): PdfPage => ({
      sheet,
      width: page.width,
      height: page.height,
      parts: tileParts(sheet, tile, scale),
      mark: markOf(tile),
      onPaper: true,
    })),
    ...(foot ? footPages(foot, { width, height, room }) : []),
  ];
}

interface PaperPage {
  readonly width: number;
  readonly height: number;
  /** Inside of the margins and above the footer. */
  readonly room: { readonly width: number; readonly height: number };
}

/** A page of a paper, upright or not as the sheet is, or turned against it, in points. */
function pageFor(sheet: Pick<Scene, 'width' | 'height'>, paper: Paper, isTurned = false): PaperPage {
  const [short, long] = papers[paper];
  const [width, height] = sheet.width >= sheet.height !== isTurned ? [long, short] : [short, long];
  return { width, height, room: { width: width - 2 * pageMargin, height: height - 2 * pageMargin - footer } };
}

interface Tiling {
  readonly tiles: readonly Tile[];
  /** Legend and sheet line, where they have pages of their own, and where the tiles end. */
  readonly foot: Scene | null;
  readonly end: number;
  readonly page: PaperPage;
  /** How many pages it takes. */
  readonly count: number;
  /** Whether heads are repeated on them. */
  readonly hasHeads: boolean;
}

function tilesOn(sheet: Scene, page: PaperPage, scale: number): Tiling {
  const { room } = page;
  const size = { width: room.width / scale, height: room.height / scale };
  const foot = sheet.foot && sheet.width > size.width ? sheet.foot : null;
  const end = foot ? footTop(sheet) : sheet.height;
  const tiles = planTiles(sheet, size, end);
  const hasHeads = tiles.some(({ laneHeads }) => laneHeads !== null);
  return { tiles, foot, end, page, count: tiles.length + (foot ? 1 : 0), hasHeads };
}

/** How much room legend and sheet line have on a page of their own, in map units; null where there are no tiles. */
export function roomForFoot(
  sheet: Scene,
  { paper, spread }: Pick<ExportOptions, 'paper' | 'spread'>,
): { readonly width: number; readonly height: number } | null {
  if (paper === 'sheet' || spread !== 'tiles') return null;
  const { room } = pageFor(sheet, paper);
  return { width: room.width / pointsPerUnit, height: room.height / pointsPerUnit };
}

/** Where legend and sheet line begin on a sheet. */
function footTop(sheet: Scene): number {
  const items = sheet.groups.flatMap(({ id, items: own }) =>
    id === 'sheet.legend' || id === 'sheet.line' ? own : [],
  );
  return Math.min(sheet.height, ...items.map((item) => itemBox(item).y)) - aboveFoot;
}

/** Legend and sheet line: on one page, or where that is too small for them on several, cut between columns. */
function footPages(foot: Scene, { width, height, room }: PaperPage): PdfPage[] {
  const scale = room.width / foot.width;
  const tiles = planTiles(foot, { width: foot.width + 1, height: room.height / scale });
  return tiles.map((tile) => ({
    sheet: foot,
    width,
    height,
    parts: tileParts(foot, tile, scale),
    mark: null,
    onPaper: true,
  }));
}

/** The tile itself, and beside it the heads that belong to what it shows. */
function tileParts(sheet: Scene, { view, stageHeads, laneHeads }: Tile, scale: number): PagePart[] {
  const left = pageMargin + (laneHeads?.width ?? 0) * scale;
  const top = pageMargin + (stageHeads?.height ?? 0) * scale;
  const part = (box: Box, x: number, y: number, groups?: readonly SceneGroup[]): PagePart => ({
    clip: { x, y, width: box.width * scale, height: box.height * scale },
    view: box,
    at: { x: x - box.x * scale, y: y - box.y * scale },
    scale,
    ...(groups ? { groups } : {}),
  });
  // A head that began on a page before begins here with what is left of its stage or lane.
  const heads = (
    role: SceneGroup['role'],
    strip: Box,
  ): { readonly seen: Box; readonly group: SceneGroup }[] =>
    sheet.groups.flatMap((group) => {
      const seen = group.role === role ? overlap(group.box, strip) : null;
      // A sliver, as rounding leaves it, is not drawn.
      if (!seen || seen.width <= 1 || seen.height <= 1) return [];
      const by = { x: seen.x - group.box.x, y: role === 'stage-head' ? 0 : seen.y - group.box.y };
      const { origin, box } = group;
      const moved = { x: origin.x + by.x, y: origin.y + by.y };
      const there = { ...box, x: box.x + by.x, y: box.y + by.y };
      const items = fittingItems(group.items, {
        x: seen.x + seen.width - moved.x,
        y: seen.y + seen.height - moved.y,
      });
      return [{ seen, group: { ...group, origin: moved, box: there, items } }];
    });
  const across = stageHeads ? heads('stage-head', stageHeads) : [];
  const down = laneHeads ? heads('lane-head', laneHeads) : [];
  return [
    part(view, left, top),
    ...across.map(({ seen, group }) => part(seen, left + (seen.x - view.x) * scale, pageMargin, [group])),
    ...down.map(({ seen, group }) => part(seen, pageMargin, top + (seen.y - view.y) * scale, [group])),
  ];
}

/**
 * Without the lines of text that would be cut at the right or below: a letter alone says more than half a name. What stands
 * under such a line goes with it: a goal alone would be read as the name.
 */
function fittingItems(items: readonly SceneItem[], end: Point): SceneItem[] {
  const kept: SceneItem[] = [];
  const goneAt: number[] = [];
  let line: SceneItem[] = [];
  let begin = 0;
  let reach = { x: 0, y: 0 };
  const close = () => {
    const isUnder = goneAt.some((x) => Math.abs(x - begin) < 1);
    if (reach.x <= end.x && reach.y <= end.y && !isUnder) kept.push(...line);
    else goneAt.push(begin);
    line = [];
  };
  for (const item of items) {
    const box = itemBox(item);
    const follows = item.kind === 'text' && Math.abs(box.x - reach.x) < item.font.size / 2;
    if (!follows) close();
    if (item.kind === 'text' || item.kind === 'emoji') {
      if (line.length === 0) begin = box.x;
      line.push(item);
      reach = { x: box.x + box.width, y: item.y };
    } else kept.push(item);
  }
  close();
  return kept;
}

function markOf({ row, column }: Tile): string {
  return `${row + 1}${letters(column)}`;
}

/** A, B … Z, AA … */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** On the overview: where each page lies. */
function outline(box: Box, unit: number): SceneItem {
  return { kind: 'rect', ...box, stroke: { colour: 'signal', width: unit, dash: [4 * unit, 3 * unit] } };
}
