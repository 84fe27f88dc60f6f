/**
 * The wire under a client: a websocket on the connection that was upgraded. What is sent within one turn of the event loop
 * leaves in one write, once the sockets that are readable have been read (what that brings for the same socket rides
 * along), and a frame for many sockets gets its websocket header once. Both matter because in a busy room the system
 * calls cost more than everything else (measured: two fifths of the server's work in a workshop of 50).
 *
 * A class of our own instead of a library's: a connection that is quiet costs half as much memory, and a message that
 * comes in passes no stream, queue or emitter of its own. Reading is frameReader.ts, the opening handshake.ts.
 */
import type { Clock } from '../clock.ts';
import { FrameReader, type FrameSink } from './frameReader.ts';
import type { Transport } from './roomClient.ts';
import { hearer, type LineStream } from './takeOver.ts';

const finalBinary = 0x82;
const finalClose = 0x88;
const finalPong = 0x8a;
/** A ping without content. */
const pingFrame = Uint8Array.of(0x89, 0);
/** A close reason holds so many bytes (RFC 6455, 5.5.1). */
const maxReasonBytes = 123;
const goneWithoutCode = 1000;
/** A peer that does not answer a close frame is cut off after this. */
const closeGraceMs = 2000;
/** Pings are not answered while more than this is unread: whoever does not read needs no answer. */
const maxUnreadBeforePong = 64 * 1024;
/** Larger frames are not copied behind their header. */
const copyBelow = 64 * 1024;
/** Several frames up to this size leave as one chunk. */
const joinBelow = 4000;

/** Who deals with what comes in: one for all lines. */
export interface LineOwner {
  readonly clock: Pick<Clock, 'after'>;
  /** Of a message; larger ones end the line with 1009. */
  readonly maxMessageBytes: number;
  onMessage(line: SocketLine, bytes: Buffer, isBinary: boolean): void;
  /** Whether it is answered: pings cost the other end next to nothing, so somebody has to count them. */
  mayPing(line: SocketLine): boolean;
  onPong(line: SocketLine): void;
  /** The connection is gone, for whatever reason; called once. */
  onGone(line: SocketLine): void;
}

export class SocketLine implements Transport, FrameSink {
  readonly #stream: LineStream;
  readonly #owner: LineOwner;
  readonly #reader: FrameReader;
  #isOpen = true;
  #waiting: Uint8Array[] | null = null;
  #waitingBytes = 0;

  /** `stream` is the connection that was taken over, `early` what came on it before. */
  constructor(stream: LineStream, early: Buffer, owner: LineOwner) {
    this.#stream = stream;
    this.#owner = owner;
    this.#reader = new FrameReader(this, owner.maxMessageBytes);
    // Listeners are shared by all lines, and find theirs here.
    stream[hearer] = this;
    // Not before whoever makes this line has it.
    if (early.length > 0) process.nextTick(receiveEarly, this, early);
    stream.on('end', onEnd);
    stream.on('close', onGone);
  }

  send(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    if (frame.length >= copyBelow) this.#wait().push(headerOf(frame.length), frame);
    else this.#wait().push(withHeader(frame));
    this.#waitingBytes += frame.length;
  }

  unreadBytes(): number {
    return this.#stream.writableLength + this.#waitingBytes;
  }

  /** Writes what waits and a close frame; the connection ends when the other end has answered it, or after a moment. */
  close(code: number, reason: string): void {
    if (!this.#isOpen) return;
    this.flush();
    this.#isOpen = false;
    this.#stream.write(closeFrame(code, reason));
    this.#cutSoon();
  }

  terminate(): void {
    this.#stream.destroy();
  }

  /** In one write with what is sent beside it. */
  ping(): void {
    if (this.#isOpen) this.#wait().push(pingFrame);
  }

  receive(chunk: Buffer): void {
    this.#reader.read(chunk);
  }

  onMessage(bytes: Buffer, isBinary: boolean): void {
    this.#owner.onMessage(this, bytes, isBinary);
  }

  onPing(bytes: Buffer): void {
    if (!this.#isOpen || this.unreadBytes() > maxUnreadBeforePong || !this.#owner.mayPing(this)) return;
    const frame = Buffer.concat([Uint8Array.of(finalPong, bytes.length), bytes]);
    this.#wait().push(frame);
    this.#waitingBytes += frame.length;
  }

  onPong(): void {
    this.#owner.onPong(this);
  }

  onClose(code: number | null): void {
    this.close(code ?? goneWithoutCode, '');
    this.#stream.end();
  }

  onBroken(code: number): void {
    this.close(code, '');
    this.#stream.end();
  }

  /** The other end has ended its side, perhaps without a word; what it does not read any more is not waited for. */
  onEnd(): void {
    if (this.#isOpen) this.#cutSoon();
    this.#isOpen = false;
    this.#stream.end();
  }

  onGone(): void {
    this.#isOpen = false;
    this.#owner.onGone(this);
  }

  #cutSoon(): void {
    const cut = this.#owner.clock.after(closeGraceMs, () => this.terminate());
    this.#stream.once('close', cut);
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
    if (this.#isOpen) write(this.#stream, chunks);
    chunks.length = 0;
    if (freeLists.length < maxFreeLists) freeLists.push(chunks);
  }
}

function receiveEarly(line: SocketLine, bytes: Buffer): void {
  line.receive(bytes);
}

function onEnd(this: LineStream): void {
  lineOf(this)?.onEnd();
}

function onGone(this: LineStream): void {
  lineOf(this)?.onGone();
}

function lineOf(stream: LineStream): SocketLine | null {
  const line = stream[hearer];
  return line instanceof SocketLine ? line : null;
}

function closeFrame(code: number, reason: string): Uint8Array {
  const text = Buffer.from(reason).subarray(0, maxReasonBytes);
  return Buffer.concat([Uint8Array.of(finalClose, 2 + text.length, code >> 8, code & 255), text]);
}

function write(stream: LineStream, chunks: readonly Uint8Array[]): void {
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
