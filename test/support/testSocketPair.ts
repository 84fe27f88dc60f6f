/**
 * A socket made of two queues that the test flushes by hand: `socketClass()` gives a WebSocket class whose sockets go
 * nowhere, and `sockets` the far ends, in the order they were opened. Nothing opens, arrives or closes by itself.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { frameKind, type Notice } from '../../src/protocol/frames.ts';

/** What the page sent, as far as tests look at it. */
type Sent =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | {
      readonly kind: 'awareness';
      readonly clients: readonly { readonly id: number; readonly state: unknown }[];
    }
  | { readonly kind: 'other' };

export interface FarEnd {
  readonly url: string;
  readonly protocols: readonly string[];
  /** Frames of the page that the test has not taken yet. */
  readonly waiting: Sent[];
  readonly isOpen: () => boolean;
  open(): void;
  send(frame: Uint8Array): void;
  close(code: number, reason?: string): void;
}

export interface SocketPairs {
  readonly WebSocketClass: typeof WebSocket;
  readonly sockets: readonly FarEnd[];
  latest(): FarEnd;
}

export function socketPairs(): SocketPairs {
  const sockets: FarEnd[] = [];
  class NearEnd {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly OPEN = 1;
    readyState = 0;
    binaryType = 'blob';
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: Uint8Array }) => void) | null = null;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly #waiting: Sent[] = [];

    constructor(url: string | URL, protocols: string | string[] = []) {
      sockets.push({
        url: String(url),
        protocols: [protocols].flat(),
        waiting: this.#waiting,
        isOpen: () => this.readyState === 1,
        open: () => {
          this.readyState = 1;
          this.onopen?.();
        },
        send: (data) => this.onmessage?.({ data }),
        close: (code, reason = '') => this.#end(code, reason),
      });
    }

    send(data: Uint8Array): void {
      if (this.readyState === 1) this.#waiting.push(readSent(data));
    }

    close(): void {
      this.#end(1000, '');
    }

    #end(code: number, reason: string): void {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.onclose?.({ code, reason });
    }
  }
  return {
    WebSocketClass: NearEnd as unknown as typeof WebSocket,
    sockets,
    latest() {
      const socket = sockets.at(-1);
      if (!socket) throw new Error('no socket was opened');
      return socket;
    },
  };
}

function readSent(sent: Uint8Array): Sent {
  const decoder = decoding.createDecoder(sent);
  const kind = decoding.readVarUint(decoder);
  if (kind === frameKind.sync) {
    const type = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (type === 0) return { kind: 'step1', stateVector: bytes };
    return { kind: type === 1 ? 'step2' : 'update', update: bytes };
  }
  if (kind !== frameKind.awareness) return { kind: 'other' };
  const entries = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const clients = Array.from({ length: decoding.readVarUint(entries) }, () => {
    const id = decoding.readVarUint(entries);
    decoding.readVarUint(entries);
    return { id, state: JSON.parse(decoding.readVarString(entries)) as unknown };
  });
  return { kind: 'awareness', clients };
}

function frame(kind: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** Frames as the server makes them. */
export const serverFrames = {
  stepOne: (doc: Y.Doc): Uint8Array =>
    frame(frameKind.sync, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(doc));
    }),
  stepTwo: (update: Uint8Array): Uint8Array =>
    frame(frameKind.sync, (encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, update);
    }),
  update: (update: Uint8Array): Uint8Array =>
    frame(frameKind.sync, (encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, update);
    }),
  stored: (count: number): Uint8Array =>
    frame(frameKind.stored, (encoder) => encoding.writeVarUint(encoder, count)),
  digest: (digest: string): Uint8Array =>
    frame(frameKind.digest, (encoder) => encoding.writeVarString(encoder, digest)),
  notice: (notice: Notice): Uint8Array =>
    frame(frameKind.notice, (encoder) => encoding.writeVarString(encoder, JSON.stringify(notice))),
  awareness: (entries: readonly { id: number; clock: number; state: unknown }[]): Uint8Array =>
    frame(frameKind.awareness, (encoder) => {
      const inner = encoding.createEncoder();
      encoding.writeVarUint(inner, entries.length);
      for (const { id, clock, state } of entries) {
        encoding.writeVarUint(inner, id);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, JSON.stringify(state));
      }
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
    }),
};

/** A server's side that answers as PROTOCOL.md says, one frame at a time, and stores when the test says so. */
export function handServer(doc: Y.Doc): {
  /** Opens the socket and greets it. */
  greet(socket: FarEnd, mayWrite?: boolean): void;
  /** Takes every frame that waits: answers step 1, applies writes. Gives the number of writing frames taken. */
  take(socket: FarEnd): number;
} {
  return {
    greet(socket, mayWrite = true) {
      socket.open();
      if (mayWrite) socket.send(serverFrames.stepOne(doc));
      this.take(socket);
    },
    take(socket) {
      let writes = 0;
      for (let sent = socket.waiting.shift(); sent; sent = socket.waiting.shift()) {
        if (sent.kind === 'step1')
          socket.send(serverFrames.stepTwo(Y.encodeStateAsUpdate(doc, sent.stateVector)));
        else if (sent.kind === 'step2' || sent.kind === 'update') {
          Y.applyUpdate(doc, sent.update);
          if (doc.store.pendingStructs) throw new Error('the server was sent an update with a gap');
          writes += 1;
        }
      }
      return writes;
    },
  };
}
