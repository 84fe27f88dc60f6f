/** Which view of maps this device showed last. Never throws: forgetting is all it costs. */
import type { MapView } from './screen.ts';

const viewKey = 'touchline:view';

export function readView(storage: Storage): MapView {
  const view = read(storage, viewKey);
  return view === 'table' || view === 'insights' ? view : 'map';
}

export function writeView(storage: Storage, view: MapView): void {
  write(storage, viewKey, view);
}

/** Null where the storage is blocked, too. */
export function read(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

export function write(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Blocked or full: shown as at first the next time.
  }
}
