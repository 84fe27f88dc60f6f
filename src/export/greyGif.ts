/**
 * A GIF in greys: its pictures are numbers of colours in tables, so that only the tables are written anew.
 *
 * In:  the bytes of a file. Out: as many bytes; null when they are no GIF, or one that is cut.
 */
import { luma } from './greyPng.ts';

const headLength = 13;
const mark = { extension: 0x21, picture: 0x2c, end: 0x3b } as const;

export function greyGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!/^GIF8[79]a$/.test(String.fromCharCode(...bytes.subarray(0, 6))) || bytes.length < headLength)
    return null;
  const file = new Uint8Array(bytes);
  let at = greyTable(file, headLength, file[10] ?? 0);
  while (at < file.length) {
    const kind = file[at];
    if (kind === mark.end) return file;
    if (kind === mark.extension) at = blocksEnd(file, at + 2);
    // Nine bytes of place and size, then its table, then a byte before its blocks.
    else if (kind === mark.picture) at = blocksEnd(file, greyTable(file, at + 10, file[at + 9] ?? 0) + 1);
    else return null;
  }
  return null;
}

/** Where the table ends, if the flags say that there is one. */
function greyTable(file: Uint8Array, start: number, flags: number): number {
  if ((flags & 0x80) === 0) return start;
  const end = start + 3 * 2 ** ((flags & 7) + 1);
  for (let at = start; at + 3 <= Math.min(end, file.length); at += 3)
    file.fill(luma(file[at] ?? 0, file[at + 1] ?? 0, file[at + 2] ?? 0), at, at + 3);
  return end;
}

/** Behind a row of blocks, each with its length before it, the last of none. */
function blocksEnd(file: Uint8Array, start: number): number {
  let at = start;
  for (let length = file[at] ?? 0; length > 0; length = file[at] ?? 0) at += length + 1;
  return at + 1;
}
