/** The door of imports: what a file is, how much of it is read, and why it is not (R69, R70, R71, R72). */
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../src/export/tables/gb18030.ts';
import { readPaste, readSource } from '../../src/import/readSource.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { bytesOf, journeyNames, refusalOf, tablesIn } from '../support/importing.ts';
import { writeMap } from '../../src/model/writeMap.ts';

const types = '<?xml version="1.0"?><Types/>';

/** A workbook of one sheet, as small as programs take it. */
function workbook(sheet: string, more: Readonly<Record<string, string>> = {}, book = ''): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': types,
    'xl/workbook.xml': `<workbook xmlns:r="r">${book}<sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a table of text', () => {
  it.each([
    ['commas', 'a,b\r\n1,"x, y"\r\n'],
    ['semicolons', 'a;b\n1;x, y\n'],
    ['tabs', 'a\tb\n1\tx, y'],
  ])('is read with %s between its cells', (_name, text) => {
    expect(tablesIn(bytesOf(text))[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', 'x, y'],
    ]);
  });

  it('keeps line breaks and quotes in quoted cells, and quotes that are none', () => {
    const [table] = tablesIn(bytesOf('a,"one\ntwo","say ""hi"""\n5" pipe,"open,x\n'));
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['a', 'one\ntwo', 'say "hi"'],
      ['5" pipe', '"open', 'x'],
    ]);
  });

  it('is read in UTF-8, UTF-16 and GB18030 (R72)', () => {
    const text = '阶段,接触点\n购买,门店 €\n';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), encodeGb18030(text), utf16])
      expect(tablesIn(bytes)[0]?.rows[1]?.cells).toEqual(['购买', '门店 €']);
  });

  it('counts its rows as the spreadsheet does, and leaves out empty ones', () => {
    expect(tablesIn(bytesOf('a\n\n\nb\n'))[0]?.rows.map(({ number }) => number)).toEqual([1, 4]);
  });

  it.each([
    ['too-many-rows', 'x\n'.repeat(10_002)],
    ['too-many-columns', `${'x,'.repeat(300)}\n`],
    ['no-rows', '\n\n'],
  ])('is refused: %s (R72)', (code, text) => {
    expect(refusalOf(bytesOf(text), 'x.csv')).toBe(code);
  });

  it('of bytes that are no text is refused', () => {
    expect(refusalOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'x.png')).toBe('unreadable-text');
  });
});

describe('a workbook', () => {
  it('gives texts, numbers, days, percents, yes and no, and the last results of formulas', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs></styleSheet>';
    const strings =
      '<sst><si><t>Shop</t></si><si><r><t>Rich </t></r><r><t>text</t></r><rPh><t>reading</t></rPh></si></sst>';
    const sheet =
      row(
        1,
        '<c r="A1" t="s"><v>0</v></c>',
        '<c r="C1" t="s"><v>1</v></c>',
        '<c r="D1" s="1"><v>45658</v></c>',
      ) +
      row(
        3,
        '<c r="A3" s="2"><v>45658.5</v></c>',
        '<c r="B3" s="3"><v>0.29</v></c>',
        '<c r="C3" t="b"><v>1</v></c>',
        '<c r="D3"><f>SUM(A1:A2)</f><v>3.5</v></c>',
        '<c r="E3" t="str"><f>HYPERLINK("http://127.0.0.1:1/")</f><v>here</v></c>',
      );
    const parts = { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings };
    expect(tablesIn(workbook(sheet, parts), 'x.xlsx')).toEqual([
      {
        name: 'Rows',
        rows: [
          { number: 1, cells: ['Shop', '', 'Rich text', '2025-01-01'] },
          { number: 3, cells: ['2025-01-01', '29%', 'TRUE', '3.5', 'here'] },
        ],
      },
    ]);
    const since1904 = workbook(sheet, parts, '<workbookPr date1904="1"/>');
    expect(tablesIn(since1904, 'x.xlsx')[0]?.rows[0]?.cells[3]).toBe('2029-01-02');
  });

  it('does not follow parts outside the file (R70)', () => {
    const rels =
      '<Relationships><Relationship Id="rId1" Target="http://127.0.0.1:1/worksheets/sheet1.xml" TargetMode="External"/></Relationships>';
    expect(refusalOf(workbook('', { 'xl/_rels/workbook.xml.rels': rels }))).toBe('not-a-workbook');
  });

  it.each([
    ['an entity', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>', 'xml-with-doctype'],
    ['XML that breaks off', '<worksheet><sheetData>', 'broken-xml'],
    ['an unknown entity', '<worksheet>&nbsp;</worksheet>', 'broken-xml'],
    ['elements too deep', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, 'too-deep'],
  ])('with %s is refused', (_name, xml, code) => {
    expect(refusalOf(workbook('', { 'xl/worksheets/sheet1.xml': xml }))).toBe(code);
  });

  it('that inflates to 100 MB is refused, whatever it says about its size (R72)', () => {
    const bomb = workbook('', { 'xl/worksheets/sheet1.xml': ' '.repeat(100_000_000) });
    expect(bomb.length).toBeLessThan(400_000);
    expect(refusalOf(bomb)).toBe('inflates-too-much');
    expect(refusalOf(lyingAbout(bomb, 'xl/worksheets/sheet1.xml', 1000))).toBe('packed-too-tightly');
    const half = workbook('', { 'xl/sharedStrings.xml': ' '.repeat(3_000_000) });
    expect(refusalOf(half)).toBe('packed-too-tightly');
  });

  it('with too many parts or too many bytes is refused (R72)', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`p${index}`, 'x']));
    expect(refusalOf(workbook('', many))).toBe('too-many-parts');
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    large.set(workbook(''));
    expect(refusalOf(large)).toBe('file-too-large');
  });

  it('with one sheet that is too long is read without it', () => {
    const long = Array.from({ length: 10_002 }, (_, at) => row(at + 1, inline(`A${at + 1}`, 'x'))).join('');
    const sheets =
      '<workbook xmlns:r="r"><sheets><sheet name="Long" r:id="rId2"/><sheet name="Rows" r:id="rId1"/></sheets></workbook>';
    const rels =
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>';
    const parts = {
      'xl/workbook.xml': sheets,
      'xl/_rels/workbook.xml.rels': rels,
      'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${long}</sheetData></worksheet>`,
    };
    expect(tablesIn(workbook(row(1, inline('A1', 'x')), parts)).map(({ name }) => name)).toEqual(['Rows']);
    expect(refusalOf(workbook(long))).toBe('too-many-rows');
  });

  it('that names one long text in many cells is refused before it is spelt out (R72)', () => {
    const cells = Array.from({ length: 200 }, (_, column) => `<c t="s" r="${letters(column)}1"><v>0</v></c>`);
    const strings = `<sst><si><t>${Array.from({ length: 30_000 }, (_, at) => at).join(' ')}</t></si></sst>`;
    expect(refusalOf(workbook(row(1, ...cells), { 'xl/sharedStrings.xml': strings }))).toBe('file-too-large');
  });

  it('of the old kind, or broken, is refused', () => {
    expect(refusalOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('old-workbook');
    const broken = workbook(row(1, inline('A1', 'x')));
    for (const length of [2, 40, broken.length - 30])
      expect(refusalOf(broken.slice(0, length))).toBe('not-a-workbook');
    for (let at = 30; at < broken.length; at += 7) {
      const bitten = broken.slice();
      bitten[at] = (bitten[at] ?? 0) ^ 0x5a;
      // Whatever comes of it: an answer.
      expect(readSource(bitten, 'x.xlsx', journeyNames)).toHaveProperty('ok');
    }
  });
});

