/**
 * A JPEG in greys without loss: of its three components (lightness and two of colour, ITU-T T.81) only the first is
 * written out again. Nothing is decoded to pixels: the codes of a block's details are copied bit by bit, and only its
 * mean (DC), which is told as a difference to the block before, is told anew, because the blocks of a single component stand in another order.
 *
 * In:  the bytes of a baseline file, with or without restarts. Out: a file of one component, without any; null for other
 * kinds (progressive: greyProgressive.ts; arithmetic, RGB, broken). A grey file is given back as it is.
 */
import { BitReader, BitWriter, codedParts, codesOf } from './jpegBits.ts';

const marker = {
  start: 0xd8,
  end: 0xd9,
  baseline: 0xc0,
  extended: 0xc1,
  huffman: 0xc4,
  scan: 0xda,
  quantisation: 0xdb,
  restart: 0xdd,
  adobe: 0xee,
} as const;
const mostPixels = 2048 * 2048;
/** Differences of 8-bit pictures have at most so many bits. */
const mostDcBits = 11;

interface Component {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly quantisation: number;
}
/** What a file says about its picture as a whole. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}
export function greyJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const file = readSegments(bytes);
  if (!file) return null;
  const { frame, scan } = file;
  if (frame.components.length === 1) return new Uint8Array(bytes);
  const [first] = frame.components;
  const used = scan.tables[0];
  const quantisation = file.quantisation.get(first?.quantisation ?? -1);
  const details = file.huffman.get(0x10 + (used?.ac ?? -1));
  if (!first || !quantisation || !details) return null;
  const blocks = readBlocks(file);
  return blocks && writeGrey(frame, blocks, { quantisation, details });
}

interface Segments {
  readonly bytes: Uint8Array;
  readonly frame: Frame;
  /** Tables as they stand, without their first byte, by that byte's number. */
  readonly quantisation: ReadonlyMap<number, { readonly precision: number; readonly table: Uint8Array }>;
  /** By class (0x10 for details) and number. */
  readonly huffman: ReadonlyMap<number, Uint8Array>;
  readonly scan: {
    readonly at: number;
    readonly tables: readonly { readonly dc: number; readonly ac: number }[];
    /** Units from one restart to the next; 0: there are none. */
    readonly interval: number;
  };
}

function readSegments(bytes: Uint8Array): Segments | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null;
  const quantisation = new Map<number, { precision: number; table: Uint8Array }>();
  const huffman = new Map<number, Uint8Array>();
  let frame: Frame | null = null;
  let interval = 0;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const kind = bytes[at + 1] ?? 0;
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const length = uint16(bytes, at + 2);
    const content = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || content.length < length - 2) return null;
    if (kind === marker.quantisation) readQuantisation(content, quantisation);
    else if (kind === marker.huffman) {
      if (!readHuffman(content, huffman)) return null;
    } else if (kind === marker.restart) interval = uint16(content, 0);
    else if (kind === marker.adobe && content.length >= 12 && content[11] === 0) {
      // Said to be red, green and blue: there is no component of lightness.
      if (String.fromCharCode(...content.subarray(0, 5)) === 'Adobe') return null;
    } else if (kind === marker.baseline || kind === marker.extended) frame = readFrame(content);
    else if (kind >= 0xc2 && kind <= 0xcf && kind !== 0xc8 && kind !== 0xcc) return null;
    else if (kind === marker.scan) {
      const tables = frame && readScan(content, frame);
      return frame && tables
        ? { bytes, frame, quantisation, huffman, scan: { at: at + 2 + length, tables, interval } }
        : null;
    }
    at += 2 + length;
  }
  return null;
}

/** Adds the tables of a segment, by their number. */
export function readQuantisation(
  content: Uint8Array,
  into: Map<number, { precision: number; table: Uint8Array }>,
): void {
  for (let at = 0; at < content.length;) {
    const head = content[at] ?? 0;
    const precision = head >> 4;
    const length = precision === 0 ? 64 : 128;
    into.set(head & 15, { precision, table: content.subarray(at + 1, at + 1 + length) });
    at += 1 + length;
  }
}

/** Adds the tables of a segment, by class and number; false when it is cut. */
export function readHuffman(content: Uint8Array, into: Map<number, Uint8Array>): boolean {
  for (let at = 0; at < content.length;) {
    const counts = content.subarray(at + 1, at + 17);
    const length = 16 + counts.reduce((sum, count) => sum + count, 0);
    const table = content.subarray(at + 1, at + 1 + length);
    if (table.length < length) return false;
    into.set(content[at] ?? 0, table);
    at += 1 + length;
  }
  return true;
}

