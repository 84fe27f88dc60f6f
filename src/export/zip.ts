/** Zips the parts of a file by path, always with the same date, so that the same parts give the same bytes. */
import { zipSync, type Zippable } from 'fflate';

/** The first day a zip can name, in whatever time zone. */
const dated = new Date(1980, 0, 1);

const isPacked = (path: string): boolean => /\.(?:png|jpe?g|gif)$/.test(path);

/** The content of a part: text, in pieces where it is long, or the bytes of a picture. */
export type PartContent = string | readonly string[] | Uint8Array;

export function zipParts(parts: ReadonlyMap<string, PartContent>): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const [path, content] of parts)
    // What is no text is a picture, which is compressed already.
    files[path] =
      content instanceof Uint8Array ? (isPacked(path) ? [content, { level: 0 }] : content) : encoded(content);
  return new Uint8Array(zipSync(files, { mtime: dated, level, mem: tableSize }));
}

/** Of fflate: the highest looks four times as far for what repeats, and finds no more in the XML of slides. */
const level = 8;
/** Of fflate: a table that fits a processor's cache makes files as small, and faster than its usual one. */
const tableSize = 4;
const encoder = new TextEncoder();

/** Piece by piece: one long text with a single Chinese letter in it would take twice the memory. */
function encoded(content: string | readonly string[]): Uint8Array {
  if (typeof content === 'string') return encoder.encode(content);
  let bytes = new Uint8Array(content.reduce((sum, piece) => sum + piece.length, 0) * 1.2);
  let at = 0;
  for (const piece of content) {
    const most = at + 3 * piece.length;
    if (most > bytes.length) {
      const larger = new Uint8Array(most * 1.5);
      larger.set(bytes.subarray(0, at));
      bytes = larger;
    }
    at += encoder.encodeInto(piece, bytes.subarray(at)).written;
  }
  return bytes.subarray(0, at);
}
