/**
 * Rooms without sockets or files: a store in memory that can be made to fail or to wait, a clock turned by hand,
 * and clients made of two queues (what they sent, what they were sent).
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { standardLimits, type Limits } from '../../server/limits.ts';
import { createLog } from '../../server/log.ts';
import { step1Frame, step2Frame, updateFrame } from '../../server/rooms/frames.ts';
import { newContent } from '../../server/rooms/content.ts';
import { RoomClient, type ClientIdentity } from '../../server/rooms/roomClient.ts';
import type { Room } from '../../server/rooms/room.ts';
import { createRooms, type Rooms } from '../../server/rooms/rooms.ts';
import { openSqliteStore } from '../../server/storage/sqliteStore.ts';
import type { Store } from '../../server/storage/store.ts';
import { frameKind, type Notice } from '../../src/protocol/frames.ts';
import { createTestClock, type TestClock } from './testClock.ts';

interface FlakyStore extends Store {
  /** Null: works. Otherwise every writing call fails with this. */
  broken: string | null;
  /** Waited for before each append. */
  delay: (() => Promise<void>) | null;
  appends: number;
}

/** A store in memory whose writing can be made to fail or to wait. */
function createFlakyStore(inner: Store = openSqliteStore(':memory:')): FlakyStore {
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    if (store.broken !== null) throw new Error(store.broken);
    return work();
  };
  const store: FlakyStore = {
    ...inner,
    broken: null,
    delay: null,
    appends: 0,
    append: async (batches) => {
      await store.delay?.();
      store.appends++;
      return write(() => inner.append(batches));
    },
    compact: (compaction) => write(() => inner.compact(compaction)),
    probe: () => write(() => inner.probe()),
  };
  return store;
}

export interface Harness {
  readonly store: FlakyStore;
  readonly clock: TestClock;
  readonly rooms: Rooms;
  readonly limits: Limits;
  readonly logged: string[];
  /** The map's room, opened. */
  room(): Promise<Room>;
}

export const mapId = 'map-under-test';

interface HarnessOptions {
  readonly limits?: Partial<Limits>;
  readonly write?: (doc: Y.Doc) => void;
  readonly inner?: Store;
}

export async function createHarness(options: HarnessOptions = {}): Promise<Harness> {
  const store = createFlakyStore(options.inner);
  const clock = createTestClock();
  const limits = { ...standardLimits, ...options.limits };
  const logged: string[] = [];
  const rooms = createRooms(
    store,
    clock,
    createLog(
      'debug',
      (line) => logged.push(line),
      () => clock.now(),
    ),
    limits,
  );
  const { snapshot, clientIds } = newContent(options.write ?? null);
  const map = { id: mapId, title: '', generation: 1, createdAt: 0, updatedAt: 0, deletedAt: null };
  const owners = new Map(clientIds.map((id) => [id, 'server']));
  const empty = newContent(null).snapshot;
  await store.createMap(
    map,
    [],
    [
      { part: 'map', snapshot, owners },
      { part: 'discussion', snapshot: empty, owners: new Map() },
    ],
  );
  return {
    store,
    clock,
    rooms,
    limits,
    logged,
    async room() {
      const room = await rooms.open(mapId, 'map');
      if (!room) throw new Error('there is no room');
      return room;
    },
  };
}

/** A page with a document of its own, in a room. Nothing is sent before `say`; nothing is applied before `hear`. */
export interface QueueClient {
  readonly doc: Y.Doc;
  readonly client: RoomClient;
  readonly notices: Notice[];
  readonly presence: Uint8Array[];
  stored: number;
  sent: number;
  closed: { readonly code: number; readonly reason: string } | null;
  terminated: boolean;
  /** What the other end has not read; set by tests of slow readers. */
  unread: number;
  /** Frames from the server that were not heard yet. */
  readonly inbox: Uint8Array[];
  /** Frames to the server that were not said yet. */
  readonly outbox: Uint8Array[];
  say(count?: number): void;
  hear(count?: number): void;
  leave(): void;
}

let people = 0;

/** Lets a client into a room. It begins as y-websocket does, with a step 1. */
export function enterRoom(
  harness: Harness,
  room: Room,
  identity: Partial<ClientIdentity> = {},
  doc = new Y.Doc(),
): QueueClient {
  people++;
  const page: QueueClient = {
    doc,
    client: new RoomClient(
      {
        role: 'editor',
        person: `device:${people}`,
        deviceId: `device${people}`,
        linkId: 'edit-link',
        expiresAt: null,
        address: '203.0.113.9',
        ...identity,
      },
      {
        send: (frame) => page.inbox.push(frame),
        unreadBytes: () => page.unread,
        close(code, reason) {
          page.closed = { code, reason };
          room.leave(page.client);
        },
        terminate() {
          page.terminated = true;
          room.leave(page.client);
        },
        ping() {},
      },
      harness.limits,
      () => harness.clock.elapsed(),
    ),
    notices: [],
    presence: [],
    stored: 0,
    sent: 0,
    closed: null,
    terminated: false,
    unread: 0,
    inbox: [],
    outbox: [],
    say(count = page.outbox.length) {
      for (const frame of page.outbox.splice(0, count)) room.receive(page.client, frame);
    },
    hear(count = page.inbox.length) {
      for (const frame of page.inbox.splice(0, count)) hearFrame(page, frame);
    },
    leave() {
      doc.off('update', sendUpdate);
      room.leave(page.client);
    },
  };
  const sendUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === page) return;
    page.sent++;
    page.outbox.push(updateFrame(update));
  };
  doc.on('update', sendUpdate);
  page.outbox.push(step1Frame(Y.encodeStateVector(doc)));
  room.join(page.client);
  return page;
}

/** A map with these pages on it, all in step. */
export async function openPages<N extends string>(
  who: Readonly<Record<N, Partial<ClientIdentity>>>,
  options: HarnessOptions = {},
): Promise<{ readonly harness: Harness; readonly room: Room } & Readonly<Record<N, QueueClient>>> {
  const harness = await createHarness(options);
  const room = await harness.room();
  const entered = Object.entries<Partial<ClientIdentity>>(who).map(
    ([name, identity]) => [name, enterRoom(harness, room, identity)] as const,
  );
  await exchange(
    harness,
    entered.map(([, page]) => page),
  );
  const pages = Object.fromEntries(entered) as Record<N, QueueClient>;
  return { harness, room, ...pages };
}

/** Sends and delivers until nobody has anything more to say. */
export async function exchange(harness: Harness, pages: readonly QueueClient[]): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    for (const page of pages) {
      page.say();
      page.hear();
    }
    await harness.clock.pass(50);
    quiet = pages.every((page) => page.inbox.length + page.outbox.length === 0) ? quiet + 1 : 0;
  }
}

function hearFrame(page: QueueClient, frame: Uint8Array): void {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case frameKind.sync: {
      const isStep1 = decoding.readVarUint(decoder) === 0;
      const body = decoding.readVarUint8Array(decoder);
      if (isStep1) {
        page.sent++;
        page.outbox.push(step2Frame(Y.encodeStateAsUpdate(page.doc, body)));
      } else {
        Y.applyUpdate(page.doc, body, page);
      }
      break;
    }
    case frameKind.awareness:
      page.presence.push(frame);
      break;
    case frameKind.stored:
      page.stored = decoding.readVarUint(decoder);
      break;
    case frameKind.notice:
      page.notices.push(JSON.parse(decoding.readVarString(decoder)) as Notice);
      break;
    default:
      break;
  }
}

/** Frames put together by hand. */
export function rawFrame(...numbers: readonly number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  });
}
