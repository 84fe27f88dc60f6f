/**
 * The preview of what is chosen, drawn anew a moment after the last change; the one before stays until the next is there.
 */
import { useEffect, useRef, useState } from 'react';
import type { ExportOptions } from '../../export/exportOptions.ts';
import type { FileFormat } from '../../export/fileFormats.ts';
import type { Preview } from '../../export/preview.ts';
import { useMapSession, useProjection } from '../../state/mapSession.ts';
import { previewOnPage, type PageDrawing } from './drawOnPage.ts';

export interface ShownPreview {
  /** Null until the first is there. */
  readonly preview: Preview | null;
  /** Address of a sheet's picture. */
  readonly picture: string | null;
  readonly state: 'drawing' | 'shown' | 'failed';
}

const settleMs = 200;

/** `width`: of a picture, in pixels. */
export function usePreview(
  format: FileFormat,
  options: ExportOptions,
  { sheet, width }: { readonly sheet: number; readonly width: number },
  openWorker?: PageDrawing['openWorker'],
): ShownPreview {
  const session = useMapSession();
  const journey = useProjection((state) => state.journey);
  const wished = JSON.stringify([format.format, options, sheet, width]);
  const [shown, setShown] = useState<ShownPreview>({ preview: null, picture: null, state: 'drawing' });
  const address = useRef<string | null>(null);
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    setShown((before) => ({ ...before, state: 'drawing' }));
    const timer = setTimeout(() => {
      previewOnPage(
        session,
        format,
        options,
        { sheet, width },
        { signal, ...(openWorker ? { openWorker } : {}) },
      )
        .then((preview) => {
          if (signal.aborted) return;
          forget(address);
          if (preview.kind === 'sheet')
            address.current = URL.createObjectURL(new Blob([preview.picture], { type: 'image/png' }));
          setShown({ preview, picture: address.current, state: 'shown' });
        })
        .catch(() => !signal.aborted && setShown((before) => ({ ...before, state: 'failed' })));
    }, settleMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
    // `wished` says all that format, options and wish say.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, journey, wished, openWorker]);
  useEffect(() => () => forget(address), []);
  return shown;
}

function forget(address: { current: string | null }): void {
  if (address.current !== null) URL.revokeObjectURL(address.current);
  address.current = null;
}
