/**
 * The door of every import: the bytes of a file (or the text of a paste) -> sheets of rows, or whole journeys, or the
 * reasons why neither. What a file is, is seen from its content; its name only tells a table of text from other texts.
 *
 * Pure and bounded (bounds.ts); the page runs it in a worker (panels/import/readInWorker.ts). Nothing is fetched, whatever
 * addresses a file names (R70). Never throws.
 */
import type { JourneyMap } from '../model/journeyMap.ts';
import { NAME } from '../model/limits.ts';
import { parseMapText } from '../model/parseMap.ts';
import { readCjml } from './cjml.ts';
import { readCsv, readDelimited } from './csv.ts';
import { decodeText } from './decodeText.ts';
import { findMermaidJourney, readMermaid, type JourneyNames } from './mermaid.ts';
import { Refusal, refuse, type Refused } from './refusal.ts';
import type { Table } from './table.ts';
import { readWorkbook } from './workbook.ts';
import { readXlsx } from './xlsx.ts';

export type SourceFormat = 'touchline' | 'xlsx' | 'csv' | 'mermaid' | 'cjml';

export interface FoundJourney {
  readonly journey: JourneyMap;
  /** What of the file has no place in a map. */
  readonly left: readonly string[];
}
export type Source =
  | {
      readonly ok: true;
      readonly format: SourceFormat;
      readonly tables: readonly Table[];
      /** Of a workbook that Touchline wrote, all of it. */
      readonly whole: FoundJourney | null;
      readonly journeys: null;
    }
  | {
      readonly ok: true;
      readonly format: SourceFormat;
      readonly tables: null;
      readonly journeys: readonly FoundJourney[];
    };

export function readSource(bytes: Uint8Array, fileName: string, names: JourneyNames): Source | Refused {
  return answered(() => {
    if (startsWith(bytes, [0x50, 0x4b])) return workbook(readXlsx(bytes), fileName);
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse({ code: 'old-workbook' });
    const text = decodeText(bytes);
    const start = text.replace(/^\uFEFF/, '').trimStart();
    if (/\.json$/i.test(fileName) || start.startsWith('{')) {
      const read = parseMapText(text);
      if (!read.ok) throw new Refusal(read.reasons);
      return journeys('touchline', [{ journey: read.map, left: [] }]);
    }
    if (start.startsWith('<')) return journeys('cjml', readCjml(text, names));
    if (/\.(mmd|mermaid|md|markdown)$/i.test(fileName) || findMermaidJourney(text))
      return journeys('mermaid', [{ journey: readMermaid(text, names), left: [] }]);
    return tables('csv', [readCsv(text)]);
  });
}

/** What was copied in a spreadsheet: rows with tabs between the cells. */
export function readPaste(text: string): Source | Refused {
  return answered(() => tables('csv', [readDelimited(text, '\t')]));
}

function answered(read: () => Source): Source | Refused {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reasons: error.reasons };
    throw error;
  }
}

function tables(format: SourceFormat, read: readonly Table[], whole: FoundJourney | null = null): Source {
  const full = read.filter(({ rows }) => rows.length > 0);
  if (full.length === 0) refuse({ code: 'no-rows' });
  return { ok: true, format, tables: full, whole, journeys: null };
}

function workbook(sheets: readonly Table[], fileName: string): Source {
  return tables('xlsx', sheets, readWorkbook(sheets, titleOf(fileName)));
}

/** A file's name as a title: without its ending, words apart. */
export function titleOf(fileName: string): string {
  return fileName
    .replace(/\.\w{1,8}$/, '')
    .replaceAll(/[_]+/g, ' ')
    .trim()
    .slice(0, NAME)
    .toWellFormed();
}

function journeys(format: SourceFormat, read: readonly FoundJourney[]): Source {
  return { ok: true, format, tables: null, journeys: read };
}

function startsWith(bytes: Uint8Array, sign: readonly number[]): boolean {
  return sign.every((byte, index) => bytes[index] === byte);
}
