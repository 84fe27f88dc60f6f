/**
 * Zips the parts of a file by path, always with the same date, so that the same parts give the same bytes. A part is packed
 * as it comes, so that a long text is let go before the next one is written.
 *
 * In:  parts in their order; names in ASCII, without a zip's 64-bit extensions: fewer than 65,536 parts, less than 4 GiB.
 * Out: the bytes of the file.
 */
import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { TextPacker } from './deflateText.ts';

/** The content of a part: text, in pieces or as bytes where it is long, or the bytes of a picture. */
export type PartContent = string | readonly string[] | Uint8Array;

export function zipParts(parts: ReadonlyMap<string, PartContent>): Uint8Array<ArrayBuffer> {
  const zip = new ZipFile();
  for (const [path, content] of parts) zip.add(path, content);
  return zip.end();
}

interface Entry {
  readonly path: Uint8Array;
  readonly checksum: number;
  /** Of the content, before it was packed. */
  readonly length: number;
  readonly packed: Uint8Array;
  readonly method: (typeof methods)[keyof typeof methods];
}

const methods = { stored: 0, deflated: 8 } as const;
const signs = { entry: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 } as const;
/** Bytes of what stands before an entry, of its row in the list, and of what ends the file; without paths. */
const lengths = { entry: 30, listed: 46, end: 22 } as const;
/** Of the format: 2.0, with which deflate came. */
const version = 20;
/** The first day that a zip can name. */
const firstDay = (1 << 5) | 1;
/** What is shorter is not worth codes of its own. */
const shortText = 4096;

const isPicture = (path: string): boolean => /\.(?:png|jpe?g|gif)$/.test(path);

export class ZipFile {
  readonly #entries: Entry[] = [];
  readonly #text = new TextBytes();
  readonly #packer = new TextPacker();

  add(path: string, content: PartContent): void {
    const bytes = this.#bytesOf(content);
    const isStored = isPicture(path);
    this.#entries.push({
      path: encoder.encode(path),
      checksum: crc32(bytes),
      length: bytes.length,
      packed: isStored ? bytes : this.#packed(bytes),
      method: isStored ? methods.stored : methods.deflated,
    });
  }

  end(): Uint8Array<ArrayBuffer> {
    let size: number = lengths.end;
    for (const { path, packed } of this.#entries)
      size += lengths.entry + lengths.listed + 2 * path.length + packed.length;
    const file = new Uint8Array(size);
    const view = new DataView(file.buffer);
    const places: number[] = [];
    let at = 0;
    for (const entry of this.#entries) {
      places.push(at);
      view.setUint32(at, signs.entry, true);
      writeFacts(view, at + 4, entry);
      file.set(entry.path, at + lengths.entry);
      file.set(entry.packed, at + lengths.entry + entry.path.length);
      at += lengths.entry + entry.path.length + entry.packed.length;
    }
    const list = at;
    for (const [index, entry] of this.#entries.entries()) {
      view.setUint32(at, signs.listed, true);
      view.setUint16(at + 4, version, true);
      writeFacts(view, at + 6, entry);
      view.setUint32(at + 42, places[index] ?? 0, true);
      file.set(entry.path, at + lengths.listed);
      at += lengths.listed + entry.path.length;
    }
    view.setUint32(at, signs.end, true);
    view.setUint16(at + 8, this.#entries.length, true);
    view.setUint16(at + 10, this.#entries.length, true);
    view.setUint32(at + 12, at - list, true);
    view.setUint32(at + 16, list, true);
    return file;
  }

  /** Good until the next part. */
  #bytesOf(content: PartContent): Uint8Array {
    if (content instanceof Uint8Array) return content;
    for (const piece of typeof content === 'string' ? [content] : content) this.#text.add(piece);
    return this.#text.take();
  }

  #packed(text: Uint8Array): Uint8Array {
    return text.length < shortText ? deflateSync(text, { level: 9 }) : this.#packer.pack(text);
  }
}

/** What an entry and its row in the list have in common: version, flags, method, time, date, checksum, lengths. */
function writeFacts(view: DataView, at: number, { path, checksum, length, packed: to, method }: Entry): void {
  view.setUint16(at, version, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 8, firstDay, true);
  view.setUint32(at + 10, checksum, true);
  view.setUint32(at + 14, to.length, true);
  view.setUint32(at + 18, length, true);
  view.setUint16(at + 22, path.length, true);
}

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

  /** Everything that was added, good until something is added; the next text begins. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
