import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/model/journeyMap.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { cellText, parseCell, type Lookup } from '../../src/table/cellValue.ts';
import { allColumns, columnsOf, firstColumns, type ColumnField } from '../../src/table/columns.ts';
import { cellAfter, cellForKey } from '../../src/table/movement.ts';
import { placesForNew, placesForOrder } from '../../src/table/reorder.ts';
import { shownLanes, stageBlocks, tableRows } from '../../src/table/rows.ts';
import { readTsv, writeTsv } from '../../src/model/tsv.ts';
import { windowAt } from '../../src/table/useWindow.ts';
import { fieldWords } from '../../src/words/fields.ts';
import { tableWords } from '../../src/words/table.ts';
import { buildMap } from '../support/buildMap.ts';
import { largeMap } from '../support/largeMap.ts';

const map = buildMap({
  stages: [
    { id: 's1', name: 'Look' },
    { id: 's2', name: 'Empty' },
    { id: 's3', name: 'Buy' },
  ],
  lanes: [
    { id: 'l1', name: 'Contact', kind: 'contact' },
    { id: 'l2', name: 'Backstage', kind: 'backstage' },
    { id: 'l3', name: 'Thoughts', kind: 'thoughts' },
  ],
  touchpoints: [
    { id: 'c', title: 'Third', stageId: 's3', laneId: 'l1', t: 0.1 },
    { id: 'b', title: 'Second', stageId: 's1', laneId: 'l1', t: 0.9 },
    { id: 'a', title: 'First', stageId: 's1', laneId: 'l1', t: 0.1 },
    { id: 'x', title: 'Behind', stageId: 's1', laneId: 'l2', t: 0.5 },
  ],
});

const lookup: Lookup = {
  words: tableWords.en,
  valueName: (table, value) =>
    (table ? (fieldWords.en.values[table] as Readonly<Record<string, string>>)[value] : undefined) ?? value,
  records: ({ field }) =>
    field === 'channelId'
      ? [
          { id: 'web', name: 'Web site', address: 'web' },
          { id: 'mail', name: 'E-mail', address: 'mail' },
        ]
      : map.stages.map(({ id, name }, index) => ({ id, name, address: 'ABC'.charAt(index) })),
};
const column = (field: ColumnField) => {
  const found = allColumns.find((one) => one.field === field);
  if (!found) throw new Error(`no column ${field}`);
  return found;
};

describe('rows of the Table', () => {
  it('are the touchpoints of the journey in its own order, a row for each empty stage, and one for what is new', () => {
    const rows = tableRows(map, 'journey', true);
    expect(rows.map(({ key, kind, number }) => `${kind} ${key} ${number}`)).toEqual([
      'touchpoint a 1',
      'touchpoint b 2',
      'empty empty s2 null',
      'touchpoint c 3',
      'new new row null',
    ]);
    expect(stageBlocks(rows)).toEqual([
      { stageId: 's1', first: 0, count: 2 },
      { stageId: 's2', first: 2, count: 1 },
      { stageId: 's3', first: 3, count: 1 },
    ]);
  });

  it('are those of all lanes or of one when asked for; viewers have no row for what is new', () => {
    expect(tableRows(map, 'all', false).map(({ key }) => key)).toEqual(['a', 'x', 'b', 'empty s2', 'c']);
    expect(tableRows(map, { laneId: 'l2' }, false).map(({ key }) => key)).toEqual([
      'x',
      'empty s2',
      'empty s3',
    ]);
    expect(shownLanes(map, { laneId: 'gone' })).toEqual(['l1', 'l2']);
  });

  it('stay the same objects where nothing changed, so that only changed rows are drawn again', () => {
    const before = tableRows(map, 'journey', true);
    const touchpoints = map.touchpoints.filter(({ id }) => id !== 'b');
    const after = tableRows({ ...map, touchpoints }, 'journey', true, before);
    expect(after[0]).toBe(before[0]);
    expect(after.at(-1)).toBe(before.at(-1));
    expect(after.find(({ key }) => key === 'c')).not.toBe(before[3]);
  });

  it('of a large map are drawn in a window only', () => {
    const parsed = parseMap(largeMap(3000));
    if (!parsed.ok) throw new Error('the large map is not valid');
    expect(tableRows(parsed.map, 'journey', true)).toHaveLength(3001);
    const shown = windowAt(33 * 1500, 800, 33);
    expect(shown.first).toBeLessThanOrEqual(1500);
    expect(shown.end).toBeGreaterThanOrEqual(1525);
    expect(shown.end - shown.first).toBeLessThan(70);
  });
});

