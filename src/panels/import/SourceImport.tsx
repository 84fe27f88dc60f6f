/**
 * What was read, as the dialog that fits it: a workbook of ours (whole or a sheet), rows of a table, or whole journeys. One
 * choice for the home page, where a new map is made, and for an open map, which is added to.
 */
import type { Source } from '../../import/readSource.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { importWords } from '../../words/imports.ts';
import { JourneyImport } from './JourneyImport.tsx';
import { RowsImport, type RowsImportProps } from './RowsImport.tsx';
import { WorkbookImport } from './WorkbookImport.tsx';

export interface SourceImportProps extends Omit<RowsImportProps, 'tables' | 'lead'> {
  readonly source: Source;
  /** The whole journey for a new map, else what is to be added. */
  readonly onJourney: (journey: JourneyMap) => void;
}

export function SourceImport({ source, onJourney, ...rows }: SourceImportProps) {
  const { formats } = useWords(importWords);
  if (!source.tables) {
    const { fileName, base, onClose, onNewMap } = rows;
    return (
      <JourneyImport
        journeys={source.journeys}
        subtitle={`${formats[source.format]} · ${fileName}`}
        base={base}
        onClose={onClose}
        onNewMap={onNewMap}
        onOutcome={onJourney}
      />
    );
  }
  const { tables, whole } = source;
  if (!whole) return <RowsImport {...rows} tables={tables} />;
  return <WorkbookImport {...rows} tables={tables} whole={whole} onJourney={onJourney} />;
}
