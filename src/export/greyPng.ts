/**
 * A PNG in greys: every pixel by its luma (as JPEG has it), with what shines through kept. Pure, so that page, server and command
 * line make the same bytes; no filter of a viewer is relied upon, which half of the programs leave out.
 *
 * In:  the file's bytes. Out: a PNG of eight bits a channel, grey or grey with alpha; null for what is not read here
 * (interlaced, broken, larger than a stored picture may be).
 */
import { unzlibSync, zlibSync } from 'fflate';
import { readImageFacts } from '../model/imageFacts.ts';
import { pngColours, pngFile } from './pngFile.ts';

const { grey, rgb, palette, greyAlpha, rgba } = pngColours;
const channelsOf: Readonly<Record<number, number>> = {
  [grey]: 1,
  [rgb]: 3,
  [palette]: 1,
  [greyAlpha]: 2,
  [rgba]: 4,
};
/** Bits a channel may have, by colours. */
const depthsOf: Readonly<Record<number, readonly number[]>> = {
  [grey]: [1, 2, 4, 8, 16],
  [rgb]: [8, 16],
  [palette]: [1, 2, 4, 8],
  [greyAlpha]: [8, 16],
  [rgba]: [8, 16],
};
const mostPixels = 2048 * 2048;
const headLength = 8;

export function greyPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const facts = readImageFacts(bytes);
  if (facts?.type !== 'png' || facts.width * facts.height > mostPixels) return null;
  const file = readChunks(bytes);
  if (!file || file.isInterlaced) return null;
  const { width, height } = facts;
  const rows = unfiltered(file, width, height);
  if (!rows) return null;
  const hasAlpha = file.colours === greyAlpha || file.colours === rgba || file.clear !== null;
  return pngFile({ width, height }, hasAlpha ? greyAlpha : grey, [
    zlibSync(greyRows(file, rows, { width, height, hasAlpha }), { level: 6 }),
  ]);
}

interface PngParts {
  readonly depth: number;
  readonly colours: number;
  readonly isInterlaced: boolean;
  readonly palette: Uint8Array;
  /** The chunk tRNS: alphas of a palette, or the one colour that is clear. */
  readonly clear: Uint8Array | null;
  readonly data: Uint8Array;
}

function readChunks(bytes: Uint8Array): PngParts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [depth = 0, colours = 0, , , interlace = 0] = bytes.subarray(24, 29);
  if (depthsOf[colours]?.includes(depth) !== true) return null;
  const data: Uint8Array[] = [];
  let colourTable: Uint8Array = new Uint8Array();
  let clear: Uint8Array | null = null;
  for (let at = headLength; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'PLTE') colourTable = content;
    else if (name === 'tRNS') clear = content;
    else if (name === 'IDAT') data.push(content);
    at += 12 + length;
  }
  const joined = new Uint8Array(data.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of data) {
    joined.set(part, at);
    at += part.length;
  }
  return { depth, colours, isInterlaced: interlace !== 0, palette: colourTable, clear, data: joined };
}

/** The rows without their filters (PNG 9), one behind the other; null when they are cut or broken. */
function unfiltered({ depth, colours, data }: PngParts, width: number, height: number): Uint8Array | null {
  const bits = depth * (channelsOf[colours] ?? 1);
  const rowLength = Math.ceil((width * bits) / 8);
  const back = Math.max(1, bits >> 3);
  const wanted = height * (rowLength + 1);
  let inflated: Uint8Array;
  try {
    // Into a field of the size that the head says: what inflates to more is not held.
    inflated = unzlibSync(data, { out: new Uint8Array(wanted) });
  } catch {
    return null;
  }
  if (inflated.length < wanted) return null;
  const rows = new Uint8Array(height * rowLength);
  for (let y = 0; y < height; y += 1) {
    const from = y * (rowLength + 1);
    const to = y * rowLength;
    const filter = inflated[from] ?? 0;
    if (filter > 4) return null;
    for (let x = 0; x < rowLength; x += 1) {
      const left = x >= back ? (rows[to + x - back] ?? 0) : 0;
      const up = y > 0 ? (rows[to + x - rowLength] ?? 0) : 0;
      const corner = y > 0 && x >= back ? (rows[to + x - rowLength - back] ?? 0) : 0;
      rows[to + x] = (inflated[from + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

/** What a filter of PNG (9.2) promises of a byte, by those around it. */
export function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const all = left + up - corner;
      const [a, b, c] = [Math.abs(all - left), Math.abs(all - up), Math.abs(all - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}

/** Grey (and alpha) a pixel, each row as its difference to the one above. */
function greyRows(
  file: PngParts,
  rows: Uint8Array,
  {
    width,
    height,
    hasAlpha,
  }: { readonly width: number; readonly height: number; readonly hasAlpha: boolean },
): Uint8Array {
  const { depth, colours, clear } = file;
  const channels = channelsOf[colours] ?? 1;
  const rowLength = Math.ceil((width * depth * channels) / 8);
  const most = 2 ** depth - 1;
  const step = hasAlpha ? 2 : 1;
  const out = new Uint8Array(height * (width * step + 1));
  const above = new Uint8Array(width * step);
  const pixel: [number, number, number, number] = [0, 0, 0, 0];
  const key = clear && colours !== palette ? [0, 1, 2].map((at) => uint16(clear, at * 2)) : null;
  for (let y = 0, to = 0; y < height; y += 1) {
    out[to] = 2;
    to += 1;
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1)
        pixel[channel] = sample(rows, y * rowLength, x * channels + channel, depth);
      const [value, alpha] = toGrey(file, pixel, most, key);
      const at = x * step;
      out[to + at] = value - (above[at] ?? 0);
      above[at] = value;
      if (!hasAlpha) continue;
      out[to + at + 1] = alpha - (above[at + 1] ?? 0);
      above[at + 1] = alpha;
    }
    to += width * step;
  }
  return out;
}

function sample(rows: Uint8Array, row: number, index: number, depth: number): number {
  if (depth === 8) return rows[row + index] ?? 0;
  if (depth === 16) return uint16(rows, row + index * 2);
  const bit = index * depth;
  return ((rows[row + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

/** Grey and alpha of a pixel, 0 to 255 each. */
function toGrey(
  { colours, palette: table, clear }: PngParts,
  [a, b, c, d]: readonly [number, number, number, number],
  most: number,
  key: readonly number[] | null,
): readonly [number, number] {
  const byte = (value: number) => Math.round((value * 255) / most);
  switch (colours) {
    case grey:
      return [byte(a), key?.[0] === a ? 0 : 255];
    case greyAlpha:
      return [byte(a), byte(b)];
    case palette:
      return [luma(table[a * 3] ?? 0, table[a * 3 + 1] ?? 0, table[a * 3 + 2] ?? 0), clear?.[a] ?? 255];
    case rgb:
      return [luma(byte(a), byte(b), byte(c)), key && key[0] === a && key[1] === b && key[2] === c ? 0 : 255];
    default:
      return [luma(byte(a), byte(b), byte(c)), byte(d)];
  }
}

/** ITU-R BT.601, as the Y of a JPEG. */
export function luma(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}
