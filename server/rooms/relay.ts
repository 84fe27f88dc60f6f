/**
 * Tells a room's clients what was stored. Small rooms hear each update at once; larger ones at most every few
 * milliseconds, merged, in one frame built once for all. Who reads too slowly is left out and caught up later with
 * one diff (P27). No timers in here: `due` says when to be flushed, one timer serves all rooms.
 */
import * as Y from 'yjs';
import type { Limits } from '../limits.ts';
import { updateFrame } from './frames.ts';
import type { RoomClient } from './roomClient.ts';

export interface StoredEdit {
  /** Null for the server's own edits. */
  readonly sender: RoomClient | null;
  readonly author: string;
  readonly bytes: Uint8Array;
}

/** Y.mergeUpdates is quadratic in the number of updates; beyond this several frames are cheaper. */
const maxMerge = 64;

export class Relay {
  readonly #clients: ReadonlySet<RoomClient>;
  readonly #limits: Limits;
  /** The document's clocks, what is not relayed yet included. */
  readonly #clocks: () => Map<number, number>;
  #held: StoredEdit[] = [];
  #lastMs = Number.NEGATIVE_INFINITY;
  deliveries = 0;

  constructor(clients: ReadonlySet<RoomClient>, limits: Limits, clocks: () => Map<number, number>) {
    this.#clients = clients;
    this.#limits = limits;
    this.#clocks = clocks;
  }

  /** Passes edits on, or holds them for `flush`; the answer is in how many ms that is due, null when it is done. */
  pass(edits: readonly StoredEdit[], nowMs: number): number | null {
    if (this.#clients.size <= this.#limits.smallRoom && this.#held.length === 0) {
      for (const edit of edits) this.#send(edit.bytes, edit.sender, nowMs);
      return null;
    }
    this.#held.push(...edits);
    if (this.isDue(nowMs)) this.flush(nowMs);
    else return this.#nextMs - nowMs;
    return null;
  }

  /** Whether what is passed now goes at once. */
  isDue(nowMs: number): boolean {
    return this.#nextMs <= nowMs || (this.#clients.size <= this.#limits.smallRoom && this.#held.length === 0);
  }

  /** A relay costs the more the more sockets it goes to; this bounds what relays take of the server. */
  get #nextMs(): number {
    const { relayGapMs, relayGapMsPerSocket } = this.#limits;
    return this.#lastMs + Math.max(relayGapMs, relayGapMsPerSocket * this.#clients.size);
  }

  flush(nowMs: number): void {
    const edits = this.#held;
    if (edits.length === 0) return;
    this.#held = [];
    this.#lastMs = nowMs;
    for (let from = 0; from < edits.length; from += maxMerge) {
      const part = edits.slice(from, from + maxMerge);
      const sender = part[0]?.sender ?? null;
      const alone = part.every((edit) => edit.sender === sender) ? sender : null;
      this.#send(Y.mergeUpdates(part.map((edit) => edit.bytes)), alone, nowMs);
    }
  }

  #send(update: Uint8Array, except: RoomClient | null, nowMs: number): void {
    let frame: Uint8Array | null = null;
    let starts: ReadonlyMap<number, number> | null = null;
    for (const client of this.#clients) {
      if (client === except) continue;
      const isLoad = update.length > this.#limits.unreadBytes;
      if (!client.canTake || (isLoad && !client.hasDrained)) {
        starts ??= Y.parseUpdateMeta(update).from;
        this.#leaveOut(client, starts, nowMs);
        continue;
      }
      frame ??= updateFrame(update);
      if (isLoad) client.sendLoad(frame);
      else client.send(frame);
      this.deliveries++;
    }
  }

  /** Remembers what a slow client holds at least: everything up to the first clocks it misses. */
  #leaveOut(client: RoomClient, starts: ReadonlyMap<number, number>, nowMs: number): void {
    client.behind ??= { clocks: this.#clocks(), sinceMs: nowMs };
    const { clocks } = client.behind;
    for (const [id, from] of starts) {
      clocks.set(id, Math.min(from, clocks.get(id) ?? 0));
    }
  }
}
