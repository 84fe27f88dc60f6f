/**
 * Copies of records inside one map: new ids, references among the copied follow (so links inside are kept), all other
 * references stay. What hangs on the original alone (readings, comments, checks set aside) is not copied: it was
 * measured or said of that one. A copy is never locked.
 */
import type * as Y from 'yjs';
import type { JourneyMap } from '../model/journeyMap.ts';
import { ranksToInsert } from '../model/rank.ts';
import { rewriteIds } from '../model/rewriteIds.ts';
import { collectionOf, done, ranksOf, type CommandContext } from './commandTools.ts';
import type { Done } from './commands.ts';
import { pastedCollections, withoutLostReferences } from './fragment.ts';
import { writeBefore } from './rankedRecord.ts';
import { readBrand } from './readMap.ts';
import { writeWhole } from './recordForm.ts';
import { takeStep, type Step } from './step.ts';

/**
 * Writes copies as one step; gives the new ids of the cards. `structure`: the stage or lane among them and what it
 * comes to lie before; its new id is given first.
 */
export function copyRecords(
  { doc, newId }: CommandContext,
  content: JourneyMap,
  describe: (ids: readonly string[]) => Step,
  structure?: { readonly collection: 'stages' | 'lanes'; readonly before: string | null },
): Done<readonly string[]> {
  const fresh = new Map<string, string>();
  for (const name of ['stages', 'lanes', ...pastedCollections] as const)
    for (const { id } of content[name]) fresh.set(id, newId());
  const freshOrOwn = (id: string): string => fresh.get(id) ?? id;
  const renamed = rewriteIds(content, { own: freshOrOwn, reference: freshOrOwn });
  const cards: readonly { readonly id: string }[] = [
    ...(structure ? renamed[structure.collection] : []),
    ...renamed.touchpoints,
    ...renamed.insights,
    ...renamed.opportunities,
    ...renamed.actions,
    ...renamed.elements,
  ];
  const ids = cards.map(({ id }) => id);
  takeStep(
    doc,
    () => {
      if (structure) {
        const { collection, before } = structure;
        for (const record of renamed[collection]) writeBefore(doc, collection, record, before);
      }
      writeCopies(doc, renamed, new Set(fresh.values()));
    },
    () => describe(ids),
  );
  return done(ids);
}

/** Writes copied cards and what belongs to them; references that lead nowhere here are left out. Inside a step. */
export function writeCopies(doc: Y.Doc, records: JourneyMap, made: ReadonlySet<string>): void {
  const brand = readBrand(doc);
  const inner = new Set([...(brand?.messages ?? []), ...(brand?.topics ?? [])].map(({ id }) => id));
  const isThere = (id: string): boolean =>
    made.has(id) || inner.has(id) || collectionOf(doc, id) !== undefined;
  const ranks = ranksToInsert(
    ranksOf(doc, 'elements'),
    records.elements.map(({ id }) => id),
    null,
  );
  for (const name of pastedCollections) {
    for (const record of records[name]) {
      const whole = withoutLostReferences(name, record, isThere);
      if (!whole) continue;
      const free = 'locked' in whole ? { ...whole, locked: false } : whole;
      writeWhole(doc, name, record.id, free, ranks.get(record.id));
    }
  }
}
