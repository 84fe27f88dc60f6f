/**
 * The map as a workbook: touchpoints, personas, stages, readings, opportunities and the analyses, then every other kind
 * of record the map has. Heads stand still while one scrolls; numbers are numbers; a text is never a formula.
 */
import type { JourneyMap } from '../../model/journeyMap.ts';
import { fileLanguage } from '../../words/files.ts';
import type { ExportOptions } from '../exportOptions.ts';
import { analysisTable } from './analysisTable.ts';
import { cellWriter } from './fieldCells.ts';
import { recordTable, type TabledCollection } from './tables.ts';
import { workbookOf } from './workbook.ts';

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
  'elements',
];

export function toXlsx(
  journey: JourneyMap,
  { lang }: Pick<ExportOptions, 'lang'>,
  whole: JourneyMap = journey,
): Uint8Array<ArrayBuffer> {
  const writer = cellWriter(journey, fileLanguage(lang, journey.map.language));
  const tables = [
    ...always.map((collection) => recordTable(journey, collection, writer, whole)),
    analysisTable(journey, writer),
    ...whereThereAreSome
      .filter((collection) => journey[collection].length > 0)
      .map((collection) => recordTable(journey, collection, writer)),
  ];
  return workbookOf(tables);
}
