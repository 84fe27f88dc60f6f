/**
 * A PNG put together from strips, so that a picture may be larger than any canvas or memory. The same in page, worker and Node.
 *
 * In:  exact size in pixels; strips of whole rows, packed (packRows.ts), from above downwards.
 * Out: the bytes of the file, with or without transparency.
 */
import { crc32 } from './crc32.ts';
import { joinPacked, type PackedRows } from './packRows.ts';

export interface PngSize {
  readonly width: number;
  readonly height: number;
}

/** A gigapixel: what is larger, hardly a program opens. A sheet of 1,000 cards fits at four times its size. */
export const mostPixels = 2 ** 30;

/** The size in pixels of a drawing, by scale or by width, however large. */
export function pixelSize(
  drawing: PngSize,
  wished: { readonly scale: number } | { readonly width: number },
): PngSize {
  const scale = 'scale' in wished ? wished.scale : wished.width / drawing.width;
  return {
    width: Math.max(1, Math.round(drawing.width * scale)),
    height: Math.max(1, Math.round(drawing.height * scale)),
  };
}

/** How the message begins of a picture that would be too large; all that comes across from another thread. */
const tooLarge = 'Too many pixels: ';

/** Whether this is why there is no picture (R75). */
export function isTooLarge(message: string): boolean {
  return message.includes(tooLarge);
}

/** The same for a picture that is to be made. Throws RangeError for more than a gigapixel. */
export function pictureSize(...of: Parameters<typeof pixelSize>): PngSize {
  const { width, height } = pixelSize(...of);
  if (width * height > mostPixels) throw new RangeError(`${tooLarge}${width} x ${height}`);
  return { width, height };
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The file of packed strips, wherever they were packed. Throws when they are not as many rows as the size says. */
export function joinPng(
  { width, height }: PngSize,
  hasAlpha: boolean,
  packed: readonly PackedRows[],
): Uint8Array<ArrayBuffer> {
  const rows = packed.reduce((sum, strip) => sum + strip.rows, 0);
  if (rows !== height) throw new Error(`a picture of ${height} rows was given ${rows}`);
  return pngFile({ width, height }, hasAlpha ? pngColours.rgba : pngColours.rgb, joinPacked(packed));
}

/** What the numbers of a pixel are, by PNG's own numbers. */
export const pngColours = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgba: 6 } as const;

/** The file of eight bits a channel around rows that are filtered and compressed already. */
export function pngFile(
  { width, height }: PngSize,
  colours: (typeof pngColours)[keyof typeof pngColours],
  data: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  head.setUint8(8, 8);
  head.setUint8(9, colours);
  const chunks = [
    ['IHDR', new Uint8Array(head.buffer)],
    ...data.map((part) => ['IDAT', part] as const),
    ['IEND', new Uint8Array()],
  ] as const;
  const length = chunks.reduce((sum, [, part]) => sum + chunkFrame + part.length, signature.length);
  const file = new Uint8Array(length);
  file.set(signature);
  let at = signature.length;
  for (const [name, part] of chunks) {
    writeChunk(file, at, name, part);
    at += chunkFrame + part.length;
  }
  return file;
}

/** Bytes of a chunk beside what it holds: its length, its name and its checksum. */
const chunkFrame = 12;

function writeChunk(file: Uint8Array<ArrayBuffer>, at: number, name: string, data: Uint8Array): void {
  const view = new DataView(file.buffer, at, chunkFrame + data.length);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i += 1) view.setUint8(4 + i, name.charCodeAt(i));
  file.set(data, at + 8);
  view.setUint32(8 + data.length, crc32(file.subarray(at + 4, at + 8 + data.length)));
}
