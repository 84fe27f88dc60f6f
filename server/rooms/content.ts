/**
 * The content of a room: what is stored, as bytes, and a live Y.Doc while people edit.
 *
 * `base` + `tail` are exactly what the store holds, so joins are answered without a Y.Doc and nobody is shown more
 * than that. The Y.Doc holds the same plus the edits not yet stored; it can be thrown away at any time and is made
 * again from the bytes when the next edit comes. Small content does without it for the most frequent edits
 * (plainEdits.ts). Only the room and its parts use this.
 */
import * as Y from 'yjs';
import { newDoc } from '../../src/document/newDoc.ts';
import { errorText } from '../log.ts';
import { isBeside, titleRanges } from './plainEdits.ts';
import { applyInSlices, type WorkLimit } from './slicedApply.ts';
import type { PlainEdit } from './updateGate.ts';
import type { ClockRange } from './updateReader.ts';
import { DamagedMapError, type StoredContent } from '../storage/store.ts';
import { UpdateTail } from './updateTail.ts';

/** An update could not be applied although the gate let it through; the live document is as it was. */
export class BrokenUpdateError extends Error {}

/** An edit of the server's own would make the content larger than it may be; it was undone. */
export class ContentFullError extends Error {}

/** Tails up to this length are sent after the base as they are; longer ones are worked into it first. */
const maxTail = { updates: 64, bytes: 256 * 1024 };
/** Content up to this size needs no live document for plain edits: whatever they make Yjs do later is little. */
const smallBytes = 32 * 1024;
/** So many of them are worked into the base when the room is looked after; so much of them at once. */
const maxPlainTail = { updates: 24, bytes: 16 * 1024 };
/** A plain edit larger than this goes the usual way, in slices (slicedApply.ts). */
const maxPlainBytes = 256;

/**
 * Shared types inside shared types, as deep as values may be (`valueDepth`): deeper ones could be stored but never
 * deleted again, because Yjs deletes by recursion and runs out of stack (R30).
 */
const maxTypeDepth = 32;

const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc());

export class RoomContent {
  #base: Uint8Array;
  readonly #tail = new UpdateTail();
  /** Applied to the live document, not yet stored. */
  #unstored: Uint8Array[] = [];
  #doc: Y.Doc | null = null;
  #clocks: Map<number, number>;
  /** Where the title lies; null when that is not known. */
  #title: readonly ClockRange[] | null = null;
  /** What the transactions of the change under way did, one each. */
  #emitted: Uint8Array[] = [];
  #nestsTooDeep = false;

