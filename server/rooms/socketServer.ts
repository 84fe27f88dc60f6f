/**
 * The way from an HTTP upgrade to a client in a room (PROTOCOL.md P1 to P5, P7, P17): origin, address and token first,
 * then the upgrade, then the room. Refusals after the check of the origin are close codes, because a browser cannot
 * read why a handshake failed.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
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
import { createPlaces, type Place } from './places.ts';
import type { Room } from './room.ts';
import { RoomClient } from './roomClient.ts';
import type { Rooms } from './rooms.ts';
import { SocketLine } from './socketLine.ts';

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
}

interface Wish {
  readonly mapId: string;
  readonly part: Part;
  readonly generation: number | null;
  readonly token: string | null;
  readonly deviceKey: string | null;
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

/** A peer that does not answer a close frame is cut off after this. */
const closeGraceMs = 2000;
const noteMs = 1000;
const socketPath = /^\/sync\/([A-Za-z0-9_-]{1,64})(\/discussion)?$/;

/** What a websocket needs to know when something comes in: fields and shared listeners, no closures for each. */
class RoomSocket extends WebSocket {
  place: Place | null = null;
  client: RoomClient | null = null;
  room: Room | null = null;
}

export function createSocketServer(parts: Parts): SocketServer {
  const { config, limits, clock, log, rooms } = parts;
  const wss = new WebSocketServer({
    noServer: true,
    // They are in `open`.
    clientTracking: false,
    WebSocket: RoomSocket,
    maxPayload: limits.frameBytes,
    // Off: a bomb cannot be sent, and small frames gain nothing (R15).
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  });
  const open = new Set<WebSocket>();
  const takePlace = createPlaces(config);
  let opened = new Map<string, number>();
  let accepting = true;
  /** One for all clients. */
  const elapsed = () => clock.elapsed();

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const wish = readWish(request, config.trustProxy);
    if (!wish) return refuseUpgrade(socket, 404, 'There is no socket at this address.');
    if (isForeignOrigin(request, config.publicUrl, config.trustProxy)) {
      return refuseUpgrade(socket, 403, 'Pages of other sites may not connect.');
    }
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
      if (socket.destroyed) return;
      if (verdict.kind === 'wait')
        return refuseUpgrade(socket, 429, 'Too many wrong links from this address.', verdict.seconds);
      wss.handleUpgrade(request, socket, head, (ws) => {
        isHeld = true;
        hold(ws, place);
        if (verdict.kind === 'close') endSocket(ws, verdict.code, verdict.reason);
        else if (verdict.kind === 'enter') connect(ws, socket, wish, verdict.access, verdict.room);
      });
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

  function hold(ws: RoomSocket, place: Place | null): void {
    open.add(ws);
    ws.place = place;
    ws.on('close', onClose);
    ws.on('error', onError);
  }

  function connect(ws: RoomSocket, stream: Duplex, wish: Wish, access: Access, room: Room): void {
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
      new SocketLine(ws, stream, endSocket),
      limits,
      elapsed,
    );
    ws.client = client;
    ws.room = room;
    ws.on('pong', onPong);
    ws.on('message', onMessage);
    noteOpened(access.link.id);
    room.join(client);
  }

  function onPong(this: WebSocket): void {
    if (this instanceof RoomSocket && this.client) this.client.lastSeenMs = clock.elapsed();
  }

  function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
    if (!(this instanceof RoomSocket)) return;
    const { client, room } = this;
    if (!client || !room) return;
    client.lastSeenMs = clock.elapsed();
    if (!client.isOpen || !accepting) return;
    const bytes = bytesOf(data);
    if (!isBinary) return client.close(closeCode.badFrame, 'Messages must be binary.');
    if (!isPaid(client, bytes)) return;
    try {
      room.receive(client, bytes);
    } catch (error) {
      // A fault of ours must not end the process; this connection starts afresh.
      log.error('a message could not be handled', { reason: errorText(error) });
      client.close(closeCode.busy, 'The server met an error; reconnect.');
    }
  }

  function onClose(this: WebSocket): void {
    open.delete(this);
    if (!(this instanceof RoomSocket)) return;
    this.place?.leave();
    if (!this.client) return;
    this.client.drop();
    this.room?.leave(this.client);
  }

  // ws reports bad frames here and closes with the right code by itself (1009, 1002, 1007).
  function onError(error: Error): void {
    log.debug('a socket failed', { reason: errorText(error) });
  }

  function onUpgradeError(error: Error): void {
    log.debug('an upgrade failed', { reason: errorText(error) });
  }

  function endSocket(ws: WebSocket, code: number, reason: string): void {
    ws.close(code, reason);
    const cut = clock.after(closeGraceMs, () => ws.terminate());
    ws.once('close', cut);
  }

  return {
    handleUpgrade(request, socket, head) {
      // The peer may vanish at any moment before the upgrade; without a listener that would end the process.
      socket.on('error', onUpgradeError);
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
      for (const ws of open) ws.terminate();
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
    mapId: match[1],
    part: match[2] ? 'discussion' : 'map',
    generation: generation === null ? null : Number(generation),
    token: first === subprotocol ? token : null,
    deviceKey: device !== undefined && /^[A-Za-z0-9_-]{16,64}$/.test(device) ? device : null,
    address: clientAddress(request, trustProxy),
  };
}

/** Rates (P17): surplus presence is dropped, surplus of anything else ends the connection. */
function isPaid(client: RoomClient, bytes: Uint8Array): boolean {
  if (bytes[0] === frameKind.awareness) return client.presenceBytes.take(bytes.length);
  if (client.bytes.take(bytes.length) && client.messages.take(1)) return true;
  client.close(closeCode.busy, 'Too many messages; try again in 5 seconds.');
  return false;
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

const statusText: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
};

function refuseUpgrade(socket: Duplex, status: number, sentence: string, retryAfterS?: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${statusText[status] ?? ''}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(sentence)}\r\nConnection: close\r\n` +
      `${retryAfterS === undefined ? '' : `Retry-After: ${retryAfterS}\r\n`}\r\n${sentence}`,
  );
}
