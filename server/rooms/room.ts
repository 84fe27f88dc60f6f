/**
 * A room: the live copy of one document and its sockets. The order of writing is the promise of the product (P20):
 * gate -> applied to the live document (writing.ts) -> stored with everybody else's -> relayed and acknowledged.
 *
 * While a commit is under way further edits wait in `#writes`, so the live document is never ahead of the store by more
 * than the batch being written, joins are answered from what is stored, and nothing piles up in a slow store (R42).
 * No timers in here; rooms.ts turns the one clock for all.
 */
import type * as Y from 'yjs';
import { errorText } from '../log.ts';
import type { Batch, NewVersion, Part, StoredContent } from '../storage/store.ts';
import type { CommittingRoom } from './commitQueue.ts';
import { Allowance } from './allowance.ts';
import { RoomContent, titleOf } from './content.ts';
import { readClientFrame, readPresence, step1Frame } from './frames.ts';
import { Owners } from './owners.ts';
import { answerWaiting, endIfTooSlow } from './reading.ts';
import { Relay, type StoredEdit } from './relay.ts';
import type { RoomClient } from './roomClient.ts';
import { RoomDigest } from './roomDigest.ts';
import { RoomPresence } from './roomPresence.ts';
import { refuse, turnAway, type RoomWorld } from './roomWorld.ts';
import { Writing, type WritingRoom } from './writing.ts';

/** The store cannot be written: nothing was changed, and the person should try again. */
export class CannotSaveError extends Error {}

/** The owner of client ids under which the server itself writes. */
export const serverOwner = 'server';

/** Content that is stored, as bytes, and the number of the last edit in it. */
export interface StoredState {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

interface OwnEdit {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const cannotSave =
  'The server cannot save right now. Your edits are kept on this device and are sent again by themselves.';

export class Room implements CommittingRoom, WritingRoom {
  readonly mapId: string;
  readonly part: Part;
  readonly clients = new Set<RoomClient>();
  readonly presence: RoomPresence;
  readonly content: RoomContent;
  readonly owners: Owners;
  readonly #digest: RoomDigest;
  /** What waits for the store here, the batch being written included. */
  readonly #held: Allowance;
  /** By `elapsed`: for dropping the live document, then the room. */
  lastEditMs: number;
  #lastLiveMs: number;
  emptySinceMs: number;
  readonly #world: RoomWorld;
  readonly #relay: Relay;
  readonly #writing: Writing;
  #seq: number;
  /** What is stored after the snapshot. */
  #tail: { count: number; bytes: number };
  #title: string | null = null;
  #batch: StoredEdit[] = [];
  /** To be stored with the batch. */
  #versions: NewVersion[] = [];
  /** What was there when the room was opened, until somebody edits. */
  #opening: (StoredState & { readonly at: number }) | null;
  #ownEdits: OwnEdit[] = [];
  /** Are told what is stored after the next commit. */
  #owed: Set<RoomClient> | null = null;
  #committing = false;
  #failing = false;
  /** Waits for the commit under way. */
  #writes: (() => void)[] = [];
  /** Waits until everything applied is stored. */
  #reads: (() => void)[] = [];
  /** Wait for the same with a step 1 or for a diff: one answer each, to their latest question. */
  #asking: Set<RoomClient> | null = null;

  /** Throws DamagedMapError when the stored bytes are no document. */
  constructor(mapId: string, part: Part, stored: StoredContent, world: RoomWorld) {
    this.mapId = mapId;
    this.part = part;
    this.content = new RoomContent(stored);
    this.owners = new Owners(stored.owners);
    this.#world = world;
    this.#held = new Allowance(world.limits.heldRoomBytes, world.held);
    this.#seq = stored.seq;
    this.#tail = { count: stored.updates.length, bytes: bytesOf(stored.updates) };
    this.#digest = new RoomDigest(this, world);
    this.#writing = new Writing(this, world);
    this.#relay = new Relay(this.clients, world.limits, () => this.content.clocks());
    const isForeignId = (client: RoomClient, id: number) =>
      (this.owners.of(id) ?? client.person) !== client.person;
    this.presence = new RoomPresence(this.clients, world.limits, isForeignId, () => world.presenceDue(this));
    this.#opening = { seq: stored.seq, bytes: this.content.full(), at: stored.updatedAt };
    this.lastEditMs = world.clock.elapsed();
    this.#lastLiveMs = this.lastEditMs;
    this.emptySinceMs = this.lastEditMs;
  }

