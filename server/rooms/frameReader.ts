/**
 * Reads a client's side of a websocket (RFC 6455, 5.2 to 5.5): bytes as the line brings them, in pieces of any size, become
 * messages and control frames. Small, because every connection has one: between frames it holds nothing at all.
 *
 * In: bytes from anybody, which are unmasked where they lie. Out: calls of a sink. What breaks the rules ends the reading
 * with the close code to answer. A frame is bounded before any of it is kept, and what is kept grows with what came,
 * so that neither an announced length nor crumbs cost more than they bring; how many frames make a message is bounded. Texts are not looked into: we take none (P7),
 * and why the other end closes is nothing we show.
 */
export interface FrameSink {
  /** The bytes lie in a larger buffer of the line: whoever keeps them makes a copy. */
  onMessage(bytes: Buffer, isBinary: boolean): void;
  onPing(bytes: Buffer): void;
  onPong(): void;
  /** The other end closes; null when it gave no code. */
  onClose(code: number | null): void;
  /** Nothing more is read. */
  onBroken(code: number): void;
}

const opcode = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const protocolError = 1002;
const tooMany = 1008;
const tooLarge = 1009;
/** Frames of one message: parts without content cost nothing else, and there would be no end to them. */
const maxParts = 1024;
const maxControlBytes = 125;
const leastRoom = 512;

/** Bytes that are not whole yet. */
interface Kept {
  bytes: Buffer;
  length: number;
}

export class FrameReader {
  readonly #sink: FrameSink;
  readonly #maxBytes: number;
  /** A frame that has not come whole, and how long it must be before it is worth a look. */
  #frame: Kept | null = null;
  #needed = 0;
  /** A message of several frames. */
  #message: (Kept & { readonly isBinary: boolean; parts: number }) | null = null;
  #isOver = false;

  /** `maxBytes`: of a message. */
  constructor(sink: FrameSink, maxBytes: number) {
    this.#sink = sink;
    this.#maxBytes = maxBytes;
  }

  /** Takes what came; it may be changed. */
  read(chunk: Buffer): void {
    if (this.#isOver) return;
    let bytes = chunk;
    if (this.#frame) {
      keep(this.#frame, chunk);
      if (this.#frame.length < this.#needed) return;
      bytes = this.#frame.bytes.subarray(0, this.#frame.length);
      this.#frame = null;
    }
    let at = 0;
    while (at < bytes.length) {
      const length = this.#take(bytes, at);
      if (this.#isOver) return;
      if (length === 0) break;
      at += length;
    }
    if (at < bytes.length) {
      this.#frame = { bytes: Buffer.alloc(0), length: 0 };
      keep(this.#frame, bytes.subarray(at));
    }
  }

  /** Deals with the frame at `at`; the answer is its length, 0 when it is not whole. */
  #take(bytes: Buffer, at: number): number {
    const there = bytes.length - at;
    const info = bytes[at] ?? 0;
    const second = bytes[at + 1];
    if (second === undefined) return this.#wait(2);
    const kind = info & 15;
    const isLast = (info & 0x80) !== 0;
    const short = second & 127;
    const isControl = kind >= opcode.close;
    // Reserved bits are for extensions, and there are none; clients mask.
    if ((info & 0x70) !== 0 || (second & 0x80) === 0) return this.#break(protocolError);
    if (!this.#isDue(kind) || (isControl && (!isLast || short > maxControlBytes)))
      return this.#break(protocolError);
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (there < head) return this.#wait(head);
    const length =
      head === 2 ? short : head === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    if (!isControl && length + (this.#message?.length ?? 0) > this.#maxBytes) return this.#break(tooLarge);
    const whole = head + 4 + length;
    if (there < whole) return this.#wait(whole);
    const body = bytes.subarray(at + head + 4, at + whole);
    unmask(body, bytes, at + head);
    if (isControl) this.#control(kind, body);
    else this.#data(kind, body, isLast);
    return whole;
  }

  /** Whether a frame of this kind may come now. */
  #isDue(kind: number): boolean {
    switch (kind) {
      case opcode.more:
        return this.#message !== null;
      case opcode.text:
      case opcode.binary:
        return this.#message === null;
      default:
        return kind >= opcode.close && kind <= opcode.pong;
    }
  }

  #data(kind: number, body: Buffer, isLast: boolean): void {
    if (isLast && !this.#message) return this.#sink.onMessage(body, kind === opcode.binary);
    this.#message ??= { bytes: Buffer.alloc(0), length: 0, isBinary: kind === opcode.binary, parts: 0 };
    this.#message.parts += 1;
    if (this.#message.parts > maxParts) return void this.#break(tooMany);
    keep(this.#message, body);
    if (!isLast) return;
    const { bytes, length, isBinary } = this.#message;
    this.#message = null;
    this.#sink.onMessage(bytes.subarray(0, length), isBinary);
  }

  #control(kind: number, body: Buffer): void {
    if (kind === opcode.ping) return this.#sink.onPing(body);
    if (kind === opcode.pong) return this.#sink.onPong();
    if (body.length === 1) return void this.#break(protocolError);
    const code = body.length === 0 ? null : body.readUInt16BE(0);
    if (code !== null && !isCloseCode(code)) return void this.#break(protocolError);
    this.#end();
    this.#sink.onClose(code);
  }

  #wait(bytes: number): number {
    this.#needed = bytes;
    return 0;
  }

  #break(code: number): number {
    this.#end();
    this.#sink.onBroken(code);
    return 0;
  }

  #end(): void {
    this.#isOver = true;
    this.#message = null;
  }
}

/** A copy behind what is there already; room is made for twice as much, not for what is announced. */
function keep(kept: Kept, more: Uint8Array): void {
  const length = kept.length + more.length;
  if (length > kept.bytes.length) {
    const bytes = Buffer.allocUnsafeSlow(Math.max(leastRoom, length, 2 * kept.length));
    bytes.set(kept.bytes.subarray(0, kept.length));
    kept.bytes = bytes;
  }
  kept.bytes.set(more, kept.length);
  kept.length = length;
}

function unmask(body: Buffer, bytes: Buffer, maskAt: number): void {
  for (let i = 0; i < body.length; i++) body[i] = (body[i] ?? 0) ^ (bytes[maskAt + (i & 3)] ?? 0);
}

/** Codes that may stand in a close frame (RFC 6455, 7.4, and the registry it set up). */
function isCloseCode(code: number): boolean {
  if (code >= 3000 && code <= 4999) return true;
  return code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code);
}
