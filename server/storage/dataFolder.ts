/**
 * The data folder: made when missing, proven writable, and held by one server only (R50).
 * The hold is an exclusive transaction in a small SQLite file of its own: the operating system ends it with the
 * process, however that dies, and the store itself stays readable for backups.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newToken } from '../auth/tokens.ts';
import { errorText } from '../log.ts';
import { makeWritable } from '../writableFolder.ts';

/** The folder cannot be used; the message tells the person who started the server what to do. */
export class DataFolderError extends Error {}

/** Makes sure of the folder and holds it; the answer lets go. Throws DataFolderError. */
export function holdDataFolder(folder: string): () => void {
  try {
    makeWritable(folder, 0o700);
  } catch (error) {
    throw new DataFolderError(
      `The data folder ${folder} cannot be written (${errorText(error)}). Nothing was changed. ` +
        'Give this user the right to write there, or set DATA_DIR to another folder.',
      { cause: error },
    );
  }
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(path.join(folder, 'server.lock'));
    lock.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    throw new DataFolderError(
      `Another Touchline is already running on the data folder ${folder}. Nothing was changed. ` +
        'Stop that one first, or give this one a folder of its own with DATA_DIR.',
      { cause: error },
    );
  }
  const held = lock;
  return () => held.close();
}

/** The token that lets its holder create maps: the one kept in the folder, made at the first start. */
export function keptCreateToken(folder: string): string {
  const file = path.join(folder, 'create-token');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (/^[A-Za-z0-9_-]{16,200}$/.test(kept)) return kept;
  const made = newToken();
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  return made;
}
