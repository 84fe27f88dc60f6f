/**
 * A field's value as one cell that a person can read: names instead of ids, words instead of codes, numbers as numbers.
 * Which words a choice has follows from its field; what a field may be is the model's own spec of it.
 */
import type { FieldSpec } from '../../model/fieldSpec.ts';
import type { Collection, JourneyMap } from '../../model/journeyMap.ts';
import { collectionNames } from '../../model/schema.ts';
import { fieldWords } from '../../words/fields.ts';
import type { FieldLabels, ValueLabels } from '../../words/fieldTypes.ts';
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

const valueNames: Readonly<Record<string, keyof ValueLabels>> = {
  'touchpoints.status': 'touchpointStatus',
  'opportunities.status': 'opportunityStatus',
  'actions.status': 'actionStatus',
  'lanes.kind': 'laneKind',
  'moments.kind': 'momentKind',
  'links.kind': 'linkKind',
  'evidence.kind': 'evidenceKind',
  'insights.kind': 'insightKind',
  'job.kind': 'jobKind',
  level: 'serviceLevel',
  contactKinds: 'contactKind',
  answers: 'answer',
  drives: 'drive',
  roles: 'channelRole',
};
/** The labels of records inside a record, by the field that holds them. */
const innerLabels: Readonly<Record<string, keyof FieldLabels>> = {
  tone: 'tone',
  triad: 'triad',
  forces: 'forces',
  information: 'information',
  byPersona: 'difference',
  byTier: 'service',
  jobs: 'job',
};

export function cellWriter(journey: JourneyMap, language: InterfaceLanguage): CellWriter {
  const words = fileWords[language];
  const { fields, values } = fieldWords[language];
  const names = namesOf(journey);
  const order = new Map([...journey.tiers, ...journey.personas].map(({ id }, index) => [id, index]));
  const nameOf = (id: string): string => names.get(id) ?? id;

  const choice = (value: string, [collection, field]: readonly [string, string]): string => {
    const name = valueNames[`${collection}.${field}`] ?? valueNames[field] ?? field;
    const labels: Readonly<Record<string, string>> = name in values ? values[name as keyof ValueLabels] : {};
    return labels[value] ?? value;
  };
  const record = (inner: Readonly<Record<string, FieldSpec>>, value: object, field: string): string => {
    const group = innerLabels[field];
    const labels: Readonly<Record<string, string>> = group ? fields[group] : {};
    const parts = Object.entries(inner).flatMap(([name, spec]) => {
      const told = cell(spec, (value as Record<string, unknown>)[name], [group ?? field, name]);
      const isSaid = told !== null && told !== '' && !(spec.kind === 'boolean' && told === words.no);
      return isSaid && spec.kind !== 'id' ? [`${labels[name] ?? name}${words.pairMark}${told}`] : [];
    });
    return parts.join(', ');
  };
  const list = (items: readonly string[]): string => items.filter((item) => item !== '').join(words.listMark);
  const cell = (spec: FieldSpec, value: unknown, where: readonly [string, string]): Cell => {
    if (value === null || value === undefined) return null;
    switch (spec.kind) {
      case 'number':
        return typeof value === 'number' ? value : null;
      case 'boolean':
        return value === true ? words.yes : words.no;
      case 'choice':
        return typeof value === 'string' ? choice(value, where) : null;
      case 'reference':
        return typeof value === 'string' ? nameOf(value) : null;
      case 'list':
        return Array.isArray(value)
          ? list(value.map((item: unknown) => String(cell(spec.of, item, where) ?? '')))
          : null;
      case 'record':
        return record(spec.fields, value, where[1]);
      case 'entries':
        return list(
          // In the order of the map, whatever order they were written in.
          Object.entries(value)
            .toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
            .map(
              ([id, entry]: [string, object]) =>
                `${nameOf(id)}${words.pairMark}${record(spec.of.fields, entry, where[1])}`,
            ),
        );
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

function namesOf(journey: JourneyMap): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const collection of collectionNames) {
    for (const record of journey[collection]) {
      const name = spokenName(record);
      if (name !== '') names.set(record.id, name);
    }
  }
  for (const { id, text } of journey.brand?.messages ?? []) names.set(id, text);
  for (const { id, name } of journey.brand?.topics ?? []) names.set(id, name);
  return names;
}

function spokenName(record: JourneyMap[Collection][number]): string {
  if ('title' in record) return record.title;
  if ('name' in record) return record.name;
  return 'text' in record ? record.text : '';
}
