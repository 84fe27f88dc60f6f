/**
 * The server's own look at an uploaded picture. The page decodes whatever a person gives it and encodes it anew as PNG or
 * JPEG of bounded size (src/state/prepareImage.ts): that drops metadata, animation and anything hidden behind the pixels. The
 * server does not trust that: it walks the structure of a PNG or JPEG to the end, and writes out nothing but what draws the
 * picture (no text, EXIF, colour profile, thumbnail, trailing bytes). What comes over the API in another format, or larger, is
 * drawn anew first, apart from the server (redrawing.ts).
 *
 * PNG and JPEG, because every export (SVG, PDF, PPTX, PNG) can embed them as they are.
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { isFrameMarker, readImageFacts } from '../../src/model/imageFacts.ts';
import { IMAGE_IN, STORED_IMAGE } from '../../src/model/limits.ts';

export interface CleanImage {
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly hash: string;
  readonly type: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}
export type Cleaned =
  | { readonly ok: true; readonly image: CleanImage }
  | { readonly ok: false; readonly why: string };

/** Whether it is a picture within bounds that cannot be kept as it came. */
export function mustBeRedrawn(given: Uint8Array): boolean {
  const facts = readImageFacts(given);
  if (!facts || facts.width * facts.height > IMAGE_IN.pixels) return false;
  const { type, width, height } = facts;
  const isLarge = Math.max(width, height) > STORED_IMAGE.side || given.length > STORED_IMAGE.bytes;
  return isLarge || type === 'webp' || type === 'gif';
}

/** A PNG or JPEG as it is kept; of what would have to be drawn anew, why it is refused. */
export function cleanImage(given: Uint8Array): Cleaned {
  const facts = readImageFacts(given);
  if (!facts) return refuse('it is not a PNG, JPEG, WebP or GIF picture');
  const { type, width, height } = facts;
  if (width * height > IMAGE_IN.pixels)
    return refuse(
      `it is ${width} × ${height} pixels; at most ${IMAGE_IN.pixels / 1_000_000} million are taken`,
    );
  if (type !== 'png' && type !== 'jpeg') return refuse('it is not kept as it is');
  const bytes = type === 'png' ? cleanPng(given) : cleanJpeg(given);
  if (!bytes) return refuse(`it is a broken ${type === 'png' ? 'PNG' : 'JPEG'} file`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { ok: true, image: { hash, type, bytes, width, height } };
}

function refuse(why: string): Cleaned {
  return { ok: false, why };
}

const pngHead = 8;
/** Length, name and check sum around a chunk's content. */
const chunkFrame = 12;
const keptChunks: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** The chunks that draw it; null when one is cut, wrong by its check sum, unknown and needed, or the order is. */
function cleanPng(bytes: Buffer | Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, pngHead)];
  let hasData = false;
  for (let at = pngHead; at + chunkFrame <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + chunkFrame + length;
    if (end > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    if ((name === 'IHDR') !== (at === pngHead) || (name === 'IHDR' && length !== 13)) return null;
    // A capital first letter says that the picture cannot be drawn without it.
    if (!keptChunks.has(name) && /^[A-Z]/.test(name)) return null;
    if (keptChunks.has(name)) kept.push(bytes.subarray(at, end));
    hasData ||= name === 'IDAT';
    if (name === 'IEND') return hasData ? joined(kept) : null;
    at = end;
  }
  return null;
}

const jpeg = {
  app0: 0xe0,
  app14: 0xee,
  com: 0xfe,
  scan: 0xda,
  end: 0xd9,
  tables: [0xdb, 0xc4, 0xdd],
} as const;

/** The segments that draw it (tables, one frame, scans, the two heads that say how colours are meant); null when it is broken. */
function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let frames = 0;
  let scans = 0;
  for (let at = 2; at + 2 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === jpeg.end)
      return frames === 1 && scans > 0 ? joined([...kept, bytes.subarray(at, at + 2)]) : null;
    if (at + 4 > bytes.length) return null;
    const head = at + 2 + view.getUint16(at + 2);
    if (head > bytes.length || head < at + 4) return null;
    const isScan = marker === jpeg.scan;
    const end = isScan ? endOfScan(bytes, head) : head;
    if (isFrameMarker(marker)) frames += 1;
    if (isScan) scans += 1;
    const isHead =
      (marker === jpeg.app0 && isNamed(bytes, at, 'JFIF')) ||
      (marker === jpeg.app14 && isNamed(bytes, at, 'Adobe'));
    const isTable = (jpeg.tables as readonly number[]).includes(marker);
    const isDropped = (marker >= jpeg.app0 && marker <= 0xef) || marker === jpeg.com;
    if (isHead || isTable || isScan || isFrameMarker(marker)) kept.push(bytes.subarray(at, end));
    else if (!isDropped) return null;
    at = end;
  }
  return null;
}

function isNamed(bytes: Uint8Array, at: number, name: string): boolean {
  return String.fromCharCode(...bytes.subarray(at + 4, at + 4 + name.length)) === name;
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
