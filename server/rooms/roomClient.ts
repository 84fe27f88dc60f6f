/**
 * The server's end of one socket: who it is, what it may, how far it is with reading and writing.
 * Slow readers are bounded here (P27): above a threshold no updates are queued for them any more; the room sends
 * one diff once they have drained. The transport is passed in, so tests drive a client without sockets.
 */
import type { Notice } from '../../src/protocol/frames.ts';
import { hasRole, type Role } from '../../src/protocol/roles.ts';
import type { Limits } from '../limits.ts';
import { deniedFrame, noticeFrame, storedFrame } from './frames.ts';
import type { Holder } from './presenceTable.ts';
import { createBucket, type Bucket } from './rateLimit.ts';

/** The wire under a client. */
export interface Transport {
  send(frame: Uint8Array): void;
  /** Bytes handed to `send` that the other end has not taken yet. */
  unreadBytes(): number;
  close(code: number, reason: string): void;
  /** Ends the line without a word, for ends that do not read. */
  terminate(): void;
  ping(): void;
}

export interface ClientIdentity extends Holder {
  readonly linkId: string;
  /** When the share link expires, ms since 1970. */
  readonly expiresAt: number | null;
  /** Client's address, for limits. */
  readonly address: string;
}

/** What a client may send: messages, their bytes, bytes of presence (P17). */
interface Rates {
  readonly messages: Bucket;
  readonly bytes: Bucket;
  readonly presenceBytes: Bucket;
}

/** Why a client is behind with reading, and since when. */
interface Behind {
  /** What it holds at least: clock values by client id. */
  readonly clocks: Map<number, number>;
  readonly sinceMs: number;
}

export class RoomClient implements Holder {
  readonly role: Role;
  readonly person: string;
  readonly deviceId: string | null;
  readonly linkId: string;
  readonly expiresAt: number | null;
  readonly address: string;
  /** Writing frames received (P10). */
  received = 0;
  /** The last of them up to which everything is taken; what `stored` will say after the commit. */
  taken = 0;
  /** After a refusal nothing counts before a step 2 (P12). Since when, by the clock's `elapsed`; null when in step. */
  outOfStepSince: number | null = null;
  /** Whether it was asked for a step 2 since it fell out of step. */
  asked = false;
  heldBytes = 0;
  /** A step 1 that came while an earlier answer was still being read. */
  waitingVector: Uint8Array | null = null;
  behind: Behind | null = null;
  missedPresence = false;
  /** Was brought in step and is to hear the digest of what it has (P36). */
  awaitsDigest = false;
  lastSeenMs: number;
  lastPingMs: number;
  /** None while it is quiet: who has sent nothing for a while may send as much as who has just come. */
  #rates: Rates | null = null;
  #awaitsPong = false;
  #told = 0;
  /** Bytes of a first load that do not count as unread. */
  #allowance = 0;
  #unreadBefore = 0;
  #isOpen = true;
  readonly #transport: Transport;
  readonly #limits: Limits;

  constructor(identity: ClientIdentity, transport: Transport, limits: Limits, elapsed: () => number) {
    this.role = identity.role;
    this.person = identity.person;
    this.deviceId = identity.deviceId;
    this.linkId = identity.linkId;
    this.expiresAt = identity.expiresAt;
    this.address = identity.address;
    this.lastSeenMs = elapsed();
    this.lastPingMs = this.lastSeenMs;
    this.#transport = transport;
    this.#limits = limits;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get mayWrite(): boolean {
    return hasRole(this.role, 'editor');
  }

