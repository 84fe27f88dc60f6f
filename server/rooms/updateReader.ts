/**
 * Reads a Yjs update (format V1) without building anything of it: which clocks it brings, what it refers to and
 * deletes, and whether it stays inside bounds that would otherwise cost memory, time or other people's trust.
 * It is `Y.parseUpdateMeta` gone through to the last byte: that one stops before the delete set, runs over holes
 * and makes every value; a test holds the two against each other.
 *
 * In:  bytes from anybody. Out: facts, or a reason. Never throws; linear in the bytes.
 */
import * as decoding from 'lib0/decoding';
import { isForbiddenKey, mayBeForbiddenKey } from '../../src/model/formats.ts';
import type { Limits } from '../limits.ts';

/** New clock values of one client: `from` up to, not including, `to`. */
export interface ClockRange {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

interface UpdateFacts {
  readonly ranges: readonly ClockRange[];
  /** Highest clock it refers to (neighbours, parents, deletions) by client. */
  readonly refersTo: ReadonlyMap<number, number>;
  /** It has holes in itself: something is missing whatever the reader knows. */
  readonly holes: boolean;
  /**
   * When all it does is to put plain values in the place of others and to delete: what it puts them behind and deletes.
   * Null when it brings anything else.
   */
  readonly touches: readonly ClockRange[] | null;
}

export type Reading =
  | { readonly ok: true; readonly facts: UpdateFacts }
  | { readonly ok: false; readonly reason: string };

/** Why the reader gave up; only inside this file. */
class Refused extends Error {}

/** Reads one update. `limits.valueDepth` bounds nesting of values. */
export function readUpdate(bytes: Uint8Array, limits: Pick<Limits, 'valueDepth'>): Reading {
  try {
    return { ok: true, facts: readFacts(decoding.createDecoder(bytes), limits.valueDepth) };
  } catch (error) {
    // Whatever lib0 throws at bytes that end too early or are no UTF-8 means the same to the sender.
    return {
      ok: false,
      reason: error instanceof Refused ? error.message : 'it cannot be read as a Yjs update (V1)',
    };
  }
}

/** Whether a parsed JSON value stays inside a depth and has no forbidden keys. */
export function isPlainValue(value: unknown, depthLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depthLeft === 0) return false;
  if (Array.isArray(value)) return value.every((one) => isPlainValue(one, depthLeft - 1));
  return Object.entries(value).every(
    ([key, one]) => !isForbiddenKey(key) && isPlainValue(one, depthLeft - 1),
  );
}

function readFacts(decoder: decoding.Decoder, valueDepth: number): UpdateFacts {
  const ranges: ClockRange[] = [];
  const seen = new Set<number>();
  const refersTo = new Map<number, number>();
  const touches: ClockRange[] = [];
  let isPlain = true;
  let holes = false;
  const refer = (client: number, from: number, to = from + 1) => {
    if (to > (refersTo.get(client) ?? -1) + 1) refersTo.set(client, to - 1);
    if (isPlain) touches.push({ client, from, to });
  };
  const clients = decoding.readVarUint(decoder);
  for (let i = 0; i < clients; i++) {
    const structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    const from = decoding.readVarUint(decoder);
    if (seen.has(client)) throw new Refused('it names one client twice');
    seen.add(client);
    let clock = from;
    for (let j = 0; j < structs; j++) {
      const info = decoding.readUint8(decoder);
      const kind = info & 31;
      if ((info & ~ofKey) !== plainItem) isPlain = false;
      if (kind === skipKind) holes = true;
      const length =
        kind === gcKind || kind === skipKind
          ? decoding.readVarUint(decoder)
          : readItem(decoder, info, valueDepth, refer);
      if (length < 1 || clock + length > Number.MAX_SAFE_INTEGER)
        throw new Refused('it holds a run of absurd length');
      clock += length;
    }
    if (clock > from) ranges.push({ client, from, to: clock });
  }
  readDeletions(decoder, refer);
  if (decoding.hasContent(decoder)) throw new Refused('bytes follow its end');
  return { ranges, refersTo, holes, touches: isPlain ? touches : null };
}

const gcKind = 0;
const skipKind = 10;
/** The content kinds of an item, as Yjs numbers them. */
const content = {
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  document: 9,
} as const;
/** A value that has a left neighbour and no right one: what a key gets when it has a value already. */
const plainItem = 128 | content.any;
/** Set for values of keys; what says which key is the left neighbour. */
const ofKey = 32;
/** Shared types that carry a name of their own: XML element and hook; and how many kinds there are. */
const namedTypes = [3, 5];
const typeKinds = 7;

