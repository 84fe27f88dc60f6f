/**
 * A workbook that Touchline wrote, read whole: not its touchpoints alone, but every sheet of records, so that stages keep
 * their goals, personas their cards, links and notes their places. Sheets and columns are known by the names that exports
 * give them, in either language; what people changed, added and took away in between is taken as it stands.
 *
 * In:  the sheets, and the title of the map. Out: the journey with what was left out (sheet, row and column), or null when the
 *      sheets are not ours, or come to no sound map. Pictures, views and opinions are not in a workbook.
 */
import { emptyMap } from '../model/blankMap.ts';
import { plainName } from '../model/cellText.ts';
import type { FieldSpec } from '../model/fieldSpec.ts';
import type { Collection, JourneyMap } from '../model/journeyMap.ts';
import { parseRecord, type Found } from '../model/parseField.ts';
import { parseMap } from '../model/parseMap.ts';
import { collectReasons } from '../model/reasons.ts';
import { repairMap } from '../model/repair.ts';
import { brandDefaults, defaultsOf, recordSchema } from '../model/schema.ts';
import { writeMap } from '../model/writeMap.ts';
import { fieldWords } from '../words/fields.ts';
import { fileWords } from '../words/files.ts';
import { cellValue, type FindByName } from './cellValue.ts';
import { withFormer } from './fields.ts';
import { formerSheets } from './formerWords.ts';
import type { FoundJourney } from './readSource.ts';
import type { Table, TableRow } from './table.ts';
import { freshIds, namesIn, type FreshIds } from './workbookNames.ts';

/** Sheets of records in an order in which what is named comes before what names it. */
const collections = [
  'stages',
  'lanes',
  'tiers',
  'channels',
  'evidence',
  'personas',
  'touchpoints',
  'moments',
  'links',
  'insights',
  'opportunities',
  'actions',
  'readings',
  'elements',
] as const satisfies readonly Collection[];
type Sheeted = (typeof collections)[number];
/** Without these it is some other workbook. */
const needed: readonly Sheeted[] = ['touchpoints', 'stages', 'lanes'];
const languages = ['en', 'zh'] as const;

interface RecordSheet {
  readonly collection: Sheeted;
  readonly name: string;
  /** The field of each column; null: none, such as the address. */
  readonly fields: readonly (string | null)[];
  readonly rows: readonly (TableRow & { readonly id: string })[];
}

export function readWorkbook(tables: readonly Table[], title: string): FoundJourney | null {
  const ids = freshIds();
  const sheets = tables.flatMap((table) => recordSheet(table, ids) ?? []);
  const of = new Map(sheets.map((sheet) => [sheet.collection, sheet]));
  if (of.size < sheets.length || !needed.every((collection) => of.has(collection))) return null;
  const names = namesIn(sheets, ids);
  const left: string[] = [];
  const records: { [collection: string]: unknown[] } = {};
  const list = (collection: Sheeted): readonly unknown[] => records[collection] ?? [];
  for (const collection of collections) {
    const sheet = of.get(collection);
    records[collection] = sheet ? readRows(sheet, { find: names.find, ids, left }) : [];
    // The sheet says which pictures there were; they themselves are not in it.
    if (collection === 'elements') records[collection] = records[collection].filter((one) => !isPicture(one));
  }
  const { stages, lanes, tiers, channels, personas, messages, topics } = names.made;
  const withMade = {
    ...records,
    stages: [...list('stages'), ...stages.map((one) => ({ ...defaultsOf('stages'), ...one }))],
    lanes: [...list('lanes'), ...lanes.map((one) => ({ ...defaultsOf('lanes'), ...one }))],
    tiers: [...list('tiers'), ...tiers.map((one) => ({ ...defaultsOf('tiers'), ...one }))],
    channels: [...list('channels'), ...channels.map((one) => ({ ...defaultsOf('channels'), ...one }))],
    personas: [...list('personas'), ...personas.map((one) => ({ ...defaultsOf('personas'), ...one }))],
  };
  const empty = emptyMap('m');
  const hasBrand = messages.length + topics.length > 0;
  const journey = repairMap({
    ...empty,
    ...(withMade as unknown as Pick<JourneyMap, Sheeted>),
    map: { ...empty.map, title },
    brand: hasBrand
      ? {
          ...brandDefaults,
          messages: messages.map(({ id, name }) => ({ id, text: name, proof: '' })),
          topics: topics.map(({ id, name }) => ({ id, name, from: null, to: null })),
        }
      : null,
  });
  const parsed = parseMap(writeMap(journey));
  return parsed.ok ? { journey: parsed.map, left } : null;
}

