/**
 * All open rooms, and the few timers that serve them all: commits (commitQueue.ts), held relays, presence, and one
 * tick a second for heartbeats, slow readers, expired share links, idle documents and empty rooms.
 */
import { closeCode } from '../../src/protocol/closeCodes.ts';
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { errorText, type Log } from '../log.ts';
import type { Part, Store } from '../storage/store.ts';
import { Allowance } from './allowance.ts';
import { createCommitQueue } from './commitQueue.ts';
import { aliveFrame } from './frames.ts';
import { Room } from './room.ts';
import type { RoomClient } from './roomClient.ts';
import type { Flushable, RoomWorld } from './roomWorld.ts';
import { Turns } from './turns.ts';
import { createWorkBudgets } from './workBudgets.ts';
import { createVersionKeeper, type VersionKeeper } from '../versions/versionKeeper.ts';

export interface RoomCounts {
  readonly rooms: number;
  readonly sockets: number;
  readonly edits: number;
  readonly deliveries: number;
  readonly refusals: number;
  /** Waiting in memory for the store. */
  readonly heldBytes: number;
}

export interface Rooms {
  /** The room of a map's part; null when there is no such content. Rejects when it cannot be read. */
  open(mapId: string, part: Part): Promise<Room | null>;
  /** All clients, or those of one map, or of one part of it. */
  clients(mapId?: string, part?: Part): Iterable<RoomClient>;
  /** Whether anybody has the map open. */
  isOpen(mapId: string): boolean;
  /** Closes the sockets of a withdrawn share link. */
  closeLink(linkId: string): void;
  /** Closes the sockets of a deleted map and forgets its rooms. */
  closeMap(mapId: string): void;
  /** How often sockets were told to close because a share link or a map went. */
  readonly endings: number;
  /** Whether this is the room that newcomers get; one that was let go must not be joined any more. */
  holds(room: Room): boolean;
  readonly canSave: boolean;
  readonly versions: VersionKeeper;
  counts(): RoomCounts;
  /** Stores and acknowledges what was accepted, then closes everybody with 1012. */
  stop(): Promise<void>;
}

const tickMs = 1000;
const partNames: readonly Part[] = ['map', 'discussion'];

