/**
 * The analyses as a table: one row a figure, with the record it is about by name, and the findings of the checks with
 * their sentence. An analysis that cannot be computed says so in a row of its own.
 *
 * Figures keep the names they have in src/analysis/analyseMap.ts, so that a row can be looked up there and in the API.
 * Lists of ids behind a result are left out: the sheets of records and the API have them.
 */
import { analyseMap } from '../../analysis/analyseMap.ts';
import type { Outcome } from '../../analysis/outcome.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { findingMessage } from '../../words/checks.ts';
import type { Cell, CellWriter } from './fieldCells.ts';
import type { Table } from './tables.ts';

type Row = readonly Cell[];

export function analysisTable(journey: JourneyMap, writer: CellWriter): Table {
  const { words } = writer;
  const { code, analysis, about, figure, value } = words.analysisColumns;
  const { lint, ...analyses } = analyseMap(journey);
  const codes = Object.keys(analyses) as (keyof typeof analyses)[];
  const rows = codes.flatMap((name): Row[] => {
    const outcome: Outcome<unknown> = analyses[name];
    const head = [name, words.analysisNames[name]];
    if (outcome.reason !== null) return [[...head, null, words.notComputed, outcome.reason]];
    return [
      [...head, null, words.rests(outcome.n, outcome.of), null],
      ...figuresIn(outcome.value, [], null, writer).map((row) => [...head, ...row]),
    ];
  });
  const checks = lint
    .filter(({ dismissed }) => dismissed === null)
    .map((finding): Row => [
      finding.code,
      words.checks,
      writer.nameOf(finding.targetId),
      finding.severity,
      findingMessage(finding, writer.language),
    ]);
  return { name: words.analyses, heads: [code, analysis, about, figure, value], rows: [...rows, ...checks] };
}

/** Every number, text and yes or no inside a result: about, figure, value. */
function figuresIn(
  value: unknown,
  path: readonly string[],
  about: string | null,
  writer: CellWriter,
): readonly Row[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
    const told = typeof value === 'boolean' ? (value ? writer.words.yes : writer.words.no) : value;
    return [[about, path.join('.'), typeof told === 'string' ? writer.nameOf(told) : told]];
  }
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) return [];
    return value.flatMap((item: unknown) => oneRow(figuresIn(item, path, about, writer), writer));
  }
  const named = Object.entries(value).filter(([name]) => !isBookkeeping(name));
  const own = aboutOf(value, writer) ?? about;
  return named.flatMap(([name, part]: [string, unknown]) => {
    if (name === 'value') return figuresIn(part, path, own, writer);
    return figuresIn(part, [...path, name], own, writer);
  });
}

/** A record of a list is one row: its only figure, or all of them as a text. */
function oneRow(rows: readonly Row[], { words }: CellWriter): readonly Row[] {
  const [first] = rows;
  if (!first || rows.length === 1) return rows;
  const figures = rows.map(
    ([, path, value]) => `${String(path).split('.').at(-1)}${words.pairMark}${shown(value)}`,
  );
  return [
    [first[0] ?? null, String(first[1]).split('.').slice(0, -1).join('.'), figures.join(words.listMark)],
  ];
}

/** Two decimals are enough to read. */
function shown(value: Cell | undefined): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? '');
}

/** What an outcome rests on, ids that `aboutOf` has turned into a name, and what is for drawing or a matrix of its own. */
function isBookkeeping(name: string): boolean {
  return [
    'points',
    'segments',
    'slopes',
    'curves',
    'cells',
    'emotions',
    'size',
    'ids',
    'n',
    'of',
    'reason',
    'unknown',
    'id',
    'touchpointId',
    'stageId',
    'channelId',
  ].includes(name);
}

function aboutOf(value: object, writer: CellWriter): string | null {
  const ids = Object.entries(value).flatMap(([name, id]: [string, unknown]) =>
    typeof id === 'string' && ['id', 'touchpointId', 'stageId', 'channelId'].includes(name) ? [id] : [],
  );
  return ids.length === 0 ? null : ids.map((id) => writer.nameOf(id)).join(' / ');
}
