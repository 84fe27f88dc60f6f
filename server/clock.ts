/**
 * Time as the server sees it, passed in so that tests can turn the clock by hand.
 * `now` is for what people read (ms since 1970, may jump); `elapsed` is for durations (ms, never goes back).
 */
export interface Clock {
  now(): number;
  elapsed(): number;
  /** CPU time of this thread, ms: what work costs, whatever else the machine does meanwhile. */
  worked(): number;
  /** Runs once after `delayMs`; the answer takes it back. */
  after(delayMs: number, run: () => void): () => void;
  /** Runs again and again; the answer ends it. */
  every(periodMs: number, run: () => void): () => void;
  /** Runs once what is under way (reads of other sockets, say) has been handled. */
  soon(run: () => void): void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  worked: () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  },
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  every(periodMs, run) {
    const timer = setInterval(run, periodMs);
    return () => clearInterval(timer);
  },
  soon: (run) => {
    setImmediate(run);
  },
};
