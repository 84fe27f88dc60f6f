/**
 * The bits of a JPEG's coded data (ITU-T T.81): read by Huffman codes, written and copied, whatever they mean
 * (greyJpeg.ts). Reading over the end or meeting what is no code is told by `isLost`; nothing throws.
 */
/** By the next 16 bits: length of the code * 256 + what it says; 0: no code. */
type Codes = Uint16Array;

function withoutStuffing(bytes: Uint8Array): Uint8Array {
  const data = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    data[length] = byte;
    length += 1;
    if (byte !== 0xff) continue;
    if (bytes[at + 1] !== 0) break;
    at += 1;
  }
  return data.subarray(0, length);
}

/** The coded data of a scan, cut at its restarts; `end` is where the next segment begins. */
export function codedParts(
  bytes: Uint8Array,
  from: number,
): { readonly parts: readonly Uint8Array[]; readonly end: number } {
  const parts: Uint8Array[] = [];
  let begin = from;
  for (let at = from; ; at += 1) {
    const next = bytes[at + 1] ?? 0;
    const isOver = at + 1 >= bytes.length;
    if (!isOver && (bytes[at] !== 0xff || next === 0 || next === 0xff)) continue;
    parts.push(withoutStuffing(bytes.subarray(begin, isOver ? bytes.length : at)));
    if (isOver || next < 0xd0 || next > 0xd7) return { parts, end: isOver ? bytes.length : at };
    begin = at + 2;
  }
}

export class BitReader {
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

  /** So many bits as they stand. */
  raw(bits: number): number {
    const found = this.#peek(bits);
    this.#skip(bits);
    return found;
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
export function codesOf(table: Uint8Array | undefined): Codes | undefined {
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

export class BitWriter {
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
