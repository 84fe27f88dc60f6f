/** What every room shares: the store, the clock, the limits, the commit queue, and the timers of rooms.ts. */
import { closeCode } from '../../src/protocol/closeCodes.ts';
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import type { Log } from '../log.ts';
import type { Store } from '../storage/store.ts';
import type { VersionKeeper } from '../versions/versionKeeper.ts';
import type { Allowance } from './allowance.ts';
import type { CommitQueue } from './commitQueue.ts';
import type { RoomClient } from './roomClient.ts';
import type { RoomDigest } from './roomDigest.ts';
import type { Turns } from './turns.ts';
import type { WorkBudgets } from './workBudgets.ts';

/** A room as far as the shared timers know it. */
export interface Flushable {
  flushRelay(): void;
  readonly presence: { flush(nowMs: number): void; rideAlong(nowMs: number): void };
}

export interface RoomWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: Limits;
  readonly queue: CommitQueue;
  readonly budgets: WorkBudgets;
  readonly versions: VersionKeeper;
  /** Whose digest is worked out in this second. */
  readonly digests: Turns<RoomDigest>;
  /** What waits for the store in all rooms. */
  readonly held: Allowance;
  /** Asks to be flushed in a while: held relays, gathered presence. */
  relayDue(room: Flushable, inMs: number): void;
  presenceDue(room: Flushable): void;
  /** The same once what is under way has been handled, where as much time has passed. */
  presenceSoon(room: Flushable): void;
  /** Counters for the metrics. */
  readonly counts: { refusals: number; edits: number };
}

/** Ends one connection with a sentence for the person and a code for the program; nothing else is touched. */
export function refuse(
  world: Pick<RoomWorld, 'counts'>,
  client: RoomClient,
  sentence: string,
  code: number = closeCode.badFrame,
): void {
  world.counts.refusals++;
  client.notify({ kind: 'refused', detail: `${sentence} Other people’s work is untouched.` });
  // A close reason holds 123 bytes.
  client.close(code, sentence.slice(0, 100));
}

/** More waits for the store than memory is set aside for: later is better, and nothing is lost (P29). */
export function turnAway(client: RoomClient): void {
  client.close(closeCode.busy, 'The server is saving slowly; your edits are sent again after reconnecting.');
}

/** Costly messages eat into the client's messages, so that one client cannot take the server for itself (R30). */
export function chargeTime(
  world: Pick<RoomWorld, 'clock' | 'limits'>,
  client: RoomClient,
  tookMs: number,
): void {
  const { messageBurst, freeWorkMs } = world.limits;
  if (tookMs <= freeWorkMs) return;
  const nowMs = world.clock.elapsed();
  client.rates(nowMs).messages.charge(Math.min(messageBurst, tookMs / 5), nowMs);
}
