/** A workbook of ours that comes in: all of it as the journey it was, or one of its sheets like any table. */
import { useState } from 'react';
import type { FoundJourney } from '../../import/readSource.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { importWords } from '../../words/imports.ts';
import { JourneyImport } from './JourneyImport.tsx';
import { RowsImport, type RowsImportProps } from './RowsImport.tsx';
import styles from './ImportDialog.module.css';

export interface WorkbookImportProps extends Omit<RowsImportProps, 'lead' | 'isPaste'> {
  readonly whole: FoundJourney;
  /** The whole journey for a new map, else what is to be added. */
  readonly onJourney: (journey: JourneyMap) => void;
}

export function WorkbookImport({ whole, onJourney, ...rows }: WorkbookImportProps) {
  const words = importWords[useLanguage()];
  // A new map wants everything; into an open one mostly come new rows.
  const [part, setPart] = useState<'whole' | 'sheet'>(rows.base === null ? 'whole' : 'sheet');
  const lead = (
    <div className={styles.choices}>
      <span className={styles.choice}>
        <span>{words.broughtIn}</span>
        <SegmentedControl
          large
          label={words.broughtIn}
          value={part}
          segments={(['whole', 'sheet'] as const).map((value) => ({
            value,
            label: words.workbookParts[value],
          }))}
          onChange={setPart}
        />
      </span>
    </div>
  );
  if (part === 'sheet') return <RowsImport {...rows} isPaste={false} lead={lead} />;
  return (
    <JourneyImport
      journeys={[whole]}
      subtitle={`${words.formats.xlsx} · ${rows.fileName}`}
      base={rows.base}
      lead={lead}
      onClose={rows.onClose}
      onNewMap={rows.onNewMap}
      onOutcome={onJourney}
    />
  );
}
