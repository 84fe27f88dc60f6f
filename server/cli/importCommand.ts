/** `touchline import table.csv --map columns.json`: what other programs wrote as a Touchline file, as the page's import makes it. */
import { parseArgs } from 'node:util';
import { areHeadings, fieldsOf, guessKind, guessMapping, type Mapping } from '../../src/import/fields.ts';
import { asNewMap, withCurve } from '../../src/import/newMap.ts';
import { planTouchpoints } from '../../src/import/planTouchpoints.ts';
import { problemText } from '../../src/import/problemText.ts';
import { readSource, titleOf, type Source } from '../../src/import/readSource.ts';
import type { Table } from '../../src/import/table.ts';
import { emptyMap } from '../../src/model/blankMap.ts';
import { plainName } from '../../src/model/cellText.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { FILE_BYTES } from '../../src/model/limits.ts';
import { isObject } from '../../src/model/parseField.ts';
import { writeMapText } from '../../src/model/writeMap.ts';
import { importWords } from '../../src/words/imports.ts';
import type { InterfaceLanguage } from '../../src/words/language.ts';
import { errorText } from '../log.ts';
import {
  CommandError,
  exitCodes,
  languageOf,
  onlyFile,
  tellReasons,
  type Command,
  type Terminal,
} from './command.ts';

export const importUsage = `touchline import <file | -> [--map <columns.json>] [--out <file | ->] [options]

  Makes a map of a table (CSV, XLSX), a Mermaid journey, a CJML 2.0 journey or a Touchline file.
  What cannot be read is told on the standard error row by row: a field is left empty, a row
  without a title is left out. Exit code 1: nothing in the file can be imported.

  --map <file>      what each column becomes, as JSON: {"Step": "title", "Mood": "emotion"}; fields by
                    their names in a Touchline file or in the program. Guessed from the headings if left out
  --sheet <name>    of a workbook with several; the whole workbook when it is one of Touchline's
  --journey <n>     of a CJML file with several; the first
  --title <text>    of the map; the file's name
  --lang <en|zh>    the language of the map and of what is told; English
  --out <file>      where to write it; else it is printed`;

export const importFile: Command = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      map: { type: 'string' },
      sheet: { type: 'string' },
      journey: { type: 'string' },
      title: { type: 'string' },
      lang: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    terminal.out(`${importUsage}\n`);
    return exitCodes.done;
  }
  const path = onlyFile(positionals, importUsage, 'file');
  const language = languageOf(values.lang, importUsage) ?? 'en';
  const source = await readImport(path, language, terminal);
  const columns = values.map === undefined ? null : await readColumns(values.map, terminal);
  const words = importWords[language];
  const facts = { language, now: terminal.now(), newId: () => terminal.newId() };
  const named = values.title ?? (path === '-' ? '' : titleOf(path.replace(/^.*[\\/]/, '')));
  let map: JourneyMap;
  if (source.tables && (!source.whole || columns || values.sheet !== undefined)) {
    const table = chooseSheet(source.tables, values.sheet);
    const added = fromTable(path, table, columns, { language, newId: facts.newId, terminal });
    map = asNewMap(added, { ...facts, title: named || words.madeNames.title });
  } else {
    if (columns) throw new CommandError('--map is for tables; this file says itself what it holds.');
    const { journey, left } = chooseJourney(source, values.journey);
    for (const name of left) terminal.err(`${words.leftElements}: ${name}\n`);
    const title = values.title ?? (source.tables ? named : journey.map.title);
    // A file of ours is taken as it is.
    const isOurs = source.format === 'touchline';
    map = isOurs
      ? { ...journey, map: { ...journey.map, title } }
      : asNewMap(journey, { ...facts, title: title || words.madeNames.title });
  }
  terminal.err(`${words.count(map.touchpoints.length, 'touchpoints')}\n`);
  const text = writeMapText(map);
  const { out = '-' } = values;
  if (out === '-') terminal.out(text);
  else
    await terminal.write(out, text).catch((error: unknown) => {
      throw new CommandError(`${out} cannot be written (${errorText(error)}).`);
    });
  return exitCodes.done;
};

