/**
 * A workbook (XLSX) -> its sheets as tables of texts, as a person sees them: dates as YYYY-MM-DD, percents with their sign,
 * the last result of a formula. Formulas themselves, links to other files, pictures and macros are not looked at.
 *
 * In:  the bytes of a zip. Throws a Refusal; bounds are those of bounds.ts.
 */
import { restored } from '../model/cellText.ts';
import { COLUMNS, LETTERS } from './bounds.ts';
import type { ReasonCode } from '../model/reasons.ts';
import { Refusal, refuse } from './refusal.ts';
import { collectRows, type Table, type TableRow } from './table.ts';
import { scanXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly since1904: boolean;
}
type CellFormat = 'plain' | 'date' | 'percent';

export function readXlsx(bytes: Uint8Array): readonly Table[] {
  const zip = openZip(bytes);
  const { sheets, since1904 } = readWorkbook(zip);
  if (sheets.length === 0) refuse({ code: 'not-a-workbook' });
  const book: Book = { strings: readStrings(zip), formats: readFormats(zip), since1904 };
  const letters = { count: 0 };
  const tables: Table[] = [];
  let tooLong: Refusal | null = null;
  for (const { name, part } of sheets) {
    try {
      tables.push({ name, rows: readSheet(zip, part, book, letters) });
    } catch (error) {
      // Of a large map the analyses alone are too many rows: the other sheets can still be read.
      if (!(error instanceof Refusal) || error.message !== ('too-many-rows' satisfies ReasonCode))
        throw error;
      tooLong ??= error;
    }
  }
  if (tooLong && tables.every(({ rows }) => rows.length === 0)) throw tooLong;
  return tables;
}

const workbookPart = 'xl/workbook.xml';

function readWorkbook(zip: Zip): {
  sheets: readonly { readonly name: string; readonly part: string }[];
  since1904: boolean;
} {
  const targets = new Map<string, string>();
  const relations = zip.text('xl/_rels/workbook.xml.rels');
  const workbook = zip.text(workbookPart);
  if (relations === null || workbook === null) return refuse({ code: 'not-a-workbook' });
  scanXml(relations, 'xl/_rels/workbook.xml.rels', {
    ...quiet,
    open(name, attributes) {
      // A part outside the file is never fetched (R70).
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      targets.set(attributes.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let since1904 = false;
  scanXml(workbook, workbookPart, {
    ...quiet,
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      const part = targets.get(attributes.get('id') ?? '');
      if (name === 'sheet' && part?.includes('worksheets/') && zip.has(part))
        sheets.push({ name: attributes.get('name') ?? '', part });
    },
  });
  return { sheets, since1904 };
}

const quiet = { open: () => undefined, close: () => undefined, text: () => undefined };

/** The texts that cells name by number. What says how Chinese or Japanese letters are read aloud (`rPh`) is no text. */
function readStrings(zip: Zip): readonly string[] {
  const part = 'xl/sharedStrings.xml';
  const xml = zip.text(part);
  const strings: string[] = [];
  if (xml === null) return strings;
  let current = '';
  let isText = false;
  let isReading = false;
  scanXml(xml, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') isText = !isReading;
      else if (name === 'rPh') isReading = true;
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(current));
      else if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
    },
    text: (text) => {
      if (isText) current += text;
    },
  });
  return strings;
}

/** How each style shows a number: the built-in formats by number, others by their code. */
function readFormats(zip: Zip): readonly CellFormat[] {
  const part = 'xl/styles.xml';
  const xml = zip.text(part);
  const formats: CellFormat[] = [];
  if (xml === null) return formats;
  const own = new Map<number, string>();
  let inCells = false;
  scanXml(xml, part, {
    ...quiet,
    open(name, attributes) {
      const id = Number(attributes.get('numFmtId'));
      if (name === 'numFmt') own.set(id, attributes.get('formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(formatOf(id, own.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    // 14 to 22 without the two times of day, and the dates of Chinese, Japanese and Korean.
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
      ? 'date'
      : 'plain';
  }
  const shown = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (shown.includes('%')) return 'percent';
  return /[yd]/i.test(shown) ? 'date' : 'plain';
}

function readSheet(zip: Zip, part: string, book: Book, letters: { count: number }): readonly TableRow[] {
  const xml = zip.text(part) ?? refuse({ code: 'not-a-workbook' }, part);
  const collected = collectRows(letters);
  let number = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let takes = false;
  let isReading = false;
  scanXml(xml, part, {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attributes.get('r') ?? number + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes.get('r')) ?? column + 1;
        if (column >= COLUMNS) refuse({ code: 'too-many-columns', max: COLUMNS }, part);
        type = attributes.get('t') ?? 'n';
        style = Number(attributes.get('s') ?? 0);
        value = '';
      } else if (name === 'v' || name === 't') takes = !isReading;
      else if (name === 'rPh') isReading = true;
    },
    close(name) {
      if (name === 'v' || name === 't') takes = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'c' && value !== '') {
        while (cells.length < column) cells.push('');
        cells[column] = shown(value, type, book.formats[style] ?? 'plain', book);
      } else if (name === 'row') collected.add(number, cells);
    },
    text(text) {
      if (!takes) return;
      value += text;
      if (value.length > LETTERS) refuse({ code: 'file-too-large', mebibytes: LETTERS / 1024 / 1024 }, part);
    },
  });
  return collected.rows;
}

/** A1 -> 0, AB7 -> 27. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function shown(value: string, type: string, format: CellFormat, book: Book): string {
  switch (type) {
    case 's':
      return restored(book.strings[Number(value)] ?? '');
    case 'inlineStr':
    case 'str':
      return restored(unescaped(value));
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      const number = Number(value);
      if (!Number.isFinite(number)) return value;
      if (format === 'date') return dayOf(number, book.since1904);
      // Without the dust of binary fractions: 0.29 is 29 %.
      return format === 'percent' ? `${Number((number * 100).toPrecision(12))}%` : String(number);
    }
    default:
      return value;
  }
}

/** A spreadsheet's day count -> YYYY-MM-DD. Day 60 of 1900 never was, so the count begins a day early after it. */
function dayOf(serial: number, since1904: boolean): string {
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const day = new Date(start + Math.floor(serial) * 86_400_000);
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999
    ? String(serial)
    : day.toISOString().slice(0, 10);
}

/** What XML cannot hold stands as `_x000D_`. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
