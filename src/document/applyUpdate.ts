/**
 * Applies an update as `Y.applyUpdate` does, in less time and memory. A map is a hundred thousand short strings, mostly
 * the same names of fields: Yjs makes a view of bytes and asks a TextDecoder for each of them. Here short plain ones are
 * read where they lie, and one that was read lately is the same string again, held once. Values that say the same are
 * held once too, each in no more room than it needs: Yjs' own lists of one value have room for seventeen.
 *
 * In:  a document and an update (V1). Out: nothing; throws where `Y.applyUpdate` does.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { holdValuesOnce } from './structs.ts';

/** Bytes; what brings less is not worth looking for equal values. */
const leastShared = 4096;

export function applyUpdate(doc: Y.Doc, update: Uint8Array, origin?: unknown): void {
  if (update.length < leastShared) {
    Y.applyUpdateV2(doc, update, origin, QuickDecoder);
    return;
  }
  // One transaction, so that whoever listens finds the values as they stay. It is not our own edit: `local` is false.
  const apply = (transaction: Y.Transaction): void => {
    Y.applyUpdateV2(doc, update, origin, QuickDecoder);
    holdValuesOnce(transaction);
  };
  Y.transact(doc, apply, origin, false);
}

class QuickDecoder extends Y.UpdateDecoderV1 {
  override readString(): string {
    return readText(this.restDecoder);
  }
  override readKey(): string {
    return readText(this.restDecoder);
  }
  override readAny(): unknown {
    return readValue(this.restDecoder);
  }
}

/** Longer texts are seldom and gain nothing. */
const longest = 64;
/** Units of a text while it is read, by its length. */
const units: readonly number[][] = Array.from({ length: longest + 1 }, (_, length) =>
  Array.from<number>({ length }).fill(0),
);
/** Texts read lately, by their hash. */
const slots = 4096;
const lately: string[] = Array.from<string>({ length: slots }).fill('');

function readText(decoder: decoding.Decoder): string {
  const start = decoder.pos;
  const length = decoding.readVarUint(decoder);
  const { arr, pos } = decoder;
  const text = units[length];
  if (text && pos + length <= arr.length) {
    let hash = 0;
    let above = 0;
    for (let index = 0; index < length; index += 1) {
      const unit = arr[pos + index] ?? 0;
      text[index] = unit;
      above |= unit;
      hash = (hash * 31 + unit) | 0;
    }
    if (above < 0x80) {
      decoder.pos = pos + length;
      const slot = hash & (slots - 1);
      const before = lately[slot] ?? '';
      return isText(before, text) ? before : (lately[slot] = String.fromCharCode(...text));
    }
  }
  decoder.pos = start;
  return decoding.readVarString(decoder);
}

function isText(text: string, expected: readonly number[]): boolean {
  if (text.length !== expected.length) return false;
  for (let index = 0; index < text.length; index += 1)
    if (text.charCodeAt(index) !== expected[index]) return false;
  return true;
}

/** How lib0 marks what holds texts; the rest it reads itself. */
const marks = { text: 119, object: 118, list: 117 } as const;

function readValue(decoder: decoding.Decoder): unknown {
  switch (decoder.arr[decoder.pos]) {
    case marks.text:
      decoder.pos += 1;
      return readText(decoder);
    case marks.object: {
      decoder.pos += 1;
      const object: { [key: string]: unknown } = {};
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const key = readText(decoder);
        object[key] = readValue(decoder);
      }
      return object;
    }
    case marks.list: {
      decoder.pos += 1;
      const list: unknown[] = [];
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) list.push(readValue(decoder));
      return list;
    }
    default:
      return decoding.readAny(decoder);
  }
}
