/** The two small steps every repair is made of; both give back the very object they got when nothing changed. */

/** Each item kept, replaced, or dropped (null). */
export function keepOrFix<T>(items: readonly T[], fix: (item: T) => T | null): readonly T[] {
  let fixed: T[] | null = null;
  // Not by `of`: an iterator's results for each of thousands of records are a megabyte of garbage when a map opens.
  items.forEach((item, index) => {
    const result = fix(item);
    if (result !== item && !fixed) fixed = items.slice(0, index);
    if (fixed && result !== null) fixed.push(result);
  });
  return fixed ?? items;
}

/** The object with these fields, or itself when they are all the same already. */
export function withChanges<T extends object>(object: T, changes: { readonly [field: string]: unknown }): T {
  const present = object as { readonly [field: string]: unknown };
  const differs = Object.keys(changes).some((field) => changes[field] !== present[field]);
  return differs ? { ...object, ...changes } : object;
}
