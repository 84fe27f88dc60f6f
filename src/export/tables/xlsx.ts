/**
 * The map as a workbook: touchpoints, personas, stages, readings, opportunities and the analyses, then every other kind
 * of record the map has. Heads stand still while one scrolls; numbers are numbers; a text is never a formula.
 */
import { unzipSync } from 'fflate';
import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/universal';
import { neutralised } from '../../model/cellText.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { fileLanguage } from '../../words/files.ts';
import type { ExportOptions } from '../exportOptions.ts';
import { zipParts } from '../zip.ts';
import { analysisTable } from './analysisTable.ts';
import { cellWriter, type Cell } from './fieldCells.ts';
import { recordTable, type Table, type TabledCollection } from './tables.ts';

const always = ['touchpoints', 'personas', 'stages', 'readings', 'opportunities'] as const;
const whereThereAreSome: readonly TabledCollection[] = [
  'lanes',
  'channels',
  'tiers',
  'moments',
  'links',
  'insights',
  'actions',
  'evidence',
];

export async function toXlsx(
  journey: JourneyMap,
  { lang }: Pick<ExportOptions, 'lang'>,
  whole: JourneyMap = journey,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = cellWriter(journey, fileLanguage(lang, journey.map.language));
  const tables = [
    ...always.map((collection) => recordTable(journey, collection, writer, whole)),
    analysisTable(journey, writer),
    ...whereThereAreSome
      .filter((collection) => journey[collection].length > 0)
      .map((collection) => recordTable(journey, collection, writer)),
  ];
  const blob = await writeXlsxFile(tables.map(sheetOf)).toBlob();
  // The writer puts the time of writing into the zip: zipped again without.
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return zipParts(new Map(Object.entries(parts)));
}

/** In characters. */
const narrowest = 8;
const widest = 48;
/** What Excel takes in a cell. */
const longestCell = 32_767;

function sheetOf({ name, heads, rows }: Table): Sheet<Blob> {
  const cells = rows.map((row) => row.map(sheetCell));
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: heads.map((head, index) => ({
      width: Math.min(widest, Math.max(narrowest, ...[head, ...rows.map((row) => row[index])].map(widthOf))),
    })),
    data: [heads.map((value): CellObject => ({ value, type: String, fontWeight: 'bold' })), ...cells],
  };
}

function sheetCell(cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  // A cell of type text is no formula: only an apostrophe of the text's own is kept from being taken for ours.
  const own = cell.startsWith("'") ? neutralised(cell) : cell;
  const text = own
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[\r\t]/g, (sign) => `_x000${sign === '\r' ? 'D' : '9'}_`)
    .replaceAll(notInXml, '')
    .slice(0, longestCell);
  // The writer looks texts up in a plain object, where it would find what every object has: "valueOf".
  return { value: text in Object.prototype ? `${escaped(text)}${text.slice(1)}` : text, type: String };
}

/** The first letter as `_x0076_`. */
function escaped(text: string): string {
  return `_x${text.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
}

// What XML 1.0 cannot hold even escaped.
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const wide = /[\u1100-\u11FF\u2E80-\uFFEF]/gu;

function widthOf(cell: Cell | undefined): number {
  const text = String(cell ?? '');
  return text.length + (text.match(wide)?.length ?? 0) + 2;
}
