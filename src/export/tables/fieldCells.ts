/**
 * A field's value as one cell that a person can read: names instead of ids, words instead of codes, numbers as numbers.
 * Which words a choice has follows from its field; what a field may be is the model's own spec of it.
 */
import type { FieldSpec } from '../../model/fieldSpec.ts';
import type { Collection, JourneyMap } from '../../model/journeyMap.ts';
import { plainName, quotedItem } from '../../model/cellText.ts';
import { collectionNames } from '../../model/schema.ts';
import { fieldWords } from '../../words/fields.ts';
import { innerFields, valueLabels } from '../../words/valueNames.ts';
import { fileWords, type FileWords } from '../../words/files.ts';
import type { InterfaceLanguage } from '../../words/language.ts';

export type Cell = string | number | null;

/** What cells of one map in one language are written with. */
export interface CellWriter {
  readonly language: InterfaceLanguage;
  readonly words: FileWords;
  /** What a record is called; the id itself where it has no name. */
  nameOf(id: string): string;
  /** `where`: the collection, then the field. */
  cell(spec: FieldSpec, value: unknown, where: readonly [string, string]): Cell;
}

/** `quoted`: how an item of a list stands in a cell, so that a table can be read back; for a reader it stands as it is. */
export function cellWriter(
  journey: JourneyMap,
  language: InterfaceLanguage,
  quoted: (item: string) => string = quotedItem,
): CellWriter {
  const words = fileWords[language];
  const { fields, values } = fieldWords[language];
  const names = namesOf(journey);
  const order = new Map([...journey.tiers, ...journey.personas].map(({ id }, index) => [id, index]));
  const nameOf = (id: string): string => names.get(id) ?? id;

  const record = (inner: Readonly<Record<string, FieldSpec>>, value: object, field: string): string => {
    const { group, labels } = innerFields(fields, field);
    const parts = Object.entries(inner).flatMap(([name, spec]) => {
      const told = cell(spec, (value as Record<string, unknown>)[name], [group, name]);
      const isSaid = told !== null && told !== '' && !(spec.kind === 'boolean' && told === words.no);
      if (!isSaid || spec.kind === 'id') return [];
      return [`${labels[name] ?? name}${words.pairMark}${typeof told === 'string' ? quoted(told) : told}`];
    });
    return parts.join(', ');
  };
  const cell = (spec: FieldSpec, value: unknown, where: readonly [string, string]): Cell => {
    if (value === null || value === undefined) return null;
    switch (spec.kind) {
      case 'number':
        return typeof value === 'number' ? value : null;
      case 'boolean':
        return value === true ? words.yes : words.no;
      case 'choice':
        return typeof value === 'string' ? (valueLabels(values, where)[value] ?? value) : null;
      case 'reference':
        return typeof value === 'string' ? nameOf(value) : null;
      case 'list': {
        if (!Array.isArray(value)) return null;
        const items = value.map((item: unknown) => String(cell(spec.of, item, where) ?? ''));
        // A record has quotes inside; one that says nothing is an empty item.
        const isRecord = spec.of.kind === 'record';
        return items.map((item) => (isRecord && item !== '' ? item : quoted(item))).join(words.listMark);
      }
      case 'record':
        return record(spec.fields, value, where[1]);
      case 'entries':
        // In the order of the map, whatever order they were written in.
        return Object.entries(value)
          .toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
          .map(
            ([id, entry]: [string, object]) =>
              `${quoted(nameOf(id))}${words.pairMark}${record(spec.of.fields, entry, where[1])}`,
          )
          .join(words.listMark);
      case 'text':
      case 'id':
      case 'foreign-id':
      case 'colour':
      case 'date':
      case 'time':
      case 'url':
      case 'image':
      case 'image-hash':
      case 'file':
        return typeof value === 'string' ? value : null;
    }
  };
  return { language, words, nameOf, cell };
}

/** Names by id. Two records of a kind that are called alike have their id behind the name, so that a table can be read back. */
function namesOf(journey: JourneyMap): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const add = (records: readonly { readonly id: string; readonly name: string }[]): void => {
    const counts = new Map<string, number>();
    for (const { name } of records) counts.set(plainName(name), (counts.get(plainName(name)) ?? 0) + 1);
    for (const { id, name } of records) {
      const isOnly = counts.get(plainName(name)) === 1;
      if (name !== '') names.set(id, isOnly ? name : `${name} [${id}]`);
    }
  };
  for (const collection of collectionNames)
    add(journey[collection].map((record) => ({ id: record.id, name: spokenName(record) })));
  add((journey.brand?.messages ?? []).map(({ id, text }) => ({ id, name: text })));
  add(journey.brand?.topics ?? []);
  return names;
}

function spokenName(record: JourneyMap[Collection][number]): string {
  if ('title' in record) return record.title;
  if ('name' in record) return record.name;
  return 'text' in record ? record.text : '';
}
