/**
 * One person of the load, the same for every contestant: the y-websocket protocol over `ws`, behind the contestant's
 * prefix. Clients that only listen keep what they receive and apply it when asked, so that the load generator does
 * not measure itself.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { frameKind } from '../../../src/protocol/frames.ts';
import type { Wire } from './contestants.ts';

const syncStep1 = 0;
const syncStep2 = 1;
const syncUpdate = 2;
/** Origin of what came from the server, so that it is not sent back. */
const fromServer = Symbol('from server');

export class LoadClient {
  readonly doc = new Y.Doc();
  /** Writing frames sent, and how many of them the server called stored. */
  sent = 0;
  stored = 0;
  /** When the last content arrived, by performance.now(), before it was applied. */
  arrivedMs = 0;
  #clock = 0;
  readonly #wire: Wire;
  readonly #socket: WebSocket;
  readonly #applies: boolean;
  readonly #kept: Uint8Array[] = [];
  readonly #synced: Promise<void>;
  #isClosing = false;

  /** `applies`: updates are applied as they come. */
  constructor(wire: Wire, applies: boolean) {
    this.#wire = wire;
    this.#applies = applies;
    this.#socket = new WebSocket(wire.url, [...wire.protocols], { perMessageDeflate: false });
    this.#socket.binaryType = 'nodebuffer';
    this.#synced = new Promise((resolve, reject) => {
      this.#socket.on('open', () => {
        for (const frame of wire.greeting) this.#send(frame);
        this.#sendSync(syncStep1, Y.encodeStateVector(this.doc));
      });
      this.#socket.on('error', (error) => {
        if (!this.#isClosing) reject(error);
      });
      this.#socket.on('close', (code, reason) => {
        if (this.#isClosing) return;
        // Nobody may be put out in the middle of a measurement: it would be measured as little work.
        const error = new Error(`a client was closed with ${code} ${reason.toString()}`);
        reject(error);
        throw error;
      });
      this.#socket.on('message', (data: Buffer) => {
        if (this.#receive(data) === syncStep2) resolve();
      });
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromServer) this.#sendSync(syncUpdate, update);
    });
  }

  /** Whether the server says what is stored. */
  get isAcknowledged(): boolean {
    return this.#wire.storedKind !== null;
  }

  /** Resolves when the server's first content is here. */
  synced(): Promise<void> {
    return this.#synced;
  }

  /** Presence as a page sends it: the whole state, a higher clock. */
  sayPresence(state: object): void {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, this.doc.clientID);
      encoding.writeVarUint(encoder, ++this.#clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    });
    this.#send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, frameKind.awareness);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  }

  /** Applies everything that was kept; afterwards the copy is complete. */
  applyKept(): void {
    this.doc.transact(() => {
      for (const update of this.#kept.splice(0)) Y.applyUpdate(this.doc, update, fromServer);
    }, fromServer);
  }

  /** Lets go of what was kept, where nobody will ask for it. */
  forgetKept(): void {
    this.#kept.length = 0;
  }

  /** From now on nothing is read from the socket: the far end's buffers fill. */
  stopReading(): void {
    this.#socket.pause();
  }

  close(): void {
    this.#isClosing = true;
    this.#socket.terminate();
    this.doc.destroy();
  }

  /** The server is about to be killed: the end of the line is no fault. */
  expectEnd(): void {
    this.#isClosing = true;
  }

  #sendSync(type: number, bytes: Uint8Array): void {
    if (type !== syncStep1) this.sent += 1;
    this.#send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, frameKind.sync);
        encoding.writeVarUint(encoder, type);
        encoding.writeVarUint8Array(encoder, bytes);
      }),
    );
  }

  #send(message: Uint8Array): void {
    const { prefix } = this.#wire;
    this.#socket.send(prefix.length === 0 ? message : Buffer.concat([prefix, message]));
  }

  /** Gives the sync type of the frame, or null for other kinds. */
  #receive(frame: Uint8Array): number | null {
    const { prefix, syncKinds, storedKind } = this.#wire;
    const kind = frame[prefix.length] ?? -1;
    // Presence, most of what comes, is only received.
    if (kind === frameKind.awareness) return null;
    const decoder = decoding.createDecoder(frame.subarray(prefix.length + 1));
    if (kind === storedKind) this.stored = decoding.readVarUint(decoder);
    if (!syncKinds.includes(kind)) return null;
    const type = decoding.readVarUint(decoder);
    if (type !== syncStep1) this.arrivedMs = performance.now();
    const bytes = decoding.readVarUint8Array(decoder);
    if (type === syncStep1) this.#sendSync(syncStep2, Y.encodeStateAsUpdate(this.doc, bytes));
    else if (this.#applies || type === syncStep2) Y.applyUpdate(this.doc, bytes, fromServer);
    else this.#kept.push(bytes);
    return type;
  }
}
