/**
 * Part of repair: references to nothing are removed (domain.md 2.12): a single one becomes null, in a list it is left
 * out, an entry of byPersona or byTier goes. Which fields refer to what comes from the schema.
 */
import type { FieldSpec, IdSpace } from './fieldSpec.ts';
import type { Collection, JourneyMap } from './journeyMap.ts';
import { keepOrFix, withChanges } from './repairList.ts';
import { collectionNames, recordSchema } from './schema.ts';

interface ReferringField {
  readonly field: string;
  readonly shape: 'one' | 'list' | 'entries';
  readonly to: IdSpace;
}

/** Comments are not in it: what they may answer depends on which of them stay. */
const referring = new Map<Collection, readonly ReferringField[]>(
  collectionNames
    .filter((name) => name !== 'comments')
    .map((name) => [
      name,
      Object.entries<FieldSpec>(recordSchema(name)).flatMap(([field, spec]) => asReferring(field, spec)),
    ]),
);

export function clearReferences(map: JourneyMap): JourneyMap {
  const ids = new Map<IdSpace, ReadonlySet<string>>();
  const exists: Exists = (space, id) => {
    let known = ids.get(space);
    if (!known) ids.set(space, (known = idsOf(map, space)));
    return known.has(id);
  };
  const changes: { [name: string]: readonly unknown[] } = {};
  for (const [name, fields] of referring) {
    if (fields.length === 0) continue;
    const records: readonly object[] = map[name];
    changes[name] = keepOrFix(records, (record) => clearIn(record, fields, exists));
  }
  return withChanges(map, changes);
}

function asReferring(field: string, spec: FieldSpec): readonly ReferringField[] {
  if (spec.kind === 'entries') return [{ field, shape: 'entries', to: spec.keys }];
  const single = spec.kind === 'list' ? spec.of : spec;
  // Required references are repaired by what they mean (a place to go, or dropping the record), not cleared.
  if (single.kind !== 'reference' || single.to === 'any' || (spec.kind === 'reference' && !spec.nullable))
    return [];
  return single.to.map((to) => ({ field, shape: spec.kind === 'list' ? 'list' : 'one', to }));
}

type Exists = (space: IdSpace, id: string) => boolean;

function clearIn<R extends object>(record: R, fields: readonly ReferringField[], exists: Exists): R {
  const values = record as { readonly [field: string]: unknown };
  let changes: { [field: string]: unknown } | null = null;
  // Not by `of`: an iterator's results for each of thousands of records are a megabyte of garbage when a map opens.
  for (let index = 0; index < fields.length; index += 1) {
    const referring = fields[index];
    if (!referring) continue;
    const value = values[referring.field];
    const kept = keptOf(value, referring, exists);
    if (kept !== value) (changes ??= {})[referring.field] = kept;
  }
  return changes ? { ...record, ...changes } : record;
}

/** What stays of a field's value: itself where nothing goes. */
function keptOf(value: unknown, { shape, to }: ReferringField, exists: Exists): unknown {
  if (shape === 'one') return typeof value === 'string' && !exists(to, value) ? null : value;
  if (shape === 'list') {
    const ids = value as readonly string[];
    return ids.length > 0 ? keptIds(ids, to, exists) : ids;
  }
  const entries = value as { readonly [id: string]: unknown };
  const ids = Object.keys(entries);
  return ids.length > 0 ? keptEntries(entries, ids, to, exists) : entries;
}

function keptIds(ids: readonly string[], to: IdSpace, exists: Exists): readonly string[] {
  return ids.every((id) => exists(to, id)) ? ids : ids.filter((id) => exists(to, id));
}

function keptEntries<T>(
  entries: { readonly [id: string]: T },
  ids: readonly string[],
  to: IdSpace,
  exists: Exists,
): { readonly [id: string]: T } {
  if (ids.every((id) => exists(to, id))) return entries;
  const kept: { [id: string]: T } = Object.create(null);
  for (const id of ids) {
    const entry = exists(to, id) ? entries[id] : undefined;
    if (entry !== undefined) kept[id] = entry;
  }
  return kept;
}

function idsOf(map: JourneyMap, space: IdSpace): ReadonlySet<string> {
  if (space === 'map') return new Set([map.map.id]);
  if (space === 'messages') return idsIn(map.brand?.messages ?? []);
  if (space === 'topics') return idsIn(map.brand?.topics ?? []);
  if (space === 'jobs') return idsIn(map.personas.flatMap((persona) => persona.jobs));
  return idsIn(map[space]);
}

function idsIn(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map((record) => record.id));
}
