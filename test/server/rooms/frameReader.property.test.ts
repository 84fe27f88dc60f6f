/** Frames of a websocket as `ws` reads them, whatever comes and however it is cut (R14, R22). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as library from 'ws';
import { FrameReader, type FrameSink } from '../../../server/rooms/frameReader.ts';
import { runs } from '../../support/runs.ts';

/** Part of `ws` that its types leave out. */
interface Receiver {
  on(event: string, listener: (...args: never[]) => void): void;
  write(chunk: Buffer): void;
}
const { Receiver } = library as unknown as { Receiver: new (options: object) => Receiver };

const maxBytes = 1000;
type Event = readonly [kind: string, ...facts: (string | number | boolean | null)[]];

function ours(chunks: readonly Buffer[], limit = maxBytes): readonly Event[] {
  const events: Event[] = [];
  const sink: FrameSink = {
    onMessage: (bytes, isBinary) => events.push(['message', bytes.toString('hex'), isBinary]),
    onPing: (bytes) => events.push(['ping', bytes.toString('hex')]),
    onPong: () => events.push(['pong']),
    onClose: (code) => events.push(['close', code]),
    onBroken: (code) => events.push(['broken', code]),
  };
  const reader = new FrameReader(sink, limit);
  // A copy of each: what is read is unmasked where it lies.
  for (const chunk of chunks) reader.read(Buffer.from(chunk));
  return events;
}

/** What the library makes of the same. */
async function theirs(chunks: readonly Buffer[]): Promise<readonly Event[]> {
  const events: Event[] = [];
  const receiver = new Receiver({
    isServer: true,
    allowSynchronousEvents: true,
    maxPayload: maxBytes,
    skipUTF8Validation: true,
  });
  receiver.on('message', (bytes: Buffer, isBinary: boolean) => {
    events.push(['message', bytes.toString('hex'), isBinary]);
  });
  receiver.on('ping', (bytes: Buffer) => events.push(['ping', bytes.toString('hex')]));
  receiver.on('pong', () => events.push(['pong']));
  receiver.on('conclude', (found: number) => events.push(['close', found === 1005 ? null : found]));
  receiver.on('error', (error: Record<symbol, number> & { code: string }) => {
    const status = Object.getOwnPropertySymbols(error).find((one) => one.description === 'status-code');
    events.push(['broken', status ? (error[status] ?? 0) : error.code]);
  });
  for (const chunk of chunks) receiver.write(Buffer.from(chunk));
  await new Promise((resolve) => setImmediate(resolve));
  return events;
}

interface Wish {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly body: Uint8Array;
  readonly mask: number;
  readonly isMasked?: boolean;
  readonly reserved?: number;
  /** 16 or 64 bits for the length although fewer would do; null for as few as will. */
  readonly wide?: 16 | 64 | null;
}

function frame({ opcode, isLast, body, mask, isMasked = true, reserved = 0, wide = null }: Wish): Buffer {
  const bits = wide ?? (body.length < 126 ? 7 : body.length < 65_536 ? 16 : 64);
  const head = Buffer.alloc(bits === 7 ? 2 : bits === 16 ? 4 : 10);
  head[0] = (isLast ? 128 : 0) | (reserved << 4) | opcode;
  head[1] = (isMasked ? 128 : 0) | (bits === 7 ? body.length : bits === 16 ? 126 : 127);
  if (bits === 16) head.writeUInt16BE(body.length, 2);
  if (bits === 64) head.writeBigUInt64BE(BigInt(body.length), 2);
  if (!isMasked) return Buffer.concat([head, body]);
  const key = Buffer.alloc(4);
  key.writeUInt32BE(mask);
  return Buffer.concat([head, key, body.map((byte, index) => byte ^ (key[index % 4] ?? 0))]);
}

const honest = fc.record({
  opcode: fc.constantFrom(0, 1, 2, 2, 2, 9, 10),
  isLast: fc.boolean(),
  body: fc.oneof(fc.uint8Array({ maxLength: 130 }), fc.uint8Array({ minLength: 300, maxLength: 700 })),
  mask: fc.nat(0xffffffff),
  wide: fc.constantFrom(null, null, null, 16 as const, 64 as const),
});
const closing = fc
  .record({ code: fc.oneof(fc.integer({ min: 990, max: 5010 }), fc.nat(65_535)), mask: fc.nat(0xffffffff) })
  .map(({ code, mask }) => ({ opcode: 8, isLast: true, body: Uint8Array.of(code >> 8, code & 255), mask }));
