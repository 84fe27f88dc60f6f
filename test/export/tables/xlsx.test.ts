/** The workbook: its sheets, whole titles, numbers as numbers, and never a formula. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toXlsx } from '../../../src/export/tables/xlsx.ts';
import { defaultsOf } from '../../../src/model/schema.ts';
import { templates } from '../../support/templates.ts';

function partsOf(map: (typeof templates)[number]['map'], lang: 'map' | 'en' = 'map') {
  const parts = unzipSync(toXlsx(map, { lang }));
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  return { text, names: Object.keys(parts) };
}

describe('XLSX', () => {
  it.each(templates.map(({ name, map }) => [name, map] as const))(
    'has the sheets and every title: %s',
    (_name, map) => {
      const { text } = partsOf(map, 'en');
      const sheets = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
        ([, name]) => name,
      );
      expect(sheets.slice(0, 6)).toEqual([
        'Touchpoints',
        'Personas',
        'Stages',
        'Readings',
        'Opportunities',
        'Analyses',
      ]);
      const strings = text('xl/sharedStrings.xml').replaceAll('&amp;', '&').replaceAll('&apos;', "'");
      for (const { title } of map.touchpoints) expect(strings).toContain(title);
      const first = text('xl/worksheets/sheet1.xml');
      expect(first).toContain('state="frozen"');
      expect(first).not.toContain('<f>');
    },
  );

  it('a text that looks like a formula stays a text, and characters XML forbids are dropped', () => {
    const touchpoint = {
      ...defaultsOf('touchpoints'),
      id: 't',
      title: '=1+1\u0001',
      stageId: 's',
      laneId: 'l',
    };
    const { text } = partsOf({
      ...(templates[0]?.map as (typeof templates)[number]['map']),
      touchpoints: [touchpoint],
    });
    expect(text('xl/sharedStrings.xml')).toContain('>=1+1<');
    expect(text('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  });

  it('has heads that stay and filter, numbers as numbers, and room for texts', () => {
    const [first] = templates;
    if (!first) throw new Error('there is no template');
    const { text } = partsOf(first.map, 'en');
    const sheet = text('xl/worksheets/sheet1.xml');
    const rows = 1 + first.map.touchpoints.length;
    expect(sheet).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows}"/>`));
    expect([...sheet.matchAll(/<c r="[A-Z]+\d+"><v>-?[\d.]+<\/v><\/c>/g)].length).toBeGreaterThan(rows);
    const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...widths)).toBe(48);
  });

  it('prints across, its head on each page, wide sheets with the title on each page and on as many as can be read', () => {
    const [first] = templates;
    if (!first) throw new Error('there is no template');
    const { text } = partsOf(first.map, 'en');
    const book = text('xl/workbook.xml');
    expect(book).toContain("localSheetId=\"0\">'Touchpoints'!$A:$C,'Touchpoints'!$1:$1<");
    const sheets = book.match(/<sheet /g)?.length ?? 0;
    expect(book.match(/_xlnm\.Print_Titles/g)).toHaveLength(sheets);
    const wide = (number: number) =>
      Number(
        /orientation="landscape" fitToWidth="(\d+)" fitToHeight="0"/.exec(
          text(`xl/worksheets/sheet${number}.xml`),
        )?.[1],
      );
    expect(wide(1)).toBeGreaterThan(1);
    expect(wide(3)).toBe(1);
  });

  it('breaks a text that is wider than its column, or has lines, into lines', () => {
    const [first] = templates;
    const [one] = first?.map.touchpoints ?? [];
    if (!first || !one) throw new Error('there is no template');
    const touchpoints = [
      { ...one, title: 'Short', description: 'long '.repeat(20), thinking: 'two\nlines', doing: 'brief' },
    ];
    const { text } = partsOf({ ...first.map, touchpoints });
    const [, row = ''] = /<row r="2">(.*?)<\/row>/.exec(text('xl/worksheets/sheet1.xml')) ?? [];
    expect(row.match(/ s="2" t="s"/g)?.length).toBeGreaterThanOrEqual(2);
    expect(row).toMatch(/<c r="C2" t="s">/);
  });
});
