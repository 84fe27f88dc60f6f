/**
 * One person of the load: a plain y-websocket client over `ws`. Clients that only listen keep what they receive and
 * apply it at the end, so that the load generator does not measure itself.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { frameKind, subprotocol } from '../../src/protocol/frames.ts';

const syncStep1 = 0;
const syncStep2 = 1;
const syncUpdate = 2;
/** Origin of what came from the server, so that it is not sent back. */
const fromServer = Symbol('from server');

export class LoadClient {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  receivedFrames = 0;
  receivedBytes = 0;
  readonly #socket: WebSocket;
  readonly #kept: Uint8Array[] = [];
  readonly #applies: boolean;
  readonly #synced: Promise<void>;

  constructor(url: string, mapId: string, token: string, applies: boolean) {
    this.#applies = applies;
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${mapId}`, [subprotocol, token]);
    this.#socket.binaryType = 'arraybuffer';
    this.#synced = new Promise((resolve, reject) => {
      this.#socket.on('open', () => this.#sendSync(syncStep1, Y.encodeStateVector(this.doc)));
      this.#socket.on('error', reject);
      this.#socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
      this.#socket.on('message', (data: ArrayBuffer) => {
        if (this.#receive(new Uint8Array(data)) === syncStep2) resolve();
      });
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== fromServer) this.#sendSync(syncUpdate, update);
    });
  }

  /** Resolves when the server's first content is here. */
  synced(): Promise<void> {
    return this.#synced;
  }

  sendCursor(x: number, y: number): void {
    this.awareness.setLocalStateField('cursor', { x, y });
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, frameKind.awareness);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]));
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  /** Applies everything that was kept; afterwards the copy is complete. */
  applyKept(): void {
    for (const update of this.#kept.splice(0)) Y.applyUpdate(this.doc, update, fromServer);
  }

  close(): void {
    this.awareness.destroy();
    this.#socket.removeAllListeners('close');
    this.#socket.close();
  }

  #sendSync(type: number, bytes: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, frameKind.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, bytes);
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  /** Gives the sync type of the frame, or null for other kinds. */
  #receive(frame: Uint8Array): number | null {
    this.receivedFrames += 1;
    this.receivedBytes += frame.byteLength;
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== frameKind.sync) return null;
    const type = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (type === syncStep1) {
      this.#sendSync(syncStep2, Y.encodeStateAsUpdate(this.doc, bytes));
    } else if (this.#applies || type === syncStep2) {
      Y.applyUpdate(this.doc, bytes, fromServer);
    } else {
      this.#kept.push(bytes);
    }
    return type;
  }
}
