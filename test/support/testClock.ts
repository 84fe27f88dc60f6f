/** A clock that tests turn by hand; what falls due runs in order. */
import type { Clock } from '../../server/clock.ts';

export interface TestClock extends Clock {
  /** CPU time that passes between two looks at it. */
  workMs: number;
  /** Lets time pass. What is due runs, and so does what that makes due, and what promises wait for it. */
  pass(ms: number): Promise<void>;
}

interface Alarm {
  at: number;
  readonly periodMs: number | null;
  readonly run: () => void;
}

export function createTestClock(startMs = Date.UTC(2026, 0, 1)): TestClock {
  let elapsed = 0;
  const alarms = new Set<Alarm>();
  const set = (delayMs: number, periodMs: number | null, run: () => void) => {
    const alarm: Alarm = { at: elapsed + delayMs, periodMs, run };
    alarms.add(alarm);
    return () => {
      alarms.delete(alarm);
    };
  };
  let worked = 0;
  return {
    workMs: 0,
    worked() {
      worked += this.workMs;
      return worked;
    },
    now: () => startMs + elapsed,
    elapsed: () => elapsed,
    after: (delayMs, run) => set(delayMs, null, run),
    every: (periodMs, run) => set(periodMs, periodMs, run),
    soon: (run) => {
      set(0, null, run);
    },
    async pass(ms) {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const next = [...alarms].filter((one) => one.at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        elapsed = Math.max(elapsed, next.at);
        if (next.periodMs === null) alarms.delete(next);
        else next.at += next.periodMs;
        next.run();
        await settle();
      }
      elapsed = end;
    },
  };
}

/** Lets promises that are done go on; a store in memory needs a few rounds. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
