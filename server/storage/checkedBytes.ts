/** Bytes out of the store with the CRC-32 they were stored with; damage is told, never handed on (R39, R49). */
import { crc32 } from 'node:zlib';
import type { SQLOutputValue } from 'node:sqlite';
import { DamagedMapError } from './store.ts';

/** Throws DamagedMapError; `what` begins its message. */
export function checkedBytes(
  bytes: SQLOutputValue | undefined,
  crc: SQLOutputValue | undefined,
  what: string,
): Uint8Array {
  if (!(bytes instanceof Uint8Array) || crc32(bytes) !== crc) throw new DamagedMapError(`${what} is damaged`);
  return bytes;
}
