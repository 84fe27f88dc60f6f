/** The fields of a record that make another one like it: all but what is its own. */
export function withoutId(record: object): { readonly [field: string]: unknown } {
  return Object.fromEntries(Object.entries(record).filter(([field]) => field !== 'id' && field !== 'extra'));
}
