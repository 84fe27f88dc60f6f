/**
 * A room: the live copy of one document and its sockets. The order of writing is the promise of the product (P20):
 * role -> gate -> applied to the live document -> stored with everybody else's -> relayed and acknowledged.
 *
 * While a commit is under way further edits wait in `#held`, so the live document is never ahead of the store by more
 * than the batch being written, joins are answered from what is stored, and nothing piles up in a slow store (R42).
 * No timers in here; rooms.ts turns the one clock for all.
 */
import type * as Y from 'yjs';
import { closeCode } from '../../src/protocol/closeCodes.ts';
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { errorText, type Log } from '../log.ts';
import type { Batch, Part, Store, StoredContent } from '../storage/store.ts';
import type { CommitQueue, CommittingRoom } from './commitQueue.ts';
import { BrokenUpdateError, RoomContent, titleOf } from './content.ts';
import {
  readClientFrame,
  readPresence,
  step1Frame,
  step2Frame,
  updateFrame,
  type ClientFrame,
} from './frames.ts';
import { RoomPresence } from './roomPresence.ts';
import { Relay, type StoredEdit } from './relay.ts';
import type { RoomClient } from './roomClient.ts';
import { judgeUpdate } from './updateGate.ts';

/** What a room needs of the world; the same for all rooms. */
export interface RoomWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: Limits;
  readonly queue: CommitQueue;
  /** Asks to be flushed in a while: held relays, held presence. */
  relayDue(room: Room, inMs: number): void;
  presenceDue(room: Room): void;
  /** Counters for the metrics. */
  readonly counts: { refusals: number; edits: number };
}

/** The store cannot be written: nothing was changed, and the person should try again. */
export class CannotSaveError extends Error {}

/** The owner of client ids under which the server itself writes. */
export const serverOwner = 'server';

interface OwnEdit {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const tooFull =
  'This map has reached its largest size. Nothing was lost; delete something, or start another map.';
const cannotSave =
  'The server cannot save right now. Your edits are kept on this device and are sent again by themselves.';

export class Room implements CommittingRoom {
  readonly mapId: string;
  readonly part: Part;
  readonly generation: number;
  readonly clients = new Set<RoomClient>();
  readonly presence: RoomPresence;
  /** By `elapsed`: for dropping the live document, then the room. */
  lastEditMs: number;
  emptySinceMs: number;
  readonly #world: RoomWorld;
  readonly #content: RoomContent;
  readonly #relay: Relay;
  readonly #owners: Map<number, string>;
  #seq: number;
  #tailCount: number;
  #tailBytes: number;
  #title: string | null = null;
  #batch: (StoredEdit & { readonly author: string })[] = [];
  #newOwners = new Map<number, string>();
  #ownEdits: OwnEdit[] = [];
  #writers = new Set<RoomClient>();
  #committing = false;
  #failing = false;
  /** Waits for the commit under way. */
  #held: (() => void)[] = [];
  /** Joins that wait until everything applied is stored. */
  #joins: (() => void)[] = [];
  #warnedFullMs = Number.NEGATIVE_INFINITY;

