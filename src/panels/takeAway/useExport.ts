/** Making the chosen file: how far it is, stopping it, what went wrong, and putting it where it was wanted. */
import { useEffect, useRef, useState } from 'react';
import type { ExportOptions } from '../../export/exportOptions.ts';
import type { FileBytes, FileFormat } from '../../export/fileFormats.ts';
import { isTooLarge } from '../../export/pngFile.ts';
import { useMapSession } from '../../state/mapSession.ts';
import { ExportRefusedError } from '../../sync/exportsApi.ts';
import { copyFile, CopyRefusedError } from './copyFile.ts';
import { download } from './download.ts';
import { drawOnPage, type PageDrawing } from './drawOnPage.ts';

export type ExportRun =
  | { readonly kind: 'idle' }
  /** `share` from 0 to 1; null while the server draws, which does not say. */
  | { readonly kind: 'working'; readonly share: number | null }
  /** `name`: of the file that was saved, whatever is chosen since. */
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'copied' | 'stopped' }
  | { readonly kind: 'failed'; readonly problem: ExportProblem; readonly details: string };
export type ExportProblem = 'offline' | 'busy' | 'copy' | 'large' | 'other';

export interface ExportMaker {
  readonly run: ExportRun;
  /** Saves the file under a name. */
  readonly save: (format: FileFormat, options: ExportOptions, name: string) => void;
  readonly copy: (format: FileFormat, options: ExportOptions) => void;
  readonly stop: () => void;
  /** Something else was chosen: what became of the file before is no longer said. */
  readonly settle: () => void;
}

const busyStatuses: readonly (number | null)[] = [429, 503];

export function useExport(openWorker?: PageDrawing['openWorker']): ExportMaker {
  const session = useMapSession();
  const [run, setRun] = useState<ExportRun>({ kind: 'idle' });
  const working = useRef<AbortController | null>(null);
  // A closed dialog has nobody waiting.
  useEffect(() => () => working.current?.abort(), []);

  const make = (
    format: FileFormat,
    options: ExportOptions,
    end: ExportRun,
    keep: (file: Promise<FileBytes>) => Promise<void>,
  ) => {
    working.current?.abort();
    const control = new AbortController();
    working.current = control;
    const { signal } = control;
    setRun({ kind: 'working', share: 0 });
    const file = drawOnPage(session, format, options, {
      signal,
      onProgress: (share) => !signal.aborted && setRun({ kind: 'working', share }),
      ...(openWorker ? { openWorker } : {}),
    });
    Promise.all([file, keep(file)])
      .then(() => !signal.aborted && setRun(end))
      .catch((error: unknown) => {
        if (!signal.aborted) setRun({ kind: 'failed', problem: problemOf(error), details: String(error) });
      });
  };
  return {
    run,
    save: (format, options, name) =>
      make(format, options, { kind: 'saved', name }, async (file) =>
        download(name, await file, format.mediaType),
      ),
    copy: (format, options) => make(format, options, { kind: 'copied' }, (file) => copyFile(file, format)),
    stop: () => {
      working.current?.abort();
      setRun({ kind: 'stopped' });
    },
    settle: () => setRun((before) => (before.kind === 'working' ? before : { kind: 'idle' })),
  };
}

function problemOf(error: unknown): ExportProblem {
  if (error instanceof CopyRefusedError) return 'copy';
  if (!(error instanceof ExportRefusedError))
    return error instanceof Error && isTooLarge(error.message) ? 'large' : 'other';
  if (error.status === null) return 'offline';
  return busyStatuses.includes(error.status) ? 'busy' : 'other';
}
