/**
 * A file made in the page's worker, or its preview: what goes in, what comes out, and the making itself. The worker (fileWorker.ts) and
 * tests answer jobs with the same function.
 */
import { chooseOptions, type ExportOptions } from '../../export/exportOptions.ts';
import type { EmojiPictures } from '../../export/emojiPictures.ts';
import type { StripThread } from '../../export/canvasPng.ts';
import {
  drawFile,
  drawsSheets,
  formatOf,
  type DrawTools,
  type FileBytes,
  type FileFormat,
  type FileFormatName,
  type PaintPng,
  type StoredPictures,
} from '../../export/fileFormats.ts';
import type { FaceRule } from '../../export/pageFaces.ts';
import type { Preview, PreviewWish } from '../../export/preview.ts';
import type { StripPainter } from '../../export/stripPainter.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { repairMap } from '../../model/repair.ts';

export interface FileJob {
  readonly journey: JourneyMap;
  readonly format: FileFormatName;
  readonly options: ExportOptions;
  readonly pictures: StoredPictures;
  /** The faces that the page's style sheets name: a worker does not see them. */
  readonly faces: readonly FaceRule[];
  /** Null: the file itself is wanted. */
  readonly preview: PreviewWish | null;
}
export type FileTold =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly bytes: FileBytes }
  | { readonly kind: 'preview'; readonly preview: Preview }
  | { readonly kind: 'failed'; readonly reason: string };

export async function answerJob(
  job: FileJob,
  tell: (told: FileTold) => void,
  openThreads: (job: FileJob) => readonly StripThread[] = () => [],
): Promise<void> {
  const { journey, format, options, pictures, faces, preview } = job;
  try {
    const row = formatOf(format);
    if (!row) throw new Error(`there is no format ${format}`);
    const chosen = chooseOptions({ ...options });
    const tools: DrawTools = {
      pictures,
      readEmoji: fetchEmoji,
      onProgress: (share) => tell({ kind: 'progress', share }),
    };
    // Before anything else: they lay out the sheets at the same time. A preview is small.
    const threads = preview === null && row.wants(chosen).includes('paintPng') ? openThreads(job) : [];
    const painter = wantsPainter(row, chosen, preview) ? { paintPng: await openPainter(faces, threads) } : {};
    const lent = { ...tools, ...painter };
    if (preview) {
      const { drawPreview } = await import('../../export/preview.ts');
      tell({ kind: 'preview', preview: await drawPreview(journey, row, chosen, preview, lent) });
    } else tell({ kind: 'done', bytes: await drawFile(journey, row, chosen, lent) });
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

async function openPainter(faces: FileJob['faces'], threads: readonly StripThread[]): Promise<PaintPng> {
  const { canvasPainter, addFaces } = await loadPictureParts();
  addFaces(faces);
  return canvasPainter(threads);
}

/** All that pictures take, asked for at once. */
async function loadPictureParts() {
  const [drawings, canvasPng, threadFaces] = await Promise.all([
    import('../../export/drawings.ts'),
    import('../../export/canvasPng.ts'),
    import('../../export/threadFaces.ts'),
  ]);
  return { ...drawings, ...canvasPng, ...threadFaces };
}

/** What another thread draws strips with, of the picture that is asked for; and how many emoji it found. */
export async function openJobStrips({
  journey,
  options,
  pictures,
  faces,
}: FileJob): Promise<{ readonly painter: StripPainter; readonly emoji: number }> {
  const { addFaces, openPicture, preparePicture } = await loadPictureParts();
  addFaces(faces);
  const tools: DrawTools = { pictures, readEmoji: fetchEmoji };
  const { scene, look } = await preparePicture(repairMap(journey), chooseOptions({ ...options }), tools);
  return { painter: await openPicture(scene, look), emoji: look.emoji.size };
}

/** Previews of drawings are pictures, whatever the file will be. */
export function wantsPainter(
  format: FileFormat,
  options: ExportOptions,
  preview: PreviewWish | null,
): boolean {
  return format.wants(options).includes('paintPng') || (preview !== null && drawsSheets(format));
}

/** Emoji as shapes, one file each (scripts/emojiFiles.ts); without a network they are left to the fonts of whoever looks. */
async function fetchEmoji(clusters: ReadonlySet<string>): Promise<EmojiPictures> {
  const { emojiKey, readEmoji } = await import('../../export/emojiPictures.ts');
  const pictures = await Promise.all(
    [...clusters].map(async (cluster) => {
      const response = await fetch(`/emoji/${emojiKey(cluster)}.svg`).catch(() => null);
      return response?.ok ? ([cluster, readEmoji(await response.text())] as const) : null;
    }),
  );
  return new Map(pictures.filter((picture) => picture !== null));
}
