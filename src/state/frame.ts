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

/** When what else waits has had its turn: a key, a pointer, a frame. */
export const nextTask: Schedule = (act) => {
  const timer = setTimeout(act);
  return () => clearTimeout(timer);
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
