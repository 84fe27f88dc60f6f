/** A workbook of ours as a whole: every sheet of records comes back, and what people changed in it. */
import { describe, expect, it } from 'vitest';
import { toXlsx } from '../../src/export/tables/xlsx.ts';
import { guessMapping } from '../../src/import/fields.ts';
import { readSource } from '../../src/import/readSource.ts';
import type { Table } from '../../src/import/table.ts';
import { readWorkbook } from '../../src/import/workbook.ts';
import { readXlsx } from '../../src/import/xlsx.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { defaultsOf } from '../../src/model/schema.ts';
import { inSequence } from '../../src/model/sequence.ts';
import { journeyNames } from '../support/importing.ts';
import { templates } from '../support/templates.ts';

const kept = [
  'stages',
  'lanes',
  'tiers',
  'channels',
  'moments',
  'links',
  'insights',
  'opportunities',
  'actions',
  'readings',
  'elements',
] as const;

/** What a workbook can say of a map: ids inside records, pictures in evidence and keys we do not know are not in it. */
function sayable(map: JourneyMap) {
  const plain = (record: object): unknown =>
    JSON.parse(JSON.stringify({ ...record, extra: undefined, data: undefined }));
  const name = (id: string | null) =>
    [...(map.brand?.messages ?? []), ...(map.brand?.topics ?? [])]
      .map((one) => ('text' in one ? { id: one.id, name: one.text } : one))
      .find((one) => one.id === id)?.name ?? id;
  return {
    ...Object.fromEntries(kept.map((collection) => [collection, map[collection].map(plain)])),
    evidence: map.evidence.map((one) => plain({ ...one, data: null })),
    personas: map.personas.map((one) => plain({ ...one, jobs: one.jobs.map((job) => ({ ...job, id: '' })) })),
    touchpoints: inSequence(map).map((one) =>
      plain({ ...one, messageIds: one.messageIds.map(name), topicId: name(one.topicId) }),
    ),
  };
}
const wholeOf = (map: JourneyMap, lang: 'en' | 'zh') => {
  const read = readSource(toXlsx(map, { lang }), 'My map.xlsx', journeyNames);
  return read.ok && read.tables ? read.whole : null;
};
function changed(tables: readonly Table[], sheet: string, change: (rows: string[][]) => string[][]): Table[] {
  return tables.map((table) =>
    table.name === sheet
      ? {
          ...table,
          rows: change(table.rows.map(({ cells }) => [...cells])).map((cells, index) => ({
            number: index + 1,
            cells,
          })),
        }
      : table,
  );
}

