/**
 * What a document that is still empty gets as its first content, usually all of a map, read by ourselves: Yjs gives each
 * value a list with room for seventeen, and asks for each struct in a dozen small steps. Where more than one could lie
 * is decided by Yjs' own `getMissing` and `integrate`, so the document is the one it would make.
 *
 * In:  an update (V1) at its beginning, and the transaction of an empty document. Out: false when there is something in it
 *      that is read by Yjs better (rare kinds, gaps, what refers to something that is not there): it may then apply the
 *      whole, and passes over what is there already. Otherwise the decoder stands at the deletions.
 * Throws where the bytes are broken, before anything is changed but that roots are defined, as Yjs does.
 */
/* oxlint-disable no-underscore-dangle -- Yjs names its internal fields so */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { readCount, readText, readValue } from './quickValues.ts';
import { SharedValue, unheardMap } from './structs.ts';

type Struct = Y.Item | Y.GC;

interface Queue {
  readonly structs: readonly Struct[];
  next: number;
  /** What comes next rests on another client's. */
  isWaiting: boolean;
}

/** Bits of a struct's first byte. */
const bits = { kind: 31, hasKey: 32, hasRight: 64, hasLeft: 128 } as const;
/** Kinds of structs and types, as Yjs numbers them. */
const kinds = { gc: 0, deleted: 1, text: 4, type: 7, any: 8, gap: 10 } as const;
const types = { list: 0, map: 1, text: 2 } as const;

export function readFirstContent(transaction: Y.Transaction, decoder: decoding.Decoder): boolean {
  const queues = readQueues(transaction.doc, decoder);
  return queues !== null && integrate(transaction, queues);
}

function readQueues(doc: Y.Doc, decoder: decoding.Decoder): ReadonlyMap<number, Queue> | null {
  const queues = new Map<number, Queue>();
  const held = new Map<unknown, Y.ContentAny>();
  for (let clients = readCount(decoder); clients > 0; clients -= 1) {
    const count = readCount(decoder);
    const client = decoding.readVarUint(decoder);
    let clock = readCount(decoder);
    // What lies before is missing, or a client comes twice.
    if (clock > 0 || queues.has(client)) return null;
    const structs: Struct[] = [];
    let holder: Y.Item | null = null;
    for (let index = 0; index < count; index += 1) {
      const struct = readStruct(doc, decoder, Y.createID(client, clock), held, holder);
      if (!struct) return null;
      structs.push(struct);
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) holder = struct;
      clock += struct.length;
    }
    queues.set(client, { structs, next: 0, isWaiting: false });
  }
  return queues;
}

/** Null for what is seldom. `holder`: what holds the client's latest type, in which most of what comes next lies. */
function readStruct(
  doc: Y.Doc,
  decoder: decoding.Decoder,
  id: Y.ID,
  held: Map<unknown, Y.ContentAny>,
  holder: Y.Item | null,
): Struct | null {
  const info = decoding.readUint8(decoder);
  const kind = info & bits.kind;
  if (kind === kinds.gc) return new Y.GC(id, readCount(decoder));
  // A gap says no more than how long it is.
  if (kind === kinds.gap) return null;
  const left = (info & bits.hasLeft) === 0 ? null : readId(decoder);
  const right = (info & bits.hasRight) === 0 ? null : readId(decoder);
  let parent: Y.ID | Y.AbstractType<unknown> | null = null;
  let key: string | null = null;
  if (!left && !right) {
    parent = readCount(decoder) === 1 ? rootOf(doc, readText(decoder)) : readParent(decoder, holder);
    if ((info & bits.hasKey) !== 0) key = readText(decoder);
  }
  const content = readContent(kind, decoder, key === null ? null : held);
  return content && new Y.Item(id, null, left, null, right, parent, key, content);
}

function rootOf(doc: Y.Doc, name: string): Y.AbstractType<unknown> {
  return (doc.share.get(name) ?? doc.get(name)) as Y.AbstractType<unknown>;
}

