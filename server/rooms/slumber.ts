/**
 * Where many rooms are edited, edits wait for the next commit anyway (commitQueue.ts): until then the thread sleeps instead of
 * waking for each of them, and finds all that came in one go. A wake costs more than the edit it brings (measured: a third
 * of the server's work in 300 rooms of 2).
 *
 * Nothing else is answered meanwhile. So whoever calls over HTTP or comes in keeps it awake for a while, because a page is
 * many calls after each other; and nothing that is ready to leave is held up.
 */
import type { Clock } from '../clock.ts';
import type { Limits } from '../limits.ts';
import { flushLines } from './socketLine.ts';

export interface Slumber {
  /** Somebody waits for something else than a commit, until what this gives back is called. */
  disturb(): () => void;
  /** Whether nobody waits, or has of late. */
  readonly isAllowed: boolean;
  /** Sleeps until `endMs`, by the clock's `elapsed`; runs what came meanwhile, then `run`. */
  until(endMs: number, run: () => void): void;
}

export function createSlumber(
  clock: Pick<Clock, 'elapsed' | 'soon' | 'sleep'>,
  limits: Pick<Limits, 'awakeMs'>,
  /** Makes ready what would else be so while it sleeps. */
  beforeSleep: () => void,
): Slumber {
  let disturbedMs = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  return {
    disturb() {
      waiting += 1;
      return () => {
        waiting -= 1;
        disturbedMs = clock.elapsed();
      };
    },
    get isAllowed() {
      return waiting === 0 && clock.elapsed() - disturbedMs > limits.awakeMs;
    },
    until(endMs, run) {
      // Not before the other sockets that are readable now have been read.
      clock.soon(() => {
        beforeSleep();
        flushLines();
        clock.sleep(this.isAllowed ? Math.max(0, endMs - clock.elapsed()) : 0, run);
      });
    },
  };
}
