/** The page's address as a React value, and the way to go elsewhere without loading the page anew. */
import { useMemo, useSyncExternalStore } from 'react';
import { isPresenting, readRoute, type Route } from './route.ts';

const listeners = new Set<() => void>();

/** Goes to an address of this page; `replace` leaves no step to go back to. `step` is kept with the step, over a reload too. */
export function goTo(address: string, replace = false, step: unknown = null): void {
  history[replace ? 'replaceState' : 'pushState'](step, '', address);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
    removeEventListener('hashchange', listener);
  };
}

export function useRoute(): Route {
  // Of what is asked, only whether the map is presented: which slide is shown draws nothing anew.
  const address = useSyncExternalStore(
    subscribe,
    () => `${location.pathname}${isPresenting(location.search) ? '?present' : ''}${location.hash}`,
  );
  return useMemo(() => readRoute(new URL(address, location.origin)), [address]);
}
