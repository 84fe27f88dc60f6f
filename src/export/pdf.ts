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
import type { Scene, TextItem } from '../layout/scene.ts';
import { textItems } from '../layout/textItems.ts';
import type { Theme } from '../theme/colours.ts';
import { chineseText } from '../theme/fonts.ts';
import type { EmojiPictures } from './emojiPictures.ts';
import type { ReadCut } from './fontCuts.ts';
import { prepareLettering } from './lettering.ts';
import { PdfFonts } from './pdfFonts.ts';
import { PdfPen, type PdfImage, type PdfLook } from './pdfPen.ts';
import { pageMargin, planPages, type PageOptions, type PdfPage } from './pdfPages.ts';

export interface PdfOptions extends PageOptions {
  readonly theme: Theme;
  readonly readCut: ReadCut;
  readonly emoji: EmojiPictures;
  /** The pictures that the server keeps, as `data:` addresses by their name in the scene. */
  readonly images?: ReadonlyMap<string, string>;
  /** Whether the sheet's ground is painted (default), or the paper shows. */
  readonly background?: boolean;
  /** When the map was last changed; the file says it was made then. */
  readonly date?: Date;
  /** Whether streams are compressed (default); else they can be read. */
  readonly compress?: boolean;
  /** The bookmark of each sheet, over those of its stages; without, there are bookmarks of stages alone. */
  readonly chapters?: readonly string[];
  /** Hears after each page how much is drawn; what it throws ends the work. */
  readonly onPage?: (share: number) => void;
}

const rasterData = /^data:image\/(?:png|jpeg);base64,/;

/** The PDF of one or more sheets. Rejects when a font cannot be read. */
export async function toPdf(sheets: readonly Scene[], options: PdfOptions): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = sheets;
  if (!first) throw new Error('a PDF wants at least one sheet');
  const pages = sheets.flatMap((sheet) => planPages(sheet, options));
  const notes = pages.flatMap((page, index) => footerOf(page, index, pages.length, first));
  const lettering = await prepareLettering(
    [...new Set([...sheets, ...pages.map(({ sheet }) => sheet)])].flatMap(({ groups }) => groups),
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
  const bookmarks = new Bookmarks(document);
  const begins = firstPages(sheets, pages, options.chapters ?? []);
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
    const chapter = begins.get(index);
    if (chapter !== undefined) bookmarks.beginChapter(chapter, page);
    bookmarks.addPage(page);
    options.onPage?.((index + 1) / pages.length);
  });
  document.end();
  return done;
}

/** Below what is printed on paper: the map's title, and which page this is. */
function footerOf({ width, height, mark, onPaper }: PdfPage, index: number, count: number, { title }: Scene) {
  if (!onPaper) return [{ items: [] }];
  const y = height - pageMargin;
  const size = 9;
  const set = (text: string): TextItem['font'] => ({ ...fontFor('cell', scriptOf(text)).font, size });
  const page = [mark, `${index + 1} / ${count}`].filter((one) => one !== null).join(' · ');
  const name = title.replaceAll(/\s+/gu, ' ');
  return [
    {
      items: [
        ...textItems(name, pageMargin, y, set(name), 'ink-2'),
        ...textItems(page, width - pageMargin, y, set(page), 'ink-2', 'end'),
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

/** The chapters by the index of the page that begins them. */
function firstPages(
  sheets: readonly Scene[],
  pages: readonly PdfPage[],
  chapters: readonly string[],
): ReadonlyMap<number, string> {
  return new Map(
    chapters.map((chapter, index) => [pages.findIndex(({ sheet }) => sheet === sheets[index]), chapter]),
  );
}

/** A bookmark for each stage, at the first page that shows where it begins, and for each heading of a report. */
class Bookmarks {
  readonly #outline: PDFKit.PDFOutline;
  /** What the next ones lie under. */
  #parent: PDFKit.PDFOutline;
  readonly #marked = new Set<string>();

  constructor({ outline }: PDFKit.PDFDocument) {
    this.#outline = outline;
    this.#parent = outline;
  }

  beginChapter(title: string, { width }: PdfPage): void {
    this.#marked.clear();
    this.#parent = this.#outline.addItem(title, placeAt(0, width));
  }

  addPage({ sheet, width, parts, mark, onPaper }: PdfPage): void {
    if (onPaper && mark === null && parts.some(({ marks }) => marks)) return;
    for (const group of sheet.groups) {
      if (group.role !== 'stage-head' && group.role !== 'heading') continue;
      const key = `${sheet.title} ${group.id} ${group.title}`;
      const part = parts.find(
        ({ view }) => group.box.x < view.x + view.width && group.box.x + group.box.width / 2 > view.x,
      );
      if (!part || this.#marked.has(key)) continue;
      this.#marked.add(key);
      this.#parent.addItem(group.title, placeAt(Math.max(0, group.box.x * part.scale + part.at.x), width));
    }
  }
}

/** At the top of a page, `x` from its left edge: pdfkit counts that from the right. */
function placeAt(x: number, width: number): BookmarkPlace {
  return { top: 0, left: width - x };
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