/** Null for pictures that are too large, or have no component of lightness. */
export function readFrame(content: Uint8Array): Frame | null {
  const [precision = 0] = content;
  const height = uint16(content, 1);
  const width = uint16(content, 3);
  const count = content[5] ?? 0;
  if (precision !== 8 || width === 0 || height === 0 || width * height > mostPixels) return null;
  if (content.length < 6 + count * 3 || (count !== 1 && count !== 3)) return null;
  const components = Array.from({ length: count }, (_, index): Component => {
    const [id = 0, sampling = 0, table = 0] = content.subarray(6 + index * 3, 9 + index * 3);
    return { id, across: sampling >> 4, down: sampling & 15, quantisation: table };
  });
  const isRgb = String.fromCharCode(...components.map(({ id }) => id)) === 'RGB';
  const isSound = components.every(
    ({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4,
  );
  const [first] = components;
  // Lightness has as many blocks as the picture: no encoder that we know does otherwise.
  const isFull = components.every(
    ({ across, down }) => first && across <= first.across && down <= first.down,
  );
  return isSound && isFull && !isRgb ? { width, height, components } : null;
}

/** The Huffman tables of each component; null unless one scan holds them all. */
function readScan(content: Uint8Array, { components }: Frame): Segments['scan']['tables'] | null {
  if (content[0] !== components.length || content.length < 4 + components.length * 2) return null;
  const tables = components.map(({ id }, index) => {
    const [of, table = 0] = content.subarray(1 + index * 2, 3 + index * 2);
    return of === id ? { dc: table >> 4, ac: table & 15 } : null;
  });
  return tables.every((table) => table !== null) ? tables : null;
}

interface Blocks {
  /** Blocks in a row, with those that only fill up the last unit. */
  readonly across: number;
  /** The mean of each block, in rows. */
  readonly dc: Int32Array;
  /** Where the codes of its details begin and end, in bits of `bits`. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly bits: Uint8Array;
}

/** The blocks of the first component, read off the units in which all three are told. */
function readBlocks({ bytes, frame, huffman, scan }: Segments): Blocks | null {
  const { width, height, components } = frame;
  const [first] = components;
  if (!first) return null;
  const unitsAcross = Math.ceil(width / (8 * first.across));
  const unitsDown = Math.ceil(height / (8 * first.down));
  const across = unitsAcross * first.across;
  const count = across * unitsDown * first.down;
  const dc = new Int32Array(count);
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const units = unitsAcross * unitsDown;
  const { parts } = codedParts(bytes, scan.at);
  const interval = scan.interval || units;
  if (parts.length !== Math.ceil(units / interval)) return null;
  const { coded, begins } = joined(parts);
  const reader = new BitReader(coded);
  const tables = scan.tables.map((table) => ({
    dc: codesOf(huffman.get(table.dc)),
    ac: codesOf(huffman.get(0x10 + table.ac)),
  }));
  const last = components.map(() => 0);
  for (let unit = 0; unit < units; unit += 1) {
    if (unit % interval === 0) {
      // Each part begins with a byte, and its means count from nought.
      reader.at = (begins[unit / interval] ?? 0) * 8;
      last.fill(0);
    }
    for (const [index, component] of components.entries()) {
      const codes = tables[index];
      if (!codes?.dc || !codes.ac) return null;
      for (let part = 0; part < component.across * component.down; part += 1) {
        const difference = reader.value(reader.code(codes.dc));
        const mean = (last[index] ?? 0) + difference;
        last[index] = mean;
        const begin = reader.at;
        reader.skipDetails(codes.ac);
        if (reader.isLost) return null;
        if (index > 0) continue;
        const x = (unit % unitsAcross) * first.across + (part % first.across);
        const y = Math.floor(unit / unitsAcross) * first.down + Math.floor(part / first.across);
        const block = y * across + x;
        dc[block] = mean;
        from[block] = begin;
        to[block] = reader.at;
      }
    }
  }
  return { across, dc, from, to, bits: coded };
}

/** Parts behind each other, and at which byte each begins. */
function joined(parts: readonly Uint8Array[]): { readonly coded: Uint8Array; readonly begins: number[] } {
  const coded = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  const begins: number[] = [];
  let at = 0;
  for (const part of parts) {
    coded.set(part, at);
    begins.push(at);
    at += part.length;
  }
  return { coded, begins };
}

/** The table for means of lightness that T.81 gives in K.3.1: every length up to eleven bits has a code. */
export const dcTable = Uint8Array.of(
  0,
  1,
  5,
  1,
  1,
  1,
  1,
  1,
  1,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
);
/** Its codes by how many bits follow. */
export const dcCodes: readonly (readonly [code: number, bits: number])[] = [
  [0b00, 2],
  [0b010, 3],
  [0b011, 3],
  [0b100, 3],
  [0b101, 3],
  [0b110, 3],
  [0b1110, 4],
  [0b11110, 5],
  [0b111110, 6],
  [0b1111110, 7],
  [0b11111110, 8],
  [0b111111110, 9],
];

function writeGrey(
  { width, height }: Frame,
  { across, dc, from, to, bits }: Blocks,
  tables: {
    readonly quantisation: { readonly precision: number; readonly table: Uint8Array };
    readonly details: Uint8Array;
  },
): Uint8Array<ArrayBuffer> | null {
  const { precision, table } = tables.quantisation;
  const out = new BitWriter(bits.length + 1024);
  out.bytes(0xff, marker.start);
  // JFIF 1.1 without a density.
  out.segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  out.segment(marker.quantisation, [precision << 4, ...table]);
  out.segment(marker.baseline, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  out.segment(marker.huffman, [0, ...dcTable]);
  out.segment(marker.huffman, [0x10, ...tables.details]);
  out.segment(marker.scan, [1, 1, 0, 0, 63, 0]);
  let before = 0;
  for (let y = 0; y < Math.ceil(height / 8); y += 1) {
    for (let x = 0; x < Math.ceil(width / 8); x += 1) {
      const block = y * across + x;
      const mean = dc[block] ?? 0;
      const difference = mean - before;
      before = mean;
      const length = 32 - Math.clz32(Math.abs(difference));
      const code = dcCodes[length];
      if (length > mostDcBits || !code) return null;
      out.bits(...code);
      if (length > 0) out.bits(difference < 0 ? difference + 2 ** length - 1 : difference, length);
      out.copy(bits, from[block] ?? 0, to[block] ?? 0);
    }
  }
  out.end();
  out.bytes(0xff, marker.end);
  return out.file();
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
