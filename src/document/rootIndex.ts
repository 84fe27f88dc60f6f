/**
 * From a Yjs type back to the record it belongs to. Yjs finds a root's name by walking over all roots; a map has
 * thousands of them (one per long text), so names are remembered and looked for only when a new root turns up.
 */
import type * as Y from 'yjs';
import { holderOf, latestItems, listItems, parentOf, type AnyType } from './structs.ts';
import { parseTextName } from './texts.ts';

/** The root a type or item lies under, and the first key below it (the record's id in a collection's root). */
interface Whereabouts {
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
    const first = listItems(root).next().value ?? latestItems(root).values().next().value;
    const parent = first ? parentOf(first) : null;
    return parent && parent !== root ? names.get(parent) : undefined;
  }

  function ofType(type: AnyType): Whereabouts | null {
    let record: AnyType | null = null;
    let key: string | null = null;
    let at = type;
    for (let holder = holderOf(at); holder !== null; holder = holderOf(at)) {
      const parent = parentOf(holder);
      if (holder.deleted || !parent) return null;
      record = at;
      key = holder.parentSub;
      at = parent;
    }
    const root = nameOf(at);
    return root === undefined ? null : { root, key, record };
  }

  function ownerOfItem(item: Y.Item): string | null {
    for (let at = item; ;) {
      const parent = parentOf(at);
      if (!parent) return null;
      const above = holderOf(parent);
      if (above === null) {
        const name = nameOf(parent);
        return name === undefined ? null : (parseTextName(name)?.ownerId ?? at.parentSub);
      }
      at = above;
    }
  }

  return { nameOf, ofType, ownerOfItem };
}
