/**
 * The table of file formats: the API's routes, `touchline export` and the page's export are made from its rows, so a new
 * format is one row here. Writers are loaded when a file of their format is first made.
 *
 * How to make a file: `drawFile(map, formatOf('svg'), chooseOptions({ stage: 'C-D', theme: 'dark' }), tools)`. Options come from
 * exportOptions.ts, whatever said them; `sliceFaults` (slice.ts) tells beforehand what they name in vain. It runs wherever there
 * is a JavaScript engine, in one go: put it in a worker (panels/takeAway/drawOnPage.ts, server/http/drawing.ts). What the machine must
 * lend (fonts, a painter of pictures) comes as tools; `wants` of a row says which of them its options ask for.
 *
 * Out: bytes; the same map and options give the same bytes in page, server and command line (a PNG of the page is
 * painted by the browser, and so is the same size but not the same bytes).
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { repairMap } from '../model/repair.ts';
import type { Scene } from '../layout/scene.ts';
import type { Theme } from '../theme/colours.ts';
import type { EmojiPictures } from './emojiPictures.ts';
import type { ExportOptions, OptionName } from './exportOptions.ts';
import type { ReadCut } from './fontCuts.ts';
import { sliceMap } from './slice.ts';

/** The pictures that the server keeps, as `data:` addresses by their name in the scene. */
export type StoredPictures = ReadonlyMap<string, string>;
export type FileBytes = Uint8Array<ArrayBuffer>;
export type FileFormatName = 'svg' | 'pdf' | 'png' | 'pptx' | 'xlsx' | 'csv' | 'md' | 'html' | 'json';

