/**
 * Texts and values as an update holds them, read more quickly than lib0 does. It decodes each text by `decodeURIComponent`
 * of escaped bytes or `TextDecoder`, which for short ones costs more than the rest of reading a map. Here short plain ones
 * are read where they lie, and one that was read lately is the same string again, held once.
 *
 * In: a decoder (lib0) at the place. Out: the value; the decoder stands behind it. Throws where lib0 does.
 */
import * as decoding from 'lib0/decoding';

/** Nearly all numbers of an update (lengths, clocks) are one byte. */
export function readCount(decoder: decoding.Decoder): number {
  const byte = decoder.arr[decoder.pos];
  if (byte === undefined || byte >= 0x80) return decoding.readVarUint(decoder);
  decoder.pos += 1;
  return byte;
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

export function readText(decoder: decoding.Decoder): string {
  const start = decoder.pos;
  const length = readCount(decoder);
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

export function readValue(decoder: decoding.Decoder): unknown {
  switch (decoder.arr[decoder.pos]) {
    case marks.text:
      decoder.pos += 1;
      return readText(decoder);
    case marks.object: {
      decoder.pos += 1;
      const object: { [key: string]: unknown } = {};
      for (let left = readCount(decoder); left > 0; left -= 1) {
        const key = readText(decoder);
        object[key] = readValue(decoder);
      }
      return object;
    }
    case marks.list: {
      decoder.pos += 1;
      const list: unknown[] = [];
      for (let left = readCount(decoder); left > 0; left -= 1) list.push(readValue(decoder));
      return list;
    }
    default:
      return decoding.readAny(decoder);
  }
}
