/** Whatever a table writes as a choice is a word of its reader's language, and is read back from either. */
import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../src/import/cellValue.ts';
import type { FieldSpec } from '../../src/model/fieldSpec.ts';
import { collectionNames, recordSchema } from '../../src/model/schema.ts';
import { fieldWords } from '../../src/words/fields.ts';
import { innerFields, valueLabels } from '../../src/words/valueNames.ts';

type Choice = readonly [where: string, values: readonly string[]];

function choicesIn(spec: FieldSpec, where: readonly [string, string]): Choice[] {
  if (spec.kind === 'choice') return [[where.join('.'), spec.values]];
  if (spec.kind === 'list') return choicesIn(spec.of, where);
  const inner = spec.kind === 'record' ? spec.fields : spec.kind === 'entries' ? spec.of.fields : {};
  const { group } = innerFields(fieldWords.en.fields, where[1]);
  return Object.entries(inner).flatMap(([name, field]) => choicesIn(field, [group, name]));
}

/** What no table has. */
const untold = new Set(['comments', 'votes', 'snapshots', 'dismissals', 'views']);
const choices = collectionNames
  .filter((collection) => !untold.has(collection))
  .flatMap((collection) =>
    Object.entries<FieldSpec>(recordSchema(collection)).flatMap(([field, spec]) =>
      choicesIn(spec, [collection, field]),
    ),
  );

describe('a choice in a table', () => {
  it.each(choices)('%s has a word for each value in both languages, which is read back', (place, values) => {
    const [collection = '', field = ''] = place.split('.');
    for (const language of ['en', 'zh'] as const) {
      const labels = valueLabels(fieldWords[language].values, [collection, field]);
      expect(values.filter((value) => !labels[value])).toEqual([]);
      expect(values.map((value) => choiceOf(values, labels[value] ?? '', [collection, field]))).toEqual(
        values,
      );
    }
  });

  it('has Chinese words that are Chinese', () => {
    const told = choices.flatMap(([place, values]) => {
      const [collection = '', field = ''] = place.split('.');
      const labels = valueLabels(fieldWords.zh.values, [collection, field]);
      return values.map((value) => labels[value] ?? value);
    });
    expect(told.length).toBeGreaterThan(100);
    // Only the names of metrics stay letters.
    expect(told.filter((word) => !/\p{Script=Han}/u.test(word))).toEqual(['NPS', 'CSAT', 'CES']);
  });
});
