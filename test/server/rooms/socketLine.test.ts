/** The wire under a client against a real websocket: nothing is lost, in order, in as few writes as may be. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { systemClock } from '../../../server/clock.ts';
import { acceptance } from '../../../server/rooms/handshake.ts';
import { SocketLine, type LineOwner } from '../../../server/rooms/socketLine.ts';
import { takeOver } from '../../../server/rooms/takeOver.ts';

describe('the line under a client', () => {
  let http: Server;
  let page: WebSocket;
  let line: SocketLine;
  let stream: Duplex;
  const heard: Buffer[] = [];
  const ended: { code: number; reason: string }[] = [];
  /** What the server hears. */
  const told: (string | number)[] = [];
  let mayPing = () => true;
  const owner: LineOwner = {
    clock: systemClock,
    maxMessageBytes: 100_000,
    onMessage: (_line, data, isBinary) => told.push(isBinary ? data.length : data.toString()),
    mayPing: () => mayPing(),
    onPong: () => told.push('pong'),
    onGone: () => told.push('gone'),
  };

  beforeEach(async () => {
    heard.length = 0;
    ended.length = 0;
    told.length = 0;
    mayPing = () => true;
    http = createServer();
    const made = Promise.withResolvers<void>();
    http.on('upgrade', (request, socket, head) => {
      const { stream: taken, early } = takeOver(socket, head);
      stream = taken;
      stream.on('error', () => {});
      stream.write(acceptance(request, null) ?? '');
      line = new SocketLine(taken, early, owner);
      made.resolve();
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    page = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
    page.on('message', (data: Buffer) => heard.push(data));
    page.on('close', (code, reason) => ended.push({ code, reason: reason.toString() }));
    const isOpen = new Promise((resolve) => page.on('open', resolve));
    await Promise.all([made.promise, isOpen]);
  });
  afterEach(async () => {
    const isGone = new Promise((resolve) => page.once('close', resolve));
    if (page.readyState !== WebSocket.CLOSED) {
      page.terminate();
      await isGone;
    }
    await new Promise((resolve) => http.close(resolve));
  });

  const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill);

  it('brings frames of every size whole and in order, then the close', async () => {
    const sizes = [0, 1, 125, 126, 65_535, 65_536, 200_000, 3];
    const frames = sizes.map((size, index) => bytes(size, index + 1));
    for (const frame of frames) line.send(frame);
    line.close(4400, 'enough');
    await expect.poll(() => ended).toEqual([{ code: 4400, reason: 'enough' }]);
    expect(heard.map((one) => new Uint8Array(one))).toEqual(frames);
  });

  it('writes once for all that is sent in one turn', async () => {
    const writes: number[] = [];
    const plain = stream.write.bind(stream);
    stream.write = ((chunk: Uint8Array) => {
      writes.push(stream.writableCorked);
      return plain(chunk);
    }) as typeof stream.write;
    for (const fill of [1, 2, 3]) line.send(bytes(3, fill));
    expect(writes).toEqual([]);
    await expect.poll(() => heard.length).toBe(3);
    expect(writes).toEqual([0]);
    for (const fill of [1, 2, 3]) line.send(bytes(2000, fill));
    await expect.poll(() => heard.length).toBe(6);
    // Held back until all of them are there: they leave as one.
    expect(writes).toEqual([0, 1, 1, 1]);
    expect(heard.map(([first, ...more]) => [first, more.length])).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
      [1, 1999],
      [2, 1999],
      [3, 1999],
    ]);
  });

  it('pings between frames', async () => {
    const pings: number[] = [];
    page.on('ping', () => pings.push(heard.length));
    line.send(bytes(3, 1));
    line.ping();
    line.send(bytes(3, 2));
    await expect.poll(() => heard.length).toBe(2);
    expect(pings).toEqual([1]);
  });

  it('counts as unread what waits to be written, too', () => {
    line.send(bytes(1000, 1));
    expect(line.unreadBytes()).toBeGreaterThanOrEqual(1000);
  });

  it('sends nothing any more once the other end has closed', async () => {
    page.close(1000);
    await expect.poll(() => ended.length).toBe(1);
    line.send(bytes(3, 1));
    line.flush();
    expect(line.unreadBytes()).toBe(0);
    expect(heard).toEqual([]);
  });

  it('hears messages of every size, in parts too, and answers pings', async () => {
    const pongs: string[] = [];
    page.on('pong', (data) => pongs.push(data.toString()));
    for (const size of [0, 1, 125, 126, 65_535, 65_536, 100_000]) page.send(bytes(size, 7));
    page.send('text');
    page.send(bytes(10, 1), { fin: false });
    page.ping('between');
    page.send(bytes(5, 2), { fin: true });
    page.ping();
    line.ping();
    await expect.poll(() => told.length).toBe(10);
    expect(told).toEqual([0, 1, 125, 126, 65_535, 65_536, 100_000, 'text', 15, 'pong']);
    await expect.poll(() => pongs).toEqual(['between', '']);
  });

  it('[P7] ends with 1009 above the largest size, and hears nothing more (R14)', async () => {
    page.send(bytes(100_001, 1));
    page.send(bytes(1, 1));
    await expect.poll(() => ended.map(({ code }) => code)).toEqual([1009]);
    await expect.poll(() => told).toEqual(['gone']);
  });

  it('answers a close with the same code, and is gone once', async () => {
    page.close(4321, 'enough');
    await expect.poll(() => ended.map(({ code }) => code)).toEqual([4321]);
    await expect.poll(() => told).toEqual(['gone']);
    line.close(1000, '');
    line.terminate();
    expect(told).toEqual(['gone']);
  });

  it('is gone when the other end vanishes, and cuts who does not answer a close', async () => {
    page.pause();
    line.close(4400, 'x'.repeat(500));
    await expect.poll(() => told, { timeout: 5000 }).toEqual(['gone']);
  });

  it('is gone when the other end ends its side and reads nothing more', async () => {
    page.pause();
    for (let i = 0; i < 20; i++) line.send(bytes(1_000_000, 1));
    line.flush();
    expect(line.unreadBytes()).toBeGreaterThan(0);
    // Its own socket, which its types leave out: a websocket alone cannot end one side.
    (Reflect.get(page, '_socket') as Duplex).end();
    await expect.poll(() => told, { timeout: 5000 }).toEqual(['gone']);
  });

  it('answers as many pings as are allowed, in one turn too (R16)', async () => {
    let left = 3;
    mayPing = () => left-- > 0;
    const pongs: number[] = [];
    page.on('pong', (data) => pongs.push(data.length));
    for (let i = 0; i < 1000; i++) line.onPing(Buffer.alloc(0));
    expect(line.unreadBytes()).toBe(6);
    await expect.poll(() => pongs).toEqual([0, 0, 0]);
  });

  it('does not answer pings of who reads nothing', () => {
    for (let i = 0; i < 5; i++) line.send(bytes(1_000_000, 1));
    const unread = line.unreadBytes();
    for (let i = 0; i < 100; i++) line.onPing(Buffer.alloc(125));
    expect(line.unreadBytes()).toBe(unread);
  });
});
