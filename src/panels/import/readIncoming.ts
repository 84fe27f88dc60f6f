/** From a file or a paste to what was read in it: in a worker, with the size looked at before anything is loaded. */
import { readPaste, type Source } from '../../import/readSource.ts';
import type { Refused } from '../../import/refusal.ts';
import { FILE_BYTES } from '../../model/limits.ts';
import { importWords } from '../../words/imports.ts';
import type { InterfaceLanguage } from '../../words/language.ts';
import type { Incoming } from './incoming.ts';
import { readInWorker, type ReadFile } from './readInWorker.ts';

/** Rejects when the file cannot be got from the device, the worker breaks or `signal` says that nobody waits any more. */
export async function readIncoming(
  incoming: Incoming,
  language: InterfaceLanguage,
  signal: AbortSignal,
  read: ReadFile = readInWorker,
): Promise<Source | Refused> {
  if (incoming.kind === 'rows') return readPaste(incoming.text);
  const { file } = incoming;
  if (file.size > FILE_BYTES) {
    const rule = { code: 'file-too-large', mebibytes: FILE_BYTES / 1024 / 1024 } as const;
    return { ok: false, reasons: [{ path: '$', value: null, rule }] };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  return read({ bytes, fileName: file.name, names: importWords[language].madeNames }, signal);
}
