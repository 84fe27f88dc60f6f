/** Zips the parts of a file by path, always with the same date, so that the same parts give the same bytes. */
import { zipSync, type Zippable } from 'fflate';

/** The first day a zip can name, in whatever time zone. */
const dated = new Date(1980, 0, 1);

const isPacked = (path: string): boolean => /\.(?:png|jpe?g|gif)$/.test(path);

/** The content of a part: text, in pieces or as bytes where it is long, or the bytes of a picture. */
export type PartContent = string | readonly string[] | Uint8Array;

export function zipParts(parts: ReadonlyMap<string, PartContent>): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const text = new TextBytes();
  for (const [path, content] of parts) {
    if (content instanceof Uint8Array) {
      // A picture is compressed already.
      files[path] = isPacked(path) ? [content, { level: 0 }] : content;
      continue;
    }
    for (const piece of typeof content === 'string' ? [content] : content) text.add(piece);
    files[path] = text.take();
  }
  return new Uint8Array(zipSync(files, { mtime: dated, level, mem: tableSize }));
}

/** Of fflate: the highest looks four times as far for what repeats, and finds no more in the XML of slides. */
const level = 8;
/** Of fflate: a table that fits a processor's cache makes files as small, and faster than its usual one. */
const tableSize = 4;
const encoder = new TextEncoder();

/** A long text as bytes, piece by piece: a piece is encoded when it comes, so that its many small strings are let go at once. */
export class TextBytes {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  add(piece: string): void {
    const most = this.#length + 3 * piece.length;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(most * 2);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#length += encoder.encodeInto(piece, this.#bytes.subarray(this.#length)).written;
  }

  /** Everything that was added, to be kept; the next text begins. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
