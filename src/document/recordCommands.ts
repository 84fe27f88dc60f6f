/** Commands that make records and set their fields. What people type is clamped here (domain.md), never refused for its range. */
import type * as Y from 'yjs';
import { clampBrand, clampMapInfo, clampRecord } from '../model/clamp.ts';
import type { FieldSpec } from '../model/fieldSpec.ts';
import type {
  Brand,
  Json,
  PersonaDifference,
  Records,
  TierService,
  Touchpoint,
} from '../model/journeyMap.ts';
import { isSameJson } from '../model/sameJson.ts';
import { defaultsOf, recordSchema } from '../model/schema.ts';
import { exists, done, hasRoom, nothingToSay, refuse, type CommandContext } from './commandTools.ts';
import type { Commands, Done, EditableCollection, Fields, StepName } from './commands.ts';
import { entryKey, placeFieldsOf, splitEntryKey, type EntryField } from './keys.ts';
import { writeBefore } from './rankedRecord.ts';
import { readBrand, readOrder, readRecord } from './readMap.ts';
import { writeFields, writeKeys, writeWhole } from './recordForm.ts';
import { collectionRoot, isOrdered, recordOf, singleRoot } from './roots.ts';
import { fitTogether, refusalOf } from './recordRules.ts';
import { clearReferencesTo } from './removal.ts';
import { takeStep } from './step.ts';
import { toStored } from './storedForm.ts';

type Part = Pick<
  Commands,
  | 'create'
  | 'update'
  | 'updateEach'
  | 'updateMap'
  | 'updateBrand'
  | 'setPersonaDifference'
  | 'setTierService'
  | 'createLane'
  | 'link'
>;
type Given<C extends EditableCollection> = Partial<Record<keyof Records[C], unknown>>;
type Loose = { readonly [field: string]: unknown };

