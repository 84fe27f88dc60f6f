/**
 * A copy of a data folder while the server goes on writing (R44), and the proof that a copy can be read.
 *
 * SQLite's `VACUUM INTO` reads the store in one transaction, so the copy is what was stored at one moment; the write-ahead
 * log lets edits be stored meanwhile. Beside it lies `digests.json`: a digest of the content of every map (digest.ts), so
 * that a drill can tell a copy that is whole from one that only looks so. To go back, start a server on the copy.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { z } from 'zod';
import { digest } from '../../src/document/digest.ts';
import { makeFolder } from '../writableFolder.ts';
import { openStoreToRead } from './sqliteStore.ts';
import { DamagedMapError, type Part, type Store } from './store.ts';

export const storeName = 'touchline.sqlite';
const digestsName = 'digests.json';
const parts: readonly Part[] = ['map', 'discussion'];

/**
 * Digests by `<map id>/<part>`, `<map id>/<version id>` for the bytes of versions and `<map id>/<hash>` for pictures; null
 * for what cannot be read.
 */
export type Digests = Readonly<Record<string, string | null>>;
const digestFile = z.record(z.string(), z.string().nullable());

/** It cannot be done; the message says what to do. */
export class BackupError extends Error {}

/** Copies the data folder into a new or empty folder. Throws BackupError. */
export async function backUp(dataDir: string, target: string): Promise<Digests> {
  const source = path.join(dataDir, storeName);
  if (!existsSync(source))
    throw new BackupError(`There is no store in ${dataDir}. Name the server’s DATA_DIR.`);
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new BackupError(`${target} is not empty. Nothing was changed. Name a new folder for each backup.`);
  makeFolder(path.resolve(target), 0o700);
  const copy = path.join(target, storeName);
  // Under another name until it is whole: a copy cut short must not look like one.
  const unfinished = `${copy}.unfinished`;
  const db = new DatabaseSync(source, { timeout: 5000 });
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    db.close();
  }
  chmodSync(unfinished, 0o600);
  toDisk(unfinished);
  const digests = await readDigests(unfinished);
  writeFileSync(path.join(target, digestsName), `${JSON.stringify(digests, null, 2)}\n`, { mode: 0o600 });
  const token = path.join(dataDir, 'create-token');
  if (existsSync(token)) copyFileSync(token, path.join(target, 'create-token'));
  renameSync(unfinished, copy);
  toDisk(target);
  return digests;
}

/** What a copy holds that is not as it was when it was made: keys of its digests. Throws BackupError. */
export async function checkBackup(
  folder: string,
): Promise<{ readonly all: number; readonly wrong: readonly string[] }> {
  const file = path.join(folder, storeName);
  const noted = path.join(folder, digestsName);
  if (!existsSync(file) || !existsSync(noted))
    throw new BackupError(`${folder} holds no backup that was finished. Make a new one.`);
  const before = digestFile.parse(JSON.parse(readFileSync(noted, 'utf8')));
  const now = await readDigests(file);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return { all: keys.length, wrong: keys.filter((key) => before[key] !== now[key] || now[key] === null) };
}

/** The digests of everything in a store's file, which is not changed. */
export async function readDigests(file: string): Promise<Digests> {
  const store = openStoreToRead(file);
  const db = new DatabaseSync(file, { readOnly: true });
  const ids = db
    .prepare('SELECT id FROM maps ORDER BY id')
    .all()
    .map(({ id }) => String(id));
  const pictures = db
    .prepare('SELECT map_id, hash FROM map_images ORDER BY map_id, hash')
    .all()
    .map(({ map_id: id, hash }) => [String(id), String(hash)] as const);
  db.close();
  const digests: Record<string, string | null> = {};
  try {
    for (const id of ids) {
      for (const part of parts) {
        const found = await unlessDamaged(() => digestOfContent(store, id, part));
        if (found !== undefined) digests[`${id}/${part}`] = found;
      }
      for (const version of await store.listVersions(id)) {
        const bytes = await unlessDamaged(async () => (await store.loadVersion(id, version.id))?.packed);
        digests[`${id}/${version.id}`] = bytes ? `${version.seq}:${bytes.length}` : null;
      }
    }
    for (const [id, hash] of pictures) {
      const picture = await unlessDamaged(() => store.loadImage(id, hash));
      digests[`${id}/${hash}`] = picture ? String(picture.bytes.length) : null;
    }
  } finally {
    await store.close();
  }
  return digests;
}

async function digestOfContent(store: Store, mapId: string, part: Part): Promise<string | undefined> {
  const content = await store.loadContent(mapId, part);
  if (!content) return undefined;
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of [content.snapshot, ...content.updates]) Y.applyUpdate(doc, update);
  });
  const found = digest(doc);
  doc.destroy();
  return found;
}

/** Null for what is damaged: one map must not keep the others from being backed up (R49). */
async function unlessDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DamagedMapError) return null;
    throw error;
  }
}

function toDisk(fileOrFolder: string): void {
  const handle = openSync(fileOrFolder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
