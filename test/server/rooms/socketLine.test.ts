/** The wire under a client against a real websocket: nothing is lost, in order, in as few writes as may be. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { SocketLine } from '../../../server/rooms/socketLine.ts';

describe('the line under a client', () => {
  let http: Server;
  let page: WebSocket;
  let line: SocketLine;
  let stream: Duplex;
  const heard: Buffer[] = [];
  const ended: { code: number; reason: string }[] = [];

  beforeEach(async () => {
    heard.length = 0;
    ended.length = 0;
    http = createServer();
    const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    const made = Promise.withResolvers<void>();
    http.on('upgrade', (request, socket, head) => {
      wss.handleUpgrade(request, socket, head, (ws) => {
        stream = socket;
        line = new SocketLine(ws, socket, (one, code, reason) => one.close(code, reason));
        made.resolve();
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    page = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
    page.on('message', (data: Buffer) => heard.push(data));
    page.on('close', (code, reason) => ended.push({ code, reason: reason.toString() }));
    const isOpen = new Promise((resolve) => page.on('open', resolve));
    await Promise.all([made.promise, isOpen]);
  });
  afterEach(async () => {
    page.terminate();
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
});