  /** Throws DamagedMapError when the stored bytes are no document. */
  constructor(mapId: string, part: Part, stored: StoredContent, world: RoomWorld) {
    this.mapId = mapId;
    this.part = part;
    this.generation = stored.generation;
    this.#world = world;
    this.#content = new RoomContent(stored);
    this.#owners = new Map(stored.owners);
    this.#seq = stored.seq;
    this.#tailCount = stored.updates.length;
    this.#tailBytes = stored.updates.reduce((sum, one) => sum + one.length, 0);
    this.#relay = new Relay(this.clients, world.limits, () => this.#content.clocks());
    this.presence = new RoomPresence(
      this.clients,
      world.limits,
      (client, id) => (this.#owners.get(id) ?? client.person) !== client.person,
      () => world.presenceDue(this),
    );
    this.lastEditMs = world.clock.elapsed();
    this.emptySinceMs = this.lastEditMs;
  }

  get bytes(): number {
    return this.#content.bytes;
  }

  get deliveries(): number {
    return this.#relay.deliveries;
  }

  /** Whether somebody still waits for something here. */
  get isBusy(): boolean {
    return this.#committing || this.#batch.length > 0 || this.#held.length > 0 || this.#joins.length > 0;
  }

  join(client: RoomClient): void {
    this.clients.add(client);
    if (client.mayWrite && this.part === 'map') client.send(step1Frame(this.#content.vector()));
    this.presence.join(client);
    if (this.#failing && client.mayWrite) client.notify({ kind: 'cannot-save', detail: cannotSave });
  }

  leave(client: RoomClient): void {
    if (!this.clients.delete(client)) return;
    this.presence.leave(client);
    this.#writers.delete(client);
    this.emptySinceMs = this.#world.clock.elapsed();
  }

  /** One frame of a client; bad ones end its connection and nothing else (R22). */
  receive(client: RoomClient, bytes: Uint8Array): void {
    const frame = readClientFrame(bytes);
    if (!frame) return this.#refuse(client, 'a message could not be read');
    switch (frame.kind) {
      case 'step1':
        return this.#whenStored(() => this.#answer(client, frame.vector));
      case 'write':
        return this.#receiveWrite(client, frame);
      case 'presence': {
        const entries = readPresence(frame.update);
        if (!entries) return this.#refuse(client, 'a presence message could not be read');
        return this.presence.take(client, entries);
      }
      case 'query-presence':
        return this.presence.tellAll(client);
    }
  }

  /**
   * The server's own edit: resolves when it is stored and relayed. Rejects with what `change` throws, or with
   * CannotSaveError; nothing is changed then.
   */
  edit(change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#whenIdle(() => {
        if (this.#failing) return reject(new CannotSaveError('the store cannot be written'));
        try {
          const bytes = this.#content.edit(change);
          if (bytes) this.#take(null, serverOwner, bytes, [this.#content.live().clientID]);
        } catch (error) {
          return reject(error instanceof Error ? error : new Error(String(error)));
        }
        this.#ownEdits.push({ resolve, reject });
        this.#world.queue.request(this);
      });
    });
  }

  /** Reads the stored content through a Y.Doc; it must not be changed or kept. */
  read<T>(look: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#whenStored(() => {
        try {
          resolve(look(this.#content.live()));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
  }

  takeBatch(): Batch | null {
    if (this.#committing) return null;
    if (this.#batch.length === 0) {
      // Nothing to store, but somebody may wait to hear that.
      this.#finish();
      return null;
    }
    this.#committing = true;
    const title = this.part === 'map' ? titleOf(this.#content.live()) : null;
    const isNewTitle = title !== null && title !== this.#title;
    this.#title = title;
    return {
      mapId: this.mapId,
      part: this.part,
      at: this.#world.clock.now(),
      updates: this.#batch.map(({ author, bytes }) => ({ author, bytes })),
      owners: [...this.#newOwners],
      ...(isNewTitle ? { title } : {}),
    };
  }

  committed(seq: number): void {
    const edits = this.#batch;
    this.#seq = seq;
    this.#tailCount += edits.length;
    this.#tailBytes += edits.reduce((sum, one) => sum + one.bytes.length, 0);
    this.#batch = [];
    this.#newOwners = new Map();
    this.#content.settle();
    const dueMs = this.#relay.pass(edits, this.#world.clock.elapsed());
    if (dueMs !== null) this.#world.relayDue(this, dueMs);
    for (const { resolve } of this.#ownEdits) resolve();
    this.#ownEdits = [];
    const { compactUpdates, compactBytes } = this.#world.limits;
    if (this.#tailCount >= compactUpdates || this.#tailBytes >= compactBytes) {
      // Still "committing": edits wait until the snapshot is written.
      void this.#compact().then(() => this.#finish());
    } else {
      this.#finish();
    }
  }

  failed(): void {
    for (const id of this.#newOwners.keys()) this.#owners.delete(id);
    this.#batch = [];
    this.#newOwners = new Map();
    this.#title = null;
    this.#content.rollBack();
    this.#failing = true;
    const nowMs = this.#world.clock.elapsed();
    for (const client of this.#writers) client.fallOutOfStep(nowMs);
    this.#writers.clear();
    for (const client of this.clients)
      if (client.mayWrite) client.notify({ kind: 'cannot-save', detail: cannotSave });
    for (const { reject } of this.#ownEdits) reject(new CannotSaveError('the store cannot be written'));
    this.#ownEdits = [];
    this.#finish();
  }

  recovered(): void {
    this.#failing = false;
    for (const client of this.clients) {
      if (!client.mayWrite) continue;
      client.notify({ kind: 'saving-again', detail: 'Saving works again.' });
      this.#askForAll(client);
    }
  }

  flushRelay(): void {
    this.#relay.flush(this.#world.clock.elapsed());
  }

  /** Looks after one client: drained, too slow, silent after a gap. Called about once a second. */
  tend(client: RoomClient, nowMs: number): void {
    if (client.isTooSlow(nowMs)) {
      client.close(
        closeCode.busy,
        'This line is too slow to keep up; the map is complete after reconnecting.',
      );
      client.drop();
    } else if (client.hasDrained) {
      const { waitingVector } = client;
      if (waitingVector) this.#whenStored(() => this.#answer(client, waitingVector));
      else if (client.behind) this.#whenStored(() => this.#catchUp(client));
      if (client.missedPresence) this.presence.tellAll(client);
    }
    const { outOfStepSince } = client;
    if (
      client.asked &&
      !this.#failing &&
      outOfStepSince !== null &&
      nowMs - outOfStepSince > this.#world.limits.resyncMs
    ) {
      this.#refuse(client, 'an edit before this one is missing, and it was not sent again');
    }
  }

  /** Lets the live document go when nobody edits; the bytes stay for joins. */
  rest(): void {
    if (this.#content.isLive && !this.isBusy) this.#content.rest();
  }

  /** Writes the snapshot before the room is dropped. */
  async unload(): Promise<void> {
    if (this.#tailCount === 0 || this.#failing || this.isBusy) return;
    this.#committing = true;
    await this.#compact();
    this.#finish();
  }

  async #compact(): Promise<void> {
    const { store, clock, log } = this.#world;
    try {
      const snapshot = this.#content.full();
      await store.compact({ mapId: this.mapId, part: this.part, seq: this.#seq, snapshot, at: clock.now() });
      this.#tailCount = 0;
      this.#tailBytes = 0;
    } catch (error) {
      // Nothing is lost: the long tail stays and the next commit tries again.
      log.warn('compaction failed', { reason: errorText(error) });
    }
  }

  /** The commit is over: acknowledge, answer who waited, go on with what was held. */
  #finish(): void {
    this.#committing = false;
    if (!this.#failing) for (const client of this.#writers) client.tellStored();
    this.#writers.clear();
    for (const { resolve } of this.#ownEdits) resolve();
    this.#ownEdits = [];
    const joins = this.#joins;
    this.#joins = [];
    for (const run of joins) run();
    const held = this.#held;
    this.#held = [];
    for (const run of held) this.#whenIdle(run);
  }

  #whenIdle(run: () => void): void {
    if (this.#committing) this.#held.push(run);
    else run();
  }

  #whenStored(run: () => void): void {
    if (this.#committing || this.#batch.length > 0) this.#joins.push(run);
    else run();
  }

  #answer(client: RoomClient, vector: Uint8Array): void {
    if (!client.isOpen) return;
    // One answer at a time: asking again and again without reading must not fill the memory.
    client.waitingVector = client.hasDrained ? null : vector;
    if (client.waitingVector) return;
    const startMs = this.#world.clock.elapsed();
    try {
      const { step2, updates } = this.#content.answer(vector);
      client.sendLoad(step2Frame(step2));
      for (const update of updates) client.sendLoad(updateFrame(update));
      client.behind = null;
      this.#chargeTime(client, this.#world.clock.elapsed() - startMs);
    } catch {
      // The only thing here that others wrote is the vector.
      this.#refuse(client, 'a state vector could not be read');
    }
  }

  #catchUp(client: RoomClient): void {
    if (!client.behind || !client.isOpen) return;
    client.sendLoad(updateFrame(this.#content.diff(client.behind.clocks)));
    client.behind = null;
  }

  #receiveWrite(client: RoomClient, frame: ClientFrame & { kind: 'write' }): void {
    const number = ++client.received;
    if (!client.mayWrite || this.part !== 'map') {
      this.#world.counts.refusals++;
      client.fallOutOfStep(this.#world.clock.elapsed());
      client.notify({
        kind: 'refused',
        detail: 'This link may look but not edit. Nothing was changed for others.',
      });
      return;
    }
    const size = frame.update.length;
    client.heldBytes += size;
    if (client.heldBytes > this.#world.limits.heldBytes) {
      client.close(
        closeCode.busy,
        'The server is saving slowly; your edits are sent again after reconnecting.',
      );
      return;
    }
    this.#whenIdle(() => {
      client.heldBytes -= size;
      this.#write(client, number, frame.update, frame.isStep2);
    });
  }

  #write(client: RoomClient, number: number, update: Uint8Array, isStep2: boolean): void {
    if (!client.isOpen) return;
    const { limits, clock, queue, counts } = this.#world;
    const startMs = clock.elapsed();
    if (this.#failing) {
      client.fallOutOfStep(startMs);
      client.asked = false;
      return;
    }
    const known = {
      clockOf: (id: number) => this.#content.clockOf(id),
      ownerOf: (id: number) => this.#owners.get(id),
      ownedIds: this.#owners.size,
    };
    const verdict = judgeUpdate(update, client.person, known, limits);
    if (verdict.kind === 'refuse')
      return this.#refuse(client, `an edit was refused because ${verdict.reason}`);
    if (verdict.kind === 'gap') return this.#meetGap(client, isStep2);
    if (verdict.adds && this.#isFull(client, update.length)) {
      return this.#refuse(client, tooFull, closeCode.contentTooLarge);
    }
    try {
      const changed = this.#content.apply(update);
      if (changed) this.#take(client, client.person, changed, verdict.newIds);
    } catch (error) {
      if (!(error instanceof BrokenUpdateError)) throw error;
      return this.#refuse(client, 'an edit was refused because it could not be applied');
    }
    if (isStep2) {
      client.outOfStepSince = null;
      client.asked = false;
    }
    if (client.outOfStepSince === null) client.taken = number;
    counts.edits++;
    this.#writers.add(client);
    queue.request(this);
    this.#chargeTime(client, clock.elapsed() - startMs);
  }

  #take(sender: RoomClient | null, author: string, bytes: Uint8Array, newIds: readonly number[]): void {
    this.#batch.push({ sender, author, bytes });
    for (const id of newIds) {
      if (this.#owners.has(id)) continue;
      this.#owners.set(id, author);
      this.#newOwners.set(id, author);
    }
    this.lastEditMs = this.#world.clock.elapsed();
  }

  /** A gap once: ask for everything the client has. A gap in the answer: it cannot be helped (P14). */
  #meetGap(client: RoomClient, isStep2: boolean): void {
    if (isStep2 && client.asked) {
      return this.#refuse(client, 'an edit before this one is missing, also after asking for it');
    }
    client.fallOutOfStep(this.#world.clock.elapsed());
    if (!client.asked) this.#askForAll(client);
  }

  #askForAll(client: RoomClient): void {
    if (client.outOfStepSince !== null) {
      client.outOfStepSince = this.#world.clock.elapsed();
      client.asked = true;
    }
    client.send(step1Frame(this.#content.vector()));
  }

  /** Whether adding must stop; warns when it soon must (P19). */
  #isFull(client: RoomClient, more: number): boolean {
    const { liveStateBytes, nearlyFull } = this.#world.limits;
    const size = this.#content.bytes + more;
    const nowMs = this.#world.clock.elapsed();
    if (size > liveStateBytes * nearlyFull && nowMs - this.#warnedFullMs > 60_000) {
      this.#warnedFullMs = nowMs;
      const detail = `This map fills ${Math.round((size / liveStateBytes) * 100)} % of what a map can hold.`;
      for (const one of this.clients) if (one.mayWrite) one.notify({ kind: 'nearly-full', detail });
    }
    if (size <= liveStateBytes) return false;
    client.fallOutOfStep(nowMs);
    return true;
  }

  /** Costly messages eat into the client's messages, so that one client cannot take the server for itself (R30). */
  #chargeTime(client: RoomClient, tookMs: number): void {
    const { messageBurst } = this.#world.limits;
    if (tookMs > 50) client.messages.charge(Math.min(messageBurst, tookMs / 5));
  }

  #refuse(client: RoomClient, reason: string, code: number = closeCode.badFrame): void {
    this.#world.counts.refusals++;
    const detail = reason.startsWith('This')
      ? reason
      : `The server closed this line: ${reason}. Other people’s work is untouched.`;
    client.notify({ kind: 'refused', detail });
    client.close(code, reason.slice(0, 100));
  }
}
