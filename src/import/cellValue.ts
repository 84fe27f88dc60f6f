/**
 * The text of a cell -> the value of a field, as JSON that the model's own parser then judges: what cannot be understood
 * stays as it is and is refused there, with the rule of the field. The counterpart of what exports write (fieldCells.ts),
 * and wide enough for what people write: either language, codes, decimal commas, percents, dates with strokes.
 */
import { plainName, splitEntries, splitItems, splitRecords } from '../model/cellText.ts';
import type { FieldSpec, IdSpace, NumberSpec, RecordSpec } from '../model/fieldSpec.ts';
import { fieldWords } from '../words/fields.ts';
import { fileWords } from '../words/files.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { formerValues } from './formerWords.ts';
import { innerFields, valueLabels } from '../words/valueNames.ts';

/** The id of what is called so; made when there is nothing yet. */
export type FindByName = (name: string, to: readonly IdSpace[]) => string;

const languages: readonly InterfaceLanguage[] = ['en', 'zh'];

/** `undefined` for an empty cell. `where`: the collection, then the field. */
export function cellValue(
  spec: FieldSpec,
  cell: string,
  where: readonly [string, string],
  find: FindByName,
): unknown {
  if (spec.kind === 'text') return cell === '' ? undefined : cell;
  const text = cell.trim();
  if (text === '') return undefined;
  switch (spec.kind) {
    case 'number':
      return numberIn(spec, text);
    case 'boolean':
      return truthOf(text);
    case 'choice':
      return choiceOf(spec.values, text, where);
    case 'reference':
      return find(text, spec.to === 'any' ? [] : spec.to);
    case 'date':
      return dateOf(text);
    case 'colour':
      return text.toLowerCase();
    case 'list':
      if (spec.of.kind === 'record') return listOfRecords(spec.of, cell, where[1], find);
      return listOf(spec.of, cell, where, find);
    case 'record': {
      const [parts] = splitRecords(cell);
      return parts ? recordOf(spec, parts, where[1], find) : undefined;
    }
    case 'entries':
      return entriesOf(spec.of, spec.keys, cell, where[1], find);
    case 'id':
    case 'foreign-id':
    case 'time':
    case 'url':
    case 'image':
    case 'image-hash':
    case 'file':
      return text;
  }
}

/** 12, 1,200, 1200.5, 3,5, −2, 30 %: a percent of a field that goes to 1 is its hundredth. */
export function numberIn({ max, min }: Pick<NumberSpec, 'max' | 'min'>, cell: string): number | string {
  const text = cell
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2013\uFE63]/g, '-')
    .replaceAll(/[\s\u00A0']/g, '');
  const isPercent = text.endsWith('%');
  const digits = (isPercent ? text.slice(0, -1) : text).replace(/^\+/, '');
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (!/^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return cell;
  const number = Number(plain);
  const isShare = isPercent && max <= 1 && min >= -1;
  return isShare ? Number((number / 100).toPrecision(12)) : number;
}

const yes: ReadonlySet<string> = new Set(
  ['yes', 'y', 'true', '1', 'x', '✓', '√', '有', ...languages.map((one) => fileWords[one].yes)].map(
    plainName,
  ),
);
const no: ReadonlySet<string> = new Set(
  ['no', 'n', 'false', '0', '-', '–', '无', ...languages.map((one) => fileWords[one].no)].map(plainName),
);

function truthOf(text: string): boolean | string {
  const given = plainName(text);
  if (yes.has(given)) return true;
  return no.has(given) ? false : text;
}

/** A value by its word in either language, or by its code; what is none of them stays as it is. */
export function choiceOf(values: readonly string[], text: string, where: readonly [string, string]): string {
  const key = where.join('.');
  const names = choiceNames.get(key) ?? namesOfChoices(values, where);
  choiceNames.set(key, names);
  return names.get(plainName(text)) ?? text;
}

/** Thousands of cells ask for the same few words: by collection and field, from word to value. */
const choiceNames = new Map<string, ReadonlyMap<string, string>>();

function namesOfChoices(
  values: readonly string[],
  where: readonly [string, string],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const labels = languages.map((language) => valueLabels(fieldWords[language].values, where));
  const former = formerValues[where.join('.')] ?? formerValues[where[1]] ?? {};
  for (const [value, word] of Object.entries(former)) names.set(plainName(word), value);
  // What is set later wins: words of today before former ones, words before codes, English before Chinese, the first of two alike.
  for (const words of [{}, ...labels.toReversed()] as readonly Readonly<Record<string, string>>[])
    for (const value of values.toReversed()) names.set(plainName(words[value] ?? value), value);
  return names;
}

/** Year first, with any marks between: 2025-03-01, 2025/3/1, 2025年3月1日, 20250301; a time behind it is left out. */
function dateOf(text: string): string {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/.exec(text.normalize('NFKC')) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!match) return text;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function listOf(of: FieldSpec, cell: string, where: readonly [string, string], find: FindByName): unknown[] {
  return splitItems(cell).map(({ text }) => (of.kind === 'text' ? text : cellValue(of, text, where, find)));
}

function listOfRecords(spec: RecordSpec, cell: string, field: string, find: FindByName): unknown[] {
  return splitRecords(cell).map((parts) => recordOf(spec, parts, field, find));
}

/** Its parts by label in either language; a text without labels is the first part. */
function recordOf(
  spec: RecordSpec,
  parts: readonly (readonly [label: string, value: string])[],
  field: string,
  find: FindByName,
): unknown {
  const record: { [name: string]: unknown } = {};
  for (const [label, value] of parts) {
    const group = innerFields(fieldWords.en.fields, field).group;
    const name = Object.keys(spec.fields).find((one) =>
      [one, ...languages.map((language) => innerFields(fieldWords[language].fields, field).labels[one])].some(
        (told) => told !== undefined && plainName(told) === plainName(label),
      ),
    );
    const [first = ''] = Object.keys(spec.fields);
    const inner = spec.fields[name ?? first];
    // The whole part stays what it is when its label is none.
    const read =
      inner &&
      cellValue(
        inner,
        name ? value : [label, value].filter(Boolean).join(': '),
        [group, name ?? first],
        find,
      );
    if (read !== undefined) record[name ?? first] = read;
  }
  return record;
}

function entriesOf(spec: RecordSpec, keys: IdSpace, cell: string, field: string, find: FindByName): unknown {
  // Without a prototype, as the model reads entries.
  const entries: { [id: string]: unknown } = Object.create(null);
  for (const [name, told] of splitEntries(cell)) {
    const [parts = []] = splitRecords(told);
    entries[find(name, [keys])] = recordOf(spec, parts, field, find);
  }
  return entries;
}
