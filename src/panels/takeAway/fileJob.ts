/**
 * A file made in the page's worker: what goes in, what comes out, and the making itself. The worker (fileWorker.ts) and
 * tests answer jobs with the same function.
 */
import { chooseOptions, type ExportOptions } from '../../export/exportOptions.ts';
import type { EmojiPictures } from '../../export/emojiPictures.ts';
import type { FaceRule } from '../../export/canvasPng.ts';
import {
  drawFile,
  formatOf,
  type DrawTools,
  type FileBytes,
  type FileFormatName,
  type StoredPictures,
} from '../../export/fileFormats.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';

export interface FileJob {
  readonly journey: JourneyMap;
  readonly format: FileFormatName;
  readonly options: ExportOptions;
  readonly pictures: StoredPictures;
  /** The faces that the page's style sheets name: a worker does not see them. */
  readonly faces: readonly FaceRule[];
}
export type FileTold =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly bytes: FileBytes }
  | { readonly kind: 'failed'; readonly reason: string };

export async function answerJob(
  { journey, format, options, pictures, faces }: FileJob,
  tell: (told: FileTold) => void,
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
    const painter = row.wants(chosen).includes('paintPng')
      ? { paintPng: (await import('../../export/canvasPng.ts')).canvasPainter(faces) }
      : {};
    tell({ kind: 'done', bytes: await drawFile(journey, row, chosen, { ...tools, ...painter }) });
  } catch (error) {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
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
