/** Which view of maps and which columns of the Table this device showed last. Never throws: forgetting is all it costs. */
import type { MapView } from './screen.ts';

const viewKey = 'touchline:view';
const columnsKey = 'touchline:table-columns';

export function readView(storage: Storage): MapView {
  const view = read(storage, viewKey);
  return view === 'table' || view === 'insights' ? view : 'map';
}

export function writeView(storage: Storage, view: MapView): void {
  write(storage, viewKey, view);
}

/** Fields in the order they are shown; null when nothing was chosen yet. */
export function readColumns(storage: Storage): readonly string[] | null {
  return read(storage, columnsKey)?.split(',').filter(Boolean) ?? null;
}

export function writeColumns(storage: Storage, fields: readonly string[]): void {
  write(storage, columnsKey, fields.join(','));
}

function read(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function write(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Blocked or full: shown as at first the next time.
  }
}