function isPicture(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 'kind' in element && element.kind === 'image';
}

/** Null for a sheet that holds no records of ours. */
function recordSheet({ name, rows }: Table, ids: FreshIds): RecordSheet | null {
  const [heads, ...others] = rows;
  const collection = collections.find((one) =>
    [...languages.map((language) => fieldWords[language].many[one]), formerSheets[one] ?? ''].some(
      (called) => plainName(called) === plainName(name),
    ),
  );
  const [first = '', ...headings] = heads?.cells ?? [];
  if (!collection || !languages.some((one) => plainName(fileWords[one].id) === plainName(first))) return null;
  const specs: Readonly<Record<string, FieldSpec>> = recordSchema(collection);
  const open = Object.keys(specs).filter((field) => specs[field]?.kind !== 'id');
  // Of two fields called alike the first column is the first: exports write them in the schema's order.
  const called = headings.map(plainName);
  const fields = called.map((label) => {
    const at = open.findIndex((field) =>
      withFormer(field, labelsOf(collection, field), called).includes(label),
    );
    return at < 0 ? null : (open.splice(at, 1)[0] ?? null);
  });
  return {
    collection,
    name,
    fields,
    // A row that was added has no id, and one that was copied no id of its own.
    rows: others.map((row) => ({ ...row, id: ids(row.cells[0] ?? '') })),
  };
}

function labelsOf(collection: Sheeted, field: string): readonly string[] {
  return languages.map((language) => {
    const labels: Readonly<Record<string, string>> = fieldWords[language].fields[collection];
    return plainName(labels[field] ?? field);
  });
}

interface Reading {
  readonly find: FindByName;
  readonly ids: FreshIds;
  readonly left: string[];
}

/** The records of a sheet. What cannot be read is left empty or, where a record cannot be without it, left out with its row; told by row and column. */
function readRows(sheet: RecordSheet, { find, ids, left }: Reading): unknown[] {
  const { collection, name, rows } = sheet;
  const specs: Readonly<Record<string, FieldSpec>> = recordSchema(collection);
  return rows.flatMap((row) => {
    const first = readRow(row, sheet, { find, ids }, none);
    if (first.wrong.size === 0) return [first.record];
    for (const field of first.wrong)
      left.push([name, row.number, fieldLabel(collection, field, name)].join(' · '));
    const isSpare = [...first.wrong].every((field) => specs[field] && specs[field].presence !== 'required');
    return isSpare ? [readRow(row, sheet, { find, ids }, first.wrong).record] : [];
  });
}

const none: ReadonlySet<string> = new Set();

/** A record, without some of its fields, and the fields in which something is wrong. */
function readRow(
  { id, cells }: RecordSheet['rows'][number],
  { collection, fields }: RecordSheet,
  { find, ids }: Pick<Reading, 'find' | 'ids'>,
  without: ReadonlySet<string>,
): { readonly record: unknown; readonly wrong: ReadonlySet<string> } {
  const specs: Readonly<Record<string, FieldSpec>> = recordSchema(collection);
  const given: { [field: string]: unknown } = { id };
  fields.forEach((field, index) => {
    const spec = field === null || without.has(field) ? undefined : specs[field];
    if (field === null || !spec) return;
    const value = cellValue(spec, cells[index + 1] ?? '', [collection, field], find);
    if (value !== undefined) given[field] = withIds(spec, value, ids);
  });
  const reasons = collectReasons();
  const found: Found = { reasons, ids: [], references: [], readFile: () => undefined };
  const record = parseRecord(recordSchema(collection), given, '$', found);
  return { record, wrong: new Set(reasons.list.map(({ path }) => /^\$\.(\w+)/.exec(path)?.[1] ?? '')) };
}

/** What lies in a list and has an id (a persona's jobs) has none in a cell. */
function withIds(spec: FieldSpec, value: unknown, ids: FreshIds): unknown {
  if (spec.kind !== 'list' || spec.of.kind !== 'record' || !('id' in spec.of.fields)) return value;
  return Array.isArray(value) ? value.map((item: object) => ({ ...item, id: ids('') })) : value;
}

/** In the language of the workbook. */
function fieldLabel(collection: Sheeted, field: string, sheet: string): string {
  const language = plainName(fieldWords.en.many[collection]) === plainName(sheet) ? 'en' : 'zh';
  const labels: Readonly<Record<string, string>> = fieldWords[language].fields[collection];
  return labels[field] ?? field;
}