  rates(nowMs: number): Rates {
    const { messagesPerSecond, messageBurst, bytesPerSecond, byteBurst, frameBytes } = this.#limits;
    return (this.#rates ??= {
      messages: createBucket(messagesPerSecond, messageBurst, nowMs),
      bytes: createBucket(bytesPerSecond, byteBurst, nowMs),
      presenceBytes: createBucket(bytesPerSecond, frameBytes, nowMs),
    });
  }

  /** Small frames that must not be missed. */
  send(frame: Uint8Array): void {
    if (this.#isOpen) this.#transport.send(frame);
  }

  /**
   * A first load, a diff, a large update: however large it is, it does not make the client a slow reader. Only for
   * those who have read what came before, or nearly: otherwise loads could pile up.
   */
  sendLoad(frame: Uint8Array): void {
    this.#allowance = this.#transport.unreadBytes() + frame.length - this.#overdue();
    this.send(frame);
  }

  /** Whether there is room for another update; false makes the caller remember what it misses. */
  get canTake(): boolean {
    return this.behind === null && this.#overdue() <= this.#limits.unreadBytes;
  }

  /** Presence is the first thing a slow reader misses. */
  get canTakePresence(): boolean {
    return this.behind === null && this.#overdue() <= this.#limits.unreadDrainedBytes;
  }

  /** Everything sent has been read, or nearly. */
  get hasDrained(): boolean {
    return this.#transport.unreadBytes() <= this.#limits.unreadDrainedBytes;
  }

  /** A line that has read much since the last call is alive, though its pong may still stand behind a load. */
  noteReading(nowMs: number): void {
    const unread = this.#unread();
    if (unread < this.#unreadBefore - this.#limits.unreadDrainedBytes) this.lastSeenMs = nowMs;
    this.#unreadBefore = unread;
  }

  /** Had read everything when that was last noted and waits for nothing: nobody need look after it. Most are, most of the time. */
  get isAtRest(): boolean {
    return (
      this.#unreadBefore === 0 &&
      this.behind === null &&
      this.waitingVector === null &&
      this.outOfStepSince === null &&
      !this.missedPresence
    );
  }

  /** How much longer than usual this line may take: as long as a slow one needs for the load it is reading. */
  get patienceMs(): number {
    return (
      (Math.min(this.#allowance, this.#transport.unreadBytes()) / this.#limits.slowLineBytesPerSecond) * 1000
    );
  }

  isTooSlow(nowMs: number): boolean {
    if (this.#overdue() > this.#limits.unreadCloseBytes) return true;
    if (this.behind === null || this.hasDrained) return false;
    return nowMs - this.behind.sinceMs > this.#limits.unreadCloseMs + this.patienceMs;
  }

  /** "Everything up to `taken` is durable", if that is news. */
  tellStored(): void {
    if (this.deviceId === null || this.taken <= this.#told) return;
    this.#told = this.taken;
    this.send(storedFrame(this.taken));
  }

  notify(notice: Notice): void {
    if (this.deviceId !== null) this.send(noticeFrame(notice));
    else if (notice.kind === 'refused') this.send(deniedFrame(notice.detail));
  }

  /** From now on nothing counts as stored until a step 2 was taken. */
  fallOutOfStep(nowMs: number): void {
    if (this.outOfStepSince === null) this.asked = false;
    this.outOfStepSince ??= nowMs;
  }

  close(code: number, reason: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#transport.close(code, reason);
  }

  /** The line is gone, or is cut because nobody reads there. */
  drop(): void {
    this.#isOpen = false;
    this.#transport.terminate();
  }

  ping(nowMs: number): void {
    this.lastPingMs = nowMs;
    this.#awaitsPong = true;
    const { messages, bytes, presenceBytes } = this.#rates ?? {};
    if (messages?.isFull(nowMs) && bytes?.isFull(nowMs) && presenceBytes?.isFull(nowMs)) this.#rates = null;
    if (this.#isOpen) this.#transport.ping();
  }

  /** Whether a pong that came is the answer to a ping; one for each. */
  takesPong(): boolean {
    const isAnswer = this.#awaitsPong;
    this.#awaitsPong = false;
    return isAnswer;
  }

  #overdue(): number {
    const unread = this.#unread();
    return Math.max(0, unread - this.#allowance);
  }

  #unread(): number {
    const unread = this.#transport.unreadBytes();
    // Once drained the load has been read; from then on everything counts.
    if (unread < this.#allowance) this.#allowance = unread;
    return unread;
  }
}
