/** Nothing the model holds may be out of reach: every field has a form or a control of its own, and its words. */
import { describe, expect, test } from 'vitest';
import type { FieldSpec, RecordSchema } from '../../../src/model/fieldSpec.ts';
import { brandSchema, mapSchema, recordSchema } from '../../../src/model/schema.ts';
import {
  brandForm,
  insideChoices,
  insideLabels,
  mapForm,
  recordForms,
  titleFields,
  touchpointForms,
  touchpointOwnControls,
  type FormField,
  type FormSection,
} from '../../../src/panels/inspector/forms.ts';
import { fieldWords } from '../../../src/words/fields.ts';

const fieldsIn = (sections: readonly FormSection[]): string[] =>
  sections.flatMap(({ fields }) => fields.map(({ field }) => field));
const setByPeople = (schema: RecordSchema): string[] =>
  Object.keys(schema)
    .filter((field) => schema[field]?.kind !== 'id')
    .toSorted();

describe('every field can be edited', () => {
  test('of a touchpoint', () => {
    const inForms = Object.values(touchpointForms).flatMap((sections) => fieldsIn(sections));
    expect([...new Set([...inForms, ...touchpointOwnControls])].toSorted()).toEqual(
      setByPeople(recordSchema('touchpoints')),
    );
  });

  test.each(Object.keys(recordForms) as (keyof typeof recordForms)[])('of %s', (collection) => {
    const title = titleFields[collection];
    const inForms = [...fieldsIn(recordForms[collection]), ...(title === null ? [] : [title])];
    expect(inForms.toSorted()).toEqual(setByPeople(recordSchema(collection)));
  });

  test('of the map and the brand', () => {
    // The lock of the structure is the owner's: an action of its own.
    const own = setByPeople(mapSchema).filter((field) => field !== 'structureLocked');
    expect([...fieldsIn(mapForm), 'title'].toSorted()).toEqual(own);
    expect(fieldsIn(brandForm).toSorted()).toEqual(setByPeople(brandSchema));
  });
});

describe('every choice names its values in both languages', () => {
  const forms: readonly (readonly [string, RecordSchema, readonly FormField[]])[] = [
    [
      'touchpoints',
      recordSchema('touchpoints'),
      Object.values(touchpointForms).flatMap((sections) =>
        sections.flatMap(({ fields }) => fields as readonly FormField[]),
      ),
    ],
    ...(Object.keys(recordForms) as (keyof typeof recordForms)[]).map(
      (name) =>
        [
          name,
          recordSchema(name),
          recordForms[name].flatMap(({ fields }) => fields as readonly FormField[]),
        ] as const,
    ),
    ['map', mapSchema, mapForm.flatMap(({ fields }) => fields as readonly FormField[])],
  ];

  test.each(forms)('%s', (_, schema, fields) => {
    for (const { field, words } of fields) {
      const values = valuesOf(schema[field]);
      if (!values) continue;
      expect(words, field).toBeDefined();
      if (!words) continue;
      for (const language of ['en', 'zh'] as const) {
        expect(Object.keys(fieldWords[language].values[words]).toSorted(), field).toEqual(
          [...values].toSorted(),
        );
      }
    }
  });

  test('inside objects too', () => {
    const choices = Object.entries(insideLabels).flatMap(([field, labels]) =>
      Object.entries(insideSchema(field)).flatMap(([name, spec]) =>
        spec.kind === 'choice' ? [{ labels, name, values: spec.values }] : [],
      ),
    );
    expect(choices.map(({ labels, name }) => `${labels}.${name}`).toSorted()).toEqual([
      'job.kind',
      'personality.stance',
      'personality.temper',
    ]);
    for (const { labels, name, values } of choices) {
      const words = insideChoices[labels]?.[name];
      expect(words && Object.keys(fieldWords.en.values[words]).toSorted()).toEqual([...values].toSorted());
    }
  });
});

test('no two values of one choice read the same', () => {
  for (const language of ['en', 'zh'] as const) {
    for (const [table, values] of Object.entries(fieldWords[language].values)) {
      const labels: readonly string[] = Object.values(values as object);
      expect(new Set(labels).size, `${language} ${table}`).toBe(labels.length);
    }
  }
});

function valuesOf(spec: FieldSpec | undefined): readonly string[] | null {
  if (spec?.kind === 'choice') return spec.values;
  return spec?.kind === 'list' && spec.of.kind === 'choice' ? spec.of.values : null;
}

function insideSchema(field: string): RecordSchema {
  for (const schema of [
    brandSchema,
    recordSchema('personas'),
    recordSchema('touchpoints'),
  ] as readonly RecordSchema[]) {
    const spec = schema[field];
    if (spec?.kind === 'record') return spec.fields;
    if (spec?.kind === 'list' && spec.of.kind === 'record') return spec.of.fields;
  }
  return {};
}
