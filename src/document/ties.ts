/**
 * What a cut takes out of the map with its cards, so that a paste is a move and loses nothing: records that go with the
 * cards (readings, links to others, checks set aside) and those that stay and only forget them (the note about a card).
 *
 * Out: the records as they were before the cut, on the clipboard under `ties`. In: a fragment, read leniently.
 * Only what names a card that came back under its own id is written, and never over what others have set since.
 */
import type * as Y from 'yjs';
import { emptyMap } from '../model/blankMap.ts';
import type { JourneyMap, Json } from '../model/journeyMap.ts';
import { writeMap } from '../model/writeMap.ts';
import { collectionOf, exists, hasRoom } from './commandTools.ts';
import type { Fragment } from './commands.ts';
import { pastedCollections, recordsIn, withoutLostReferences } from './fragment.ts';
import { readMapInfo, readRecord } from './readMap.ts';
import { writeFields, writeWhole } from './recordForm.ts';
import { referencesOf, type Reference } from './references.ts';
import { mapCollections } from './roots.ts';

const tiesKey = 'ties';

/** The fragment of a cut: the copy, and what is tied to its cards. */
export function withTies(fragment: Fragment, map: JourneyMap): Fragment {
  const inside = new Set(pastedCollections.flatMap((name) => recordsIn(fragment, name).map(({ id }) => id)));
  const gone = new Set(inside);
  for (let grown = true; grown;) {
    grown = false;
    for (const name of mapCollections) {
      for (const record of map[name]) {
        if (gone.has(record.id) || !isOwnedBy(name, record, gone)) continue;
        gone.add(record.id);
        grown = true;
      }
    }
  }
  const tied = Object.fromEntries(
    mapCollections.map((name) => {
      const records: readonly { readonly id: string }[] = map[name];
      return [
        name,
        records.filter((record) => !inside.has(record.id) && fieldsTo(name, record, gone).length > 0),
      ];
    }),
  );
  const { format: _format, map: _map, ...ties } = writeMap({ ...emptyMap(map.map.id), ...tied });
  return { ...fragment, content: { ...fragment.content, [tiesKey]: ties } };
}

/** The records of a cut that may come back under their own ids: those of this map that nobody has brought back yet. */
export function movedIn(doc: Y.Doc, fragment: Fragment): ReadonlySet<string> {
  const { map } = fragment.content;
  if (!tiesOf(fragment) || readText(map, 'id') !== readMapInfo(doc).id) return new Set();
  return new Set(
    pastedCollections.flatMap((name) =>
      recordsIn(fragment, name).flatMap(({ id }) => (collectionOf(doc, id) ? [] : [id])),
    ),
  );
}

/** Ties the records that came back to what they were tied to. Inside a step. */
export function writeTies(doc: Y.Doc, fragment: Fragment, moved: ReadonlySet<string>): void {
  const ties = tiesOf(fragment);
  if (!ties || moved.size === 0) return;
  const back = new Set(moved);
  const isThere = (id: string): boolean => collectionOf(doc, id) !== undefined;
  for (let grown = true; grown;) {
    grown = false;
    for (const name of mapCollections) {
      for (const record of recordsIn(ties, name)) {
        if (isThere(record.id) || !isOwnedBy(name, record, back) || !hasRoom(doc, name)) continue;
        const whole = withoutLostReferences(name, record, isThere);
        if (!whole) continue;
        writeWhole(doc, name, record.id, whole);
        back.add(record.id);
        grown = true;
      }
    }
  }
  for (const name of mapCollections) {
    for (const record of recordsIn(ties, name)) {
      if (back.has(record.id) || !exists(doc, name, record.id)) continue;
      const here = readRecord(doc, name, record.id);
      if (here) writeFields(doc, name, record.id, referencesBack(here, record, fieldsTo(name, record, back)));
    }
  }

  function referencesBack(here: object, before: object, fields: readonly Reference[]): object {
    return Object.fromEntries(
      fields.flatMap(({ field, form }): readonly (readonly [string, unknown])[] => {
        const now: unknown = Reflect.get(here, field);
        const was: unknown = Reflect.get(before, field);
        if (form === 'one') return now === null ? [[field, was]] : [];
        if (form !== 'many') return [];
        const left = now as readonly string[];
        const known = new Set(left);
        const former = (was as readonly string[]).filter((id) => known.has(id) || back.has(id));
        return [[field, [...former, ...left.filter((id) => !former.includes(id))]]];
      }),
    );
  }
}

/** The references of a record that lead to one of these. */
function fieldsTo(
  name: (typeof mapCollections)[number],
  record: object,
  ids: ReadonlySet<string>,
): readonly Reference[] {
  return referencesOf(name).filter(({ field, form }) => {
    const value: unknown = Reflect.get(record, field);
    if (form === 'many') return (value as readonly string[]).some((id) => ids.has(id));
    return typeof value === 'string' && ids.has(value);
  });
}

function isOwnedBy(name: (typeof mapCollections)[number], record: object, ids: ReadonlySet<string>): boolean {
  return fieldsTo(name, record, ids).some(({ form }) => form === 'owned');
}

function tiesOf({ format, content }: Fragment): Fragment | null {
  const ties = content[tiesKey];
  return typeof ties === 'object' && ties !== null && !Array.isArray(ties)
    ? { format, content: ties as Fragment['content'] }
    : null;
}

function readText(value: Json | undefined, key: string): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' ? text : null;
}
