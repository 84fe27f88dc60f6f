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
});
