/**
 * Frames of the socket as bytes (PROTOCOL.md P6, P7): reading what clients send, building what we send.
 * A frame is read to its last byte or not at all, so that nothing rides behind a harmless message (R23).
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { frameKind, type Notice } from '../../src/protocol/frames.ts';

export type ClientFrame =
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  | { readonly kind: 'write'; readonly update: Uint8Array; readonly isStep2: boolean }
  | { readonly kind: 'presence'; readonly update: Uint8Array }
  | { readonly kind: 'query-presence' };

const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Null for anything that is not exactly one message a client may send. */
export function readClientFrame(bytes: Uint8Array): ClientFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readMessage(decoder);
    return decoding.hasContent(decoder) ? null : frame;
  } catch {
    // lib0 throws at truncated messages; the caller closes the connection either way.
    return null;
  }
}

function readMessage(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case frameKind.sync: {
      const type = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      if (type === syncType.step1) return { kind: 'step1', vector: body };
      if (type !== syncType.step2 && type !== syncType.update) return null;
      // A copy: it may wait for the store, and what came is a piece of the memory that all lines are read into.
      return { kind: 'write', update: body.slice(), isStep2: type === syncType.step2 };
    }
    case frameKind.awareness:
      return { kind: 'presence', update: decoding.readVarUint8Array(decoder) };
    case frameKind.queryAwareness:
      return { kind: 'query-presence' };
    default:
      return null;
  }
}

/** `kinds` are below 128. By hand: an encoder costs more than these few bytes, and there is one for every edit. */
function bytesFrame(kinds: readonly number[], body: Uint8Array): Uint8Array {
  const head = [...kinds, ...varUint(body.length)];
  const frame = new Uint8Array(head.length + body.length);
  frame.set(head);
  frame.set(body, head.length);
  return frame;
}

export const step1Frame = (vector: Uint8Array): Uint8Array =>
  bytesFrame([frameKind.sync, syncType.step1], vector);
export const step2Frame = (update: Uint8Array): Uint8Array =>
  bytesFrame([frameKind.sync, syncType.step2], update);
export const updateFrame = (update: Uint8Array): Uint8Array =>
  bytesFrame([frameKind.sync, syncType.update], update);

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` says that the client is gone. */
  readonly state: string;
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.client);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarString(encoder, entry.state);
    }
  });
  return bytesFrame([frameKind.awareness], body);
}

/**
 * One change of presence for a whole room: a frame with all entries, and for those who have a part in it one without
 * their own. Each entry is encoded once; the frames are cut from the same bytes.
 */
export function presenceFrames(entries: readonly PresenceEntry[]): {
  all(): Uint8Array;
  without(client: number): Uint8Array;
} {
  const encoder = encoding.createEncoder();
  const places = new Map<number, readonly [from: number, to: number]>();
  for (const entry of entries) {
    const from = encoding.length(encoder);
    encoding.writeVarUint(encoder, entry.client);
    encoding.writeVarUint(encoder, entry.clock);
    encoding.writeVarString(encoder, entry.state);
    places.set(entry.client, [from, encoding.length(encoder)]);
  }
  const bytes = encoding.toUint8Array(encoder);
  const frame = (count: number, from: number, to: number) => {
    const bodyHead = varUint(count);
    const head = [frameKind.awareness, ...varUint(bodyHead.length + bytes.length - (to - from)), ...bodyHead];
    const whole = new Uint8Array(head.length + bytes.length - (to - from));
    whole.set(head);
    whole.set(bytes.subarray(0, from), head.length);
    whole.set(bytes.subarray(to), head.length + from);
    return whole;
  };
  let all: Uint8Array | null = null;
  return {
    all: () => (all ??= frame(entries.length, 0, 0)),
    without(client) {
      const place = places.get(client);
      return place ? frame(entries.length - 1, ...place) : this.all();
    },
  };
}

function varUint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
  return [...bytes, rest];
}

/** The entries of an awareness update, or null when it is broken. States are not looked into. */
export function readPresence(update: Uint8Array): readonly PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    const entries: PresenceEntry[] = [];
    for (let i = 0; i < count; i++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ client, clock, state: decoding.readVarString(decoder) });
    }
    return decoding.hasContent(decoder) ? null : entries;
  } catch {
    // Truncated: the caller closes the connection.
    return null;
  }
}

/** Keeps a stock client from giving up on a quiet map (P9): an awareness update about nobody. */
export const aliveFrame = presenceFrame([]);

export function storedFrame(count: number): Uint8Array {
  return Uint8Array.of(frameKind.stored, ...varUint(count));
}

export function digestFrame(digest: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameKind.digest);
    encoding.writeVarString(encoder, digest);
  });
}

export function noticeFrame(notice: Notice): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameKind.notice);
    encoding.writeVarString(encoder, JSON.stringify(notice));
  });
}

/** y-protocols' "permission denied", which a stock client prints. */
export function deniedFrame(reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameKind.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, reason);
  });
}
