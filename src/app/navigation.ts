/** The page's address as a React value, and the way to go elsewhere without loading the page anew. */
import { useMemo, useSyncExternalStore } from 'react';
import { readRoute, type Route } from './route.ts';

const listeners = new Set<() => void>();

/** Goes to an address of this page; `replace` leaves no step to go back to. */
export function goTo(address: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
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
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.hash);
  return useMemo(() => {
    const [pathname = '/', fragment = ''] = address.split('#');
    return readRoute({ pathname, hash: fragment });
  }, [address]);
}
