/**
 * Rows of a table of metrics -> readings for a map, and what is wrong with which row (domain.md 2.11). Each row is judged by
 * the parser of `POST …/readings`, so that a file and a call are read alike.
 *
 * A touchpoint is named by its title, its ID or its address ("C2", where one touchpoint lies there); an empty cell means the
 * whole map.
 */
import { parseAddress } from '../model/address.ts';
import { plainName } from '../model/cellText.ts';
import type { JourneyMap } from '../model/journeyMap.ts';
import { COLLECTION_LIMITS } from '../model/limits.ts';
import { parseReadings, readingKey, type NewReading } from '../model/parseReadings.ts';
import type { Rule } from '../model/reasons.ts';
import { metricRanges } from '../model/schema.ts';
import { fieldWords } from '../words/fields.ts';
import type { InterfaceLanguage } from '../words/language.ts';
import { cellValue, choiceOf, numberIn } from './cellValue.ts';
import { fieldsOf, type Mapping } from './fields.ts';
import { problem, rowsOfStep, type RowFault, type RowProblem, type Steps } from './planTouchpoints.ts';
import type { TableRow } from './table.ts';

export interface ReadingsPlan {
  readonly readings: readonly NewReading[];
  /** How many of them take the place of a value the map has. */
  readonly replaced: number;
  readonly problems: readonly RowProblem[];
  readonly read: number;
  readonly left: number;
}

export function* planReadings(
  rows: readonly TableRow[],
  mapping: Mapping,
  map: JourneyMap,
  language: InterfaceLanguage,
): Steps<ReadingsPlan> {
  const touchpointOf = touchpointFinder(map);
  const present = new Set(map.readings.map(readingKey));
  const readings: NewReading[] = [];
  const problems: RowProblem[] = [];
  const rowOf = new Map<string, number>();
  let replaced = 0;
  let left = 0;
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % rowsOfStep === 0) yield index;
    let { reading, faults } = readRow(row, mapping);
    // A value can be without its sample size; without source, persona or tier it would say something else.
    const spare = faults.every(({ field }) => field === 'n') ? faults : [];
    if (spare.length > 0) {
      ({ reading, faults } = readRow(
        row,
        mapping.map((field) => (field === 'n' ? null : field)),
      ));
    }
    if (reading) {
      const key = readingKey(reading);
      const first = rowOf.get(key);
      const isNew = !present.has(key);
      const max = COLLECTION_LIMITS.readings;
      const count = map.readings.length + readings.length - replaced + (isNew ? 1 : 0);
      if (first !== undefined)
        faults.push({ field: 'value', rule: { code: 'second-reading', firstPath: `#${first}` } });
      else if (count > max)
        faults.push({
          field: null,
          rule: {
            code: 'too-many-records',
            collection: fieldWords[language].many.readings,
            max,
            found: count,
          },
        });
      else {
        rowOf.set(key, row.number);
        readings.push(reading);
        if (!isNew) replaced += 1;
      }
    }
    if (faults.length > 0) {
      left += 1;
      problems.push(...faults.map((fault) => problem(row, fault, mapping, false)));
    } else problems.push(...spare.map((fault) => problem(row, fault, mapping, true)));
  }
  return { readings, replaced, problems, read: rows.length, left };

  function readRow(
    { cells }: TableRow,
    columns: Mapping,
  ): { reading: NewReading | undefined; faults: RowFault[] } {
    const fields = fieldsOf('readings');
    const item: { [field: string]: unknown } = { touchpointId: null };
    const faults: RowFault[] = [];
    columns.forEach((field, column) => {
      const cell = cells[column] ?? '';
      const spec = field === null ? undefined : fields[field];
      if (field === null || !spec || cell.trim() === '') return;
      if (field === 'touchpointId') {
        const named = touchpointOf(cell);
        if (typeof named === 'string') item[field] = named;
        else faults.push({ field, rule: named });
      } else item[field] = cellValue(spec, cell, ['readings', field], personOrTier(map));
    });
    const { metric, value } = item;
    const metrics = Object.keys(metricRanges);
    const name = typeof metric === 'string' ? choiceOf(metrics, metric, ['readings', 'metric']) : '';
    const range = Object.hasOwn(metricRanges, name) ? metricRanges[name as keyof typeof metricRanges] : null;
    // A percent is a hundredth where the metric goes from 0 to 1.
    const cell = cells[mapping.indexOf('value')];
    if (range && value !== undefined && cell !== undefined) item['value'] = numberIn(range, cell);
    if (faults.length > 0) return { reading: undefined, faults };
    const parsed = parseReadings([item], whatItNames(map, item));
    if (parsed.ok) return { reading: parsed.readings[0], faults };
    for (const { path, rule } of parsed.reasons) {
      const field = /^\$\[0\]\.(\w+)/.exec(path)?.[1] ?? null;
      faults.push({ field, rule: spokenRule(rule) });
    }
    return { reading: undefined, faults };
  }

  function spokenRule(rule: Rule): Rule {
    const labels: Readonly<Record<string, string>> = fieldWords[language].values.metric;
    if (rule.code === 'reading-out-of-range' || rule.code === 'wrong-counts')
      return { ...rule, metric: labels[rule.metric] ?? rule.metric };
    if (rule.code !== 'not-a-choice') return rule;
    return { ...rule, choices: rule.choices.map((value) => labels[value] ?? value) };
  }
}

/** Only what a row can refer to: the parser looks at all it is given, row by row. */
function whatItNames(
  { touchpoints, personas, tiers }: JourneyMap,
  item: { readonly [field: string]: unknown },
): Pick<JourneyMap, 'touchpoints' | 'personas' | 'tiers'> {
  const isNamed = typeof item['touchpointId'] === 'string';
  return {
    touchpoints: isNamed ? touchpoints.filter(({ id }) => id === item['touchpointId']) : [],
    personas,
    tiers,
  };
}

/** A name that is none stays what it is, and is refused as a reference to nothing. */
function personOrTier({ personas, tiers }: JourneyMap): Parameters<typeof cellValue>[3] {
  return (name, to) => {
    const records = to.includes('personas') ? personas : tiers;
    const found = records.find((one) => one.id === name || plainName(one.name) === plainName(name));
    return found?.id ?? 'none';
  };
}

function touchpointFinder({ touchpoints, stages, lanes }: JourneyMap): (cell: string) => string | Rule {
  const ids = new Set(touchpoints.map(({ id }) => id));
  const byTitle = new Map<string, string[]>();
  const byPlace = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, id: string): void => {
    const list = map.get(key);
    if (list) list.push(id);
    else map.set(key, [id]);
  };
  for (const { id, title, stageId, laneId } of touchpoints) {
    add(byTitle, plainName(title), id);
    add(byPlace, `${stageId} ${laneId}`, id);
  }
  return (cell) => {
    const name = cell.trim();
    // As exports write it where several have one title.
    const behind = /\[([\w-]{1,40})\]$/.exec(name)?.[1];
    if (ids.has(name)) return name;
    const place = parseAddress(name);
    const there = place
      ? byPlace.get(`${stages[place.stageIndex]?.id ?? ''} ${lanes[place.laneIndex]?.id ?? ''}`)
      : undefined;
    const found = byTitle.get(plainName(name)) ?? there ?? [];
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (behind !== undefined && ids.has(behind)) return behind;
    return found.length > 1
      ? { code: 'several-touchpoints', found: found.length }
      : { code: 'no-touchpoint' };
  };
}
