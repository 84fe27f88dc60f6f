/**
 * The way from an HTTP upgrade to a client in a room (PROTOCOL.md P1 to P5, P7, P17): origin, address and token first,
 * then the upgrade, then the room. Refusals after the check of the origin are close codes, because a browser cannot
 * read why a handshake failed.
 */
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { closeCode } from '../../src/protocol/closeCodes.ts';
import { devicePrefix, frameKind, subprotocol } from '../../src/protocol/frames.ts';
import { hasRole } from '../../src/protocol/roles.ts';
import { findAccess, type Access } from '../auth/access.ts';
import { clientAddress, isForeignOrigin } from '../auth/clientAddress.ts';
import type { Failures } from '../auth/failures.ts';
import { digestName } from '../auth/tokens.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Limits } from '../limits.ts';
import { errorText, type Log } from '../log.ts';
import type { Part, Store } from '../storage/store.ts';
import { acceptance } from './handshake.ts';
import { createPlaces, type Place } from './places.ts';
import type { Room } from './room.ts';
import { RoomClient } from './roomClient.ts';
import type { Rooms } from './rooms.ts';
import { SocketLine, type LineOwner } from './socketLine.ts';
import { takeOver } from './takeOver.ts';

export interface SocketServer {
  /** For the HTTP server's `upgrade` event. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly size: number;
  /** No new sockets, and no further messages from those that are there. */
  stopAccepting(): void;
  /** Cuts what is still open. */
  terminateAll(): void;
}

interface Parts {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly failures: Failures;
  readonly config: Config;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
  /** Somebody has opened the map. */
  readonly onEntered: (mapId: string) => void;
}

interface Wish {
  readonly mapId: string;
  readonly part: Part;
  readonly generation: number | null;
  readonly token: string | null;
  readonly deviceKey: string | null;
  /** Whether our subprotocol was offered. */
  readonly isOurs: boolean;
  readonly address: string;
}

type Verdict =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'close'; readonly code: number; readonly reason: string }
  | { readonly kind: 'enter'; readonly access: Access; readonly room: Room };

function close(code: number, reason: string): Verdict {
  return { kind: 'close', code, reason };
}

const crowded = close(closeCode.busy, 'Too many connections; try again in a while.');

const noteMs = 1000;
/** Whoever does not read a refusal for so long is cut off. */
const refusalMs = 2000;
const socketPath = /^\/sync\/([A-Za-z0-9_-]{1,64})(\/discussion)?$/;

/** What a line needs to know when something comes in: fields, no closures for each. */
class RoomLine extends SocketLine {
  place: Place | null = null;
  client: RoomClient | null = null;
  room: Room | null = null;
}

