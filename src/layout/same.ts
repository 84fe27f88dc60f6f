/** Keeping former things: what did not change must stay the same object, so that nobody does its work again. */

/** Whether two lists hold the same values in the same order. */
export function sameInputs(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!Object.is(a[index], b[index])) return false;
  return true;
}

/** The former list when the new one holds the same things. */
export function keepList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before && sameInputs(before, now) ? before : now;
}

/** The former map when the new one holds the same things in the same order. */
export function keepMap<T>(
  before: ReadonlyMap<string, T> | undefined,
  now: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  if (!before || before.size !== now.size) return now;
  const entries = before.entries();
  for (const [key, value] of now) {
    const known = entries.next().value;
    if (!known || known[0] !== key || known[1] !== value) return now;
  }
  return before;
}

/** The former record when every field of the new one, which has the same fields, is equal. */
export function keepRecord<T extends object>(before: T | undefined, now: T): T {
  if (!before) return now;
  for (const key in now) if (!Object.is(now[key], before[key])) return now;
  return before;
}

/** Whether two values say the same, whatever objects they are made of. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isAlike(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

/** Whether two records differ in one field at most. */
export function isSameBut<T extends object>(field: keyof T, a: T, b: T): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key === field || Reflect.get(a, key) === Reflect.get(b, key))
  );
}
