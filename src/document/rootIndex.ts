/**
 * From a Yjs type back to the record it belongs to. Yjs finds a root's name by walking over all roots; a map has
 * thousands of them (one per long text), so names are remembered and looked for only when a new root turns up.
 */
import * as Y from 'yjs';
import { parseTextName } from './texts.ts';

type AnyType = Y.AbstractType<unknown>;

/** The root a type or item lies under, and the first key below it (the record's id in a collection's root). */
export interface Whereabouts {
  readonly root: string;
  readonly key: string | null;
  /** The type below the root that holds it: the record itself, null when it lies in the root. */
  readonly record: AnyType | null;
}

export interface RootIndex {
  nameOf(root: AnyType): string | undefined;
  /** Where a type lies; null when something above it is deleted or its root is unknown. */
  ofType(type: AnyType): Whereabouts | null;
  /** The id of the record (or `@map`, `@brand`) an item is part of, null when it is part of none. */
  ownerOfItem(item: Y.Item): string | null;
}

export function createRootIndex(doc: Y.Doc): RootIndex {
  const names = new WeakMap<object, string>();

  function learn(): void {
    for (const [name, type] of doc.share) names.set(type, name);
  }

  function nameOf(root: AnyType): string | undefined {
    const known = names.get(root);
    if (known !== undefined) return known;
    learn();
    // Defining a root that only remote edits knew replaces its object; its items point to the new one.
    return names.get(root) ?? nameOfSuccessor(root);
  }

  function nameOfSuccessor(root: AnyType): string | undefined {
    const item = root._start ?? [...root._map.values()][0];
    const parent = item?.parent;
    return parent instanceof Y.AbstractType && parent !== root ? names.get(parent) : undefined;
  }

  function ofType(type: AnyType): Whereabouts | null {
    let record: AnyType | null = null;
    let at = type;
    let key: string | null = null;
    while (at._item !== null) {
      if (at._item.deleted) return null;
      record = at;
      key = at._item.parentSub;
      const parent: unknown = at._item.parent;
      if (!(parent instanceof Y.AbstractType)) return null;
      at = parent as AnyType;
    }
    const root = nameOf(at);
    return root === undefined ? null : { root, key, record };
  }

  function ownerOfItem(item: Y.Item): string | null {
    let at: Y.Item = item;
    for (;;) {
      const parent: unknown = at.parent;
      if (!(parent instanceof Y.AbstractType)) return null;
      const above = (parent as AnyType)._item;
      if (above === null) {
        const name = nameOf(parent as AnyType);
        if (name === undefined) return null;
        return parseTextName(name)?.ownerId ?? at.parentSub;
      }
      at = above;
    }
  }

  return { nameOf, ofType, ownerOfItem };
}
