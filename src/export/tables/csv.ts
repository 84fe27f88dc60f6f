/**
 * CSV of the touchpoints (RFC 4180): CRLF, quotes where a cell needs them. Texts that a spreadsheet would run as a formula
 * get an apostrophe in front; numbers never do.
 */
import { neutralised } from '../../model/cellText.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { fileLanguage } from '../../words/files.ts';
import type { ExportOptions } from '../exportOptions.ts';
import { cellWriter, type Cell } from './fieldCells.ts';
import { encodeGb18030 } from './gb18030.ts';
import { recordTable } from './tables.ts';

export function toCsv(
  journey: JourneyMap,
  { lang, encoding }: Pick<ExportOptions, 'lang' | 'encoding'>,
  whole: JourneyMap = journey,
): Uint8Array<ArrayBuffer> {
  const writer = cellWriter(journey, fileLanguage(lang, journey.map.language));
  const { heads, rows } = recordTable(journey, 'touchpoints', writer, whole);
  const text = [heads, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
  if (encoding === 'gb18030') return encodeGb18030(text);
  return new TextEncoder().encode(`\uFEFF${text}`);
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = neutralised(cell);
  return /["\t;,\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