async function readImport(path: string, language: InterfaceLanguage, terminal: Terminal): Promise<Source> {
  const bytes = await terminal.readBytes(path).catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read (${errorText(error)}).`);
  });
  const refused = (reasons: Parameters<typeof tellReasons>[1]): never => {
    throw new CommandError(
      [`${path} cannot be imported:`, ...tellReasons(language, reasons)].join('\n'),
      exitCodes.wrongMap,
    );
  };
  if (bytes.length > FILE_BYTES)
    return refused([
      { path: '$', value: null, rule: { code: 'file-too-large', mebibytes: FILE_BYTES / 1024 / 1024 } },
    ]);
  const source = readSource(bytes, path, importWords[language].madeNames);
  return source.ok ? source : refused(source.reasons);
}

/** By heading, as plain name; null: the column is left out. */
type Columns = ReadonlyMap<string, string | null>;

async function readColumns(path: string, terminal: Terminal): Promise<Columns> {
  const text = await terminal.read(path).catch((error: unknown) => {
    throw new CommandError(`${path} cannot be read (${errorText(error)}).`);
  });
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path} is not JSON (${errorText(error)}).`);
  }
  const known = Object.keys(fieldsOf('touchpoints'));
  const entries: readonly (readonly [string, unknown])[] = isObject(told) ? Object.entries(told) : [];
  if (entries.length === 0)
    throw new CommandError(`${path} must be an object such as {"Step": "title", "Mood": "emotion"}.`);
  const fields = new Set<string>();
  return new Map(
    entries.map(([heading, value]) => {
      if (value === null) return [plainName(heading), null] as const;
      const field =
        typeof value !== 'string'
          ? null
          : known.includes(value)
            ? value
            : (guessMapping('touchpoints', [value])[0] ?? null);
      if (field === null)
        throw new CommandError(
          `${path}: "${heading}" becomes ${JSON.stringify(value)}, which is no field. There are: ${known.join(', ')}.`,
        );
      if (fields.has(field)) throw new CommandError(`${path}: two columns become ${field}.`);
      fields.add(field);
      return [plainName(heading), field] as const;
    }),
  );
}

function chooseSheet(tables: readonly Table[], wished: string | undefined): Table {
  const known = tables.map(({ rows }) => guessMapping('touchpoints', rows[0]?.cells ?? []));
  const best = known.map((mapping) =>
    mapping.includes('title') ? mapping.filter((field) => field !== null).length : 0,
  );
  const table =
    wished === undefined
      ? tables[best.indexOf(Math.max(...best))]
      : tables.find(({ name }) => plainName(name) === plainName(wished));
  if (table) return table;
  throw new CommandError(
    `There is no sheet "${wished}". There are: ${tables.map(({ name }) => name).join(', ')}.`,
  );
}

function chooseJourney(source: Source, wished: string | undefined): NonNullable<Source['journeys']>[number] {
  const journeys = source.journeys ?? (source.whole ? [source.whole] : []);
  const found = journeys[Number(wished ?? '1') - 1];
  if (found) return found;
  throw new CommandError(`--journey is a number from 1 to ${journeys.length}, not "${wished}".`);
}

function fromTable(
  path: string,
  { rows }: Table,
  columns: Columns | null,
  {
    language,
    newId,
    terminal,
  }: {
    readonly language: InterfaceLanguage;
    readonly newId: () => string;
    readonly terminal: Terminal;
  },
): JourneyMap {
  const words = importWords[language];
  const heads = rows[0]?.cells ?? [];
  if (!columns && guessKind(heads) === 'readings')
    throw new CommandError(
      `${path} looks like a table of measured values: import it into the map they are for, on its page or with POST /api/maps/:id/readings.`,
      exitCodes.wrongMap,
    );
  const hasHeads = columns !== null || areHeadings('touchpoints', heads);
  const shown = hasHeads ? rows.slice(1) : rows;
  const steps = planTouchpoints(shown, mappingOf(path, rows, columns, hasHeads), {
    base: emptyMap('new'),
    at: null,
    names: words.madeNames,
    language,
    newId,
  });
  let step = steps.next();
  while (step.done !== true) {
    terminal.err(`${words.planning(step.value, shown.length)}\n`);
    step = steps.next();
  }
  const { added, problems, read, left } = step.value;
  if (left > 0) terminal.err(`${words.leftRows(left, read)}\n`);
  for (const problem of problems)
    terminal.err(`  ${words.row(problem.row)} ${problemText(problem, 'touchpoints', language)}\n`);
  if (added.touchpoints.length === 0) throw new CommandError(words.nothing, exitCodes.wrongMap);
  return withCurve(added, words.madeNames.emotion, newId);
}

/** As the file of columns says, else guessed; without headings the first column is the title. */
function mappingOf(path: string, rows: Table['rows'], columns: Columns | null, hasHeads: boolean): Mapping {
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const each = Array.from({ length: width }, (_, column) => column);
  const heads = rows[0]?.cells ?? [];
  if (!hasHeads) return each.map((column) => (column === 0 ? 'title' : null));
  if (!columns) {
    const samples = each.map((column) => rows.slice(1).map(({ cells }) => cells[column] ?? ''));
    return guessMapping(
      'touchpoints',
      each.map((column) => heads[column] ?? ''),
      samples,
    );
  }
  const names = heads.map(plainName);
  const missing = [...columns.keys()].find((heading) => !names.includes(heading));
  if (missing !== undefined)
    throw new CommandError(`${path} has no column "${missing}". There are: ${heads.join(', ')}.`);
  return each.map((column) => columns.get(names[column] ?? '') ?? null);
}