/** Reads an item behind its info byte; the answer is its length in clock values. */
function readItem(
  decoder: decoding.Decoder,
  info: number,
  valueDepth: number,
  refer: (client: number, clock: number) => void,
): number {
  const readId = () => refer(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
  const hasLeft = (info & 128) !== 0;
  const hasRight = (info & 64) !== 0;
  if (hasLeft) readId();
  if (hasRight) readId();
  if (!hasLeft && !hasRight) {
    if (decoding.readVarUint(decoder) === 1) readKey(decoder);
    else readId();
    if ((info & 32) !== 0) readKey(decoder);
  }
  switch (info & 31) {
    case content.deleted:
      return decoding.readVarUint(decoder);
    case content.json: {
      const count = decoding.readVarUint(decoder);
      for (let i = 0; i < count; i++) readJson(decoder, valueDepth);
      return count;
    }
    case content.binary:
      decoding.readVarUint8Array(decoder);
      return 1;
    case content.string:
      return skipText(decoder);
    case content.embed:
      readJson(decoder, valueDepth);
      return 1;
    case content.format:
      readKey(decoder);
      readJson(decoder, valueDepth);
      return 1;
    case content.type: {
      const type = decoding.readVarUint(decoder);
      if (type >= typeKinds) throw new Refused('it holds a type that Yjs 13 does not know');
      if (namedTypes.includes(type)) readKey(decoder);
      return 1;
    }
    case content.any: {
      const count = decoding.readVarUint(decoder);
      for (let i = 0; i < count; i++) readAny(decoder, valueDepth);
      return count;
    }
    case content.document:
      throw new Refused('it holds a document inside the document');
    default:
      throw new Refused('it holds content of an unknown kind');
  }
}

/**
 * Deletions in the order Yjs writes them: each client once, its ranges rising and apart. Anything else is refused,
 * because Yjs walks everything under each range again: 2,000 times the same range in 8 kB kept a server busy for
 * six seconds (R30).
 */
function readDeletions(
  decoder: decoding.Decoder,
  refer: (client: number, from: number, to: number) => void,
): void {
  const clients = decoding.readVarUint(decoder);
  const seen = new Set<number>();
  for (let i = 0; i < clients; i++) {
    const client = decoding.readVarUint(decoder);
    if (seen.has(client)) throw new Refused('it names one client twice in its deletions');
    seen.add(client);
    const count = decoding.readVarUint(decoder);
    let end = 0;
    for (let j = 0; j < count; j++) {
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (length < 1 || clock < end) throw new Refused('its deletions overlap or are out of order');
      end = clock + length;
      refer(client, clock, end);
    }
  }
}

function readKey(decoder: decoding.Decoder): void {
  const from = decoder.pos;
  if (!mayBeForbiddenKey(skipText(decoder))) return;
  decoder.pos = from;
  const key = decoding.readVarString(decoder);
  if (isForbiddenKey(key)) throw new Refused(`it uses the key ${key}`);
}

/** Longer texts are decoded faster than they are looked through here. */
const shortBytes = 64;

/**
 * Goes over a text; the answer is its length in UTF-16. Short ASCII, as nearly all keys and ids of an edit are, is not
 * decoded for that: it was a tenth of what the gate costs. Throws where it is no UTF-8.
 */
function skipText(decoder: decoding.Decoder): number {
  const from = decoder.pos;
  const length = decoding.readVarUint(decoder);
  const end = decoder.pos + length;
  if (length <= shortBytes && isAscii(decoder.arr, decoder.pos, end)) {
    decoder.pos = end;
    return length;
  }
  decoder.pos = from;
  return decoding.readVarString(decoder).length;
}

/** False also where the bytes end before. */
function isAscii(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if ((bytes[at] ?? 128) > 127) return false;
  return true;
}

function readJson(decoder: decoding.Decoder, depth: number): void {
  const text = decoding.readVarString(decoder);
  // Yjs writes a missing value as this word, which is no JSON.
  if (text !== 'undefined' && !isPlainValue(JSON.parse(text), depth)) {
    throw new Refused('it holds a value nested too deeply or with a forbidden key');
  }
}

/** Goes over one value in lib0's "any" encoding without making it. */
function readAny(decoder: decoding.Decoder, depthLeft: number): void {
  const kind = decoding.readUint8(decoder);
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoding.readFloat32(decoder);
      return;
    case 123:
      decoding.readFloat64(decoder);
      return;
    case 122:
      decoding.readBigInt64(decoder);
      return;
    case 119:
      skipText(decoder);
      return;
    case 116:
      decoding.readVarUint8Array(decoder);
      return;
    case 118:
    case 117: {
      if (depthLeft === 0) throw new Refused('it holds a value that is nested too deeply');
      const count = decoding.readVarUint(decoder);
      for (let i = 0; i < count; i++) {
        if (kind === 118) readKey(decoder);
        readAny(decoder, depthLeft - 1);
      }
      return;
    }
    default:
      throw new Refused('it holds a value of an unknown kind');
  }
}