describe('cells of the Table', () => {
  it('take what the inspector takes: clamped numbers with the rule, real minus signs, commas, percent', () => {
    const value = (field: ColumnField, text: string) => parseCell(column(field), text, lookup);
    expect(value('emotion', '−0,7')).toEqual({ ok: true, value: -0.7, rule: null });
    expect(value('emotion', '5')).toEqual({ ok: true, value: 2, rule: 'Between −2 and 2.' });
    expect(value('importance', 'many')).toEqual({ ok: false, rule: 'This is not a number.' });
    expect(value('importance', '４')).toEqual({ ok: true, value: 4, rule: null });
    expect(value('importance', '')).toEqual({ ok: true, value: null, rule: null });
    expect(value('conversion', '48.1 %')).toEqual({ ok: true, value: 0.481, rule: null });
    expect(value('reached', '1,200')).toEqual({ ok: true, value: 1200, rule: null });
    expect(value('t', '')).toEqual({ ok: false, rule: 'This cannot be empty.' });
  });

  it('take choices and records by name, address or a beginning that only one has, and refuse others', () => {
    const value = (field: ColumnField, text: string) => parseCell(column(field), text, lookup);
    expect(value('evidenceLevel', 'measured')).toMatchObject({ value: 'measured' });
    expect(value('evidenceLevel', 'obs')).toMatchObject({ value: 'observed' });
    expect(value('channelId', 'e-MAIL')).toMatchObject({ value: 'mail' });
    expect(value('channelId', 'pigeon')).toEqual({ ok: false, rule: 'There is no “pigeon” to choose here.' });
    expect(value('stageId', 'c')).toMatchObject({ value: 's3' });
    expect(value('key', '是')).toMatchObject({ value: true });
    expect(value('tags', 'a， b;a、c')).toMatchObject({ value: ['a', 'b', 'c'] });
    expect(value('title', ' Two\nlines ')).toMatchObject({ value: 'Two lines' });
  });

  it('give back the text they show: copying a row and pasting it changes nothing', () => {
    const touchpoint = {
      ...map.touchpoints[0],
      emotion: -1.5,
      importance: 4,
      conversion: 0.29,
      channelId: 'web',
      evidenceLevel: 'observed',
      key: true,
      tags: ['a', 'b'],
      owner: 'Support',
    } as (typeof map.touchpoints)[number];
    for (const one of allColumns) {
      if (one.field === 'laneId') continue;
      const parsed = parseCell(one, cellText(one, touchpoint, lookup), lookup);
      expect(parsed.ok && parsed.value, one.field).toEqual(touchpoint[one.field]);
    }
  });
});

describe('columns of the Table', () => {
  it('begin with the title and those of the picture; a phone begins with what one rates', () => {
    expect(columnsOf(firstColumns(false), false).map(({ field }) => field)).toEqual([
      'title',
      'channelId',
      'emotion',
      'importance',
      'performance',
      'owner',
      'evidenceLevel',
    ]);
    expect(columnsOf(firstColumns(true), true)[1]?.field).toBe('emotion');
    expect(columnsOf([], false).map(({ field }) => field)).toEqual(['title']);
    expect(new Set(allColumns.map(({ field }) => field)).size).toBe(allColumns.length);
  });
});

describe('the keys of a spreadsheet', () => {
  const extent = { rows: 10, columns: 4, page: 5 };
  it('lead from cell to cell and stop at the edges', () => {
    const from = { row: 0, column: 0 };
    expect(cellForKey('ArrowUp', from, extent, false)).toEqual(from);
    expect(cellForKey('ArrowRight', from, extent, false)).toEqual({ row: 0, column: 1 });
    expect(cellForKey('ArrowDown', from, extent, true)).toEqual({ row: 9, column: 0 });
    expect(cellForKey('End', from, extent, true)).toEqual({ row: 9, column: 3 });
    expect(cellForKey('PageDown', { row: 7, column: 2 }, extent, false)).toEqual({ row: 9, column: 2 });
    expect(cellForKey('x', from, extent, false)).toBeNull();
  });

  it('Tab reads on: after the end of a row comes the next', () => {
    expect(cellAfter({ row: 0, column: 3 }, extent, 1)).toEqual({ row: 1, column: 0 });
    expect(cellAfter({ row: 1, column: 0 }, extent, -1)).toEqual({ row: 0, column: 3 });
    expect(cellAfter({ row: 9, column: 3 }, extent, 1)).toEqual({ row: 9, column: 3 });
  });
});

