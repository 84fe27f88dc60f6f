/**
 * A progressive JPEG in greys, as a baseline file of its first component, the lightness. Unlike the blocks of a
 * baseline file (greyJpeg.ts) those of a progressive one are told in many scans, each more exactly: they are put together
 * (ITU-T T.81, annex G) and written out again with the standard's own codes. No pixel is decoded, so nothing is lost.
 *
 * In:  the bytes of a file, with or without restarts. Out: a baseline file of one component; null for other kinds.
 */
import { dcCodes, dcTable, readFrame, readHuffman, readQuantisation, type Frame } from './greyJpeg.ts';
import { BitReader, BitWriter, codedParts, codesOf } from './jpegBits.ts';

const marker = {
  start: 0xd8,
  end: 0xd9,
  progressive: 0xc2,
  huffman: 0xc4,
  scan: 0xda,
  tables: 0xdb,
  interval: 0xdd,
};
/** More scans than any encoder writes; a hostile file must not keep us busy. */
const mostScans = 100;
/** Of 8-bit pictures. */
const mostBits = { dc: 11, ac: 10 } as const;

interface Picture {
  readonly frame: Frame;
  readonly tables: Map<number, { readonly precision: number; readonly table: Uint8Array }>;
  readonly huffman: Map<number, Uint8Array>;
  /** Blocks in a row of the first component, and rows, with those that only fill up the last unit. */
  readonly across: number;
  readonly down: number;
  /** Of each block 64, from the mean to the finest detail. */
  readonly blocks: Int16Array;
}

export function greyProgressive(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const picture = readPicture(bytes);
  return picture && writeGrey(picture);
}

function readPicture(bytes: Uint8Array): Picture | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null;
  const tables: Picture['tables'] = new Map();
  const huffman: Picture['huffman'] = new Map();
  let picture: Picture | null = null;
  let interval = 0;
  let scans = 0;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const kind = bytes[at + 1] ?? 0;
    if (kind === marker.end) break;
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const length = uint16(bytes, at + 2);
    const content = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || content.length < length - 2) return null;
    at += 2 + length;
    if (kind === marker.tables) readQuantisation(content, tables);
    else if (kind === marker.huffman) {
      if (!readHuffman(content, huffman)) return null;
    } else if (kind === marker.interval) interval = uint16(content, 0);
    else if (kind === marker.progressive) {
      const frame: Frame | null = picture ? null : readFrame(content);
      picture = frame && emptyPicture(frame, tables, huffman);
      if (!picture) return null;
    } else if (kind === marker.scan) {
      scans += 1;
      const { parts, end } = codedParts(bytes, at);
      if (!picture || scans > mostScans || !readScan(picture, content, parts, interval)) return null;
      at = end;
    } else if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc8 && kind !== 0xcc) return null;
  }
  return scans > 0 ? picture : null;
}

function emptyPicture(frame: Frame, tables: Picture['tables'], huffman: Picture['huffman']): Picture | null {
  const [first] = frame.components;
  if (!first) return null;
  const across = Math.ceil(frame.width / (8 * first.across)) * first.across;
  const down = Math.ceil(frame.height / (8 * first.down)) * first.down;
  return { frame, tables, huffman, across, down, blocks: new Int16Array(across * down * 64) };
}

interface Scan {
  readonly from: number;
  readonly to: number;
  /** Whether these bits come for the first time, and how far up they stand. */
  readonly isFirst: boolean;
  readonly shift: number;
}

/** Adds what a scan says to the blocks; false when it cannot be read. */
function readScan(
  picture: Picture,
  content: Uint8Array,
  parts: readonly Uint8Array[],
  interval: number,
): boolean {
  const { frame, huffman, blocks } = picture;
  const count = content[0] ?? 0;
  const [from = 0, to = 0, approximation = 0] = content.subarray(1 + count * 2);
  const scan: Scan = { from, to, isFirst: approximation >> 4 === 0, shift: approximation & 15 };
  const sound = from === 0 ? to === 0 : count === 1 && to < 64 && from <= to;
  if (count < 1 || content.length < 4 + count * 2 || !sound || scan.shift > 13) return false;
  const told = Array.from({ length: count }, (_, index) => {
    const [id, table = 0] = content.subarray(1 + index * 2, 3 + index * 2);
    const component = frame.components.find((one) => one.id === id);
    const codes = codesOf(huffman.get(from === 0 ? table >> 4 : 0x10 + (table & 15)));
    return component && (codes || (from === 0 && !scan.isFirst))
      ? { component, codes: codes ?? new Uint16Array(0), isLightness: component === frame.components[0] }
      : null;
  }).filter((one) => one !== null);
  if (told.length < count) return false;
  // The finer colours are not looked at.
  if (!told.some(({ isLightness }) => isLightness)) return true;
  const nowhere = new Int16Array(64);
  let unit = 0;
  for (const part of parts) {
    const reader = new BitReader(part);
    const means = told.map(() => 0);
    const run = { blocks: 0 };
    const order = unitsOf(picture, told.length === 1);
    const last = interval > 0 ? Math.min(order.units, unit + interval) : order.units;
    for (; unit < last; unit += 1) {
      for (const [index, { component, codes, isLightness }] of told.entries()) {
        const inUnit = told.length === 1 ? 1 : component.across * component.down;
        for (let piece = 0; piece < inUnit; piece += 1) {
          const at = isLightness ? 64 * order.blockOf(unit, piece) : -1;
          const block = at < 0 ? nowhere : blocks.subarray(at, at + 64);
          if (from > 0) readDetails(reader, codes, block, scan, run);
          else if (scan.isFirst) {
            means[index] = (means[index] ?? 0) + reader.value(reader.code(codes));
            block[0] = (means[index] ?? 0) << scan.shift;
          } else if (reader.raw(1) === 1) block[0] = (block[0] ?? 0) | (1 << scan.shift);
          if (reader.isLost) return false;
        }
      }
    }
  }
  return true;
}

