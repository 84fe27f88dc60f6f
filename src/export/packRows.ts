/**
 * Rows of pixels compressed as PNG wants them, by what a drawing is: most pixels are the ones above them, most others the
 * one before them, and only the rest is looked for in what came before. A general deflate looks at each byte for that, and
 * takes several times as long.
 *
 * In:  whole rows as RGBA. Each piece stands alone, so that several threads may pack one picture.
 * Out: a piece of a zlib stream that ends on a whole byte (RFC 1951, with a checksum as RFC 1950 has it), to be joined by
 *      `joinPacked` in order. The same pixels give the same bytes.
 */
import { DeflateBlocks } from './deflateBlocks.ts';

/** Packed rows; can be sent between threads. */
export interface PackedRows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Adler-32 and length of what the bytes unpack to. */
  readonly checksum: number;
  readonly length: number;
  readonly rows: number;
}

/** PNG's filters: a row as it is, or as its difference to the row above. */
const filters = { none: 0, up: 2 } as const;
const farthestMatch = 32_768;
const adlerBase = 65_521;
const placesBits = 13;
/** So many pixels as above them are left to a run of zeros. */
const leastSame = 12;

/** Packs whole rows of a width. */
export function packRows(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  hasAlpha: boolean,
): PackedRows {
  const now = wholePixels(pixels);
  const rows = now.length / width;
  const packer = new RowPacker(width, hasAlpha);
  for (let row = 0; row < rows; row += 1) packer.row(now, row * width, row > 0);
  return packer.end();
}

/** The one stream that packed rows make, in parts to be written one after another. */
export function joinPacked(packed: readonly PackedRows[]): readonly Uint8Array<ArrayBuffer>[] {
  let [a, b] = [1, 0];
  for (const { checksum, length } of packed) {
    // These rows began with a sum of 1, and follow one of `a`: each of their bytes adds the rest to the second sum.
    b = (b + Math.floor(checksum / 65_536) + (length % adlerBase) * (a + adlerBase - 1)) % adlerBase;
    a = (a + (checksum & 0xffff) + adlerBase - 1) % adlerBase;
  }
  const head = Uint8Array.of(0x78, 0x01);
  // An empty last block, and the checksum.
  const end = Uint8Array.of(0x03, 0x00, b >>> 8, b & 255, a >>> 8, a & 255);
  return [head, ...packed.map(({ bytes }) => bytes), end];
}

class RowPacker {
  readonly #blocks = new DeflateBlocks();
  readonly #width: number;
  readonly #bytesOfPixel: number;
  /** Which bytes of a pixel are written. */
  readonly #shown: number;
  /** Of the row at hand: each pixel's bytes less those of the pixel above. */
  readonly #news: Uint32Array;
  readonly #nothing: Uint32Array;
  /** Where in the rows two pixels like these were last seen, by what they are. */
  readonly #places = new Int32Array(1 << placesBits);
  #rows = 0;
  /** The two sums of Adler-32. */
  #a = 1;
  #b = 0;
  #afterZero = false;

  constructor(width: number, hasAlpha: boolean) {
    this.#width = width;
    this.#bytesOfPixel = hasAlpha ? 4 : 3;
    this.#shown = hasAlpha ? 0xffffffff : 0x00ffffff;
    this.#news = new Uint32Array(width);
    this.#nothing = new Uint32Array(width);
  }

  end(): PackedRows {
    return {
      bytes: this.#blocks.end(),
      checksum: this.#b * 65_536 + this.#a,
      length: this.#rows * (1 + this.#width * this.#bytesOfPixel),
      rows: this.#rows,
    };
  }

