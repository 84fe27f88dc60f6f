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
/** Of so many pixels the two sums of Adler-32 stay below 2^31. */
const mostSummed = 1024;

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
    const above = hasAbove ? pixels : this.#nothing;
    const before = hasAbove ? from - width : 0;
    this.#begin(hasAbove ? filters.up : filters.none);
    let x = 0;
    while (x < width) {
      const begin = x;
      x = sameUntil(pixels, from, above, before, x, width);
      if (x > begin) {
        this.#news.fill(0, begin, x);
        this.#blocks.zeros((x - begin) * this.#bytesOfPixel, this.#afterZero);
        this.#afterZero = true;
      }
      if (x === width) break;
      const end = this.#compare(pixels, from, above, before, x);
      this.#different(x, end);
      x = end;
    }
  }

  #begin(filter: number): void {
    this.#rows += 1;
    this.#blocks.literals(filter, 1);
    this.#afterZero = filter === 0;
    this.#a += filter;
    this.#b = (this.#b + this.#a) % adlerBase;
    // What came before is added to the second sum for each byte of the row, and what comes in it where it comes (`#compare`).
    this.#b = (this.#b + this.#a * ((this.#width * this.#bytesOfPixel) % adlerBase)) % adlerBase;
  }

  /** The news of pixels that differ from those above, with few between them that do not; until which. */
  #compare(pixels: Uint32Array, from: number, above: Uint32Array, before: number, begin: number): number {
    const news = this.#news;
    const shown = this.#shown;
    const bytesOfPixel = this.#bytesOfPixel;
    const most = Math.min(this.#width, begin + mostSummed);
    let end = begin;
    let sum = 0;
    let sums = 0;
    let sumsAtEnd = 0;
    for (let x = begin; x < most && x - end < leastSame; x += 1) {
      const pixel = pixels[from + x] ?? 0;
      const over = above[before + x] ?? 0;
      // Each byte's difference, all four at once.
      const difference =
        (((pixel | 0x80808080) - (over & 0x7f7f7f7f)) ^ ((pixel ^ ~over) & 0x80808080)) & shown;
      news[x] = difference;
      const first = difference & 255;
      const second = (difference >>> 8) & 255;
      const third = (difference >>> 16) & 255;
      const fourth = difference >>> 24;
      if (pixel !== over) {
        end = x + 1;
      }
      sums =
        (sums + bytesOfPixel * (sum + first + second + third + fourth) - second - 2 * third - 3 * fourth) | 0;
      sum = (sum + first + second + third + fourth) | 0;
      if (pixel !== over) sumsAtEnd = sums;
    }
    const left = ((this.#width - end) * bytesOfPixel) % adlerBase;
    this.#a = (this.#a + sum) % adlerBase;
    this.#b = (this.#b + sumsAtEnd + (sum % adlerBase) * left) % adlerBase;
    return end;
  }

  #different(begin: number, end: number): void {
    const bytesOfPixel = this.#bytesOfPixel;
    const news = this.#news;
    const blocks = this.#blocks;
    let at = begin;
    while (at < end) {
      const distance = this.#distanceOfSame(at, end);
      if (distance > 0) {
        const first = at;
        while (at < end && news[at] === news[at - distance]) at += 1;
        blocks.match((at - first) * bytesOfPixel, distance * bytesOfPixel);
        continue;
      }
      const difference = news[at] ?? 0;
      blocks.literals(difference & 0xffffff, 3);
      if (bytesOfPixel === 4) blocks.literals(difference >>> 24, 1);
      at += 1;
    }
    this.#afterZero = (news[end - 1] ?? 0) >>> (8 * (bytesOfPixel - 1)) === 0;
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
}

/** The first pixel from a place that is not the one above it. Eight at once: most of a drawing is the same for long. */
function sameUntil(
  pixels: Uint32Array,
  from: number,
  above: Uint32Array,
  before: number,
  begin: number,
  width: number,
): number {
  let at = from + begin;
  let over = before + begin;
  const end = from + width;
  while (
    at + 8 <= end &&
    pixels[at] === above[over] &&
    pixels[at + 1] === above[over + 1] &&
    pixels[at + 2] === above[over + 2] &&
    pixels[at + 3] === above[over + 3] &&
    pixels[at + 4] === above[over + 4] &&
    pixels[at + 5] === above[over + 5] &&
    pixels[at + 6] === above[over + 6] &&
    pixels[at + 7] === above[over + 7]
  ) {
    at += 8;
    over += 8;
  }
  while (at < end && pixels[at] === above[over]) {
    at += 1;
    over += 1;
  }
  return at - from;
}

/** Four bytes each, the first lowest, as every machine with a browser has them. */
function wholePixels({ buffer, byteOffset, byteLength }: Uint8Array | Uint8ClampedArray): Uint32Array {
  if (byteOffset % 4 === 0) return new Uint32Array(buffer, byteOffset, byteLength / 4);
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