export function recordCommands({ doc, newId }: CommandContext): Part {
  function create<C extends EditableCollection>(
    collection: C,
    fields: Fields<C>,
    before: string | null,
    what: 'create' | 'link' = 'create',
  ): Done<string> {
    if (!hasRoom(doc, collection)) return refuse('full');
    const record = freshRecord(collection, fields);
    const reason = refusalOf(doc, collection, record, null);
    if (reason) return refuse(reason);
    takeStep(
      doc,
      () => writeFresh(collection, record, before),
      () => ({ name: { what, count: 1 }, ids: [record.id], joins: null }),
    );
    return done(record.id);
  }

  function freshRecord<C extends EditableCollection>(collection: C, fields: Fields<C>): Records[C] {
    const id = newId();
    const given = clampRecord(collection, withInnerIds(fields as Given<C>));
    return fitTogether(collection, { ...defaultsOf(collection), ...given, id });
  }

  function writeFresh<C extends EditableCollection>(
    collection: C,
    record: Records[C],
    before: string | null,
  ): void {
    if (isOrdered(collection)) writeBefore(doc, collection, record, before);
    else writeWhole(doc, collection, record.id, record);
    keepOnePrimary(collection, record, record.id);
  }

  function update<C extends EditableCollection>(
    collection: C,
    ids: readonly string[],
    fields: Fields<C>,
  ): Done {
    const present = ids.filter((id) => exists(doc, collection, id));
    if (present.length === 0) return refuse('gone');
    const given = clampRecord(collection, withInnerIds(fields as Given<C>)) as Loose;
    const records = new Map<string, Records[C]>();
    for (const id of present) {
      const old = readRecord(doc, collection, id);
      if (!old) continue;
      const record = fitTogether(collection, { ...old, ...given });
      const reason = refusalOf(doc, collection, record, old);
      if (reason) return refuse(reason);
      records.set(id, record);
    }
    const placeFields = placeFieldsOf(collection);
    const isMove = Object.keys(given).every((field) => placeFields.includes(field));
    const untitled = untitledBefore(doc, collection, present, given);
    takeStep(
      doc,
      () => {
        for (const [id, record] of records) {
          writeRecord(collection, id, record, given);
        }
      },
      () => ({
        name: { what: isMove ? 'move' : 'edit', count: records.size },
        ids: present,
        joins: null,
        ...(untitled === null ? {} : { firstTitleOf: untitled }),
      }),
    );
    return nothingToSay;
  }

  function updateEach<C extends EditableCollection>(
    collection: C,
    fields: ReadonlyMap<string, Fields<C>>,
    fresh: readonly Fields<C>[] = [],
  ): Done<readonly string[]> {
    if (!hasRoom(doc, collection, fresh.length)) return refuse('full');
    const made = fresh.map((part) => freshRecord(collection, part));
    for (const record of made) {
      const reason = refusalOf(doc, collection, record, null);
      if (reason) return refuse(reason);
    }
    const changes: { readonly id: string; readonly record: Records[C]; readonly given: Loose }[] = [];
    for (const [id, part] of fields) {
      const old = readRecord(doc, collection, id);
      if (!old) continue;
      const given = clampRecord(collection, withInnerIds(part as Given<C>)) as Loose;
      const record = fitTogether(collection, { ...old, ...given });
      const reason = refusalOf(doc, collection, record, old);
      if (reason) return refuse(reason);
      changes.push({ id, record, given });
    }
    if (changes.length + made.length === 0) return refuse('gone');
    const ids = made.map(({ id }) => id);
    takeStep(
      doc,
      () => {
        for (const { id, record, given } of changes) writeRecord(collection, id, record, given);
        for (const record of made) writeFresh(collection, record, null);
      },
      () => ({ name: nameOf(ids.length), ids: [...ids, ...changes.map(({ id }) => id)], joins: null }),
    );
    return done(ids);

    function nameOf(count: number): StepName {
      return count > 0 ? { what: 'create', count } : { what: 'edit', count: changes.length };
    }
  }

  function writeRecord<C extends EditableCollection>(
    collection: C,
    id: string,
    record: Records[C],
    given: Loose,
  ): void {
    writeFields(doc, collection, id, changedFields(collection, record, given));
    for (const field of entryFields)
      if (Object.hasOwn(given, field)) dropOtherEntries(id, field, record as Touchpoint);
    keepOnePrimary(collection, record, id);
  }

  function keepOnePrimary(collection: EditableCollection, record: object, id: string): void {
    if (collection !== 'personas' || !(record as Records['personas']).primary) return;
    for (const other of collectionRoot(doc, 'personas').keys()) {
      if (other !== id) writeFields(doc, 'personas', other, { primary: false });
    }
  }

  /** Entries that the record has no longer: those it has are written as its other fields are. */
  function dropOtherEntries(id: string, field: EntryField, record: Touchpoint): void {
    const target = recordOf(doc, 'touchpoints', id);
    if (!target) return;
    const wanted = record[field];
    for (const key of target.keys()) {
      const entry = splitEntryKey(key);
      if (entry?.field === field && !Object.hasOwn(wanted, entry.id)) target.delete(key);
    }
  }

  /** Inspector fields that add an item to a list of records leave its id to us. */
  function withInnerIds<T extends object>(fields: T): T {
    const given = fields as Loose;
    const filled: { [field: string]: unknown } = {};
    for (const field of ['jobs', 'messages', 'topics']) {
      const items = given[field];
      if (!Array.isArray(items)) continue;
      filled[field] = items.map((item: unknown) =>
        typeof item === 'object' && item !== null && !(item as { id?: unknown }).id
          ? { ...item, id: newId() }
          : item,
      );
    }
    return { ...fields, ...filled };
  }

  /** One entry of `byPersona` or `byTier` at several touchpoints. */
  function setEntry(field: EntryField, ids: readonly string[], key: string, part: object | null): Done {
    const present = ids.filter((id) => exists(doc, 'touchpoints', id));
    const owner = field === 'byPersona' ? 'personas' : 'tiers';
    if (present.length === 0 || (part && !exists(doc, owner, key))) return refuse('gone');
    takeStep(
      doc,
      () => {
        for (const id of present) {
          const target = recordOf(doc, 'touchpoints', id);
          if (target) writeKeys(target, new Map([[entryKey(field, key), entryOf(field, id, key, part)]]));
        }
      },
      () => ({ name: { what: 'edit', count: present.length }, ids: present, joins: null }),
    );
    return nothingToSay;
  }

  function entryOf(field: EntryField, id: string, key: string, part: object | null): Json | undefined {
    if (!part) return undefined;
    const old: object | undefined = readRecord(doc, 'touchpoints', id)?.[field][key];
    const clamped = clampRecord('touchpoints', {
      [field]: { [key]: { ...(field === 'byTier' ? anyLevel : {}), ...old, ...part } },
    });
    const entry: object | undefined = clamped[field]?.[key];
    if (!entry) return undefined;
    const spec: FieldSpec = recordSchema('touchpoints')[field];
    if (spec.kind !== 'entries') return undefined;
    const stored = toStored(spec.of, { ...entry, ...(old && 'extra' in old ? { extra: old.extra } : {}) });
    return isSameJson(stored, {}) ? undefined : stored;
  }

  return {
    create: (collection, fields, before = null) => create(collection, fields, before),
    createLane: (name, kind, before = null) => create('lanes', { name, kind }, before),
    link(from, to, fields = {}) {
      const kind = fields.kind ?? 'next';
      for (const id of readOrder(doc, 'links')) {
        const old = readRecord(doc, 'links', id);
        if (old?.from === from && old.to === to && old.kind === kind) return done(id);
      }
      return create('links', { ...fields, from, to }, null, 'link');
    },
    update,
    updateEach,
    updateMap(fields) {
      // The lock has a command of its own.
      const { id: _fixed, structureLocked: _lock, ...given } = clampMapInfo(fields);
      takeStep(
        doc,
        () => writeFields(doc, 'map', '', given),
        () => ({ name: { what: 'edit', count: 1 }, ids: [], joins: null }),
      );
      return nothingToSay;
    },
    updateBrand(fields) {
      const given = clampBrand(withInnerIds(fields));
      takeStep(
        doc,
        () => {
          const old = readBrand(doc);
          writeFields(doc, 'brand', '', given);
          const root = singleRoot(doc, 'brand');
          if (!root.has('name')) root.set('name', '');
          clearReferencesTo(doc, idsLeft(old, readBrand(doc)));
        },
        () => ({ name: { what: 'edit', count: 1 }, ids: [], joins: null }),
      );
      return nothingToSay;
    },
    setPersonaDifference: (ids, personaId, difference: Partial<PersonaDifference> | null) =>
      setEntry('byPersona', ids, personaId, difference),
    setTierService: (ids, tierId, service: Partial<TierService> | null) =>
      setEntry('byTier', ids, tierId, service),
  };
}

