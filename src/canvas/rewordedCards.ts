/**
 * Drawings of mounted cards that only got other words. They go straight to their card: given to React Flow with its node,
 * one would have React Flow ask all that are mounted. A node that is made anew brings its own drawing with it again.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { DrawnData } from './nodes.ts';

const reworded = new Map<string, DrawnData>();
const tells = new Map<string, () => void>();

/** Shows a card with other words. */
export function reword(id: string, drawing: DrawnData): void {
  reworded.set(id, drawing);
  tells.get(id)?.();
}

/** What a card shows instead of what its node was made with. */
export function rewordedDrawing(id: string): DrawnData | undefined {
  return reworded.get(id);
}

/** Its node says it, or it is no longer mounted. */
export function forgetReworded(id: string): void {
  reworded.delete(id);
}

/** What a card shows, given what its node was made with. */
export function useDrawing(id: string, made: DrawnData): DrawnData {
  const subscribe = useCallback(
    (tell: () => void) => {
      tells.set(id, tell);
      return () => void tells.delete(id);
    },
    [id],
  );
  return useSyncExternalStore(subscribe, () => reworded.get(id) ?? made);
}
