/**
 * A JPEG in greys without loss: of its three components (lightness and two of colour, ITU-T T.81) only the first is
 * written out again. Nothing is decoded to pixels: the codes of a block's details are copied bit by bit, and only its
 * mean (DC), which is told as a difference to the block before, is told anew, because the blocks of a single component stand in another order.
 *
 * In:  the bytes of a baseline file, as every browser's encoder writes it. Out: a file of one component; null for other
 * kinds (progressive, arithmetic, with restarts, RGB, broken). A grey file is given back as it is.
 */
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
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}
/** By the next 16 bits: length of the code * 256 + what it says; 0: no code. */
type Codes = Uint16Array;

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
  };
}

function readSegments(bytes: Uint8Array): Segments | null {
  if (bytes[0] !== 0xff || bytes[1] !== marker.start) return null;
  const quantisation = new Map<number, { precision: number; table: Uint8Array }>();
  const huffman = new Map<number, Uint8Array>();
  let frame: Frame | null = null;
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
    } else if (kind === marker.restart && uint16(content, 0) > 0) return null;
    else if (kind === marker.adobe && content.length >= 12 && content[11] === 0) {
      // Said to be red, green and blue: there is no component of lightness.
      if (String.fromCharCode(...content.subarray(0, 5)) === 'Adobe') return null;
    } else if (kind === marker.baseline || kind === marker.extended) frame = readFrame(content);
    else if (kind >= 0xc2 && kind <= 0xcf && kind !== 0xc8 && kind !== 0xcc) return null;
    else if (kind === marker.scan) {
      const tables = frame && readScan(content, frame);
      return frame && tables
        ? { bytes, frame, quantisation, huffman, scan: { at: at + 2 + length, tables } }
        : null;
    }
    at += 2 + length;
  }
  return null;
}

function readQuantisation(
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

function readHuffman(content: Uint8Array, into: Map<number, Uint8Array>): boolean {
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

function readFrame(content: Uint8Array): Frame | null {
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
  const coded = codedData(bytes, scan.at);
  const reader = new BitReader(coded);
  const tables = scan.tables.map((table) => ({
    dc: codesOf(huffman.get(table.dc)),
    ac: codesOf(huffman.get(0x10 + table.ac)),
  }));
  const last = components.map(() => 0);
  for (let unit = 0; unit < unitsAcross * unitsDown; unit += 1) {
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

/** Without stuffed bytes. */
function codedData(bytes: Uint8Array, start: number): Uint8Array {
  const data = new Uint8Array(bytes.length - start);
  let length = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    data[length] = byte;
    length += 1;
    if (byte !== 0xff) continue;
    if (bytes[at + 1] !== 0) break;
    at += 1;
  }
  return data.subarray(0, length);
}

class BitReader {
  /** In bits. */
  at = 0;
  /** Read over the end, or met what is no code. */
  isLost = false;
  readonly #data: Uint8Array;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  code(codes: Codes): number {
    const found = codes[this.#peek(16)] ?? 0;
    if (found === 0) this.isLost = true;
    this.#skip(found >> 8);
    return found & 255;
  }

  /** A number of so many bits, as JPEG writes signed ones. */
  value(bits: number): number {
    if (bits > 16) this.isLost = true;
    if (bits === 0 || this.isLost) return 0;
    const raw = this.#peek(bits);
    this.#skip(bits);
    return raw < 2 ** (bits - 1) ? raw - 2 ** bits + 1 : raw;
  }

  skipDetails(codes: Codes): void {
    for (let index = 1; index < 64 && !this.isLost; index += 1) {
      const said = this.code(codes);
      const bits = said & 15;
      const zeros = said >> 4;
      if (bits === 0 && zeros !== 15) return;
      index += zeros;
      this.#skip(bits);
    }
  }

  #peek(count: number): number {
    const byte = this.at >> 3;
    const data = this.#data;
    const three = ((data[byte] ?? 0) << 16) | ((data[byte + 1] ?? 0) << 8) | (data[byte + 2] ?? 0);
    return (three >> (24 - (this.at & 7) - count)) & ((1 << count) - 1);
  }

  #skip(bits: number): void {
    this.at += bits;
    if (this.at > this.#data.length * 8) this.isLost = true;
  }
}

/** How a table's codes read (T.81 C.2); undefined without a table. */
function codesOf(table: Uint8Array | undefined): Codes | undefined {
  if (!table) return undefined;
  const codes = new Uint16Array(65_536);
  let code = 0;
  let at = 16;
  for (let length = 1; length <= 16; length += 1) {
    for (let index = 0; index < (table[length - 1] ?? 0); index += 1) {
      const first = code << (16 - length);
      codes.fill(length * 256 + (table[at] ?? 0), first, first + 2 ** (16 - length));
      code += 1;
      at += 1;
    }
    code <<= 1;
  }
  return codes;
}

/** The table for means of lightness that T.81 gives in K.3.1: every length up to eleven bits has a code. */
const dcTable = Uint8Array.of(
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
const dcCodes: readonly (readonly [code: number, bits: number])[] = [
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

class BitWriter {
  #file: Uint8Array<ArrayBuffer>;
  #length = 0;
  #held = 0;
  #heldBits = 0;

  constructor(room: number) {
    this.#file = new Uint8Array(room);
  }

  bytes(...bytes: readonly number[]): void {
    for (const byte of bytes) this.#put(byte);
  }

  segment(kind: number, content: readonly number[]): void {
    const length = content.length + 2;
    this.bytes(0xff, kind, length >> 8, length & 255, ...content);
  }

  /** At most 16 bits. */
  bits(value: number, count: number): void {
    this.#held = (this.#held << count) | value;
    this.#heldBits += count;
    while (this.#heldBits >= 8) {
      this.#heldBits -= 8;
      const byte = (this.#held >> this.#heldBits) & 255;
      this.#put(byte);
      // A byte that looks like a marker's first is followed by a nought.
      if (byte === 0xff) this.#put(0);
    }
    this.#held &= (1 << this.#heldBits) - 1;
  }

  copy(source: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to;) {
      const inByte = at & 7;
      const count = Math.min(8 - inByte, to - at);
      this.bits(((source[at >> 3] ?? 0) >> (8 - inByte - count)) & ((1 << count) - 1), count);
      at += count;
    }
  }

  /** Fills the last byte up with ones. */
  end(): void {
    if (this.#heldBits > 0) this.bits((1 << (8 - this.#heldBits)) - 1, 8 - this.#heldBits);
  }

  file(): Uint8Array<ArrayBuffer> {
    return this.#file.slice(0, this.#length);
  }

  #put(byte: number): void {
    if (this.#length === this.#file.length) {
      const larger = new Uint8Array(this.#file.length * 2);
      larger.set(this.#file);
      this.#file = larger;
    }
    this.#file[this.#length] = byte;
    this.#length += 1;
  }
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}