describe('a workbook of ours', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'comes back whole, in either language: %s',
    (_name, map) => {
      for (const lang of ['en', 'zh'] as const) {
        const whole = wholeOf(map, lang);
        expect(whole?.left).toEqual([]);
        expect(whole?.journey.map.title).toBe('My map');
        if (whole) expect(sayable(whole.journey)).toEqual(sayable(map));
      }
    },
  );

  it('has what lies beside the map, its place and words; a picture is told there and not made', () => {
    const [sample] = templates;
    if (!sample) throw new Error('no template');
    const map: JourneyMap = {
      ...sample.map,
      elements: [
        { ...defaultsOf('elements'), id: 'f', kind: 'frame', x: 20, width: 640, height: 400, text: 'Ideas' },
        { ...defaultsOf('elements'), id: 'n', kind: 'note', side: 'right', y: 12, text: '排队太久\n"why?"' },
      ],
    };
    const picture = {
      ...defaultsOf('elements'),
      id: 'p',
      kind: 'image' as const,
      image: 'a'.repeat(64),
      text: 'The shelf',
    };
    for (const lang of ['en', 'zh'] as const) {
      const whole = wholeOf({ ...map, elements: [...map.elements, picture] }, lang);
      expect(whole?.left).toEqual([]);
      if (whole) expect(sayable(whole.journey)).toEqual(sayable(map));
    }
    const sheets = readXlsx(toXlsx({ ...map, elements: [picture] }, { lang: 'en' }));
    const beside = sheets.find(({ name }) => name === 'Beside the map');
    expect(beside?.rows.some(({ cells }) => cells.includes('The shelf'))).toBe(true);
  });

  it('takes what was changed, added and copied in it, and tells row and column of what it cannot take', () => {
    const [sample] = templates;
    if (!sample) throw new Error('no template');
    const tables = readXlsx(toXlsx(sample.map, { lang: 'en' }));
    const edited = changed(
      changed(
        changed(tables, 'Touchpoints', (rows) => [...rows, ['', '', '', ...(rows[1] ?? []).slice(3)]]),
        'Stages',
        ([heads = [], first = [], ...rest]) => [
          heads,
          [first[0] ?? '', 'Renamed', ...first.slice(2)],
          ...rest,
          ['', 'Added'],
          [first[0] ?? '', 'Copied'],
        ],
      ),
      'Personas',
      ([heads = [], ...rest]) => [heads, ...rest, ['', 'Broken', 'perhaps']],
    );
    const whole = readWorkbook(edited, 'x');
    expect(whole?.journey.stages[0]).toMatchObject({ id: sample.map.stages[0]?.id, name: 'Renamed' });
    // What is in it still names it as before: nothing is lost.
    const old = whole?.journey.stages.find(({ name }) => name === sample.map.stages[0]?.name);
    expect(whole?.journey.touchpoints.filter(({ stageId }) => stageId === old?.id)).toHaveLength(
      sample.map.touchpoints.filter(({ stageId }) => stageId === sample.map.stages[0]?.id).length,
    );
    expect(whole?.journey.stages.slice(-3, -1).map(({ name }) => name)).toEqual(['Added', 'Copied']);
    // What cannot be read in a cell is left out alone; a record that cannot be without it is left out with it.
    const row = sample.map.personas.length + 2;
    expect(whole?.left).toEqual([
      `Personas · ${row} · The map’s point of view`,
      `Touchpoints · ${sample.map.touchpoints.length + 2} · Title`,
    ]);
    expect(whole?.journey.personas.at(-1)).toMatchObject({ name: 'Broken', primary: false });
    expect(whole?.journey.touchpoints).toHaveLength(sample.map.touchpoints.length);
  });

  it('comes back also from the time when two columns were called Evidence', () => {
    const map = templates.find(({ name }) => name === 'airline-tiers.en')?.map;
    if (!map) throw new Error('no template');
    const former = (rows: string[][]) =>
      rows.map((cells) => cells.map((cell) => (cell === 'Evidence level' ? 'Evidence' : cell)));
    const tables = readXlsx(toXlsx(map, { lang: 'en' }));
    const old = changed(changed(tables, 'Touchpoints', former), 'Personas', former);
    expect(old).not.toEqual(tables);
    const whole = readWorkbook(old, 'x');
    expect(whole && sayable(whole.journey)).toEqual(sayable(map));
  });

  it('comes back from an earlier build in Chinese, under its headings, sheets and words of values', () => {
    const sample = templates.find(({ name }) => name === 'airline-tiers.en')?.map;
    const [first, ...others] = sample?.touchpoints ?? [];
    if (!sample || !first) throw new Error('no template');
    const map: JourneyMap = {
      ...sample,
      touchpoints: [{ ...first, key: true, evidenceLevel: 'measured' }, ...others],
    };
    const tables = readXlsx(toXlsx(map, { lang: 'zh' }));
    const heads: Readonly<Record<string, string>> = {
      旅程图的主视角: '地图的主视角',
      等级: '层级',
      常见等级: '常见层级',
      面向等级: '面向层级',
      按等级: '按层级',
      真正想买的: '真正购买的',
      关键接触点: '关键接触',
      语气: '语调',
      解答的问题: '回答的问题',
      控制权平衡: '控制平衡',
    };
    const words: Readonly<Record<string, string>> = {
      实测: '测量',
      赢得: '口碑',
      支路: '旁支',
      循环: '回路',
      原话: '引语',
      情感倾向: '口碑倾向',
      复购率: '复购',
      推荐率: '推荐',
    };
    const old = tables.map((table) => ({
      ...table,
      name: heads[table.name] ?? table.name,
      rows: table.rows.map((row, index) => ({
        ...row,
        cells: row.cells.map((cell) => (index === 0 ? heads : words)[cell] ?? cell),
      })),
    }));
    expect(old.some(({ name }) => name === '层级')).toBe(true);
    const whole = readWorkbook(old, 'x');
    expect(whole?.left).toEqual([]);
    expect(whole && sayable(whole.journey)).toEqual(sayable(map));
  });

  it('of an earlier build: a word of today goes before a former one where both stand', () => {
    expect(guessMapping('touchpoints', ['标题', '面向层级', '面向等级'])).toEqual(['title', null, 'tierIds']);
    expect(guessMapping('touchpoints', ['标题', '面向层级', '关键接触', '语调'])).toEqual([
      'title',
      'tierIds',
      'key',
      'tone',
    ]);
    expect(guessMapping('readings', ['指标', '数值', '层级'])).toEqual(['metric', 'value', 'tierId']);
  });

  it('of another program is only a table', () => {
    const [sample] = templates;
    if (!sample) throw new Error('no template');
    const tables = readXlsx(toXlsx(sample.map, { lang: 'en' }));
    expect(
      readWorkbook(
        tables.filter(({ name }) => name !== 'Lanes'),
        'x',
      ),
    ).toBeNull();
    expect(readWorkbook([...tables, ...tables], 'x')).toBeNull();
    expect(
      readWorkbook(
        changed(tables, 'Stages', (rows) => rows.map((row) => row.slice(1))),
        'x',
      ),
    ).toBeNull();
  });
});
