/**
 * Scenes as a PDF: vectors, text that can be selected and searched in every language, a bookmark a stage, live
 * addresses, title and language.
 *
 * In:  sheets (one page or set of pages each) and how they lie on paper.
 * Out: the bytes of the file; the same sheets and options give the same bytes. Map units are CSS pixels: 0.75 points.
 * Time and id of the file come from the map and not from the clock, so that equal maps make equal files.
 */
import PDFDocument from 'pdfkit';
import { fontFor, scriptOf } from '../layout/measureText.ts';
import type { Box, Point, Scene, SceneGroup, SceneItem, TextItem } from '../layout/scene.ts';
import { textItems } from '../layout/textItems.ts';
import type { Theme } from '../theme/colours.ts';
import { chineseText } from '../theme/fonts.ts';
import type { EmojiPictures } from './emojiPictures.ts';
import type { ReadCut } from './fontCuts.ts';
import { prepareLettering } from './lettering.ts';
import { PdfFonts } from './pdfFonts.ts';
import { PdfPen, type PdfImage, type PdfLook } from './pdfPen.ts';
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

export interface PdfOptions {
  readonly theme: Theme;
  readonly readCut: ReadCut;
  readonly emoji: EmojiPictures;
  /** The pictures that the server keeps, as `data:` addresses by their name in the scene. */
  readonly images?: ReadonlyMap<string, string>;
  /** Whether the sheet's ground is painted (default), or the paper shows. */
  readonly background?: boolean;
  /** When the map was last changed; the file says it was made then. */
  readonly date?: Date;
  /** Absent: each sheet on one page of its own size. */
  readonly paper?: Paper;
  /** On paper: each sheet fitted to one page, or (default) tiled at its size behind an overview. */
  readonly fitted?: boolean;
  /** Of tiles: 1 prints a card at its own size. */
  readonly scale?: number;
  /** Whether streams are compressed (default); else they can be read. */
  readonly compress?: boolean;
  /** Hears after each page how much is drawn; what it throws ends the work. */
  readonly onPage?: (share: number) => void;
}

const pointsPerUnit = 0.75;
/** Acrobat opens no larger page. */
const largestPage = 14_400;
const margin = 28;
const footer = 16;
const rasterData = /^data:image\/(?:png|jpeg);base64,/;

/** The PDF of one or more sheets. Rejects when a font cannot be read. */
export async function toPdf(sheets: readonly Scene[], options: PdfOptions): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = sheets;
  if (!first) throw new Error('a PDF wants at least one sheet');
  const pages = sheets.flatMap((sheet) => planPages(sheet, options));
  const notes = pages.flatMap((page, index) => footerOf(page, index, pages.length, first));
  const lettering = await prepareLettering(
    sheets.flatMap(({ groups }) => groups),
    options.readCut,
    [...notes.flatMap(({ items }) => items), space],
  );
  const document = new PDFDocument({
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    compress: options.compress ?? true,
    lang: first.language === 'zh' ? chineseText : 'en',
    displayTitle: true,
    info: {
      Title: first.title,
      Producer: 'Touchline',
      Creator: 'Touchline',
      CreationDate: options.date ?? new Date(0),
    },
  });
  const done = collect(document);
  const fonts = new PdfFonts(document, lettering.subsets);
  const open = imageOpener(document, options.images);
  const look: PdfLook = { theme: options.theme, lettering, emoji: options.emoji, fonts, openImage: open };
  const marked = new Set<string>();
  pages.forEach((page, index) => {
    document.addPage({ size: [page.width, page.height], margin: 0 });
    const pen = new PdfPen(look);
    if (options.background ?? true) {
      const ground = {
        x: 0,
        y: 0,
        width: page.width,
        height: page.height,
        fill: page.sheet.background,
      } as const;
      pen.item({ kind: 'rect', ...ground }, { x: 0, y: 0 });
    }
    for (const part of page.parts) {
      pen.within(part.clip, part.at, part.scale, () => {
        for (const group of part.groups ?? page.sheet.groups) pen.group(group, part.view);
        for (const item of part.marks ?? []) pen.item(item, { x: 0, y: 0 });
      });
    }
    for (const item of notes[index]?.items ?? []) pen.item(item, { x: 0, y: 0 });
    document.addContent(pen.content());
    for (const { x, y, width, height, url } of pen.links) document.link(x, y, width, height, url);
    addBookmarks(document, page, marked);
    options.onPage?.((index + 1) / pages.length);
  });
  document.end();
  return done;
}

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

interface PdfPage {
  readonly sheet: Scene;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly PagePart[];
  /** "2B": row and column; null where the whole sheet is. */
  readonly mark: string | null;
  readonly onPaper: boolean;
}

