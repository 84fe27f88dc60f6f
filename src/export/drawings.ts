/** The drawing formats: sheets of a map with the tools of the machine, handed to their writers. */
import type { Scene } from '../layout/scene.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { emojiOf, type EmojiPictures } from './emojiPictures.ts';
import { readWithStandIns } from './emojiStandIns.ts';
import type { ExportOptions } from './exportOptions.ts';
import type { DrawTools, FileBytes, PictureLook, StoredPictures } from './fileFormats.ts';
import { greyEmoji, greyScene } from './grey.ts';
import { greyPictureMaker, greyPictures } from './greyPictures.ts';
import { pageOptionsOf } from './pdfPages.ts';
import { isOnePersonaAPage, layoutSheets } from './sheets.ts';
import { sliceMap } from './slice.ts';
import { toSvg, type SvgOptions } from './svg.ts';

/** How far a drawing is when its sheets are laid out. */
const laidOut = 0.2;

export async function writeSvg(
  journey: JourneyMap,
  options: ExportOptions,
  tools: DrawTools,
): Promise<FileBytes> {
  const { sheets, emoji, images } = await prepareSheets(journey, options, tools);
  const [sheet] = sheets;
  const text = toSvg(sheet, {
    theme: options.theme,
    background: options.ground === 'painted',
    images,
    emoji,
    ...(await lettersOf(sheet, options, tools)),
  });
  return new TextEncoder().encode(text);
}

/** What an SVG is lettered with beside the fonts' names. */
async function lettersOf(
  sheet: Scene,
  { text }: ExportOptions,
  { readCut }: DrawTools,
): Promise<Pick<SvgOptions, 'fonts' | 'outlineText'>> {
  if (text === 'plain') return {};
  if (text === 'outlines') {
    const { prepareOutlines } = await import('./outlines.ts');
    return { outlineText: await prepareOutlines(sheet.groups, lent(readCut)) };
  }
  const { prepareLettering } = await import('./lettering.ts');
  return { fonts: (await prepareLettering(sheet.groups, lent(readCut))).subsets };
}

export async function writePdf(
  journey: JourneyMap,
  options: ExportOptions,
  tools: DrawTools,
): Promise<FileBytes> {
  const { sheets, emoji, images } = await prepareSheets(journey, options, tools);
  const { theme, ground } = options;
  const date = dateOf(journey);
  const { toPdf } = await import('./pdf.ts');
  const bytes = await toPdf(sheets, {
    theme,
    readCut: lent(tools.readCut),
    emoji,
    images,
    background: ground === 'painted',
    ...pageOptionsOf(options),
    ...(date ? { date } : {}),
    ...(isOnePersonaAPage(options)
      ? { chapters: journey.personas.map(({ name }) => name || journey.map.title) }
      : {}),
    onPage: (share) => {
      tools.signal?.throwIfAborted();
      tools.onProgress?.(laidOut + (1 - laidOut) * share);
    },
  });
  return bytes;
}

export async function writePng(
  journey: JourneyMap,
  options: ExportOptions,
  tools: DrawTools,
): Promise<FileBytes> {
  const { scene, look } = await preparePicture(journey, options, tools);
  return lent(tools.paintPng)(scene, {
    ...look,
    signal: tools.signal,
    onProgress: (share) => tools.onProgress?.(laidOut + (1 - laidOut) * share),
  });
}

/** What a picture of a map is painted from: the same in each thread that paints a part of it. */
export async function preparePicture(
  journey: JourneyMap,
  options: ExportOptions,
  tools: DrawTools,
): Promise<{ readonly scene: Scene; readonly look: PictureLook }> {
  const { sheets, emoji, images } = await prepareSheets(journey, options, tools);
  const { theme, ground, scale, width } = options;
  const size = width === null ? { scale } : { width };
  return { scene: sheets[0], look: { theme, background: ground === 'painted', size, images, emoji } };
}

export async function writeHtml(
  journey: JourneyMap,
  options: ExportOptions,
  tools: DrawTools,
): Promise<FileBytes> {
  const { sheets, emoji, images } = await prepareSheets(journey, { ...options, spread: 'one' }, tools);
  const { toHtml } = await import('./html/html.ts');
  const sources = {
    sheet: sheets[0],
    records: sliceMap(journey, options).records,
    whole: journey,
    emoji,
    images,
    readCut: lent(tools.readCut),
  };
  return new TextEncoder().encode(await toHtml(sources, options));
}

interface Prepared {
  readonly sheets: readonly [Scene, ...Scene[]];
  readonly emoji: EmojiPictures;
  readonly images: StoredPictures;
  /** The further scene, in the same colours. */
  readonly shown: Scene | undefined;
}

/** The sheets in the colours that are asked for, and the emoji on them; and on a further scene where one is to be shown. */
export async function prepareSheets(
  journey: JourneyMap,
  options: ExportOptions,
  { readEmoji, onProgress, signal, pictures: images = new Map() }: DrawTools,
  shown?: Scene,
): Promise<Prepared> {
  const [first, ...others] = layoutSheets(journey, options);
  onProgress?.(laidOut);
  signal?.throwIfAborted();
  const clusters = new Set(
    [first, ...others, ...(shown ? [shown] : [])].flatMap((sheet) => [...emojiOf(sheet)]),
  );
  const emoji: EmojiPictures =
    readEmoji && clusters.size > 0 ? await readWithStandIns(clusters, readEmoji) : new Map();
  signal?.throwIfAborted();
  if (!options.grey) return { sheets: [first, ...others], emoji, images, shown };
  const look = { theme: options.theme, greyPicture: greyPictureMaker() };
  const grey = (sheet: Scene) => greyScene(sheet, look);
  return {
    sheets: [grey(first), ...others.map(grey)],
    emoji: greyEmoji(emoji, look),
    images: greyPictures(images),
    shown: shown && grey(shown),
  };
}

/** When the map was last changed: files say they were made then, so that equal maps make equal files. */
function dateOf({ map }: JourneyMap): Date | null {
  const time = Date.parse(map.updatedAt ?? map.createdAt ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}

/** Rows say beforehand which tools they want. */
function lent<T>(tool: T | undefined): T {
  if (tool === undefined) throw new Error('a tool for drawing is missing');
  return tool;
}