export function createSocketServer(parts: Parts): SocketServer {
  const { config, limits, clock, log, rooms } = parts;
  const open = new Set<RoomLine>();
  const takePlace = createPlaces(config);
  let opened = new Map<string, number>();
  let accepting = true;
  /** One for all clients. */
  const elapsed = () => clock.elapsed();
  /** One for all lines, which are all made here. */
  const owner: LineOwner = {
    clock,
    maxMessageBytes: limits.frameBytes,
    onMessage: (line, bytes, isBinary) => {
      if (line instanceof RoomLine) onMessage(line, bytes, isBinary);
    },
    mayPing: (line) =>
      line instanceof RoomLine && line.client !== null && isPaidFrame(line.client, clock.elapsed()),
    onPong: (line) => {
      if (!(line instanceof RoomLine) || !line.client) return;
      const nowMs = clock.elapsed();
      line.client.lastSeenMs = nowMs;
      // Asked for, so it costs nothing.
      if (!line.client.takesPong()) isPaidFrame(line.client, nowMs);
    },
    onGone: (line) => {
      if (line instanceof RoomLine) onGone(line);
    },
  };

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const wish = readWish(request, config.trustProxy);
    if (!wish) return refuseUpgrade(socket, 404, 'There is no socket at this address.');
    if (isForeignOrigin(request, config.publicUrl, config.trustProxy)) {
      return refuseUpgrade(socket, 403, 'Pages of other sites may not connect.');
    }
    const answer = acceptance(request, wish.isOurs ? subprotocol : null);
    if (answer === null)
      return refuseUpgrade(socket, 400, 'This is no websocket handshake.', 'Sec-WebSocket-Version: 13');
    const place = accepting ? takePlace(wish.address) : null;
    let isHeld = false;
    try {
      let verdict: Verdict;
      let isStale: boolean;
      do {
        const { endings } = rooms;
        verdict = place ? await decide(wish, place) : crowded;
        // Decided again when meanwhile a share link was withdrawn, a map deleted or the room let go (R5). From here on
        // nothing is awaited: who is told to close now is in the room.
        isStale = verdict.kind === 'enter' && (rooms.endings !== endings || !rooms.holds(verdict.room));
      } while (isStale);
      if (!socket.writable) return void socket.destroy();
      if (verdict.kind === 'wait')
        return refuseUpgrade(
          socket,
          429,
          'Too many wrong links from this address.',
          `Retry-After: ${verdict.seconds}`,
        );
      const line = hold(socket, head, answer, place);
      isHeld = true;
      if (verdict.kind === 'close') line.close(verdict.code, verdict.reason);
      else connect(line, wish, verdict.access, verdict.room);
    } finally {
      if (!isHeld) place?.leave();
    }
  }

  async function decide(wish: Wish, place: Place): Promise<Verdict> {
    try {
      const access = await findAccess(parts.store, wish.mapId, wish.token, clock.now());
      if (!access) {
        const seconds = parts.failures.note(wish.address);
        if (seconds > 0) return { kind: 'wait', seconds };
        return close(closeCode.tokenUnknown, 'This link is unknown, withdrawn or expired.');
      }
      const map = await parts.store.findMap(wish.mapId);
      if (!map || map.deletedAt !== null) return close(closeCode.mapDeleted, 'This map was deleted.');
      if (wish.generation !== null && wish.generation !== map.generation) {
        return close(closeCode.otherGeneration, 'This map was restored; reload it.');
      }
      if (wish.part === 'discussion' && !hasRole(access.role, 'commenter')) {
        return close(closeCode.roleTooLow, 'This link does not show the discussion.');
      }
      if (!place.enterMap(wish.mapId)) return crowded;
      const room = await rooms.open(wish.mapId, wish.part);
      if (!room) return close(closeCode.mapDeleted, 'This map was deleted.');
      // Asked again: map or share link may have gone while the room was loaded (R5).
      const stillThere = await parts.store.findMap(wish.mapId);
      if (stillThere?.deletedAt !== null) return close(closeCode.mapDeleted, 'This map was deleted.');
      const still = await findAccess(parts.store, wish.mapId, wish.token, clock.now());
      return still
        ? { kind: 'enter', access: still, room }
        : close(closeCode.tokenUnknown, 'This link was withdrawn.');
    } catch (error) {
      log.warn('a socket was turned away', { reason: errorText(error) });
      return close(closeCode.storeFails, 'The map cannot be read right now. Nothing was changed.');
    }
  }

  /** Gathered for a second: a hundred people coming back at once are one write. */
  function noteOpened(linkId: string): void {
    if (opened.size === 0) {
      clock.after(noteMs, () => {
        const times = opened;
        opened = new Map();
        parts.store.noteOpened(times).catch((error: unknown) => {
          log.warn('the times of opening were not noted', { reason: errorText(error) });
        });
      });
    }
    opened.set(linkId, clock.now());
  }

  function hold(socket: Duplex, head: Buffer, answer: string, place: Place | null): RoomLine {
    const { stream, early } = takeOver(socket, head);
    stream.on('error', onError);
    // Small frames leave at once.
    stream.setNoDelay(true);
    stream.write(answer);
    const line = new RoomLine(stream, early, owner);
    line.place = place;
    open.add(line);
    return line;
  }

  function connect(line: RoomLine, wish: Wish, access: Access, room: Room): void {
    const deviceId = wish.deviceKey === null ? null : digestName(wish.mapId, wish.deviceKey);
    const client = new RoomClient(
      {
        role: access.role,
        linkId: access.link.id,
        expiresAt: access.link.expiresAt,
        person: deviceId === null ? `link:${access.link.id}` : `device:${deviceId}`,
        deviceId,
        address: wish.address,
      },
      line,
      limits,
      elapsed,
    );
    line.client = client;
    line.room = room;
    noteOpened(access.link.id);
    room.join(client);
    if (wish.part === 'map') parts.onEntered(wish.mapId);
  }

  function onMessage({ client, room }: RoomLine, bytes: Buffer, isBinary: boolean): void {
    if (!client || !room) return;
    const nowMs = clock.elapsed();
    client.lastSeenMs = nowMs;
    if (!client.isOpen || !accepting) return;
    if (!isBinary) return client.close(closeCode.badFrame, 'Messages must be binary.');
    if (!isPaid(client, bytes, nowMs)) return;
    try {
      room.receive(client, bytes);
    } catch (error) {
      // A fault of ours must not end the process; this connection starts afresh.
      log.error('a message could not be handled', { reason: errorText(error) });
      client.close(closeCode.busy, 'The server met an error; reconnect.');
    }
  }

  function onGone(line: RoomLine): void {
    open.delete(line);
    line.place?.leave();
    if (!line.client) return;
    line.client.drop();
    line.room?.leave(line.client);
  }

  function onError(error: Error): void {
    log.debug('a socket failed', { reason: errorText(error) });
  }

  return {
    handleUpgrade(request, socket, head) {
      // The peer may vanish at any moment; without a listener that would end the process.
      socket.on('error', onError);
      upgrade(request, socket, head).catch((error: unknown) => {
        log.error('an upgrade failed', { reason: errorText(error) });
        socket.destroy();
      });
    },
    get size() {
      return open.size;
    },
    stopAccepting() {
      accepting = false;
    },
    terminateAll() {
      for (const line of open) line.terminate();
    },
  };
}