function readId(decoder: decoding.Decoder): Y.ID {
  return Y.createID(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
}

/** The type itself when it is that of the latest holder: it need not be looked for. */
function readParent(decoder: decoding.Decoder, holder: Y.Item | null): Y.ID | Y.AbstractType<unknown> {
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  return holder?.id.clock === clock && holder.id.client === client && holder.content instanceof Y.ContentType
    ? holder.content.type
    : Y.createID(client, clock);
}

/** `held`: the contents of values under keys; null for what lies elsewhere. */
function readContent(
  kind: number,
  decoder: decoding.Decoder,
  held: Map<unknown, Y.ContentAny> | null,
): Y.Item['content'] | null {
  switch (kind) {
    case kinds.any:
      return readValues(decoder, held);
    case kinds.type: {
      const type = readType(readCount(decoder));
      return type && new Y.ContentType(type);
    }
    case kinds.text:
      return new Y.ContentString(readText(decoder));
    case kinds.deleted:
      return new Y.ContentDeleted(readCount(decoder));
    default:
      return null;
  }
}

function readType(type: number): Y.AbstractType<unknown> | null {
  switch (type) {
    case types.map:
      return unheardMap() as Y.AbstractType<unknown>;
    case types.text:
      return new Y.Text() as unknown as Y.AbstractType<unknown>;
    case types.list:
      return new Y.Array() as Y.AbstractType<unknown>;
    default:
      return null;
  }
}

/** Equal plain values under keys share all of what holds them (structs.ts says why they may); none has more room than it needs. */
function readValues(decoder: decoding.Decoder, held: Map<unknown, Y.ContentAny> | null): Y.ContentAny | null {
  const count = readCount(decoder);
  // Each takes a byte at least: of more than that the bytes are broken, and a list would be made for all of them.
  if (count > decoder.arr.length - decoder.pos) return null;
  if (count !== 1) return new Y.ContentAny(Array.from({ length: count }, () => readValue(decoder)));
  const value = readValue(decoder);
  // A map of values takes -0 for 0.
  if (!held || typeof value === 'object' || Object.is(value, -0)) return new Y.ContentAny([value]);
  const known = held.get(value);
  if (known) return known;
  const content = new SharedValue([value]);
  held.set(value, content);
  return content;
}

/** In Yjs' order: the highest client first, and whatever a struct rests on before it. */
function integrate(transaction: Y.Transaction, queues: ReadonlyMap<number, Queue>): boolean {
  const { store } = transaction.doc;
  const waiting: Queue[] = [];
  const goOn = (): Queue | undefined => {
    const queue = waiting.pop();
    if (queue) queue.isWaiting = false;
    return queue;
  };
  for (const client of [...queues.keys()].toSorted((a, b) => b - a)) {
    let queue = queues.get(client);
    while (queue) {
      const struct = queue.structs[queue.next];
      if (!struct) {
        queue = goOn();
        continue;
      }
      const missing = struct instanceof Y.Item ? struct.getMissing(transaction, store) : null;
      if (missing === null) {
        // What it lies in was not put anywhere itself.
        if (struct instanceof Y.Item && struct.parent instanceof Y.AbstractType && !struct.parent.doc)
          return false;
        if (!putFirst(transaction, struct)) struct.integrate(transaction, 0);
        queue.next += 1;
        queue = goOn() ?? queue;
        continue;
      }
      const needed = queues.get(missing);
      // Nobody has it, or two wait for each other.
      if (!needed || needed === queue || needed.isWaiting || needed.next === needed.structs.length)
        return false;
      queue.isWaiting = true;
      waiting.push(queue);
      queue = needed;
    }
  }
  return true;
}

/**
 * A value under a key that is new in what it lies in, by far the most: it has nobody beside it, so that of all the steps
 * of Yjs' `integrate` these few are left. False, with nothing done, for anything else.
 */
function putFirst(transaction: Y.Transaction, struct: Struct): boolean {
  if (!(struct instanceof Y.Item) || struct.left || struct.right) return false;
  const { parent, parentSub: key, content } = struct;
  if (key === null || !(parent instanceof Y.AbstractType) || parent._map.has(key)) return false;
  if (!(content instanceof Y.ContentAny) && !(content instanceof Y.ContentType)) return false;
  if (parent._item?.deleted) return false;
  const structs = transaction.doc.store.clients.get(struct.id.client);
  const last = structs?.at(-1);
  if (!structs || !last || last.id.clock + last.length !== struct.id.clock) return false;
  parent._map.set(key, struct);
  structs.push(struct);
  content.integrate(transaction, struct);
  // Who looks for changes is told of roots alone: the rest is as new as they.
  if (parent._item === null) {
    const keys = transaction.changed.get(parent);
    if (keys) keys.add(key);
    else transaction.changed.set(parent, new Set([key]));
  }
  return true;
}
