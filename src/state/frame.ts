/**
 * Once per animation frame: work that many changes ask for is done once. A hidden tab gets no frames, so a timer
 * stands by; whichever comes first wins.
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
