/** Folders to write to, made and tried before anything costly is done for them. Throws what the system says. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Makes a folder and those above it. Level by level: Node's own recursive way never ends below a place like /proc, where nothing can be made. */
export function makeFolder(folder: string, mode?: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  try {
    mkdirSync(folder, mode === undefined ? {} : { mode });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(folder)) throw error;
  }
}

/** Makes a folder and writes a trial file into it. */
export function makeWritable(folder: string, mode?: number): void {
  makeFolder(path.resolve(folder), mode);
  const trial = path.join(folder, `.write-test-${randomUUID()}`);
  writeFileSync(trial, '');
  rmSync(trial);
}