describe('other files', () => {
  it('a Touchline file is read whole, or refused with its reasons (R71)', () => {
    const map = loadTemplate('airline-tiers.en');
    const read = readSource(bytesOf(JSON.stringify(writeMap(map))), 'x.json', journeyNames);
    expect(read.ok && read.journeys?.[0]?.journey).toEqual(map);
    expect(refusalOf(bytesOf('{"format":"touchline/2"}'))).toBe('other-format');
    expect(refusalOf(bytesOf('{"format":'))).toBe('broken-json');
  });

  it('rows copied in a spreadsheet are tables with tabs', () => {
    const read = readPaste('Calls us\t"two\nlines"\nSigns, pays\t\n');
    expect(read.ok && read.tables?.[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['Calls us', 'two\nlines'],
      ['Signs, pays', ''],
    ]);
  });
});

function letters(column: number): string {
  const first = Math.floor(column / 26);
  return `${first > 0 ? String.fromCharCode(64 + first) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** The zip with another size in its directory than the part has. */
function lyingAbout(zip: Uint8Array, name: string, size: number): Uint8Array {
  const changed = zip.slice();
  const text = new TextDecoder('latin1').decode(changed);
  const at = text.lastIndexOf(name) - 46;
  new DataView(changed.buffer).setUint32(at + 24, size, true);
  return changed;
}
