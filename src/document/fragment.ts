/**
 * A piece of a map on the clipboard: the records copied, and around them what they refer to (stages, lanes, channels,
 * personas, tiers, evidence), so that a paste into another map finds its counterparts by name.
 *
 * A fragment may come from anywhere: it is read leniently and bounded, like a live document.
 */
import { emptyMap } from '../model/blankMap.ts';
import { recordFrom } from '../model/clamp.ts';
import type { Collection, JourneyMap, Records } from '../model/journeyMap.ts';
import { COLLECTION_LIMITS } from '../model/limits.ts';
import { writeMap } from '../model/writeMap.ts';
import type { Fragment } from './commands.ts';
import { referencesOf } from './references.ts';

/** Records that are pasted, as against those that only say what was referred to. */
export const pastedCollections = [
  'touchpoints',
  'insights',
  'opportunities',
  'actions',
  'moments',
  'links',
  'elements',
] as const;
type PastedCollection = (typeof pastedCollections)[number];

/** The whole grid goes along (it is small), as distances in a paste count stages and lanes that hold nothing copied. */
const alwaysAlong: ReadonlySet<Collection> = new Set(['stages', 'lanes']);

export function makeFragment(map: JourneyMap, ids: ReadonlySet<string>): Fragment {
  const cards = new Set<string>();
  for (const name of ['touchpoints', 'insights', 'opportunities', 'actions', 'elements'] as const) {
    for (const { id } of map[name]) if (ids.has(id)) cards.add(id);
  }
  const pick = <R extends { readonly id: string }>(records: readonly R[]): readonly R[] =>
    records.filter(({ id }) => cards.has(id));
  const copied = {
    touchpoints: pick(map.touchpoints),
    insights: pick(map.insights),
    opportunities: pick(map.opportunities),
    actions: pick(map.actions),
    elements: pick(map.elements),
    moments: map.moments.filter(({ touchpointId }) => cards.has(touchpointId)),
    links: map.links.filter(({ from, to }) => cards.has(from) && cards.has(to)),
  };
  const copiedPersonas = map.personas.filter(({ id }) => ids.has(id));
  const referred = new Set([
    ...referredIn(copied),
    ...copiedPersonas.flatMap((persona) => [persona.id, ...referredBy('personas', persona)]),
  ]);
  const along = Object.fromEntries(
    (['stages', 'lanes', 'channels', 'personas', 'tiers', 'evidence'] as const).map((name) => {
      const records: readonly { readonly id: string }[] = map[name];
      return [name, alwaysAlong.has(name) ? records : records.filter(({ id }) => referred.has(id))];
    }),
  );
  const { format: _format, ...content } = writeMap({
    ...emptyMap(map.map.id),
    map: map.map,
    ...along,
    ...copied,
  });
  if (copiedPersonas.length === 0) return { format: 'touchline/fragment', content };
  // Beside personas that are only referred to: these are to be made where it is pasted.
  const made = copiedPersonas.map(({ id }) => id);
  return { format: 'touchline/fragment', content: { ...content, copied: made } };
}

function referredIn(copied: {
  readonly [C in PastedCollection]: readonly Records[C][];
}): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const name of pastedCollections) {
    for (const record of copied[name]) for (const id of referredBy(name, record)) ids.add(id);
  }
  return ids;
}

/** Every id a record refers to. */
function referredBy(collection: Collection, record: object): readonly string[] {
  const values = record as { readonly [field: string]: unknown };
  return referencesOf(collection).flatMap(({ field, form }) => {
    const value = values[field];
    if (value === null || value === undefined) return [];
    if (form === 'keys') return Object.keys(value);
    return form === 'many' ? (value as readonly string[]) : [value as string];
  });
}

/** The records of one collection in a fragment; what is not a record is left out. */
export function recordsIn<C extends Collection>(fragment: Fragment, collection: C): readonly Records[C][] {
  const content: unknown = fragment.content;
  if (fragment.format !== 'touchline/fragment' || typeof content !== 'object' || content === null) return [];
  const list = (content as { readonly [key: string]: unknown })[collection];
  if (!Array.isArray(list)) return [];
  return list.slice(0, COLLECTION_LIMITS[collection]).flatMap((item: unknown) => {
    const id = typeof item === 'object' && item !== null ? (item as { id?: unknown }).id : undefined;
    const record = typeof id === 'string' ? recordFrom(collection, id, item) : null;
    return record ? [record] : [];
  });
}

/** The record without references to what is not there; null when it cannot be without one of them. */
export function withoutLostReferences<R extends object>(
  collection: Collection,
  record: R,
  isThere: (id: string) => boolean,
): R | null {
  const values: { [field: string]: unknown } = { ...(record as { readonly [field: string]: unknown }) };
  for (const { field, form } of referencesOf(collection)) {
    const value = values[field];
    if (value === null || value === undefined || form === 'place') continue;
    if (form === 'many') values[field] = (value as readonly string[]).filter(isThere);
    else if (form === 'keys') {
      const entries: { [id: string]: unknown } = Object.create(null);
      for (const [id, entry] of Object.entries(value)) if (isThere(id)) entries[id] = entry;
      values[field] = entries;
    } else if (typeof value !== 'string' || !isThere(value)) {
      if (form === 'owned') return null;
      values[field] = null;
    }
  }
  return values as R;
}
