/**
 * Who is told of a change: most of a page shows nothing of a touchpoint's words (heads, lists of lanes, places, the map's
 * own fields), so it is not even asked when somebody types or what others type comes in.
 *
 * In: a projection and a listener. Out: the listener's undoing. One subscription to the projection stands for all of them.
 */
import { changedSince } from '../layout/patchLayout.ts';
import { isSameBut } from '../layout/same.ts';
import type { Projection, ProjectionState } from './mapSession.ts';

type Told = Pick<Projection, 'subscribe'>;

interface Group {
  readonly listeners: Set<() => void>;
  stop: (() => void) | null;
}

const groups = new WeakMap<Told, Group>();

/** Calls back after every change but of mere words of touchpoints. */
export function subscribeOutline(projection: Told, listener: () => void): () => void {
  const group = groups.get(projection) ?? { listeners: new Set(), stop: null };
  groups.set(projection, group);
  // An object of its own: the same function may be handed in twice.
  const tell = (): void => listener();
  group.listeners.add(tell);
  group.stop ??= projection.subscribe((state, before) => {
    if (onlyWordsDiffer(state, before)) return;
    for (const told of group.listeners) told();
  });
  return () => {
    group.listeners.delete(tell);
    if (group.listeners.size > 0) return;
    group.stop?.();
    group.stop = null;
  };
}

/** Whether two states differ in nothing but words of touchpoints (layoutWords.ts says which fields that are). */
function onlyWordsDiffer(state: ProjectionState, before: ProjectionState): boolean {
  if (state.loaded !== before.loaded || state.newer !== before.newer) return false;
  if (changedSince(state.layout, before.layout) === null) return false;
  return isSameBut('touchpoints', state.journey, before.journey);
}
