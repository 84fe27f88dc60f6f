/**
 * Tells a room's device sockets what the content they were sent amounts to (P36, R37): a digest, worked out in slices
 * while nobody edits, once for all of them. No timers in here; rooms.ts looks in once a second.
 */
import { digest as digestOf, digestInSlices } from '../../src/document/digest.ts';
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import type { RoomContent } from './content.ts';
import { digestFrame } from './frames.ts';
import type { RoomClient } from './roomClient.ts';
import type { Turns } from './turns.ts';

export interface DigestedRoom {
  readonly clients: ReadonlySet<RoomClient>;
  readonly content: RoomContent;
  readonly lastEditMs: number;
  /** The number of the last edit; null while something is not stored. */
  readonly settledSeq: number | null;
  /** Sends what is held back. */
  flushRelay(): void;
}

interface DigestWorld {
  readonly clock: Clock;
  readonly limits: Limits;
  /** Whose digest is worked out in this second. */
  readonly digests: Turns<RoomDigest>;
}

export class RoomDigest {
  readonly #room: DigestedRoom;
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #turns: Turns<RoomDigest>;
  #known: { readonly seq: number; readonly digest: string } | null = null;
  #isWorking = false;
  #toldMs: number;

  constructor(room: DigestedRoom, { clock, limits, digests }: DigestWorld) {
    this.#room = room;
    this.#clock = clock;
    this.#limits = limits;
    this.#turns = digests;
    this.#toldMs = clock.elapsed();
  }

  /** Whether it needs the live document for a moment. */
  get isWorking(): boolean {
    return this.#isWorking;
  }

  /** Tells what is due and known, begins to work out what is not. */
  look(nowMs: number): void {
    const seq = this.#room.settledSeq;
    if (seq === null) return;
    const isDue = nowMs - this.#toldMs >= this.#limits.digestMs;
    const asking: RoomClient[] = [];
    // Every room is asked every second, and next to none has anything to say.
    for (const client of this.#room.clients)
      if ((isDue || client.awaitsDigest) && isInStep(client)) asking.push(client);
    if (asking.length === 0) return;
    if (this.#known?.seq === seq) {
      if (isDue) this.#toldMs = nowMs;
      this.#tell(asking, this.#known.digest);
    } else this.#workOut(seq, asking, nowMs);
  }

  /** A small room is about to let go of its live document: what is asked for costs a third now of what it would later. */
  lookBeforeRest(nowMs: number): void {
    const { settledSeq: seq, content, clients, lastEditMs } = this.#room;
    if (seq === null || this.#known?.seq === seq || !content.isLive || !content.isSmall) return;
    if (nowMs - lastEditMs < this.#limits.digestQuietMs) return;
    if (![...clients].some((client) => client.awaitsDigest && isInStep(client))) return;
    this.#known = { seq, digest: digestOf(content.live()) };
  }

  #tell(clients: readonly RoomClient[], digest: string): void {
    this.#room.flushRelay();
    const frame = digestFrame(digest);
    for (const client of clients) {
      // A flush may have left it behind.
      if (!isInStep(client)) continue;
      client.awaitsDigest = false;
      client.send(frame);
    }
  }

  #workOut(seq: number, asking: readonly RoomClient[], nowMs: number): void {
    const { content, lastEditMs } = this.#room;
    if (this.#isWorking || nowMs - lastEditMs < this.#limits.digestQuietMs) return;
    if (!content.isLive && !asking.some((client) => client.mayWrite)) return;
    if (!this.#turns.take(this)) return;
    this.#isWorking = true;
    const slices = { now: () => this.#clock.elapsed(), later: (run: () => void) => this.#clock.soon(run) };
    const isCopy = !content.isLive && content.isSmall;
    const doc = isCopy ? content.copy() : content.live();
    digestInSlices(doc, slices, (digest) => {
      this.#isWorking = false;
      if (isCopy) doc.destroy();
      if (digest !== null && this.#room.settledSeq === seq) this.#known = { seq, digest };
    });
  }
}

function isInStep(client: RoomClient): boolean {
  const { deviceId, behind, waitingVector, outOfStepSince, hasDrained } = client;
  return (
    deviceId !== null && behind === null && waitingVector === null && outOfStepSince === null && hasDrained
  );
}
