/**
 * The parts of a zip, for readers of workbooks: what the directory says is checked before anything is inflated, and what
 * comes out is counted while it does, so that a file that lies about its size is found out too (R72).
 *
 * In:  the bytes of the file. Out: the names, and the bytes of one part on demand. Throws a Refusal.
 */
import { Inflate } from 'fflate';
import { ENTRIES, INFLATED_BYTES, PACKED_BYTES, RATIO, RATIO_FROM_BYTES } from './bounds.ts';
import { Refusal, refuse } from './refusal.ts';

export interface Zip {
  has(name: string): boolean;
  /** The text of a part (UTF-8); null when there is none. */
  text(name: string): string | null;
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const localSign = 0x04034b50;
const endLength = 22;
/** Packed bytes inflated at once: with deflate's own limit of about 1,030 to 1, what comes out of one step is 4 MiB. */
const stepBytes = 4096;

export function openZip(bytes: Uint8Array): Zip {
  if (bytes.length > PACKED_BYTES) refuse({ code: 'file-too-large', mebibytes: PACKED_BYTES / 1024 / 1024 });
  const entries = readDirectory(bytes);
  let inflated = 0;
  return {
    has: (name) => entries.has(name),
    text(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const content = inflate(bytes, entry, INFLATED_BYTES - inflated);
      inflated += content.length;
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(content);
      } catch {
        return refuse({ code: 'unreadable-text' }, name);
      }
    },
  };
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = end < 0 ? 0 : view.getUint16(end + 10, true);
  const directory = end < 0 ? 0 : view.getUint32(end + 16, true);
  if (end < 0 || count === 0) return refuse({ code: 'not-a-workbook' });
  if (count > ENTRIES) return refuse({ code: 'too-many-parts', max: ENTRIES, found: count });
  const entries = new Map<string, Entry>();
  let total = 0;
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySign) return refuse({ code: 'not-a-workbook' });
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0;
    const local = view.getUint32(at + 42, true);
    if (isEncrypted || local + 30 > bytes.length || view.getUint32(local, true) !== localSign)
      return refuse({ code: 'not-a-workbook' }, name);
    const entry: Entry = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
    };
    total += entry.size;
    checkGrowth(entry.size, entry.packed, total, name);
    if (entry.start + entry.packed > bytes.length) return refuse({ code: 'not-a-workbook' }, name);
    entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the end, behind which a comment may stand. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === endSign) return at;
  }
  return -1;
}

function checkGrowth(size: number, packed: number, total: number, name: string): void {
  if (total > INFLATED_BYTES)
    refuse({ code: 'inflates-too-much', mebibytes: INFLATED_BYTES / 1024 / 1024 }, name);
  if (size > RATIO_FROM_BYTES && size > packed * RATIO)
    refuse({ code: 'packed-too-tightly', ratio: RATIO }, name);
}

function inflate(bytes: Uint8Array, { method, packed, start }: Entry, room: number): Uint8Array {
  const content = bytes.subarray(start, start + packed);
  if (method === 0) {
    checkGrowth(packed, packed, INFLATED_BYTES - room + packed, '$');
    return content;
  }
  if (method !== 8) return refuse({ code: 'not-a-workbook' });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    checkGrowth(size, packed, INFLATED_BYTES - room + size, '$');
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < content.length; at += stepBytes)
      stream.push(content.subarray(at, at + stepBytes), at + stepBytes >= content.length);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return refuse({ code: 'not-a-workbook' });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