describe('moving a row', () => {
  const rowsOf = (times: readonly number[]) =>
    times.map((t, index) => ({ id: `t${index + 100}`, stageId: 's1', laneId: 'l1', row: 0, t }));
  const orderAfter = (rows: readonly (Place & { id: string })[], places: ReadonlyMap<string, Place>) =>
    rows
      .map(({ id, t }) => ({ id, t: places.get(id)?.t ?? t }))
      // As the map does: by time, then (in one lane and row) by id.
      .toSorted((a, b) => a.t - b.t || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);

  it('writes one place when there is room between its new neighbours', () => {
    const rows = rowsOf([0.2, 0.9, 0.4]);
    expect(placesForOrder(rows, 1, 's1')).toEqual(
      new Map([['t101', { stageId: 's1', laneId: 'l1', row: 0, t: 0.3 }]]),
    );
  });

  it('always ends in the wanted order, whatever the times were (law)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (times, from, to) => {
          const sorted = rowsOf(times.toSorted((a, b) => a - b).map((t) => t / 100));
          const at = from % sorted.length;
          const moved = sorted[at];
          if (!moved) return;
          const others = sorted.filter((row) => row !== moved);
          const index = to % sorted.length;
          const wanted = others.toSpliced(index, 0, moved);
          const places = placesForOrder(wanted, index, 's1');
          expect(orderAfter(wanted, places ?? new Map())).toEqual(wanted.map(({ id }) => id));
        },
      ),
    );
  });

  it('says when there are more rows than times', () => {
    expect(placesForOrder(rowsOf(Array.from({ length: 101 }, () => 0.5)), 5, 's1')).toBeNull();
  });

  /** The ids of a stage in the order of the journey, new ones (n…) among them; their ids fall, so that no order comes of those. */
  const orderWithNew = (
    rows: readonly (Place & { id: string })[],
    { fresh, others }: ReturnType<typeof placesForNew>,
  ) =>
    [
      ...rows.map((one) => ({ ...one, ...others.get(one.id) })),
      ...fresh.map((moment, index) => ({ id: `n${999 - index}`, ...moment })),
    ]
      .toSorted((a, b) => a.t - b.t || a.row - b.row || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  const newIds = (count: number) => Array.from({ length: count }, (_, index) => `n${999 - index}`);

  it('finds room for new rows anywhere, in their order, as long as there are times enough (law)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (times, at, count) => {
          const rows = rowsOf(times.toSorted((a, b) => a - b).map((t) => t / 100));
          const behind = at % (rows.length + 1);
          const found = placesForNew(rows, behind, count, true);
          const wanted = rows.map(({ id }) => id).toSpliced(behind, 0, ...newIds(count));
          expect(orderWithNew(rows, found)).toEqual(wanted);
        },
      ),
    );
  });

  it('puts new rows below each other where there are more of them than times, or the others are held', () => {
    const many = placesForNew([], 0, 500, true);
    expect(orderWithNew([], many)).toEqual(newIds(500));
    const full = rowsOf(Array.from({ length: 101 }, (_, index) => index / 100));
    expect(orderWithNew(full, placesForNew(full, 101, 8, true)).slice(-8)).toEqual(newIds(8));
    const held = rowsOf([0.5, 1]);
    const found = placesForNew(held, 2, 3, false);
    expect(found.others.size).toBe(0);
    expect(orderWithNew(held, found)).toEqual([...held.map(({ id }) => id), ...newIds(3)]);
  });
});

describe('cells on the clipboard', () => {
  it('are read as spreadsheets write them: quotes, tabs and lines inside a cell, a line break at the end', () => {
    expect(readTsv('a\tb\r\nc\t"d\n""e"""\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd\n"e"'],
    ]);
    expect(readTsv('5" pipe\t"open')).toEqual([['5" pipe', '"open']]);
    expect(readTsv('a\t\tb')).toEqual([['a', '', 'b']]);
  });

  it('come back as they were written (law)', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', '\t', '\n', ' ', '−') });
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
          ),
        (cells) => {
          // A last row of one empty cell is written as nothing at all.
          fc.pre(!(cells.at(-1)?.length === 1 && cells.at(-1)?.[0] === ''));
          expect(readTsv(writeTsv(cells))).toEqual(cells);
        },
      ),
    );
  });
});
