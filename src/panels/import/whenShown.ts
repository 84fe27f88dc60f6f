/** Much that was added is shown a moment after it was written: what is done with it waits for that, in a task of its own. */
import { nextTask, type Schedule } from '../../state/frame.ts';
import type { Projection } from '../../state/mapSession.ts';

/** Calls `act` once the map that is shown has this record; never when it turns out not to. Gives the undoing. */
export function whenShown(
  projection: Projection,
  id: string,
  act: () => void,
  pause: Schedule = nextTask,
): () => void {
  if (projection.collectionOf(id) !== undefined) return pause(act);
  const { journey } = projection.getState();
  let cancel: (() => void) | null = null;
  const stop = projection.subscribe((state) => {
    // Everything written by now comes with the next change.
    if (state.journey === journey) return;
    stop();
    if (projection.collectionOf(id) !== undefined) cancel = pause(act);
  });
  return () => {
    stop();
    cancel?.();
  };
}
