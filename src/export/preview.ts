/**
 * What a file will look like before it is made: of a drawing one of its sheets as a picture, of a table its first rows, of
 * a text its beginning; how many sheets and pages it comes to, and about how large it will be. Drawn from the same
 * sheets and tables as the file itself.
 */
import type { Scene, SceneItem } from '../layout/scene.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { repairMap } from '../model/repair.ts';
import { fileLanguage } from '../words/files.ts';
import { prepareSheets } from './drawings.ts';
import { estimateSize } from './estimateSize.ts';
import type { ExportOptions } from './exportOptions.ts';
import { drawFile, drawsSheets, type DrawTools, type FileBytes, type FileFormat } from './fileFormats.ts';
import { pageOptionsOf, planPages, pointsPerUnit, type PdfPage } from './pdfPages.ts';
import { countCharacters } from './countCharacters.ts';
import { weighPictures } from './picturesOn.ts';
import { sliceMap } from './slice.ts';
import { toSvg } from './svg.ts';
import { cellWriter, type Cell } from './tables/fieldCells.ts';
import { recordTable } from './tables/tables.ts';

export type Preview = SheetPreview | TablePreview | TextPreview;

export interface SheetPreview {
  readonly kind: 'sheet';
  /** PNG. */
  readonly picture: FileBytes;
  /** Which of how many sheets or slides is shown, from 0. */
  readonly sheet: number;
  readonly sheets: number;
  /** Of the sheet shown, in map units. */
  readonly width: number;
  readonly height: number;
  /** Of a PDF. */
  readonly paper: PreviewPaper | null;
  /** About so many. */
  readonly bytes: number;
}
export interface PreviewPaper {
  /** Of the whole file. */
  readonly pages: number;
  /** Of the first page that the sheet is on, or of its first tile, in millimetres. */
  readonly width: number;
  readonly height: number;
  /** How large the map is printed there: at 1 a card has its own size. */
  readonly scale: number;
}
export interface TablePreview {
  readonly kind: 'table';
  readonly heads: readonly string[];
  /** The first few. */
  readonly rows: readonly (readonly Cell[])[];
  readonly bytes: number;
}
export interface TextPreview {
  readonly kind: 'text';
  /** The beginning. */
  readonly text: string;
  readonly bytes: number;
}

export interface PreviewWish {
  /** Which sheet, from 0; the last one if there are fewer. */
  readonly sheet: number;
  /** Of the picture, in pixels. */
  readonly width: number;
}

const shownRows = 12;
const shownCharacters = 4000;
const pointsPerInch = 72;
const mmPerInch = 25.4;
/** Of the lines that show where pages lie, in pixels. */
const markWidth = 1.5;

/** The preview of a file. Rejects when a tool fails, or with the signal's reason. */
export async function drawPreview(
  map: JourneyMap,
  format: FileFormat,
  options: ExportOptions,
  wish: PreviewWish,
  tools: DrawTools,
): Promise<Preview> {
  const journey = repairMap(map);
  if (drawsSheets(format)) return sheetPreview(journey, format, options, wish, tools);
  const file = await drawFile(journey, format, options, tools);
  const bytes = file.length;
  if (format.format === 'csv' || format.format === 'xlsx') {
    const part = sliceMap(journey, options).records;
    const writer = cellWriter(part, fileLanguage(options.lang, journey.map.language));
    const { heads, rows } = recordTable(part, 'touchpoints', writer, journey);
    return { kind: 'table', heads, rows: rows.slice(0, shownRows), bytes };
  }
  const text = new TextDecoder().decode(file.subarray(0, shownCharacters * 4)).slice(0, shownCharacters);
  return { kind: 'text', text, bytes };
}

async function sheetPreview(
  journey: JourneyMap,
  { format }: FileFormat,
  options: ExportOptions,
  wish: PreviewWish,
  tools: DrawTools,
): Promise<SheetPreview> {
  if (!tools.paintPng) throw new Error('a preview wants a painter of pictures');
  const slide =
    format === 'pptx' && options.content === 'map'
      ? (await import('./pptx/slideScene.ts')).slideScene(journey, options, wish.sheet)
      : null;
  const {
    sheets,
    emoji,
    images,
    shown: shownSlide,
  } = await prepareSheets(journey, options, tools, slide?.scene);
  const count = slide?.slides ?? sheets.length;
  const at = Math.max(0, Math.min(wish.sheet, count - 1));
  const shown = shownSlide ?? sheets[at] ?? sheets[0];
  const paged = format === 'pdf' ? sheets.map((sheet) => planPages(sheet, pageOptionsOf(options))) : null;
  const [overview] = paged?.[at] ?? [];
  // What is printed is told of the tiles, not of the page that shows where they lie.
  const ofShown = paged?.[at]?.find(({ mark }) => mark !== null) ?? overview;
  const marks = overview?.parts.flatMap((part) => part.marks ?? []) ?? [];
  const { theme, ground } = options;
  const picture = await tools.paintPng(withMarks(shown, marks, (markWidth * shown.width) / wish.width), {
    theme,
    background: ground === 'painted',
    size: { width: wish.width },
    images,
    emoji,
    signal: tools.signal,
  });
  const { width, height } = shown;
  const svg = sheets.map((one) => toSvg(one, { theme })).join('');
  return {
    kind: 'sheet',
    picture,
    sheet: at,
    sheets: count,
    width,
    height,
    paper: paged && ofShown ? paperOf(ofShown, paged.flat().length) : null,
    bytes: estimateSize(format, options, {
      svg,
      characters: countCharacters(sheets),
      pictures: weighPictures(sheets, images),
      records: format === 'html' ? JSON.stringify(sliceMap(journey, options).records) : '',
      picture: { bytes: picture.length, width: wish.width },
      width: sheets[0].width,
      height: sheets[0].height,
    }),
  };
}

function paperOf({ width, height, parts }: PdfPage, pages: number): PreviewPaper {
  const mm = (points: number) => (points / pointsPerInch) * mmPerInch;
  return { pages, width: mm(width), height: mm(height), scale: (parts[0]?.scale ?? 1) / pointsPerUnit };
}

/** Where the pages lie, drawn over the sheet. */
function withMarks(sheet: Scene, marks: readonly SceneItem[], width: number): Scene {
  const [first] = sheet.groups;
  if (marks.length === 0 || !first) return sheet;
  const items = marks.map((item): SceneItem =>
    item.kind === 'rect' && item.stroke
      ? { ...item, stroke: { colour: item.stroke.colour, width, dash: [4 * width, 3 * width] } }
      : item,
  );
  const box = { x: 0, y: 0, width: sheet.width, height: sheet.height };
  return {
    ...sheet,
    groups: [...sheet.groups, { ...first, id: 'pages', origin: { x: 0, y: 0 }, box, items }],
  };
}
