/**
 * Where a list differs from the one it was copied from, told by whoever copied it: otherwise each change of one record
 * would have thousands compared by everybody who asks.
 */

interface Copied {
  /** Weak: a chain of lists must not keep the first of them alive. */
  readonly from: WeakRef<readonly unknown[]>;
  readonly replaced: readonly number[];
}
const copies = new WeakMap<readonly unknown[], Copied>();

/** `list` has as many entries as `from`, and all but the replaced ones, each named once in rising order, are the same. */
export function noteReplaced(
  list: readonly unknown[],
  from: readonly unknown[],
  replaced: readonly number[],
): void {
  copies.set(list, { from: new WeakRef(from), replaced });
}

/** Where two lists of equal length have another entry; null when they are not equally long. Compares them where nobody has noted it. */
export function replacedSince(
  list: readonly unknown[],
  former: readonly unknown[],
): readonly number[] | null {
  if (list === former) return [];
  if (list.length !== former.length) return null;
  const copied = copies.get(list);
  if (copied?.from.deref() === former) return copied.replaced;
  const replaced: number[] = [];
  for (let index = 0; index < list.length; index += 1)
    if (list[index] !== former[index]) replaced.push(index);
  return replaced;
}
