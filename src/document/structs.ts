/**
 * The few looks into Yjs' own structures, in one place: which item holds a value, who made it, what stood there before.
 * Yjs 13 gives no public way to ask; its fields are stable within 13.6, the line this project stays on.
 */
/* oxlint-disable no-underscore-dangle -- Yjs names its internal fields so */
import * as Y from 'yjs';

/** Any shared type, as far as it is looked into here. */
export type AnyType = Pick<Y.AbstractType<unknown>, '_map' | '_start' | '_item'>;

/** Nobody can listen here: frozen, so that who tries is told at once. */
const nobodyListens = Object.freeze({ l: Object.freeze<unknown[]>([]) });
/** What is in a map before it lies in a document: nothing. */
const nothingYet: ReadonlyMap<string, unknown> = new Map();

/** The fields that Yjs gives a map, those that cost much shared. */
class UnheardMap {
  _item = null;
  _map = new Map();
  _start = null;
  doc = null;
  _length = 0;
  _eH = nobodyListens;
  _dEH = nobodyListens;
  _searchMarker = null;
  _prelimContent: typeof nothingYet | null = nothingYet;
}
Object.setPrototypeOf(UnheardMap.prototype, Y.Map.prototype);

/**
 * A map of which there are thousands in a document: without the two lists each has of who listens to it alone, and
 * without room for what is in it before it lies in one. Records are listened to from their collection's root.
 */
export function unheardMap(): Y.Map<unknown> {
  return new UnheardMap() as unknown as Y.Map<unknown>;
}

/**
 * One value that several items hold. Yjs changes what an item holds only where it makes one item of two, which it does not
 * of two kinds, and these refuse each other; elsewhere it puts something else in its place.
 */
export class SharedValue extends Y.ContentAny {
  override mergeWith(): boolean {
    return false;
  }
}

/** The latest item of each key of a map, deleted ones included; older ones hang on it by `left`. */
export function latestItems(type: AnyType): ReadonlyMap<string, Y.Item> {
  return type._map;
}

/** Every value of a map, as its own `forEach` gives them, without a list made for each. */
export function eachValue(type: AnyType, see: (value: unknown, key: string) => void): void {
  seeingValues(see)(type);
}

/** The same for many maps. */
export function seeingValues(see: (value: unknown, key: string) => void): (type: AnyType) => void {
  const seeItem = (item: Y.Item, key: string): void => {
    if (item.deleted) return;
    const { content } = item;
    if (content instanceof Y.ContentAny) see(content.arr[item.length - 1], key);
    else if (content instanceof Y.ContentType) see(content.type, key);
    else see(valueOf(item), key);
  };
  // Not by `for`: a pair for each entry is garbage in code that runs for the first time.
  return (type) => type._map.forEach(seeItem);
}

/** The items of a list or text from the first on, deleted ones included. */
export function* listItems(type: AnyType): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) yield item;
}

/** The item a type lies in, null for a root. */
export function holderOf(type: AnyType): Y.Item | null {
  return type._item;
}

/** The type an item lies in, null when it was never integrated. */
export function parentOf(item: Y.Item): AnyType | null {
  const parent: unknown = item.parent;
  return parent instanceof Y.AbstractType ? parent : null;
}

/** The value an item holds under a key. */
export function valueOf(item: Y.Item): unknown {
  const values: readonly unknown[] = item.content.getContent();
  return values[item.length - 1];
}

/**
 * Has equal plain values that a transaction has brought share their list. Yjs never changes such a list, it puts another
 * in its place, and shares it itself when it copies an item.
 */
export function holdValuesOnce({ doc, beforeState }: Y.Transaction): void {
  const known = new Map<unknown, unknown[]>();
  for (const [client, structs] of doc.store.clients) {
    const from = beforeState.get(client) ?? 0;
    if (Y.getState(doc.store, client) === from) continue;
    for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
      const struct = structs[index];
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny)
        struct.content.arr = heldOnce(struct.content.arr, known);
    }
  }
}

function heldOnce(values: unknown[], known: Map<unknown, unknown[]>): unknown[] {
  if (values.length !== 1) return values.slice();
  const [value] = values;
  // A map of values takes -0 for 0.
  if (typeof value === 'object' || Object.is(value, -0)) return [value];
  const list = known.get(value) ?? [value];
  known.set(value, list);
  return list;
}
