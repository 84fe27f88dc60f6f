/** The key to make maps on a server that asks for one: comes in the address once, then stays on this device. */
const key = 'touchline:create';

/** The key remembered here; `given` replaces it. */
export function createTokenOf(storage: Storage, given: string | null = null): string | null {
  try {
    if (given !== null) storage.setItem(key, given);
    return given ?? storage.getItem(key);
  } catch {
    return given;
  }
}
