/** A file on the clipboard: a PNG as a picture, what is text as text. */
import type { FileBytes, FileFormat } from '../../export/fileFormats.ts';

/** The browser does not let the page write to the clipboard. */
export class CopyRefusedError extends Error {}

/**
 * Must be called while a press is handled, before the file is there: browsers let a page copy for a moment only after a press.
 * Rejects with CopyRefusedError, or with what kept the file from being made.
 */
export async function copyFile(
  file: Promise<FileBytes>,
  { format }: Pick<FileFormat, 'format'>,
): Promise<void> {
  const type = format === 'png' ? 'image/png' : 'text/plain';
  const content = file.then(
    (bytes) => new Blob([format === 'png' ? bytes : new TextDecoder().decode(bytes)], { type }),
  );
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: content })]);
  } catch (error) {
    await file;
    throw new CopyRefusedError(String(error));
  }
}
