/** The steps that undo and redo would take, followed; null where there is none. */
import { useSyncExternalStore } from 'react';
import type { Undo } from '../document/commands.ts';
import { useMapSession } from '../state/mapSession.ts';

export function useUndoSteps(): ReturnType<Undo['state']> {
  const undo = useMapSession().editing?.undo;
  // The state is a new object each time it is asked for; as text it can be compared.
  const text = useSyncExternalStore(
    (onChange) => undo?.subscribe(onChange) ?? (() => undefined),
    () => JSON.stringify(undo?.state() ?? { undo: null, redo: null }),
  );
  return JSON.parse(text) as ReturnType<Undo['state']>;
}
