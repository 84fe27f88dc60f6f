/**
 * The wire under a client, as a websocket of `ws`: what is sent within one turn of the event loop leaves in one write,
 * once the sockets that are readable have been read (what that brings for the same socket rides along), and a frame for many sockets gets its websocket header once. Both matter because in a busy room the system calls cost
 * more than everything else (measured: two fifths of the server's work in a workshop of 50).
 *
 * Frames go to the TCP stream directly; `ws` sends nothing by itself but pongs and closes, without compression there is
 * nothing it could hold back, and a frame is written whole. So the order on the line is that of the calls.
 */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Transport } from './roomClient.ts';

const openState = 1;
const finalBinary = 0x82;
/** A ping without content. */
const pingFrame = Uint8Array.of(0x89, 0);
/** Larger frames are not copied behind their header. */
const copyBelow = 64 * 1024;
/** Several frames up to this size leave as one chunk. */
const joinBelow = 4000;

/** What `ws` needs to end a socket; it keeps the timer for peers that do not answer. */
type EndSocket = (ws: WebSocket, code: number, reason: string) => void;

export class SocketLine implements Transport {
  readonly #ws: WebSocket;
  readonly #stream: Duplex;
  readonly #endSocket: EndSocket;
  #waiting: Uint8Array[] | null = null;
  #waitingBytes = 0;

  /** `stream` is the connection that was upgraded to `ws`. */
  constructor(ws: WebSocket, stream: Duplex, endSocket: EndSocket) {
    this.#ws = ws;
    this.#stream = stream;
    this.#endSocket = endSocket;
  }

  send(frame: Uint8Array): void {
    if (this.#ws.readyState !== openState) return;
    if (frame.length >= copyBelow) this.#wait().push(headerOf(frame.length), frame);
    else this.#wait().push(withHeader(frame));
    this.#waitingBytes += frame.length;
  }

  unreadBytes(): number {
    return this.#ws.bufferedAmount + this.#waitingBytes;
  }

  close(code: number, reason: string): void {
    this.flush();
    this.#endSocket(this.#ws, code, reason);
  }

  terminate(): void {
    this.#ws.terminate();
  }

  /** In one write with what is sent beside it. */
  ping(): void {
    if (this.#ws.readyState === openState) this.#wait().push(pingFrame);
  }

  /** The list of what leaves at the end of this turn. */
  #wait(): Uint8Array[] {
    if (!this.#waiting) {
      this.#waiting = takeList();
      if (dirty.length === 0) setImmediate(flushAll);
      dirty.push(this);
    }
    return this.#waiting;
  }

  /** Writes what waits. */
  flush(): void {
    const chunks = this.#waiting;
    if (!chunks) return;
    this.#waiting = null;
    this.#waitingBytes = 0;
    if (this.#ws.readyState === openState) write(this.#stream, chunks);
    chunks.length = 0;
    if (freeLists.length < maxFreeLists) freeLists.push(chunks);
  }
}

function write(stream: Duplex, chunks: readonly Uint8Array[]): void {
  const [first] = chunks;
  if (!first) return;
  if (chunks.length === 1) {
    stream.write(first);
    return;
  }
  let bytes = 0;
  for (const chunk of chunks) bytes += chunk.length;
  // A write of several chunks costs more than to copy a few small ones.
  if (bytes <= joinBelow) {
    stream.write(Buffer.concat(chunks, bytes));
    return;
  }
  stream.cork();
  for (const chunk of chunks) stream.write(chunk);
  stream.uncork();
}

/** Lines with something to write, until the end of this turn; lists used again, not made anew for every write. */
let dirty: SocketLine[] = [];
const freeLists: Uint8Array[][] = [];
const maxFreeLists = 256;

function takeList(): Uint8Array[] {
  return freeLists.pop() ?? [];
}

function flushAll(): void {
  const lines = dirty;
  dirty = [];
  for (const line of lines) line.flush();
}

/** The last frame with its header: a relay sends the same one to everybody. */
let lastFrame: Uint8Array | null = null;
let lastWhole: Uint8Array = new Uint8Array();

function withHeader(frame: Uint8Array): Uint8Array {
  if (frame === lastFrame) return lastWhole;
  const header = headerOf(frame.length);
  const whole = Buffer.allocUnsafe(header.length + frame.length);
  whole.set(header);
  whole.set(frame, header.length);
  lastFrame = frame;
  lastWhole = whole;
  return whole;
}

/** RFC 6455, 5.2: final, binary, not masked (a server's never are). */
function headerOf(length: number): Uint8Array {
  if (length < 126) return Uint8Array.of(finalBinary, length);
  if (length < 0x1_00_00) return Uint8Array.of(finalBinary, 126, length >> 8, length & 255);
  const header = Buffer.alloc(10);
  header[0] = finalBinary;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
