/**
 * What an import does between its pieces: lets the page have its turn, tells how far it has come, and learns whether it
 * is still wanted.
 */
import type { Pace } from '../../document/commands.ts';
import { nextTask, type Schedule } from '../../state/frame.ts';

/** ms that a piece may take. */
const sliceMs = 12;

export interface PaceNeeds {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
  readonly pause?: Schedule;
  readonly now?: () => number;
}

export function createPace({
  signal,
  onProgress,
  pause = nextTask,
  now = () => performance.now(),
}: PaceNeeds): Pace {
  let until = now() + sliceMs;
  return async (done) => {
    if (now() >= until) {
      onProgress(done);
      await new Promise<void>((resolve) => void pause(resolve));
      until = now() + sliceMs;
    }
    return !signal.aborted;
  };
}
