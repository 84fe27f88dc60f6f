/**
 * A file of the open map, whatever it takes: drawn in a worker of the page, or, where the whole fonts are needed (PDF,
 * SVG with them inside or as outlines), by the server. The page stays usable; aborting the signal ends the work at once.
 *
 * How the page makes a file: `drawOnPage(session, formatOf('pdf'), chooseOptions({ paper: 'A3' }), { onProgress, signal })`.
 */
import { pageFaces, type FaceRule } from '../../export/pageFaces.ts';
import { writeOptions, type ExportOptions } from '../../export/exportOptions.ts';
import type { FileBytes, FileFormat, StoredPictures } from '../../export/fileFormats.ts';
import type { Preview, PreviewWish } from '../../export/preview.ts';
import { storedImage } from '../../layout/storedImages.ts';
import { imagesShown } from '../../model/imagesShown.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { wantsPainter, type FileJob, type FileTold } from './fileJob.ts';
import { openFileThread, type FileThread } from './fileThread.ts';

export type Drawable = Pick<MapSession, 'projection' | 'images' | 'askExport' | 'saveState'>;

export interface PageDrawing {
  /** From 0 to 1; null while the server draws, which does not say. */
  readonly onProgress?: (share: number | null) => void;
  readonly signal?: AbortSignal;
  /** Another thread than the browser's, for tests. */
  readonly openWorker?: () => FileThread;
}

/** The file's bytes. Rejects with the signal's reason, with ExportRefusedError, or with what went wrong. */
export async function drawOnPage(
  session: Drawable,
  format: FileFormat,
  options: ExportOptions,
  how: PageDrawing = {},
): Promise<FileBytes> {
  const { askExport, saveState } = session;
  const { onProgress, signal } = how;
  signal?.throwIfAborted();
  if (format.wants(options).includes('readCut')) {
    onProgress?.(null);
    await untilSaved(saveState, signal);
    return askExport(format.format, writeOptions(options, format.takes), signal ?? null);
  }
  const told = await inWorker(session, format, options, null, how);
  if (told.kind !== 'done') throw new Error('the worker gave no file');
  return told.bytes;
}

/** What the file will look like; drawn in a worker, whoever draws the file. Rejects as `drawOnPage` does. */
export async function previewOnPage(
  session: Drawable,
  format: FileFormat,
  options: ExportOptions,
  wish: PreviewWish,
  how: PageDrawing = {},
): Promise<Preview> {
  const told = await inWorker(session, format, options, wish, how);
  if (told.kind !== 'preview') throw new Error('the worker gave no preview');
  return told.preview;
}

async function inWorker(
  { projection, images }: Drawable,
  format: FileFormat,
  options: ExportOptions,
  preview: PreviewWish | null,
  { onProgress, signal, openWorker = openFileThread }: PageDrawing,
): Promise<FileTold> {
  const { journey } = projection.getState();
  const pictures = await picturesOf(journey, images);
  signal?.throwIfAborted();
  const faces: readonly FaceRule[] = wantsPainter(format, options, preview) ? pageFaces() : [];
  return answered(
    openWorker(),
    { journey, format: format.format, options, pictures, faces, preview },
    onProgress,
    signal,
  );
}

/** What a thread answers in the end. */
function answered(
  thread: FileThread,
  job: FileJob,
  onProgress: PageDrawing['onProgress'],
  signal: AbortSignal | undefined,
): Promise<FileTold> {
  return new Promise((resolve, reject) => {
    const end = () => {
      signal?.removeEventListener('abort', stop);
      thread.end();
    };
    const stop = () => {
      reject(signal?.reason as Error);
      end();
    };
    signal?.addEventListener('abort', stop);
    thread.run(job, (told) => {
      if (told.kind === 'progress') {
        onProgress?.(told.share);
        return;
      }
      if (told.kind === 'failed') reject(new Error(told.reason));
      else resolve(told);
      end();
    });
  });
}

const longestWaitMs = 5000;

/** The server draws what it has: what was typed a moment ago is let through first. Without a network it is not waited for. */
function untilSaved(saveState: Drawable['saveState'], signal: AbortSignal | undefined): Promise<void> {
  if (saveState.getState().kind !== 'saving') return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(), longestWaitMs);
    const stop = saveState.subscribe(({ kind }) => {
      if (kind !== 'saving') end();
    });
    const end = () => {
      clearTimeout(timer);
      stop();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    signal?.addEventListener('abort', end);
  });
}

/** The stored pictures of a map by their names in a scene. */
export async function picturesOf(journey: JourneyMap, images: MapSession['images']): Promise<StoredPictures> {
  const pictures = new Map<string, string>();
  for (const hash of imagesShown(journey)) {
    const blob = await images.blobOf(hash);
    if (blob) pictures.set(storedImage(hash), await toDataUrl(blob));
  }
  return pictures;
}

async function toDataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:${blob.type};base64,${btoa(text)}`;
}