/** What the request asks for, or null when its address is none of ours. */
function readWish(request: IncomingMessage, trustProxy: boolean): Wish | null {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const match = socketPath.exec(path);
  if (!match?.[1]) return null;
  const generation = new URLSearchParams(query).get('g');
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  const [first, token = null, ...rest] = offered;
  const device = rest.find((one) => one.startsWith(devicePrefix))?.slice(devicePrefix.length);
  return {
    mapId: ownCopy(match[1]),
    part: match[2] ? 'discussion' : 'map',
    generation: generation === null ? null : Number(generation),
    token: first === subprotocol ? token : null,
    deviceKey: device !== undefined && /^[A-Za-z0-9_-]{16,64}$/.test(device) ? device : null,
    isOurs: offered.includes(subprotocol),
    address: clientAddress(request, trustProxy),
  };
}

/** V8 keeps the whole of a text for a piece of it, and this piece is kept as long as the socket. */
function ownCopy(ascii: string): string {
  return Buffer.from(ascii, 'latin1').toString('latin1');
}

/** Rates (P17): surplus presence is dropped, surplus of anything else ends the connection. */
function isPaid(client: RoomClient, bytes: Uint8Array, nowMs: number): boolean {
  const rates = client.rates(nowMs);
  if (bytes[0] === frameKind.awareness) return rates.presenceBytes.take(bytes.length, nowMs);
  return rates.bytes.take(bytes.length, nowMs) ? isPaidFrame(client, nowMs) : isTooMuch(client);
}

/** What brings no bytes that count, a ping or a pong, is paid for as a message too. */
function isPaidFrame(client: RoomClient, nowMs: number): boolean {
  return client.rates(nowMs).messages.take(1, nowMs) || isTooMuch(client);
}

function isTooMuch(client: RoomClient): false {
  client.close(closeCode.busy, 'Too many messages; try again in 5 seconds.');
  return false;
}

const statusText: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
};

/** Says why, and lets go of the connection: nobody else watches over one that has left HTTP (R17). */
function refuseUpgrade(socket: Duplex, status: number, sentence: string, header = ''): void {
  socket.once('finish', () => socket.destroy());
  if (socket instanceof Socket) socket.setTimeout(refusalMs, () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${statusText[status] ?? ''}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(sentence)}\r\nConnection: close\r\n` +
      `${header === '' ? '' : `${header}\r\n`}\r\n${sentence}`,
  );
}
