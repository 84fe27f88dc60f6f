/**
 * The key to make maps on a server that asks for one: comes in the home page's address once, then stays on this device.
 * It is taken out of the address at once, where it would be copied and photographed along.
 */
import { readRoute } from './route.ts';

const key = 'touchline:create';

/** Moves the key from the address to the storage, now and whenever such an address is opened. */
export function takeCreateToken(storage: Storage): void {
  const take = (): void => {
    const route = readRoute(location);
    if (route.page !== 'home' || route.createToken === null) return;
    try {
      storage.setItem(key, route.createToken);
      history.replaceState(null, '', '/');
    } catch {
      // Nothing can be kept: then the address stays the only place that has it.
    }
  };
  take();
  addEventListener('hashchange', take);
}

/** The key remembered here. */
export function createTokenOf(storage: Storage): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}