  get deliveries(): number {
    return this.#relay.deliveries;
  }

  get isFailing(): boolean {
    return this.#failing;
  }

  /** Whether somebody still waits for something here. */
  get isBusy(): boolean {
    return this.#committing || this.#batch.length > 0 || this.#writes.length + this.#reads.length > 0;
  }

  join(client: RoomClient): void {
    this.clients.add(client);
    if (client.mayWrite && this.part === 'map') client.send(step1Frame(this.content.vector()));
    this.presence.join(client);
    if (this.#failing && client.mayWrite) client.notify({ kind: 'cannot-save', detail: cannotSave });
  }

  leave(client: RoomClient): void {
    if (!this.clients.delete(client)) return;
    this.presence.leave(client);
    this.#owed?.delete(client);
    this.#asking?.delete(client);
    this.#keepQuestion(client, null);
    this.emptySinceMs = this.#world.clock.elapsed();
  }

  /** One frame of a client; bad ones end its connection and nothing else (R22). */
  receive(client: RoomClient, bytes: Uint8Array): void {
    const frame = readClientFrame(bytes);
    switch (frame?.kind) {
      case 'step1':
        return this.#ask(client, frame.vector);
      case 'write':
        return this.#writing.receive(client, frame);
      case 'presence': {
        const entries = readPresence(frame.update);
        if (!entries) return refuse(this.#world, client, 'A presence message could not be read.');
        return this.presence.take(client, entries);
      }
      case 'query-presence':
        return this.presence.tellAll(client);
      case undefined:
        return refuse(this.#world, client, 'A message could not be read.');
    }
  }

  /**
   * The server's own edit: resolves when it is stored and relayed, with whether it changed anything. Versions that
   * `keep` makes of the document before, told the number of its last edit, are stored in the same transaction.
   * Rejects with what `change` throws, with ContentFullError or CannotSaveError; nothing is changed then.
   */
  edit(
    change: (doc: Y.Doc) => void,
    keep: (doc: Y.Doc, seq: number) => readonly NewVersion[] = () => [],
  ): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.whenIdle(() => {
        if (this.#failing) return reject(new CannotSaveError('the store cannot be written'));
        let hasChanged = false;
        try {
          let versions: readonly NewVersion[] = [];
          const bytes = this.content.edit((doc) => {
            versions = keep(doc, this.#seq + this.#batch.length);
            change(doc);
          }, this.#world.limits.liveStateBytes);
          if (bytes) {
            hasChanged = true;
            this.#versions.push(...versions);
            this.owners.claim(this.content.live().clientID, serverOwner);
            this.#add({ sender: null, author: serverOwner, bytes });
          }
        } catch (error) {
          return reject(asError(error));
        }
        this.#ownEdits.push({ resolve: () => resolve(hasChanged), reject });
        this.#world.queue.request(this);
      });
    });
  }

  /** The stored content as it is once everything under way is in it; the document must not be changed or kept. */
  stored<T>(look: (state: StoredState, doc: Y.Doc) => T): Promise<T> {
    return this.read((doc, seq) => look({ seq, bytes: this.content.full() }, doc));
  }

  /** The number of the last stored edit, once everything under way is stored. */
  storedSeq(): Promise<number> {
    return new Promise((resolve) => this.#whenStored(() => resolve(this.#seq)));
  }

  /** Reads the stored content through a Y.Doc, which must not be changed or kept; `seq`: of the last edit in it. */
  read<T>(look: (doc: Y.Doc, seq: number) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#whenStored(() => {
        try {
          resolve(look(this.content.live(), this.#seq));
        } catch (error) {
          reject(asError(error));
        }
      });
    });
  }

  take(sender: RoomClient, bytes: Uint8Array): void {
    this.#add({ sender, author: sender.person, bytes });
  }

  needLive(): void {
    this.#lastLiveMs = this.#world.clock.elapsed();
  }

  hold(client: RoomClient, bytes: number): boolean {
    if (client.heldBytes + bytes > this.#world.limits.heldBytes || !this.#held.take(bytes)) return false;
    client.heldBytes += bytes;
    return true;
  }

  giveBack(client: RoomClient, bytes: number): void {
    client.heldBytes -= bytes;
    this.#held.giveBack(bytes);
  }

  owe(client: RoomClient): void {
    this.#owed ??= new Set();
    this.#owed.add(client);
    this.#world.queue.request(this);
  }

  whenIdle(run: () => void): void {
    if (this.#committing) this.#writes.push(run);
    else run();
  }

  takeBatch(): Batch | null {
    if (this.#committing) return null;
    if (this.#batch.length === 0) {
      // Nothing to store, but somebody may wait to hear that.
      this.#tellStored();
      this.#goOn();
      return null;
    }
    this.#committing = true;
    // Edits that were taken without a live document leave the title alone.
    const title = this.part === 'map' && this.content.isLive ? titleOf(this.content.live()) : this.#title;
    const isNewTitle = title !== null && title !== this.#title;
    this.#title = title;
    return {
      mapId: this.mapId,
      part: this.part,
      at: this.#world.clock.now(),
      updates: this.#batch.map(({ author, bytes }) => ({ author, bytes })),
      owners: this.owners.unstored(),
      ...(isNewTitle ? { title } : {}),
      ...(this.#versions.length > 0 ? { versions: this.#versions } : {}),
    };
  }

  committed(seq: number): void {
    const { limits, clock } = this.#world;
    const edits = this.#emptyBatch();
    if (this.part === 'map') this.#world.versions.edited(this, edits, seq, this.#opening);
    this.#opening = null;
    this.#seq = seq;
    this.#tail.count += edits.length;
    this.#tail.bytes += editBytes(edits);
    this.owners.settle();
    this.content.settle();
    const nowMs = clock.elapsed();
    // Presence that came while the commit was written goes with what that relays. Asked for before anything is sent, so
    // that what it sends leaves in the same write.
    if (this.#relay.isDue(nowMs)) this.#world.presenceSoon(this);
    const dueMs = this.#relay.pass(edits, nowMs);
    if (dueMs !== null) this.#world.relayDue(this, dueMs);
    this.#tellStored();
    const isLong = this.#tail.count >= limits.compactUpdates || this.#tail.bytes >= limits.compactBytes;
    // Still "committing" while the snapshot is written: edits wait for it.
    if (isLong) void this.#compact().then(() => this.#goOn());
    else this.#goOn();
  }

  failed(): void {
    this.#emptyBatch();
    this.#title = null;
    this.owners.rollBack();
    this.content.rollBack();
    this.#failing = true;
    for (const client of this.#owed ?? []) client.fallOutOfStep(this.#world.clock.elapsed());
    this.#owed = null;
    this.#tellWriters('cannot-save', cannotSave);
    for (const { reject } of this.#ownEdits) reject(new CannotSaveError('the store cannot be written'));
    this.#ownEdits = [];
    this.#goOn();
  }

  recovered(): void {
    this.#failing = false;
    this.#tellWriters('saving-again', 'Saving works again.');
    for (const client of this.clients) if (client.mayWrite) this.#writing.askForAll(client);
  }

  flushRelay(): void {
    const nowMs = this.#world.clock.elapsed();
    this.#relay.flush(nowMs);
    this.presence.rideAlong(nowMs);
  }

  /** Looks after one client: too slow, drained, silent after a gap. Called about once a second. */
  tend(client: RoomClient, nowMs: number): void {
    if (endIfTooSlow(client, nowMs)) return;
    if (client.hasDrained) {
      if (client.waitingVector !== null || client.behind) this.#serve(client);
      if (client.missedPresence) this.presence.tellAll(client);
    }
    this.#writing.endIfSilent(client, nowMs);
  }

  get settledSeq(): number | null {
    return this.#isStored && !this.#failing ? this.#seq : null;
  }

  /** Looks after the room as a whole. Called about once a second. */
  tendAll(nowMs: number): void {
    if (this.part === 'map') this.#digest.look(nowMs);
    const { docIdleMs, plainIdleMs } = this.#world.limits;
    const isPlain = this.content.isSmall && nowMs - this.#lastLiveMs > plainIdleMs;
    const isIdle = isPlain || nowMs - this.lastEditMs > docIdleMs;
    if (isIdle && !this.#digest.isWorking) {
      this.#digest.lookBeforeRest(nowMs);
      this.#rest();
    }
    this.content.tidy();
  }

  /** Lets the live document go when nobody edits; the bytes stay for joins. */
  #rest(): void {
    if (this.content.isLive && !this.isBusy) this.content.rest();
  }

  /** Writes the snapshot before the room is dropped. */
  async unload(): Promise<void> {
    if (this.#tail.count === 0 || this.#failing || this.isBusy) return;
    this.#committing = true;
    await this.#compact();
    this.#goOn();
  }

  #add(edit: StoredEdit): void {
    this.#batch.push(edit);
    this.#held.note(edit.bytes.length);
    this.lastEditMs = this.#world.clock.elapsed();
  }

  #emptyBatch(): readonly StoredEdit[] {
    const edits = this.#batch;
    this.#batch = [];
    this.#versions = [];
    this.#held.giveBack(editBytes(edits));
    return edits;
  }

  /** A step 1. Of several that wait only the last is answered. */
  #ask(client: RoomClient, vector: Uint8Array): void {
    if (!this.#keepQuestion(client, vector)) return turnAway(client);
    this.#serve(client);
  }

  /** Remembers what a client asked; false when there is no memory left for that. */
  #keepQuestion(client: RoomClient, vector: Uint8Array | null): boolean {
    const { heldFrameBytes } = this.#world.limits;
    if (client.waitingVector) this.giveBack(client, client.waitingVector.length + heldFrameBytes);
    client.waitingVector = null;
    if (!vector) return true;
    if (!this.hold(client, vector.length + heldFrameBytes)) return false;
    // A copy: the original is a piece of the memory that all lines are read into.
    client.waitingVector = vector.slice();
    return true;
  }

  /** Answers a client's question or sends it what it missed, when everything is stored and it reads. */
  #serve(client: RoomClient): void {
    if (!this.#isStored) {
      this.#asking ??= new Set();
      this.#asking.add(client);
      return;
    }
    const { waitingVector } = client;
    // One answer at a time: asking again and again without reading must not fill the memory.
    if (!client.isOpen || !client.hasDrained) return;
    this.#keepQuestion(client, null);
    answerWaiting(this.#world, this.content, client, waitingVector);
  }

  async #compact(): Promise<void> {
    const { store, clock, log } = this.#world;
    try {
      const snapshot = this.content.full();
      await store.compact({ mapId: this.mapId, part: this.part, seq: this.#seq, snapshot, at: clock.now() });
      this.#tail = { count: 0, bytes: 0 };
    } catch (error) {
      // Nothing is lost: the long tail stays and the next commit tries again.
      log.warn('compaction failed', { reason: errorText(error) });
    }
  }

  /** Everything taken so far is stored: say so to all who wait for that. */
  #tellStored(): void {
    for (const client of this.#owed ?? []) client.tellStored();
    this.#owed = null;
    for (const { resolve } of this.#ownEdits) resolve();
    this.#ownEdits = [];
  }

  #tellWriters(kind: 'cannot-save' | 'saving-again', detail: string): void {
    for (const client of this.clients) if (client.mayWrite) client.notify({ kind, detail });
  }

  /** The commit is over: answer who waited for it, go on with what was held. */
  #goOn(): void {
    this.#committing = false;
    const asking = [...(this.#asking ?? [])].map((client) => () => this.#serve(client));
    const waiting = [...asking, ...this.#reads, ...this.#writes];
    this.#asking = null;
    this.#reads = [];
    this.#writes = [];
    for (const run of waiting) {
      try {
        run();
      } catch (error) {
        // One person's trouble must not take the others' edits with it.
        this.#world.log.error('a message could not be handled', { reason: errorText(error) });
      }
    }
  }

  #whenStored(run: () => void): void {
    if (this.#isStored) run();
    else this.#reads.push(run);
  }

  get #isStored(): boolean {
    return !this.#committing && this.#batch.length === 0;
  }
}

function bytesOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, one) => sum + one.length, 0);
}

function editBytes(edits: readonly StoredEdit[]): number {
  return bytesOf(edits.map((edit) => edit.bytes));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
