/**
 * Tables as an Excel workbook (Office Open XML), written by us: a sheet each, a bold head that stands still and filters, numbers
 * as numbers, every other cell a text, never a formula. A text that occurs often is written once (shared strings); a long
 * one is broken into lines. On paper a sheet lies across, one page wide where that can be read, and its head is on each page.
 *
 * In:  tables; names of sheets are ours, short and all different. Out: the bytes of the file, the same for the same tables.
 */
import { neutralised } from '../../model/cellText.ts';
import { xmlHead } from '../xml.ts';
import { zipParts } from '../zip.ts';
import type { Cell } from './fieldCells.ts';
import type { Table } from './tables.ts';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function workbookOf(tables: readonly Table[]): Uint8Array<ArrayBuffer> {
  const texts = new SharedTexts();
  const sheets = tables.map((table) => sheetXml(table, texts));
  const numbers = tables.map((_, index) => index + 1);
  const override = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="${media}.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
  const relations = (list: string) =>
    `${xmlHead}<Relationships xmlns="${packages}/relationships">${list}</Relationships>`;
  return zipParts(
    new Map<string, string | readonly string[]>([
      [
        '[Content_Types].xml',
        `${xmlHead}<Types xmlns="${packages}/content-types">` +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          '<Default Extension="xml" ContentType="application/xml"/>' +
          override('xl/workbook.xml', 'sheet.main') +
          numbers.map((number) => override(`xl/worksheets/sheet${number}.xml`, 'worksheet')).join('') +
          `${override('xl/styles.xml', 'styles')}${override('xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
      ],
      ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
      [
        'xl/workbook.xml',
        `${xmlHead}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><sheets>` +
          tables
            .map(
              ({ name }, index) =>
                `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
            )
            .join('') +
          `</sheets><definedNames>${tables.map(printTitles).join('')}</definedNames></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        relations(
          numbers
            .map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))
            .join('') +
            relation(`rId${tables.length + 1}`, 'styles', 'styles.xml') +
            relation(`rId${tables.length + 2}`, 'sharedStrings', 'sharedStrings.xml'),
        ),
      ],
      ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet] as const),
      ['xl/styles.xml', stylesXml],
      ['xl/sharedStrings.xml', texts.xml()],
    ]),
  );
}

/** What is repeated on every page: the head, and the first columns of what is more than a page wide. */
function printTitles({ name, heads }: Table, index: number): string {
  const sheet = `'${escaped(name).replaceAll("'", "''")}'`;
  const columns = heads.length > titleColumns ? `${sheet}!$A:$${columnName(titleColumns - 1)},` : '';
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${columns}${sheet}!$1:$1</definedName>`;
}

/** Id, address and title say which row it is. */
const titleColumns = 3;

/** Style 1 is the head's, bold on a tint; style 2 breaks long texts into lines; all stand at the top of their row. */
const alignedAt = (more = '') => `applyAlignment="1"><alignment vertical="top"${more}/></xf>`;
const stylesXml =
  `${xmlHead}<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEFEBE1"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ${alignedAt()}` +
  `<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" ${alignedAt()}` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" ${alignedAt(' wrapText="1"')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Widths of columns, in characters. */
const narrowest = 8;
const widest = 48;
/** What a page takes for its words to be read: on A4 across, about six points. */
const pageWidth = 200;

function sheetXml({ heads, rows }: Table, texts: SharedTexts): readonly string[] {
  const letters = heads.map((_, index) => columnName(index));
  const widths = heads.map(() => narrowest);
  const rowXml = (cells: readonly Cell[], number: number): string => {
    let inner = '';
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column] ?? null;
      if (cell === null || cell === '') continue;
      const text = typeof cell === 'number' ? null : texts.of(cell);
      const style = number === 1 ? ' s="1"' : text?.isLong ? ' s="2"' : '';
      const place = `<c r="${letters[column]}${number}"${style}`;
      inner += text ? `${place} t="s"><v>${text.index}</v></c>` : `${place}><v>${cell}</v></c>`;
      const width = text ? text.width : String(cell).length + margin;
      widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, width));
    }
    return `<row r="${number}">${inner}</row>`;
  };
  const written = [heads, ...rows].map((cells, index) => rowXml(cells, index + 1));
  const pages = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / pageWidth);
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${xmlHead}<worksheet xmlns="${spreadsheet}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      '<sheetViews><sheetView workbookViewId="0">' +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columns.join('')}</cols><sheetData>`,
    ...written,
    `</sheetData><autoFilter ref="A1:${letters.at(-1) ?? 'A'}${rows.length + 1}"/>` +
      '<printOptions gridLines="1"/>' +
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/>` +
      '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
  ];
}

/** "A" for 0, "AA" for 26. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

interface SharedText {
  readonly index: number;
  /** In characters, wide ones as two, with a little room. */
  readonly width: number;
  /** Wider than a column, or of several lines. */
  readonly isLong: boolean;
}

/** What Excel takes in a cell. */
const longestCell = 32_767;
const margin = 2;
const wide = /[\u1100-\u11FF\u2E80-\uFFEF]/gu;

/** Every text of the workbook, once. */
class SharedTexts {
  readonly #known = new Map<string, SharedText>();
  readonly #items: string[] = [];
  #uses = 0;

  of(cell: string): SharedText {
    this.#uses += 1;
    const known = this.#known.get(cell);
    if (known) return known;
    const width = cell.length + (cell.match(wide)?.length ?? 0) + margin;
    const text = { index: this.#items.length, width, isLong: width > widest || cell.includes('\n') };
    this.#known.set(cell, text);
    // A cell of type text is no formula: only an apostrophe of the text's own is kept from being taken for ours.
    const own = cell.startsWith("'") ? neutralised(cell) : cell;
    this.#items.push(`<si><t xml:space="preserve">${escaped(own)}</t></si>`);
    return text;
  }

  xml(): readonly string[] {
    const counts = `count="${this.#uses}" uniqueCount="${this.#items.length}"`;
    return [`${xmlHead}<sst xmlns="${spreadsheet}" ${counts}>`, ...this.#items, '</sst>'];
  }
}

// What XML 1.0 cannot hold even escaped.
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As Office writes texts: line breaks stay, what a reader would change or take for an escape is `_x000D_`. */
function escaped(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\r\t]/g, (sign) => `_x000${sign === '\r' ? 'D' : '9'}_`)
    .replaceAll(notInXml, '')
    .slice(0, longestCell)
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