/** What a machine lends for drawing. Nothing is needed for tables, outlines and plain SVG. */
export interface DrawTools {
  /** Without them, those pictures are told by what they show. */
  readonly pictures?: StoredPictures;
  /** Emoji as shapes; without, SVG leaves them to the reader's fonts. */
  readonly readEmoji?: (clusters: ReadonlySet<string>) => Promise<EmojiPictures>;
  /** The whole fonts. */
  readonly readCut?: ReadCut;
  readonly paintPng?: PaintPng;
  /** Hears from 0 to 1 how much is done. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work at the next step, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Draws a scene as a PNG of exactly a size. */
export type PaintPng = (scene: Scene, look: PictureLook) => Promise<FileBytes>;
export interface PictureLook {
  readonly theme: Theme;
  /** Whether the sheet's ground is painted (default). */
  readonly background?: boolean;
  /** Pixels a map unit; or how many pixels wide. */
  readonly size: { readonly scale: number } | { readonly width: number };
  readonly images?: StoredPictures;
  readonly emoji: EmojiPictures;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface FileFormat {
  readonly format: FileFormatName;
  /** With its charset where the options do not change it. */
  readonly mediaType: string;
  /** Without the dot. */
  readonly ending: string;
  /** What it is, in one English sentence for the API's description and the command's help. */
  readonly about: string;
  readonly takes: readonly OptionName[];
  /** The tools that it cannot do without. */
  wants(options: ExportOptions): readonly ('readCut' | 'paintPng')[];
  write(journey: JourneyMap, options: ExportOptions, tools: DrawTools): Promise<FileBytes>;
}

const ooxml = 'application/vnd.openxmlformats-officedocument';
const part = ['stage', 'persona', 'select', 'view'] as const;
const onSheet = [
  'curves',
  'title',
  'date',
  'logo',
  'legend',
  'notes',
  'overlay',
  'marks',
  'compact',
] as const;
const sheet = [...onSheet, 'theme', 'grey'] as const;
const nothing = () => [];

export const fileFormats: readonly FileFormat[] = [
  {
    format: 'svg',
    mediaType: 'image/svg+xml; charset=utf-8',
    ending: 'svg',
    about: 'The sheet as a vector drawing, with a named layer for every stage, lane and card.',
    takes: [...part, ...sheet, 'ground', 'text'],
    wants: ({ text }) => (text === 'plain' ? [] : ['readCut']),
    write: async (journey, options, tools) =>
      (await import('./drawings.ts')).writeSvg(journey, options, tools),
  },
  {
    format: 'pdf',
    mediaType: 'application/pdf',
    ending: 'pdf',
    about:
      'The sheet for print: vectors, text that can be searched, on one page, on tiles, a page a stage or persona; or a report of findings.',
    takes: [...part, 'content', ...sheet, 'ground', 'paper', 'spread', 'scale'],
    wants: () => ['readCut'],
    write: async (journey, options, tools) =>
      (await import('./drawings.ts')).writePdf(journey, options, tools),
  },
  {
    format: 'png',
    mediaType: 'image/png',
    ending: 'png',
    about: 'The sheet as a picture of exactly the scale or width asked for.',
    takes: [...part, ...sheet, 'ground', 'scale', 'width'],
    wants: () => ['paintPng'],
    write: async (journey, options, tools) =>
      (await import('./drawings.ts')).writePng(journey, options, tools),
  },
  {
    format: 'pptx',
    mediaType: `${ooxml}.presentationml.presentation`,
    ending: 'pptx',
    about:
      'Slides with shapes that can be edited: the whole map, one a stage, one a persona; or a report of findings.',
    takes: [...part, 'content', ...sheet, 'lang'],
    wants: nothing,
    write: async (journey, options, { pictures }) =>
      (await import('./pptx/pptx.ts')).toPptx(journey, options, pictures),
  },
  {
    format: 'xlsx',
    mediaType: `${ooxml}.spreadsheetml.sheet`,
    ending: 'xlsx',
    about: 'Everything in the map as tables, one sheet a kind of record, and what the analyses say.',
    takes: [...part, 'lang'],
    wants: nothing,
    write: async (journey, options) =>
      (await import('./tables/xlsx.ts')).toXlsx(sliceMap(journey, options).records, options, journey),
  },
  {
    format: 'csv',
    mediaType: 'text/csv',
    ending: 'csv',
    about: 'One row a touchpoint with every field.',
    takes: [...part, 'lang', 'encoding'],
    wants: nothing,
    write: async (journey, options) =>
      (await import('./tables/csv.ts')).toCsv(sliceMap(journey, options).records, options, journey),
  },
  {
    format: 'md',
    mediaType: 'text/markdown; charset=utf-8',
    ending: 'md',
    about: 'A readable outline for wikis, with a Mermaid journey.',
    takes: [...part, 'lang'],
    wants: nothing,
    write: async (journey, options) =>
      encode(
        (await import('./markdown.ts')).toMarkdown(sliceMap(journey, options).records, options, journey),
      ),
  },
  {
    format: 'html',
    mediaType: 'text/html; charset=utf-8',
    ending: 'html',
    about:
      'One file to look at without Touchline or a network: the sheet to move and zoom, with every detail.',
    takes: [...part, ...onSheet, 'lang'],
    wants: () => ['readCut'],
    write: async (journey, options, tools) =>
      (await import('./drawings.ts')).writeHtml(journey, options, tools),
  },
  {
    format: 'json',
    mediaType: 'application/json',
    ending: 'json',
    about: 'The whole map as touchline/1, to import again.',
    takes: part,
    wants: nothing,
    write: async (journey, options) =>
      encode((await import('../model/writeMap.ts')).writeMapText(sliceMap(journey, options).records)),
  },
];

/** Whether a file of this format is a drawing: what it shows is laid out as sheets. */
export function drawsSheets({ takes }: Pick<FileFormat, 'takes'>): boolean {
  return takes.includes('title');
}

/** The row of a format; null for an unknown one. */
export function formatOf(name: string): FileFormat | null {
  return fileFormats.find(({ format }) => format === name) ?? null;
}

/** A map as a file of a format. Rejects when a tool fails or is missing, or with the signal's reason. */
export async function drawFile(
  journey: JourneyMap,
  format: FileFormat,
  options: ExportOptions,
  tools: DrawTools = {},
): Promise<FileBytes> {
  tools.signal?.throwIfAborted();
  for (const tool of format.wants(options))
    if (!tools[tool]) throw new Error(`${format.format} cannot be made here: it wants ${tool}`);
  const bytes = await format.write(repairMap(journey), options, tools);
  tools.onProgress?.(1);
  return bytes;
}

function encode(text: string): FileBytes {
  return new TextEncoder().encode(text);
}
