/** CSV: every touchpoint with every field, read back by the rules of RFC 4180; nothing a spreadsheet would run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/export/tables/csv.ts';
import type { JourneyMap, Touchpoint } from '../../../src/model/journeyMap.ts';
import { recordSchema } from '../../../src/model/schema.ts';
import { templates } from '../../support/templates.ts';

const usual = { lang: 'map', encoding: 'utf-8' } as const;
const [sample] = templates;
if (!sample) throw new Error('there is no template');

/** Rows of cells, by RFC 4180 alone. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

function withTitle(title: string, map: JourneyMap = sample?.map as JourneyMap): JourneyMap {
  return { ...map, touchpoints: map.touchpoints.map((one): Touchpoint => ({ ...one, title })) };
}

describe('CSV', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'has one row a touchpoint with every field: %s',
    (_name, map) => {
      const bytes = toCsv(map, usual);
      expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
      const [heads = [], ...rows] = readCsv(new TextDecoder().decode(bytes));
      // The fields, and the address.
      expect(heads).toHaveLength(Object.keys(recordSchema('touchpoints')).length + 1);
      expect(new Set(heads).size).toBe(heads.length);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([heads.length]));
      expect(rows.map(([id = '']) => id).toSorted()).toEqual(map.touchpoints.map(({ id }) => id).toSorted());
      for (const { title } of map.touchpoints) expect(rows.map((row) => row[2])).toContain(title);
    },
  );

  it('writes names for ids and words for codes, in the language asked for', () => {
    const map = templates.find(({ name }) => name === 'home-decoration.zh')?.map ?? sample.map;
    const english = readCsv(new TextDecoder().decode(toCsv(map, { ...usual, lang: 'en' })));
    const chinese = readCsv(new TextDecoder().decode(toCsv(map, usual)));
    expect(english[0]).toContain('Channel');
    expect(english[1]).toContain('Live');
    expect(chinese[0]).toContain('渠道');
    expect(chinese[1]).toContain('微博');
  });

  it('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        fc.pre(!/^[=+\-@\t\r＝＋－＠]/.test(title) && title.isWellFormed());
        const text = new TextDecoder().decode(toCsv(withTitle(title), usual));
        expect(readCsv(text)[1]?.[2]).toBe(title);
      }),
      { numRuns: 60 },
    );
  });

  it('neutralises what a spreadsheet would run, and leaves numbers alone', () => {
    const told = (title: string) => readCsv(new TextDecoder().decode(toCsv(withTitle(title), usual)))[1]?.[2];
    for (const bad of ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])
      expect(told(bad)).toBe(`'${bad}`);
    expect(['-5', '+3.5', '-12%'].map(told)).toEqual(['-5', '+3.5', '-12%']);
  });

  it('in GB18030 says the same, rare characters and emoji included', () => {
    const map = withTitle('骣戤镕㐂𠮷 € é 😀 한글，“引号”——…');
    const told = new TextDecoder('gb18030').decode(toCsv(map, { lang: 'map', encoding: 'gb18030' }));
    expect(told).toBe(new TextDecoder().decode(toCsv(map, usual)));
  });
});