const wrong = fc.record({
  opcode: fc.nat(15),
  isLast: fc.boolean(),
  body: fc.uint8Array({ maxLength: 130 }),
  mask: fc.nat(0xffffffff),
  isMasked: fc.boolean(),
  reserved: fc.constantFrom(0, 0, 0, 1, 2, 4),
});
const streams = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 12, arbitrary: honest },
        { weight: 1, arbitrary: closing },
        { weight: 1, arbitrary: wrong },
      ),
      { maxLength: 12 },
    ),
    fc.uint8Array({ maxLength: 6 }),
  )
  .map(([frames, rest]) => Buffer.concat([...frames.map(frame), rest]));

function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b);
  return [...at, bytes.length].map((end, index) => bytes.subarray(at[index - 1] ?? 0, end));
}

describe('frames of a websocket', () => {
  it('are what the library makes of them, in one piece or in many', async () => {
    await fc.assert(
      fc.asyncProperty(streams, fc.array(fc.nat(), { maxLength: 20 }), async (bytes, places) => {
        const whole = await theirs([bytes]);
        expect(ours([bytes])).toEqual(whole);
        expect(ours(cut(bytes, places))).toEqual(whole);
      }),
      runs(400),
    );
  });

  it('that are honest come as they were sent, a byte at a time too', () => {
    fc.assert(
      fc.property(
        fc.array(
          honest.filter(({ opcode }) => opcode > 0),
          { maxLength: 6 },
        ),
        (wishes) => {
          const bytes = Buffer.concat(
            wishes.map((wish) => frame({ ...wish, isLast: true, body: wish.body.slice(0, 125), wide: null })),
          );
          const crumbs = Array.from(bytes, (byte) => Buffer.of(byte));
          expect(ours(crumbs)).toEqual(ours([bytes]));
          expect(ours([bytes]).map(([kind]) => kind)).toEqual(
            wishes.map(({ opcode }) => (opcode === 9 ? 'ping' : opcode === 10 ? 'pong' : 'message')),
          );
        },
      ),
      runs(50),
    );
  });

  it('[P7] are refused by the length they announce, before any of it has come, in parts too (R14)', () => {
    const large = frame({ opcode: 2, isLast: true, body: new Uint8Array(maxBytes + 1), mask: 7 });
    expect(ours([large.subarray(0, 4)])).toEqual([['broken', 1009]]);
    const endless = Buffer.from([0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    expect(ours([endless])).toEqual([['broken', 1009]]);
    const part = { isLast: false, body: new Uint8Array(600), mask: 1 };
    expect(ours([frame({ opcode: 2, ...part }), frame({ opcode: 0, ...part }).subarray(0, 4)])).toEqual([
      ['broken', 1009],
    ]);
  });

  it('end a message of parts without end, however little they hold (R14)', () => {
    const part = (opcode: number) => frame({ opcode, isLast: false, body: new Uint8Array(), mask: 5 });
    const endless = Buffer.concat([part(2), ...Array.from({ length: 2000 }, () => part(0))]);
    expect(ours([endless])).toEqual([['broken', 1008]]);
    const many = Buffer.concat([
      part(2),
      ...Array.from({ length: 900 }, () => part(0)),
      frame({ opcode: 0, isLast: true, body: Uint8Array.of(1), mask: 5 }),
    ]);
    expect(ours([many])).toEqual([['message', '01', true]]);
  });

  it('keep no more memory than has come, whatever they announce', () => {
    const head = frame({ opcode: 2, isLast: true, body: new Uint8Array(1 << 20), mask: 0 }).subarray(0, 20);
    const before = process.memoryUsage().arrayBuffers;
    const sink: FrameSink = { onMessage() {}, onPing() {}, onPong() {}, onClose() {}, onBroken() {} };
    const readers = Array.from({ length: 200 }, () => new FrameReader(sink, 1 << 20));
    for (const reader of readers) reader.read(Buffer.from(head));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5 << 20);
    expect(readers.length).toBe(200);
  });
});
