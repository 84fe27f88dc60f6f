/**
 * What is worked out record by record, kept from one call to the next: an edit changes one record of a list, so only that
 * one is worked out anew. Records never change (a new one is made), so their identity stands for their content.
 *
 * In:  `work`: answers a record, which it is given with its place in the list.
 *      `owner`: something that lives as long as the map and is the same from edit to edit (a list that seldom changes); what
 *      is kept goes with it. `keys`: whatever else the work depends on; `slot`: for several runs over the same owner.
 * Out: one answer a record, in order. The very same list when nothing differs.
 * Costs one comparison a record; a list in another order is looked up record by record.
 */
interface Kept<In, Out> {
  readonly keys: readonly unknown[];
  readonly records: readonly In[];
  readonly answers: readonly Out[];
}

export type KeptEach<In, Out> = (
  owner: object,
  keys: readonly unknown[],
  records: readonly In[],
  work: (record: In, index: number) => Out,
  slot?: string,
) => readonly Out[];

/** Its own memory for one kind of work. */
export function keptEach<In extends object, Out>(): KeptEach<In, Out> {
  const memory = new WeakMap<object, Map<string, Kept<In, Out>>>();
  return (owner, keys, records, work, slot = '') => {
    let slots = memory.get(owner);
    if (!slots) memory.set(owner, (slots = new Map()));
    const before = slots.get(slot);
    const isStill = before?.keys.every((key, index) => key === keys[index]);
    const answers = before && isStill ? workOver(before, records, work) : records.map(work);
    if (before?.answers !== answers || before.records !== records)
      slots.set(slot, { keys, records, answers });
    return answers;
  };
}

function workOver<In, Out>(
  before: Kept<In, Out>,
  records: readonly In[],
  work: (record: In, index: number) => Out,
): readonly Out[] {
  if (before.records === records) return before.answers;
  const answers: Out[] = [];
  let places: ReadonlyMap<In, number> | null = null;
  let next = 0;
  let isSame = records.length === before.records.length;
  for (const [index, record] of records.entries()) {
    if (before.records[next] !== record) {
      // One changed record has the same neighbour behind it; anything else was added, removed or moved.
      if (index + 1 < records.length && before.records[next + 1] === records[index + 1]) {
        answers.push(work(record, index));
        isSame = false;
        next += 1;
        continue;
      }
      places ??= new Map(before.records.map((one, place) => [one, place]));
      const place = places.get(record);
      isSame = false;
      if (place === undefined) {
        answers.push(work(record, index));
        continue;
      }
      next = place;
    }
    answers.push(before.answers[next] as Out);
    next += 1;
  }
  return isSame ? before.answers : answers;
}
