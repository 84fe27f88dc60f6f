/**
 * The map on this device (R51 to R55): y-indexeddb keeps every update, one database a map and generation.
 *
 * Around it stand the three things it does not do: a store that cannot be opened is reported once and editing goes on
 * (R53), a damaged one is set aside under another name so that the server's copy can be loaded (R54), and a write that
 * fails (quota) is reported once instead of being lost in silence. It also keeps how many edits the server lacks.
 */
/* oxlint-disable no-underscore-dangle -- y-indexeddb's names for what is replaced here */
import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import * as Y from 'yjs';

export type LocalProblem =
  /** This device cannot keep the map (blocked, private window, full). */
  | { readonly kind: 'not-kept' }
  /** What was kept could not be read; it lies in the database `name` now. */
  | { readonly kind: 'damaged'; readonly name: string };

export interface LocalCopy {
  /** Whether there was any content. */
  readonly hadContent: boolean;
  /** Edits kept here that the server lacked when this was last written. */
  readonly kept: number;
  keepCount(kept: number): void;
  /** False once a write has failed. */
  isKeeping(): boolean;
  /** Ends it and moves what is kept to a database of another name, so that the next visit begins with the server's. */
  setApart(): Promise<void>;
  close(): Promise<void>;
}

const updatesStore = 'updates';
const customStore = 'custom';
const keptKey = 'kept';
/** How long what others do may wait to be kept here. */
const othersWaitMs = 1000;

export function localCopyName(mapId: string, generation: number): string {
  return `touchline-${mapId}-${generation}`;
}

/** Loads what this device has into the document and keeps it up. Null when this device cannot keep it. */
export async function openLocalCopy(
  doc: Y.Doc,
  name: string,
  onProblem: (problem: LocalProblem) => void,
): Promise<LocalCopy | null> {
  let found: Found;
  try {
    found = await inspect(name);
    if (found.damaged) onProblem({ kind: 'damaged', name: await setAside(name, `${name}-damaged`) });
  } catch {
    onProblem({ kind: 'not-kept' });
    return null;
  }
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  let isKeeping = true;
  const fail = (): void => {
    if (!isKeeping) return;
    isKeeping = false;
    doc.off('update', store);
    onProblem({ kind: 'not-kept' });
  };
  const { store, finish } = guardedStore(persistence, fail);
  doc.off('update', persistence._storeUpdate);
  doc.on('update', store);
  const close = async (): Promise<void> => {
    doc.off('update', store);
    finish();
    isKeeping = false;
    await persistence.destroy();
  };
  return {
    hadContent: found.hasContent && !found.damaged,
    kept: found.damaged ? 0 : found.kept,
    keepCount(kept) {
      if (isKeeping) persistence.set(keptKey, kept).catch(fail);
    },
    isKeeping: () => isKeeping,
    async setApart() {
      await close();
      // A name for each: two copies that differ must not be mixed.
      await setAside(name, `${name}-apart-${Date.now()}`);
    },
    close,
  };
}

/** Removes everything this device keeps of a map, of all generations (R61). */
export async function forgetLocalCopies(mapId: string): Promise<void> {
  const databases = await indexedDB.databases();
  const names = databases.flatMap(({ name }) => (name?.startsWith(`touchline-${mapId}-`) ? [name] : []));
  await Promise.all(names.map((name) => idb.deleteDB(name)));
}

interface Found {
  readonly damaged: boolean;
  readonly hasContent: boolean;
  readonly kept: number;
}

/** Looks at what is kept before the document sees it. Rejects when the store cannot be opened. */
async function inspect(name: string): Promise<Found> {
  const db = await open(name);
  try {
    const [updates, custom] = idb.transact(db, [updatesStore, customStore], 'readonly');
    if (!updates || !custom) throw new Error(`no stores in ${name}`);
    const [stored, kept] = await Promise.all([idb.getAll(updates), idb.get(custom, keptKey)]);
    let hasContent = false;
    let damaged = false;
    for (const update of stored) {
      try {
        if (Y.parseUpdateMeta(update).to.size > 0) hasContent = true;
      } catch {
        damaged = true;
      }
    }
    return { damaged, hasContent, kept: typeof kept === 'number' && kept > 0 ? kept : 0 };
  } finally {
    db.close();
  }
}

/** Moves a copy to a database of its own; gives that one's name. */
async function setAside(name: string, aside: string): Promise<string> {
  const [from, to] = await Promise.all([open(name), open(aside)]);
  try {
    const [source] = idb.transact(from, [updatesStore], 'readonly');
    const stored: unknown[] = source ? await idb.getAll(source) : [];
    const [target] = idb.transact(to, [updatesStore]);
    if (target) await Promise.all(stored.map((update) => idb.addAutoKey(target, update as ArrayBuffer)));
  } finally {
    from.close();
    to.close();
  }
  await idb.deleteDB(name);
  return aside;
}

/** The stores are y-indexeddb's own; whoever opens the database first makes them. */
function open(name: string): Promise<IDBDatabase> {
  return idb.openDB(name, (db) =>
    idb.createStores(db, [[updatesStore, { autoIncrement: true }], [customStore]]),
  );
}

type Store = (update: Uint8Array, origin: unknown, doc: Y.Doc, transaction: Y.Transaction) => void;

/**
 * What y-indexeddb does with an update, but a failure is told, and what others do, which the server has already, is
 * written once a second as one. An edit made here is written at once, behind what it may rest on.
 */
function guardedStore(
  persistence: IndexeddbPersistence,
  fail: () => void,
): { readonly store: Store; readonly finish: () => void } {
  let trimming = false;
  let waiting: Uint8Array[] = [];
  let isFirst = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const finish = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const [first] = waiting;
    isFirst &&= first === undefined;
    if (first) write(waiting.length === 1 ? first : Y.mergeUpdates(waiting));
    waiting = [];
  };
  const store: Store = (update, origin, _doc, { local }) => {
    if (origin === persistence) return;
    waiting.push(update);
    // The first of others' is what the device lacked since the last visit: the next one may come any moment.
    if (local || isFirst) finish();
    else timer ??= setTimeout(finish, othersWaitMs);
  };
  return { store, finish };

  function write(update: Uint8Array): void {
    if (!persistence.db) return;
    try {
      const [updates] = idb.transact(persistence.db, [updatesStore]);
      if (updates) idb.addAutoKey(updates, update as unknown as ArrayBuffer).catch(fail);
    } catch {
      fail();
      return;
    }
    persistence._dbsize += 1;
    if (persistence._dbsize < PREFERRED_TRIM_SIZE || trimming) return;
    trimming = true;
    storeState(persistence, false)
      .catch(fail)
      .finally(() => {
        trimming = false;
      });
  }
}
