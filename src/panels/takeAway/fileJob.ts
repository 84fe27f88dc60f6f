/**
 * A file made in the page's worker, or its preview: what goes in, what comes out, and the making itself. The worker (fileWorker.ts) and
 * tests answer jobs with the same function.
 */
import { chooseOptions, type ExportOptions } from '../../export/exportOptions.ts';
import type { EmojiPictures } from '../../export/emojiPictures.ts';
import type { StripThread } from '../../export/canvasPng.ts';
import {
  drawFile,
  formatOf,
  type DrawTools,
  type FileBytes,
  type FileFormat,
  type FileFormatName,
  type StoredPictures,
} from '../../export/fileFormats.ts';
import type { FaceRule } from '../../export/pageFaces.ts';
import type { Preview, PreviewWish } from '../../export/preview.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';

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
  { journey, format, options, pictures, faces, preview }: FileJob,
  tell: (told: FileTold) => void,
  openThreads: () => readonly StripThread[] = () => [],
): Promise<void> {
  try {
    const row = formatOf(format);
    if (!row) throw new Error(`there is no format ${format}`);
    const chosen = chooseOptions({ ...options });
    const tools: DrawTools = {
      pictures,
      readEmoji: fetchEmoji,
      onProgress: (share) => tell({ kind: 'progress', share }),
    };
    // Before anything else: they start while the sheets are laid out. A preview is small.
    const threads = preview === null && row.wants(chosen).includes('paintPng') ? openThreads() : [];
    const painter = wantsPainter(row, chosen, preview)
      ? { paintPng: (await import('../../export/canvasPng.ts')).canvasPainter(faces, threads) }
      : {};
    const lent = { ...tools, ...painter };
    if (preview) {
      const { drawPreview } = await import('../../export/preview.ts');
      tell({ kind: 'preview', preview: await drawPreview(journey, row, chosen, preview, lent) });
    } else tell({ kind: 'done', bytes: await drawFile(journey, row, chosen, lent) });
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Previews of drawings are pictures, whatever the file will be. */
export function wantsPainter(
  format: FileFormat,
  options: ExportOptions,
  preview: PreviewWish | null,
): boolean {
  return format.wants(options).includes('paintPng') || (preview !== null && format.takes.includes('theme'));
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
