/** Much that was added is shown a moment after it was written: what is done with it waits for that, in a task of its own. */
import { nextTask, type Schedule } from '../../state/frame.ts';
import type { Projection } from '../../state/mapSession.ts';

/** What was being laid out before comes first; everything written by now comes with the change behind it. */
const mostChanges = 2;

/** Calls `act` once the map that is shown has this record; never when it turns out not to. Gives the undoing. */
export function whenShown(
  projection: Projection,
  id: string,
  act: () => void,
  pause: Schedule = nextTask,
): () => void {
  if (projection.collectionOf(id) !== undefined) return pause(act);
  let { journey } = projection.getState();
  let changes = 0;
  let cancel: (() => void) | null = null;
  const stop = projection.subscribe((state) => {
    if (state.journey === journey) return;
    journey = state.journey;
    changes += 1;
    const isThere = projection.collectionOf(id) !== undefined;
    if (isThere || changes === mostChanges) stop();
    if (isThere) cancel = pause(act);
  });
  return () => {
    stop();
    cancel?.();
  };
}