export function createRooms(store: Store, clock: Clock, log: Log, limits: Limits): Rooms {
  const rooms = new Map<string, Room>();
  const opening = new Map<string, Promise<Room | null>>();
  const queue = createCommitQueue(store, clock, log, limits);
  const versions = createVersionKeeper(store, clock, log, limits);
  const held = new Allowance(limits.heldServerBytes);
  const counts = { refusals: 0, edits: 0 };
  let riding: Flushable[] = [];
  let pastDeliveries = 0;
  let endings = 0;
  const relay = gathered<Flushable>((room) => room.flushRelay());
  const presence = gathered<Flushable>((room) => room.presence.flush(clock.elapsed()));
  const world: RoomWorld = {
    store,
    clock,
    log,
    limits,
    queue,
    versions,
    budgets: createWorkBudgets(limits, clock),
    held,
    digests: new Turns(limits.digestsAtOnce),
    counts,
    relayDue: (room, inMs) => relay(room, inMs),
    presenceDue: (room) => presence(room, limits.presenceMs),
    presenceSoon(room) {
      if (riding.length === 0) clock.soon(rideAlong);
      riding.push(room);
    },
  };

  function rideAlong(): void {
    const all = riding;
    riding = [];
    const nowMs = clock.elapsed();
    for (const room of all) room.presence.rideAlong(nowMs);
  }

  /** Calls `flush` for everything asked for, with one timer for all of it. */
  function gathered<T>(flush: (one: T) => void): (one: T, inMs: number) => void {
    let due = new Set<T>();
    return (one, inMs) => {
      if (due.size === 0) {
        clock.after(inMs, () => {
          const all = due;
          due = new Set();
          for (const each of all) flush(each);
        });
      }
      due.add(one);
    };
  }

  function* clients(mapId?: string, part?: Part): Iterable<RoomClient> {
    for (const room of rooms.values()) {
      const isWanted = (mapId ?? room.mapId) === room.mapId && (part ?? room.part) === room.part;
      if (isWanted) yield* room.clients;
    }
  }

  async function load(key: string, mapId: string, part: Part): Promise<Room | null> {
    try {
      const stored = await store.loadContent(mapId, part);
      if (!stored) return null;
      const room = new Room(mapId, part, stored, world);
      rooms.set(key, room);
      return room;
    } catch (error) {
      log.error('a map cannot be read and was set aside', {
        map: mapId.slice(0, 8),
        part,
        reason: errorText(error),
      });
      throw error;
    } finally {
      opening.delete(key);
    }
  }

  function tick(): void {
    const elapsed = clock.elapsed();
    const now = clock.now();
    world.digests.beginRound();
    for (const [key, room] of rooms) {
      for (const client of room.clients) tendClient(room, client, elapsed, now);
      versions.look(room);
      room.tendAll(elapsed);
      if (room.clients.size === 0 && elapsed - room.emptySinceMs > limits.roomIdleMs)
        void dropRoom(key, room);
    }
  }

  function tendClient(room: Room, client: RoomClient, elapsed: number, now: number): void {
    client.noteReading(elapsed);
    if (client.expiresAt !== null && client.expiresAt <= now) {
      client.close(closeCode.tokenUnknown, 'This share link has expired.');
    } else if (isDead(client, elapsed)) {
      client.drop();
    } else {
      if (elapsed - client.lastPingMs >= limits.pingMs) {
        client.ping(elapsed);
        if (client.canTakePresence) client.send(aliveFrame);
      }
      if (!client.isAtRest) room.tend(client, elapsed);
    }
  }

  function isDead(client: RoomClient, elapsed: number): boolean {
    const silentMs = elapsed - client.lastSeenMs;
    return silentMs > limits.deadMs && silentMs > limits.deadMs + client.patienceMs;
  }

  async function dropRoom(key: string, room: Room): Promise<void> {
    await versions.leave(room);
    await room.unload();
    // Somebody may have come in while the snapshot was written.
    const isIdle = clock.elapsed() - room.emptySinceMs > limits.roomIdleMs;
    if (room.clients.size > 0 || !isIdle || room.isBusy || rooms.get(key) !== room) return;
    pastDeliveries += room.deliveries;
    rooms.delete(key);
  }

  const endTick = clock.every(tickMs, tick);

  return {
    async open(mapId, part) {
      const key = `${mapId}/${part}`;
      const known = rooms.get(key);
      if (known) {
        // Whoever asked is about to come in.
        known.emptySinceMs = clock.elapsed();
        return known;
      }
      const pending = opening.get(key) ?? load(key, mapId, part);
      if (!rooms.has(key)) opening.set(key, pending);
      return pending;
    },
    clients,
    isOpen: (mapId) => (rooms.get(`${mapId}/map`)?.clients.size ?? 0) > 0,
    get endings() {
      return endings;
    },
    holds: (room) => rooms.get(`${room.mapId}/${room.part}`) === room,
    closeLink(linkId) {
      endings++;
      for (const client of clients()) {
        if (client.linkId === linkId) client.close(closeCode.tokenUnknown, 'This share link was withdrawn.');
      }
    },
    closeMap(mapId) {
      endings++;
      for (const client of clients(mapId)) client.close(closeCode.mapDeleted, 'This map was deleted.');
      for (const part of partNames) rooms.delete(`${mapId}/${part}`);
    },
    versions,
    get canSave() {
      return queue.works;
    },
    counts() {
      let sockets = 0;
      let deliveries = pastDeliveries;
      for (const room of rooms.values()) {
        sockets += room.clients.size;
        deliveries += room.deliveries;
      }
      return { rooms: rooms.size, sockets, deliveries, heldBytes: held.used, ...counts };
    },
    async stop() {
      endTick();
      await queue.settled();
      for (const room of rooms.values()) room.flushRelay();
      for (const client of clients()) client.close(closeCode.restart, 'The server is restarting.');
      for (const room of rooms.values()) await room.unload();
      queue.stop();
      rooms.clear();
    },
  };
}
