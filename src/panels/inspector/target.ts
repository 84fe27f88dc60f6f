/**
 * What a form reads and writes: one record, several at once, the map, the brand, or an object inside one of them.
 *
 * A target hides which of these it is, so that every control is written once. Values are unknown here and checked by
 * the controls against the schema's spec of the field. Writing never throws; a refusal is told through `tell`.
 */
import type { Commands, Done, EditableCollection, Fields, LiveText } from '../../document/commands.ts';
import type { RecordSchema, RecordSpec } from '../../model/fieldSpec.ts';
import type { Place, Records } from '../../model/journeyMap.ts';
import { brandDefaults, brandSchema, longTexts, mapSchema, recordSchema } from '../../model/schema.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import type { FieldLabels } from '../../words/fieldTypes.ts';

/** The value of a field in which several records differ. */
export const various = Symbol('various');

export type Labels = { readonly [field: string]: string };
type Values = { readonly [field: string]: unknown };

export interface Target {
  /** Other for every record, so that a control never keeps what was typed for another. */
  readonly key: string;
  readonly schema: RecordSchema;
  readonly labels: Labels;
  /** The value, or `various`. */
  read(field: string): unknown;
  write(fields: Values): void;
  /** The text for live typing; null where a text is written when it is left. */
  openText(field: string): LiveText | null;
  /** Null while looking on only. */
  readonly canEdit: boolean;
}

type Tell = (done: Done<unknown>) => void;

/** One record or several of a collection, edited in one step. */
export function recordsTarget<C extends EditableCollection>(
  collection: C,
  records: readonly Records[C][],
  labels: FieldLabels[C & keyof FieldLabels],
  commands: Commands | null,
  tell: Tell,
): Target {
  const ids = records.map(({ id }) => id);
  const only = ids.length === 1 ? ids[0] : undefined;
  return {
    key: `${collection}/${ids.join(',')}`,
    schema: recordSchema(collection),
    labels,
    canEdit: commands !== null,
    read: (field) => common(records, field),
    write: (fields) => {
      if (!commands) return;
      const { place, rest } = splitPlace(collection, fields);
      if (place) tell(commands.move({ touchpoints: placesOf(records, place) }));
      // The schema names the fields of this collection, so what a control gives for one of them fits it.
      if (Object.keys(rest).length > 0) tell(commands.update(collection, ids, rest as Fields<C>));
    },
    openText: (field) =>
      commands && only !== undefined && longTexts[collection].includes(field)
        ? commands.openText(collection, only, field)
        : null,
  };
}

export function mapTarget(
  journey: Pick<JourneyMap, 'map'>,
  labels: FieldLabels['map'],
  commands: Commands | null,
  tell: Tell,
): Target {
  return {
    key: 'map',
    schema: mapSchema,
    labels,
    canEdit: commands !== null,
    read: (field) => valueOf(journey.map, field),
    write: (fields) => commands && tell(commands.updateMap(fields)),
    openText: (field) =>
      commands && longTexts.map.includes(field) ? commands.openText('map', journey.map.id, field) : null,
  };
}

export function brandTarget(
  journey: Pick<JourneyMap, 'brand'>,
  labels: FieldLabels['brand'],
  commands: Commands | null,
  tell: Tell,
): Target {
  return {
    key: 'brand',
    schema: brandSchema,
    labels,
    canEdit: commands !== null,
    read: (field) => valueOf(journey.brand ?? brandDefaults, field),
    write: (fields) => commands && tell(commands.updateBrand(fields)),
    openText: () => null,
  };
}

/** An object in a field (tone, forces …). It becomes null again when nothing is set in it any more. */
export function insideTarget(parent: Target, field: string, spec: RecordSpec, labels: Labels): Target {
  const present = (): object => objectOr(parent.read(field), defaultsOfSpec(spec));
  return {
    key: `${parent.key}/${field}`,
    schema: spec.fields,
    labels,
    canEdit: parent.canEdit,
    read: (inner) => valueOf(present(), inner),
    write: (fields) => {
      const next = { ...defaultsOfSpec(spec), ...present(), ...fields };
      const empty = Object.entries(spec.fields).every(([name, inner]) =>
        sameValue(valueOf(next, name), inner.default),
      );
      parent.write({ [field]: spec.nullable && empty ? null : next });
    },
    openText: () => null,
  };
}

/** One object of a list in a field (a job, a core message …). */
export function itemTarget(
  parent: Target,
  field: string,
  index: number,
  spec: RecordSpec,
  labels: Labels,
): Target {
  const list = (): readonly unknown[] => listOf(parent.read(field));
  return {
    key: `${parent.key}/${field}/${index}`,
    schema: spec.fields,
    labels,
    canEdit: parent.canEdit,
    read: (inner) => valueOf(objectOr(list()[index], {}), inner),
    write: (fields) =>
      parent.write({
        [field]: list().map((item, at) => (at === index ? { ...objectOr(item, {}), ...fields } : item)),
      }),
    openText: () => null,
  };
}

export function valueOf(record: object, field: string): unknown {
  return Reflect.get(record, field) as unknown;
}

/** A list value; empty for anything else (`various` too). */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** An object of a record's spec with nothing set in it. */
export function defaultsOfSpec(spec: RecordSpec): Values {
  return Object.fromEntries(Object.entries(spec.fields).map(([field, inner]) => [field, inner.default]));
}

function objectOr(value: unknown, otherwise: object): object {
  return typeof value === 'object' && value !== null ? value : otherwise;
}

function common(records: readonly object[], field: string): unknown {
  const [first, ...others] = records;
  if (!first) return various;
  const value = valueOf(first, field);
  return others.every((other) => sameValue(valueOf(other, field), value)) ? value : various;
}

const placeFields = ['stageId', 'laneId', 't', 'row'] as const;

/** A touchpoint's place is one value with a command of its own; the rest is ordinary fields. */
function splitPlace(
  collection: EditableCollection,
  fields: Values,
): { place: Partial<Place> | null; rest: Values } {
  if (collection !== 'touchpoints') return { place: null, rest: fields };
  const entries = Object.entries(fields);
  const isPlace = (field: string): boolean => (placeFields as readonly string[]).includes(field);
  const place = Object.fromEntries(entries.filter(([field]) => isPlace(field)));
  const rest = Object.fromEntries(entries.filter(([field]) => !isPlace(field)));
  return { place: Object.keys(place).length > 0 ? place : null, rest };
}

function placesOf(records: readonly object[], part: Partial<Place>): ReadonlyMap<string, Place> {
  return new Map(
    records.flatMap((record) => {
      const { id, stageId, laneId, t, row } = record as Place & { readonly id: string };
      return [[id, { stageId, laneId, t, row, ...part }] as const];
    }),
  );
}
