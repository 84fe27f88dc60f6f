/**
 * Work that is put off: to the next animation frame, so that what many changes ask for is done once, or until there is
 * nothing else to do. A hidden tab gets no frames, so a timer stands by; whichever comes first wins.
 */

/** Runs `act` soon; gives the undoing. */
export type Schedule = (act: () => void) => () => void;

/** How late work may be in a tab that gets no frames. */
const HIDDEN_MS = 200;

export const nextFrame: Schedule = (act) => {
  const run = (): void => {
    stop();
    act();
  };
  const frame = typeof requestAnimationFrame === 'function' ? requestAnimationFrame(run) : null;
  const timer = setTimeout(run, frame === null ? 16 : HIDDEN_MS);
  function stop(): void {
    if (frame !== null) cancelAnimationFrame(frame);
    clearTimeout(timer);
  }
  return stop;
};

/** As long as a frame lasts, ms. */
const FRAME_MS = 16;

/**
 * At once, before whatever else waits, when the end of the last run is a frame's time ago; else a frame's time from now, with
 * all that comes until then: a page to which showing it is dear has time for other things in between. Asks for no frame: what changes something on the screen asks for its own. What comes now and then, as
 * most of what others do, so costs neither a timer nor a task of its own.
 */
export function createMoments(): Schedule {
  let ranAt = -Infinity;
  const tellRun = (): void => {
    ranAt = performance.now();
  };
  return (act) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isStopped = false;
    const run = (): void => {
      if (isStopped) return;
      try {
        act();
      } finally {
        tellRun();
        // What it had React show at once is drawn in a microtask after it, and counts with it.
        queueMicrotask(tellRun);
      }
    };
    const isHidden = typeof document === 'object' && document.hidden;
    if (!isHidden && performance.now() - ranAt >= FRAME_MS) queueMicrotask(run);
    else timer = setTimeout(run, isHidden ? HIDDEN_MS : FRAME_MS);
    return () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    };
  };
}

export interface Quiet {
  /** Something has happened: from now on it has to be quiet for so long. */
  readonly wait: () => void;
  /** Nothing is waited for any more. */
  readonly stop: () => void;
}

/**
 * Runs `act` when nothing has happened for `ms`. One timer, which looks again when it is due: one set anew with
 * everything that happens costs more than the rest of being told.
 */
export function createQuiet(act: () => void, ms: number): Quiet {
  let due = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = (): void => {
    const left = due - performance.now();
    timer = left > 0 ? setTimeout(look, left) : null;
    if (timer === null) act();
  };
  return {
    wait() {
      due = performance.now() + ms;
      timer ??= setTimeout(look, ms);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

/** When what else waits has had its turn: a key, a pointer, a frame. */
export const nextTask: Schedule = (act) => {
  // Not by a timer: from the fifth in a row on, browsers let 4 ms go by before each.
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    act();
  });
  port1.start();
  port2.postMessage(null);
  return () => port1.close();
};

/** How long work without haste waits for a browser that is never idle, ms. */
const PATIENCE_MS = 1000;

/** When the next frame is drawn and nothing is waiting; browsers that do not tell count as idle some frames later. */
export const whenSpare: Schedule = (act) => {
  let idle = 0;
  let stop = nextFrame(() => {
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(act, { timeout: PATIENCE_MS });
    else {
      const timer = setTimeout(act, HIDDEN_MS);
      stop = () => clearTimeout(timer);
    }
  });
  return () => {
    stop();
    if (idle > 0) cancelIdleCallback(idle);
  };
};