  /** The row that begins at a place among the pixels, as its difference to the one before it there. */
  row(pixels: Uint32Array, from: number, hasAbove: boolean): void {
    const width = this.#width;
    const news = this.#news;
    const shown = this.#shown;
    const above = hasAbove ? pixels.subarray(from - width, from) : this.#nothing;
    this.#begin(hasAbove ? filters.up : filters.none);
    let x = 0;
    while (x < width) {
      const begin = x;
      while (x < width && pixels[from + x] === above[x]) x += 1;
      if (x > begin) {
        news.fill(0, begin, x);
        this.#zeros(x - begin);
      }
      const first = x;
      let end = x;
      while (x < width && x - end < leastSame) {
        const pixel = pixels[from + x] ?? 0;
        const over = above[x] ?? 0;
        // Each byte's difference, all four at once.
        const difference = ((pixel | 0x80808080) - (over & 0x7f7f7f7f)) ^ ((pixel ^ ~over) & 0x80808080);
        news[x] = difference & shown;
        x += 1;
        if (pixel !== over) end = x;
      }
      x = end;
      if (end > first) this.#different(first, end);
    }
    this.#a %= adlerBase;
    this.#b %= adlerBase;
  }

  #begin(filter: number): void {
    this.#rows += 1;
    this.#blocks.literal(filter);
    this.#afterZero = filter === 0;
    this.#a += filter;
    this.#b += this.#a;
  }

  #zeros(pixels: number): void {
    const length = pixels * this.#bytesOfPixel;
    this.#blocks.zeros(length, this.#afterZero);
    this.#b += length * this.#a;
    this.#afterZero = true;
  }

  /** Pixels that differ from those above, with few between them that do not. */
  #different(begin: number, end: number): void {
    const bytesOfPixel = this.#bytesOfPixel;
    let at = begin;
    while (at < end) {
      const distance = this.#distanceOfSame(at, end);
      const length = distance === 0 ? 0 : this.#sameFrom(at, distance, end);
      if (length > 0) this.#blocks.match(length * bytesOfPixel, distance * bytesOfPixel);
      else this.#literals(this.#news[at] ?? 0);
      const next = at + Math.max(1, length);
      this.#sum(at, next);
      at = next;
    }
    const last = this.#news[end - 1] ?? 0;
    this.#afterZero = last >>> (8 * (bytesOfPixel - 1)) === 0;
  }

  /** How many pixels before there are ones like those that follow; 0 where that is not known. */
  #distanceOfSame(at: number, end: number): number {
    const news = this.#news;
    const value = news[at] ?? 0;
    const isRepeated = at > 0 && news[at - 1] === value;
    if (at + 1 >= end) return isRepeated ? 1 : 0;
    const next = news[at + 1] ?? 0;
    if (isRepeated && next === value) return 1;
    const key = Math.imul(Math.imul(value, 0x9e3779b1) ^ next, 0x85ebca6b) >>> (32 - placesBits);
    const here = this.#rows * this.#width + at;
    const distance = here - (this.#places[key] ?? 0);
    this.#places[key] = here;
    const isNear = distance <= at && distance * this.#bytesOfPixel <= farthestMatch;
    if (isNear && news[at - distance] === value && news[at + 1 - distance] === next) return distance;
    return isRepeated ? 1 : 0;
  }

  #sameFrom(at: number, distance: number, end: number): number {
    const news = this.#news;
    let x = at;
    while (x < end && news[x] === news[x - distance]) x += 1;
    return x - at;
  }

  #literals(difference: number): void {
    for (let shift = 0; shift < 8 * this.#bytesOfPixel; shift += 8)
      this.#blocks.literal((difference >>> shift) & 255);
  }

  #sum(from: number, to: number): void {
    let [a, b] = [this.#a, this.#b];
    for (let x = from; x < to; x += 1) {
      const difference = this.#news[x] ?? 0;
      for (let shift = 0; shift < 8 * this.#bytesOfPixel; shift += 8) {
        a += (difference >>> shift) & 255;
        b += a;
      }
    }
    this.#a = a;
    this.#b = b;
  }
}

/** Four bytes each, the first lowest, as every machine with a browser has them. */
function wholePixels({ buffer, byteOffset, byteLength }: Uint8Array | Uint8ClampedArray): Uint32Array {
  if (byteOffset % 4 === 0) return new Uint32Array(buffer, byteOffset, byteLength / 4);
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