  /** Throws DamagedMapError when the stored bytes are no document. */
  constructor(stored: Pick<StoredContent, 'snapshot' | 'updates'>) {
    this.#base = stored.snapshot;
    for (const update of stored.updates) this.#tail.add(update);
    try {
      if (this.#tail.count > 0) this.#freshen();
      this.#clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(this.#base));
    } catch (error) {
      throw new DamagedMapError(`its content cannot be read (${errorText(error)})`, { cause: error });
    }
  }

  /** How many clock values of a client the live document holds. */
  clockOf(client: number): number {
    return this.#doc ? Y.getState(this.#doc.store, client) : (this.#clocks.get(client) ?? 0);
  }

  /** Bytes of the stored content, about. */
  get bytes(): number {
    return this.#base.length + this.#tail.bytes;
  }

  get isLive(): boolean {
    return this.#doc !== null;
  }

  get isSmall(): boolean {
    return this.bytes <= smallBytes;
  }

  /** The live document, for the server's own reading and edits; made from the bytes when it is not there. */
  live(): Y.Doc {
    if (!this.#doc) {
      const doc = this.#stored();
      for (const update of this.#unstored) Y.applyUpdate(doc, update);
      doc.on('afterTransaction', (transaction) => {
        this.#nestsTooDeep ||= addsDeepTypes(transaction);
      });
      doc.on('update', (update: Uint8Array) => {
        this.#emitted.push(update);
      });
      this.#doc = doc;
      this.#title = null;
    }
    return this.#doc;
  }

  /** What is stored as a document of the caller's own, to be read only and destroyed. */
  copy(): Y.Doc {
    return this.#stored(false);
  }

  /**
   * Takes a plain edit without a live document; it is held. The answer is what to store and relay: the edit itself. Null when it
   * takes a live document after all.
   */
  applyPlain(update: Uint8Array, { range, touches }: PlainEdit): Uint8Array | null {
    if (this.#doc || !this.#title || update.length > maxPlainBytes || !this.isSmall) return null;
    if (!isBeside(touches, this.#title)) return null;
    this.#clocks.set(range.client, range.to);
    this.#unstored.push(update);
    return update;
  }

  /**
   * Applies a client's update. The answer is what it changed, to be stored and relayed; null when that is nothing.
   * Throws BrokenUpdateError, also when that takes more work than `work` allows.
   */
  apply(update: Uint8Array, work: WorkLimit): Uint8Array | null {
    return this.#capture((doc) => {
      applyInSlices(doc, update, work);
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
        throw new Error('parts of it stayed open');
      }
      if (this.#nestsTooDeep) throw new Error('it nests too deeply');
    });
  }

  /**
   * An edit of the server's own, as one transaction. Throws what `change` throws, or ContentFullError when the content
   * grew and is larger than `maxBytes`; nothing is changed then.
   */
  edit(change: (doc: Y.Doc) => void, maxBytes: number): Uint8Array | null {
    return this.#capture((doc) => {
      doc.transact(() => change(doc));
      const added = this.#emitted.reduce((sum, one) => sum + one.length, 0);
      if (this.bytes + added <= maxBytes) return;
      // What was replaced counts in that sum; look closely before refusing.
      const size = Y.encodeStateAsUpdate(doc).length;
      if (size > maxBytes && size > Y.encodeStateAsUpdate(this.#stored()).length)
        throw new ContentFullError('the content is full');
    }, false);
  }

  #capture(change: (doc: Y.Doc) => void, isForeign = true): Uint8Array | null {
    const doc = this.live();
    this.#emitted = [];
    this.#nestsTooDeep = false;
    try {
      change(doc);
    } catch (error) {
      // Made again at once: what others edited and is not stored yet must count in the next verdict.
      this.#dropDoc();
      this.live();
      this.#emitted = [];
      if (!isForeign) throw error;
      throw new BrokenUpdateError(errorText(error), { cause: error });
    }
    const changes = this.#emitted;
    // Not held on to: after the first edit of a quiet room it would be as much again as its content.
    this.#emitted = [];
    const [first, ...more] = changes;
    if (!first) return null;
    const emitted = more.length === 0 ? first : Y.mergeUpdates(changes);
    this.#unstored.push(emitted);
    return emitted;
  }

  /** All edits applied so far are stored now. */
  settle(): void {
    for (const update of this.#unstored) this.#tail.add(update);
    this.#unstored = [];
    if (!this.#doc && this.#tail.bytes >= maxPlainTail.bytes) this.#freshen();
  }

  /** The edits applied but not stored never happened. */
  rollBack(): void {
    if (this.#unstored.length === 0) return;
    this.#unstored = [];
    this.#dropDoc();
  }

  /** The whole stored content as one update. */
  full(): Uint8Array {
    if (this.#tail.count > 0) this.#freshen();
    return this.#base;
  }

  /** What somebody with `vector` lacks of the stored content: first a step 2, then updates. Throws at a broken vector. */
  answer(vector: Uint8Array): { readonly step2: Uint8Array; readonly updates: readonly Uint8Array[] } {
    const theirs = Y.decodeStateVector(vector);
    if (this.#tail.count > maxTail.updates || this.#tail.bytes > maxTail.bytes) this.#freshen();
    if (theirs.size === 0) return { step2: this.#base, updates: this.#tail.all() };
    const isSettled = this.#doc !== null && this.#unstored.length === 0;
    const step2 =
      this.#doc && isSettled ? Y.encodeStateAsUpdate(this.#doc, vector) : Y.diffUpdate(this.full(), vector);
    return { step2, updates: [] };
  }

  /** What somebody lacks who holds everything up to these clocks, as one update. */
  diff(clocks: ReadonlyMap<number, number>): Uint8Array {
    return Y.diffUpdate(this.full(), Y.encodeStateVector(new Map(clocks)));
  }

  /** Of the live document, edits not yet stored included. */
  vector(): Uint8Array {
    return Y.encodeStateVector(this.clocks());
  }

  clocks(): Map<number, number> {
    return this.#doc ? Y.decodeStateVector(Y.encodeStateVector(this.#doc)) : new Map(this.#clocks);
  }

  /** Works plain edits into the base; about once a second is often enough, however many come. */
  tidy(): void {
    if (!this.#doc && this.#tail.count >= maxPlainTail.updates) this.#freshen();
  }

  /** Lets the Y.Doc go; the bytes stay. Only when everything is settled. */
  rest(): void {
    if (!this.#doc || this.#unstored.length > 0) return;
    this.full();
    // The document knows its clocks; to read them out of the bytes again costs as much as writing those.
    this.#clocks = this.clocks();
    this.#title = titleRanges(this.#doc);
    this.#doc.destroy();
    this.#doc = null;
  }

  #dropDoc(): void {
    this.#doc?.destroy();
    this.#doc = null;
    this.#clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(this.full()));
  }

  /** Works the tail into the base. */
  #freshen(): void {
    const settled = this.#doc && this.#unstored.length === 0;
    const doc = settled && this.#doc ? this.#doc : this.#stored();
    this.#base = Y.encodeStateAsUpdate(doc);
    this.#tail.clear();
    if (!settled) doc.destroy();
  }

  /** `collects`: lets go of what was deleted, as a document must that is written out again. */
  #stored(collects = true): Y.Doc {
    const doc = nameless(collects);
    // One transaction: observers and clean-up once, not once an update.
    doc.transact(() => {
      Y.applyUpdate(doc, this.#base);
      for (const update of this.#tail.all()) Y.applyUpdate(doc, update);
    });
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      throw new DamagedMapError('parts of its content are missing');
    }
    return doc;
  }
}

/** A document without a random name of its own, which nobody asks for and which costs as much as ten edits. */
function nameless(collects = true): Y.Doc {
  return newDoc({ guid: '', gc: collects });
}

/** Whether a transaction brought a shared type that lies deeper than any may. Costs what it brought. */
function addsDeepTypes({ doc, beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (end === start || !structs) continue;
    for (let index = Y.findIndexSS(structs, start); index < structs.length; index++) {
      const struct = structs[index];
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType && isTooDeep(struct))
        return true;
    }
  }
  return false;
}

function isTooDeep(item: Y.Item): boolean {
  let holder: Y.Item | null = item;
  for (let depth = 0; holder !== null; depth++) {
    if (depth === maxTypeDepth) return true;
    // oxlint-disable-next-line no-underscore-dangle -- Yjs' name; there is no public way to ask
    holder = holder.parent instanceof Y.AbstractType ? holder.parent._item : null;
  }
  return false;
}

/** A new document as bytes, with the client ids the server used in it. `write` fills it. */
export function newContent(write: ((doc: Y.Doc) => void) | null): {
  snapshot: Uint8Array;
  clientIds: readonly number[];
} {
  if (!write) return { snapshot: emptyUpdate, clientIds: [] };
  const doc = nameless();
  write(doc);
  const snapshot = Y.encodeStateAsUpdate(doc);
  const clientIds = [...doc.store.clients.keys()];
  doc.destroy();
  return { snapshot, clientIds };
}

/** The map's title as it stands in its document; anybody may have written anything there. */
export function titleOf(doc: Y.Doc): string {
  const title = doc.getMap('map').get('title');
  return typeof title === 'string' ? title.slice(0, 120) : '';
}
