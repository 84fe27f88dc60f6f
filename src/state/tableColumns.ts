/** Which columns of the Table this device showed last. Never throws: forgetting is all it costs. */
import { read, write } from './viewMemory.ts';

const columnsKey = 'touchline:table-columns';

/** Fields in the order they are shown; null when nothing was chosen yet. */
export function readColumns(storage: Storage): readonly string[] | null {
  return read(storage, columnsKey)?.split(',').filter(Boolean) ?? null;
}

export function writeColumns(storage: Storage, fields: readonly string[]): void {
  write(storage, columnsKey, fields.join(','));
}
