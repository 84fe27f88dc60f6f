/**
 * Bytes of a text file -> text: UTF-8 or UTF-16 where a byte order mark says so, else UTF-8, else GB18030 (with GBK and
 * GB 2312 inside it), which Chinese spreadsheets write. Throws a Refusal for what is none of them.
 */
import { FILE_BYTES } from '../model/limits.ts';
import { refuse } from './refusal.ts';

export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > FILE_BYTES) refuse({ code: 'file-too-large', mebibytes: FILE_BYTES / 1024 / 1024 });
  const encodings = marked(bytes) ?? ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A text file has no zero bytes: this is something else.
      if (!text.includes('\0')) return text;
    } catch {
      continue;
    }
  }
  return refuse({ code: 'unreadable-text' });
}

function marked([first, second, third]: Uint8Array): readonly string[] | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8'];
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  return first === 0xfe && second === 0xff ? ['utf-16be'] : null;
}
