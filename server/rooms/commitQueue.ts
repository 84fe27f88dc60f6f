/**
 * Group commit: one storage transaction for the waiting edits of all rooms. The first edit after a pause goes as soon
 * as the sockets that are readable now have been read; further commits keep a small distance. While many edits come, a
 * commit keeps more distance, the more the more rooms the last one was for, and after a pause waits a moment for company,
 * until as many edits are here as came together of late: a busy server writes few large transactions instead of many small ones,
 * and a burst of a whole workshop goes out as one as soon as its last edit is here.
 *
 * A failed commit is tried room by room, so that one room's trouble stays its own. Rooms that failed wait here until
 * writing works again.
 */
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { errorText, type Log } from '../log.ts';
import type { Batch, Store } from '../storage/store.ts';

/** A room as the queue sees it. */
export interface CommittingRoom {
  /** What to store now; until the answer the room holds further edits back. Null when there is nothing. */
  takeBatch(): Batch | null;
  committed(seq: number): void;
  failed(): void;
  /** The store can be written again. */
  recovered(): void;
}

export interface CommitQueue {
  request(room: CommittingRoom): void;
  /** Whether the last thing tried with the store worked. */
  readonly works: boolean;
  /** Resolves when everything requested so far is stored or has failed. */
  settled(): Promise<void>;
  stop(): void;
}

const firstRetryMs = 250;
const lastRetryMs = 5000;
const rateWindowMs = 500;
/** What comes so shortly after each other is one burst; each one lets the largest of those before it fade. */
const burstMs = 8;
const burstFades = 0.9;

export function createCommitQueue(
  store: Pick<Store, 'append' | 'probe'>,
  clock: Clock,
  log: Log,
  limits: Pick<Limits, 'commitGapMs' | 'busyGapMs' | 'crowdedGapMs' | 'gatherMs' | 'busyEditsPerSecond'>,
): CommitQueue {
  let waiting = new Set<CommittingRoom>();
  const ailing = new Set<CommittingRoom>();
  let running: Promise<void> | null = null;
  let scheduled: 'soon' | 'later' | 'gathering' | null = null;
  let cancelWait = () => {};
  /** Edits that wait, about. */
  let pending = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let lastRooms = 1;
  const edits = createRate(clock);
  const bursts = createBursts(clock);
  let retryMs = firstRetryMs;
  let cancelRetry: (() => void) | null = null;

  const schedule = () => {
    if (running || scheduled || waiting.size === 0) return;
    const nowMs = clock.elapsed();
    const isBusy = edits.perSecond() > limits.busyEditsPerSecond;
    const distanceMs = Math.min(limits.crowdedGapMs, limits.busyGapMs * lastRooms);
    const gapMs = isBusy ? lastStart + distanceMs - nowMs : lastEnd + limits.commitGapMs - nowMs;
    if (gapMs > 0) wait('later', gapMs);
    else if (isBusy && pending < bursts.largest()) wait('gathering', limits.gatherMs);
    else startSoon();
  };
  const wait = (why: 'later' | 'gathering', ms: number) => {
    scheduled = why;
    cancelWait = clock.after(ms, start);
  };
  const startSoon = () => {
    scheduled = 'soon';
    clock.soon(start);
  };
  const start = () => {
    scheduled = null;
    lastStart = clock.elapsed();
    running = run().finally(() => {
      running = null;
      lastEnd = clock.elapsed();
      schedule();
    });
  };
  const run = async () => {
    const rooms = waiting;
    waiting = new Set();
    pending = 0;
    const work = [...rooms].flatMap((room) => {
      const batch = room.takeBatch();
      return batch ? [{ room, batch }] : [];
    });
    if (work.length === 0) return;
    lastRooms = work.length;
    edits.note(work.reduce((sum, { batch }) => sum + batch.updates.length, 0));
    const seqs = await append(work.map((one) => one.batch));
    if (seqs) {
      work.forEach(({ room }, index) => room.committed(seqs[index] ?? 0));
      return;
    }
    for (const { room, batch } of work) {
      const alone = work.length > 1 ? await append([batch]) : null;
      if (alone) {
        room.committed(alone[0] ?? 0);
      } else {
        ailing.add(room);
        room.failed();
      }
    }
    retryLater();
  };
  const append = async (batches: readonly Batch[]) => {
    try {
      return await store.append(batches);
    } catch (error) {
      log.error('store cannot be written', { reason: errorText(error), batches: batches.length });
      return null;
    }
  };
  const retryLater = () => {
    if (cancelRetry || ailing.size === 0) return;
    cancelRetry = clock.after(retryMs, () => {
      cancelRetry = null;
      void retry();
    });
    retryMs = Math.min(lastRetryMs, retryMs * 2);
  };
  const retry = async () => {
    try {
      await store.probe();
    } catch {
      // Still broken, as the first failure's log line said; asked again later.
      retryLater();
      return;
    }
    log.info('store can be written again');
    retryMs = firstRetryMs;
    const rooms = [...ailing];
    ailing.clear();
    for (const room of rooms) room.recovered();
  };

  return {
    request(room) {
      waiting.add(room);
      pending++;
      bursts.note();
      if (scheduled === 'gathering' && pending >= bursts.largest()) {
        cancelWait();
        startSoon();
      } else schedule();
    },
    get works() {
      return ailing.size === 0;
    },
    async settled() {
      for (;;) {
        if (running) await running;
        else if (waiting.size === 0) return;
        else await new Promise<void>((resolve) => clock.soon(resolve));
      }
    },
    stop() {
      cancelRetry?.();
      cancelRetry = null;
    },
  };
}

/** How often something happens, as of late: older counts fade. */
function createRate(clock: Pick<Clock, 'elapsed'>): { note(count: number): void; perSecond(): number } {
  let rate = 0;
  let atMs = clock.elapsed();
  const fade = () => {
    const nowMs = clock.elapsed();
    rate *= Math.exp((atMs - nowMs) / rateWindowMs);
    atMs = nowMs;
  };
  return {
    note(count) {
      fade();
      rate += (count * 1000) / rateWindowMs;
    },
    perSecond() {
      fade();
      return rate;
    },
  };
}

/** How many edits came together, at most, as of late. */
function createBursts(clock: Pick<Clock, 'elapsed'>): { note(): void; largest(): number } {
  let startMs = Number.NEGATIVE_INFINITY;
  let count = 0;
  let largest = 0;
  return {
    note() {
      const nowMs = clock.elapsed();
      if (nowMs - startMs > burstMs) {
        largest = Math.max(count, largest * burstFades);
        startMs = nowMs;
        count = 0;
      }
      count++;
    },
    largest: () => Math.max(count, largest),
  };
}
