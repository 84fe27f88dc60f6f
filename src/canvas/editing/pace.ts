/**
 * Work that follows a gesture but need not be there with every movement: done at once, and again when some time has
 * passed since, longer where showing it took long. What was asked for last is done in any case.
 */
import { nextFrame } from '../../state/frame.ts';

export interface Pace {
  run(act: () => void): void;
  /** Nothing more is done. */
  stop(): void;
}

/** It rests this many times as long as it took, so that the gesture itself has most of the time. */
const restShare = 3;

export function createPace(leastMs: number): Pace {
  let isResting = false;
  let due: (() => void) | null = null;
  let cancel = (): void => undefined;

  const goOn = (): void => {
    isResting = false;
    const act = due;
    due = null;
    if (act) run(act);
  };
  const run = (act: () => void): void => {
    if (isResting) {
      due = act;
      return;
    }
    isResting = true;
    const began = performance.now();
    act();
    // What it changes is painted with the next frame.
    cancel = nextFrame(() => {
      const took = performance.now() - began;
      const timer = setTimeout(goOn, Math.max(leastMs, (1 + restShare) * took) - took);
      cancel = () => clearTimeout(timer);
    });
  };
  return {
    run,
    stop() {
      cancel();
      isResting = false;
      due = null;
    },
  };
}