/** In which order blocks of the first component are told: by themselves in rows, with others in units of several. */
function unitsOf({ frame, across }: Picture, isAlone: boolean) {
  const [first = { across: 1, down: 1 }] = frame.components;
  const unitsAcross = Math.ceil(frame.width / (8 * (isAlone ? 1 : first.across)));
  const unitsDown = Math.ceil(frame.height / (8 * (isAlone ? 1 : first.down)));
  const blockOf = (unit: number, piece: number): number => {
    const [x, y] = [unit % unitsAcross, Math.floor(unit / unitsAcross)];
    if (isAlone) return y * across + x;
    const right = x * first.across + (piece % first.across);
    return (y * first.down + Math.floor(piece / first.across)) * across + right;
  };
  return { units: unitsAcross * unitsDown, blockOf };
}

/** Details of a block: for the first time (T.81 G.1.2.2) or one bit more exactly (G.1.2.3). */
function readDetails(
  reader: BitReader,
  codes: Uint16Array,
  block: Int16Array,
  { from, to, isFirst, shift }: Scan,
  run: { blocks: number },
): void {
  const bit = 1 << shift;
  const refine = (index: number): void => {
    const value = block[index] ?? 0;
    if (reader.raw(1) === 1 && (value & bit) === 0) block[index] = value + (value > 0 ? bit : -bit);
  };
  let index = from;
  while (run.blocks === 0 && index <= to && !reader.isLost) {
    const said = reader.code(codes);
    const bits = said & 15;
    let zeros = said >> 4;
    if (bits === 0 && zeros < 15) {
      run.blocks = (1 << zeros) + reader.raw(zeros);
      break;
    }
    if (isFirst) {
      index += zeros;
      if (bits > 0 && index <= to) block[index] = reader.value(bits) * bit;
      index += 1;
      continue;
    }
    const value = bits === 0 ? 0 : reader.raw(1) === 1 ? bit : -bit;
    for (; index <= to; index += 1) {
      if (block[index] !== 0) refine(index);
      else if (zeros === 0) break;
      else zeros -= 1;
    }
    if (value !== 0 && index <= to) block[index] = value;
    index += 1;
  }
  if (run.blocks === 0) return;
  if (!isFirst) for (; index <= to; index += 1) if (block[index] !== 0) refine(index);
  run.blocks -= 1;
}

/** The table for details of lightness that T.81 gives in K.3.2, in hexadecimal: how many codes a length has, then what they say. */
const acTable = Uint8Array.from(
  (
    '0002010303020403050504040000017d' +
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a' +
    '434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aa' +
    'b2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa'
  ).match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);

function codesByValue(table: Uint8Array): ReadonlyMap<number, readonly [code: number, bits: number]> {
  const codes = new Map<number, readonly [number, number]>();
  let code = 0;
  let at = 16;
  for (let length = 1; length <= 16; length += 1) {
    for (let index = 0; index < (table[length - 1] ?? 0); index += 1) {
      codes.set(table[at] ?? 0, [code, length]);
      code += 1;
      at += 1;
    }
    code <<= 1;
  }
  return codes;
}

function writeGrey({ frame, tables, across, blocks }: Picture): Uint8Array<ArrayBuffer> | null {
  const { width, height, components } = frame;
  const quantisation = tables.get(components[0]?.quantisation ?? -1);
  if (!quantisation) return null;
  const out = new BitWriter(blocks.length + 1024);
  out.bytes(0xff, marker.start);
  // JFIF 1.1 without a density.
  out.segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  out.segment(marker.tables, [quantisation.precision << 4, ...quantisation.table]);
  out.segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  out.segment(marker.huffman, [0, ...dcTable]);
  out.segment(marker.huffman, [0x10, ...acTable]);
  out.segment(marker.scan, [1, 1, 0, 0, 63, 0]);
  const acCodes = codesByValue(acTable);
  let before = 0;
  for (let y = 0; y < Math.ceil(height / 8); y += 1)
    for (let x = 0; x < Math.ceil(width / 8); x += 1) {
      const block = blocks.subarray(64 * (y * across + x), 64 * (y * across + x + 1));
      const mean = block[0] ?? 0;
      const code = dcCodes[bitsOf(mean - before)];
      if (!code || bitsOf(mean - before) > mostBits.dc) return null;
      out.bits(...code);
      writeValue(out, mean - before);
      before = mean;
      if (!writeDetails(out, block, acCodes)) return null;
    }
  out.end();
  out.bytes(0xff, marker.end);
  return out.file();
}

function writeDetails(out: BitWriter, block: Int16Array, codes: ReturnType<typeof codesByValue>): boolean {
  const write = (value: number): void => out.bits(...(codes.get(value) ?? [0, 0]));
  let zeros = 0;
  for (let index = 1; index < 64; index += 1) {
    const value = block[index] ?? 0;
    if (value === 0) {
      zeros += 1;
      continue;
    }
    if (bitsOf(value) > mostBits.ac) return false;
    for (; zeros > 15; zeros -= 16) write(0xf0);
    write(zeros * 16 + bitsOf(value));
    writeValue(out, value);
    zeros = 0;
  }
  if (zeros > 0) write(0);
  return true;
}

/** How many bits a signed number has in a JPEG. */
function bitsOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function writeValue(out: BitWriter, value: number): void {
  const length = bitsOf(value);
  if (length > 0) out.bits(value < 0 ? value + 2 ** length - 1 : value, length);
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
