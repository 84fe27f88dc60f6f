/** Importing on the home page: what a file holds becomes a map of its own, shown before it is made. */
import { asNewMap } from '../../import/newMap.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { importWords } from '../../words/imports.ts';
import { randomId } from '../randomId.ts';
import type { ImportedHere } from './homeImport.ts';
import { SourceImport } from './SourceImport.tsx';

export interface HomeImportProps {
  readonly imported: ImportedHere;
  /** ms since 1970. */
  readonly now: () => number;
  readonly onClose: () => void;
  readonly onMake: (map: JourneyMap) => void;
}

export function HomeImport({ imported: { source, fileName }, now, onClose, onMake }: HomeImportProps) {
  const language = useLanguage();
  const words = importWords[language];
  return (
    <SourceImport
      source={source}
      fileName={fileName}
      isPaste={false}
      base={null}
      at={null}
      onClose={onClose}
      onNewMap={null}
      onOutcome={(outcome) => {
        if (outcome.kind === 'touchpoints') onMake(newMap(outcome.added, outcome.title));
      }}
      // A file of ours is taken as it is; others know nothing of language and time.
      onJourney={(journey) =>
        onMake(source.format === 'touchline' ? journey : newMap(journey, journey.map.title))
      }
    />
  );

  function newMap(added: JourneyMap, title: string): JourneyMap {
    return asNewMap(added, {
      title: title.trim() || words.madeNames.title,
      language,
      now: new Date(now()).toISOString(),
      newId: randomId,
    });
  }
}
