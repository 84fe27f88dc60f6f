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
  /** Whether it is of the format and options that are chosen now: of another file neither size nor pages are told. */
  readonly isOfThis: boolean;
}

type Known = Omit<ShownPreview, 'isOfThis'> & { readonly file: string };

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
  const file = JSON.stringify([format.format, options]);
  const wished = JSON.stringify([file, sheet, width]);
  const [shown, setShown] = useState<Known>({ preview: null, picture: null, state: 'drawing', file: '' });
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
          setShown({ preview, picture: address.current, state: 'shown', file });
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
  const { file: ofFile, ...known } = shown;
  return { ...known, isOfThis: ofFile === file };
}

function forget(address: { current: string | null }): void {
  if (address.current !== null) URL.revokeObjectURL(address.current);
  address.current = null;
}