function planPages(sheet: Scene, options: PdfOptions): PdfPage[] {
  const { paper, fitted = false, scale: wished = 1 } = options;
  const view = { x: 0, y: 0, width: sheet.width, height: sheet.height };
  if (!paper) {
    const scale = Math.min(pointsPerUnit, largestPage / Math.max(sheet.width, sheet.height));
    const [width, height] = [sheet.width * scale, sheet.height * scale];
    const part = { clip: { x: 0, y: 0, width, height }, view, at: { x: 0, y: 0 }, scale };
    return [{ sheet, width, height, parts: [part], mark: null, onPaper: false }];
  }
  const [short, long] = papers[paper];
  const [width, height] = sheet.width >= sheet.height ? [long, short] : [short, long];
  const room = { width: width - 2 * margin, height: height - 2 * margin - footer };
  const fit = Math.min(room.width / sheet.width, room.height / sheet.height, pointsPerUnit * wished);
  const at = {
    x: margin + (room.width - sheet.width * fit) / 2,
    y: margin + (room.height - sheet.height * fit) / 2,
  };
  const clip = { ...at, width: sheet.width * fit, height: sheet.height * fit };
  const overview = { sheet, width, height, mark: null, onPaper: true };
  const part = { clip, view, at, scale: fit };
  const scale = pointsPerUnit * wished;
  const tiles = planTiles(sheet, { width: room.width / scale, height: room.height / scale });
  if (fitted || tiles.length === 1) return [{ ...overview, parts: [part] }];
  return [
    { ...overview, parts: [{ ...part, marks: tiles.flatMap((tile) => outline(tile, 1 / fit)) }] },
    ...tiles.map((tile): PdfPage => ({
      sheet,
      width,
      height,
      parts: tileParts(sheet, tile, scale),
      mark: markOf(tile),
      onPaper: true,
    })),
  ];
}

/** The tile itself, and beside it the heads that belong to what it shows. */
function tileParts(sheet: Scene, { view, stageHeads, laneHeads }: Tile, scale: number): PagePart[] {
  const left = margin + (laneHeads?.width ?? 0) * scale;
  const top = margin + (stageHeads?.height ?? 0) * scale;
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
      const seen = group.role === role ? shared(group.box, strip) : null;
      if (!seen) return [];
      const by = { x: seen.x - group.box.x, y: role === 'stage-head' ? 0 : seen.y - group.box.y };
      const { origin, box } = group;
      const moved = { x: origin.x + by.x, y: origin.y + by.y };
      return [
        { seen, group: { ...group, origin: moved, box: { ...box, x: box.x + by.x, y: box.y + by.y } } },
      ];
    });
  const across = stageHeads ? heads('stage-head', stageHeads) : [];
  const down = laneHeads ? heads('lane-head', laneHeads) : [];
  return [
    part(view, left, top),
    ...across.map(({ seen, group }) => part(seen, left + (seen.x - view.x) * scale, margin, [group])),
    ...down.map(({ seen, group }) => part(seen, margin, top + (seen.y - view.y) * scale, [group])),
  ];
}

/** What two boxes share; null when that is nothing. */
function shared(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 1 && height > 1 ? { x, y, width, height } : null;
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
function outline({ view }: Tile, unit: number): SceneItem[] {
  return [{ kind: 'rect', ...view, stroke: { colour: 'signal', width: unit, dash: [4 * unit, 3 * unit] } }];
}

/** Below what is printed on paper: the map's title, and which page this is. */
function footerOf({ width, height, mark, onPaper }: PdfPage, index: number, count: number, { title }: Scene) {
  if (!onPaper) return [{ items: [] }];
  const y = height - margin;
  const size = 9;
  const set = (text: string): TextItem['font'] => ({ ...fontFor('cell', scriptOf(text)).font, size });
  const page = [mark, `${index + 1} / ${count}`].filter((one) => one !== null).join(' · ');
  const name = title.replaceAll(/\s+/gu, ' ');
  return [
    {
      items: [
        ...textItems(name, margin, y, set(name), 'ink-2'),
        ...textItems(page, width - margin, y, set(page), 'ink-2', 'end'),
      ],
    },
  ];
}

/** What emoji are searched by hangs on a letter, and a map of emoji alone has none. */
const space: TextItem = {
  kind: 'text',
  x: 0,
  y: 0,
  text: ' ',
  width: 0,
  font: fontFor('cell', 'latin').font,
  fill: 'ink',
};

/** A bookmark for each stage, at the first page that shows where it begins. */
function addBookmarks(
  document: PDFKit.PDFDocument,
  { sheet, width, parts, mark, onPaper }: PdfPage,
  marked: Set<string>,
): void {
  if (onPaper && mark === null && parts.some(({ marks }) => marks)) return;
  for (const group of sheet.groups) {
    if (group.role !== 'stage-head') continue;
    const key = `${sheet.title} ${group.id}`;
    const part = parts.find(
      ({ view }) => group.box.x < view.x + view.width && group.box.x + group.box.width / 2 > view.x,
    );
    if (!part || marked.has(key)) continue;
    marked.add(key);
    const x = Math.max(0, group.box.x * part.scale + part.at.x);
    // pdfkit counts the left edge from the right.
    const place: BookmarkPlace = { top: 0, left: width - x };
    document.outline.addItem(group.title, place);
  }
}

/** What a bookmark may say, which pdfkit's types leave out. */
interface BookmarkPlace {
  readonly expanded?: boolean;
  readonly top: number;
  readonly left: number;
}

function imageOpener(document: PDFKit.PDFDocument, stored: ReadonlyMap<string, string> = new Map()) {
  const broken = new Set<string>();
  return (name: string): PdfImage | null => {
    const href = stored.get(name) ?? name;
    if (!rasterData.test(href) || broken.has(href)) return null;
    const inner = document as unknown as ImageInternals;
    try {
      const image = inner.openImage(href);
      if (!image.obj) image.embed(inner);
      inner.page.xobjects[image.label] ??= image.obj;
      return image;
    } catch {
      broken.add(href);
      return null;
    }
  };
}

/** What we use of pdfkit's images, which its types leave out. */
interface ImageInternals {
  openImage(href: string): PdfImage & { readonly obj: unknown; embed(document: ImageInternals): void };
  readonly page: { readonly xobjects: Record<string, unknown> };
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('error', reject);
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
  });
}
