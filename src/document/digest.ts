/**
 * A short digest of everything alive in a document: equal for two copies with the same content, whatever the order
 * their edits arrived in (R37, R47, R63). It reads the structure itself, so unknown roots and fields count too and
 * nothing has to be defined or parsed; empty roots count as absent. 53 bits: against accidents, not against forgers.
 */
import * as Y from 'yjs';
import { latestItems, listItems, valueOf, type AnyType } from './structs.ts';

type Feed = (piece: string) => void;

export function digest(doc: Y.Doc): string {
  const steps = digestSteps(doc);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export interface Slices {
  /** ms, for durations. */
  now(): number;
  /** Runs when what else there is to do has been done. */
  later(run: () => void): void;
}

/** No longer than this in one go: a frame of the page, another socket of the server. */
const sliceMs = 4;

/**
 * The same without holding anybody up: a map of thousands of touchpoints takes a tenth of a second. Null when the
 * document changes meanwhile, or when it is stopped by calling the answer.
 */
export function digestInSlices(
  doc: Y.Doc,
  slices: Slices,
  onDone: (digest: string | null) => void,
): () => void {
  const steps = digestSteps(doc);
  let isOver = false;
  const end = (found: string | null) => {
    if (isOver) return;
    isOver = true;
    doc.off('update', stop);
    doc.off('destroy', stop);
    onDone(found);
  };
  const stop = () => end(null);
  const go = () => {
    if (isOver) return;
    const until = slices.now() + sliceMs;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return end(value);
      if (slices.now() >= until) return slices.later(go);
    }
  };
  doc.on('update', stop);
  doc.on('destroy', stop);
  slices.later(go);
  return stop;
}

/** A step is a root, or a record of one. */
function* digestSteps(doc: Y.Doc): Generator<undefined, string> {
  const hash = createHash();
  const names = [...doc.share.keys()].toSorted();
  for (const name of names) {
    const root = doc.share.get(name);
    if (!root || isEmpty(root as AnyType)) continue;
    hash.feed(`\u0001${name}`);
    yield* typeSteps(root as AnyType, hash.feed);
  }
  return hash.end();
}

function isEmpty(type: AnyType): boolean {
  for (const item of latestItems(type).values()) if (!item.deleted) return false;
  for (const item of listItems(type)) if (!item.deleted && item.countable) return false;
  return true;
}

function feedType(type: AnyType, feed: Feed): void {
  const steps = typeSteps(type, feed);
  while (!steps.next().done);
}

function* typeSteps(type: AnyType, feed: Feed): Generator<undefined, void> {
  feed('\u0002');
  for (const key of [...latestItems(type).keys()].toSorted()) {
    const item = latestItems(type).get(key);
    if (!item || item.deleted) continue;
    feed(`\u0003${key}\u0004`);
    feedValue(valueOf(item), feed);
    yield;
  }
  for (const item of listItems(type)) {
    if (item.deleted || !item.countable) continue;
    // Characters are fed without separators: how a text is cut into items differs between copies.
    if (item.content instanceof Y.ContentString) feed(item.content.str);
    else for (const value of item.content.getContent()) feedValue(value, feed);
  }
  feed('\u0005');
}

function feedValue(value: unknown, feed: Feed): void {
  if (value instanceof Y.AbstractType) feedType(value as AnyType, feed);
  else if (value instanceof Uint8Array) feed(`b${value.join(',')}`);
  else if (Array.isArray(value)) {
    feed('[');
    for (const entry of value) feedValue(entry, feed);
    feed(']');
  } else if (typeof value === 'object' && value !== null) {
    feed('{');
    for (const [key, entry] of Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      feed(`\u0003${key}\u0004`);
      feedValue(entry, feed);
    }
    feed('}');
  } else feed(`${typeof value}:${String(value)}\u0006`);
}

/** cyrb53, fed piece by piece. */
function createHash(): { readonly feed: Feed; readonly end: () => string } {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  return {
    feed(piece) {
      for (let i = 0; i < piece.length; i += 1) {
        const unit = piece.charCodeAt(i);
        a = Math.imul(a ^ unit, 2654435761);
        b = Math.imul(b ^ unit, 1597334677);
      }
    },
    end() {
      const high = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
      const low = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
      return (4294967296 * (2097151 & high) + (low >>> 0)).toString(16).padStart(14, '0');
    },
  };
}