const entryFields: readonly EntryField[] = ['byPersona', 'byTier'];
/** What a tier gets when only its promise or its response time was typed. */
const anyLevel = { level: 'standard' };

/** Of a record, the fields to write: those given, the whole place when a part of it was, a reading's value with its metric. */
function changedFields(collection: EditableCollection, record: object, given: Loose): Loose {
  const names = new Set(Object.keys(given));
  const placeFields = placeFieldsOf(collection);
  if (placeFields.some((field) => names.has(field))) for (const field of placeFields) names.add(field);
  if (collection === 'readings' && names.has('metric')) names.add('value');
  return Object.fromEntries([...names].map((name) => [name, (record as Loose)[name]]));
}

/** Ids of messages and topics that were there before and are not any more. */
function idsLeft(before: Brand | null, after: Brand | null): ReadonlySet<string> {
  const lists = ['messages', 'topics'] as const satisfies readonly (keyof Brand)[];
  const present = new Set(lists.flatMap((list) => (after?.[list] ?? []).map(({ id }) => id)));
  return new Set(
    lists.flatMap((list) => (before?.[list] ?? []).map(({ id }) => id)).filter((id) => !present.has(id)),
  );
}

/** The one record that has no title yet and is given one, and nothing else; null in every other case. */
function untitledBefore(
  doc: Y.Doc,
  collection: EditableCollection,
  [id, ...others]: readonly string[],
  given: Loose,
): string | null {
  const [field, ...more] = Object.keys(given);
  if (id === undefined || others.length > 0 || (field !== 'title' && field !== 'name') || more.length > 0)
    return null;
  const record = readRecord(doc, collection, id);
  return record && Reflect.get(record, field) === '' ? id : null;
}
