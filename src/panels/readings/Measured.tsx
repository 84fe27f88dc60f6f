/** Values measured at a touchpoint, to read: how each metric went, then every reading, newest first, with its date, answers and source. */
import { useProjection, useScreen } from '../../state/mapSession.ts';
import { fieldWords } from '../../words/fields.ts';
import { plain } from '../../words/scene.ts';
import { readingFacts } from './readingFacts.ts';
import { ReadingTrends } from './ReadingTrends.tsx';
import styles from './Readings.module.css';

export function Measured({ touchpointId }: { readonly touchpointId: string }) {
  const language = useScreen((state) => state.language);
  const journey = useProjection((state) => state.journey);
  const { metric } = fieldWords[language].values;
  const here = journey.readings
    .filter((one) => one.touchpointId === touchpointId)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <>
      <ReadingTrends touchpointId={touchpointId} readings={journey.readings} language={language} />
      <ul className={styles.list} data-testid="readings-here">
        {here.map((reading) => (
          <li key={reading.id} className={styles.reading}>
            {metric[reading.metric]} <strong>{plain(reading.value)}</strong>
            <span className={styles.facts}>{readingFacts(reading, journey, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
