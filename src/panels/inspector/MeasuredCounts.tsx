/**
 * Says beside the field of a score that a measured value counts in its place (2.8): what is entered in the field is kept,
 * but map and analyses go by the newest reading. Nothing for a score that was never measured.
 */
import type { Metric, Touchpoint } from '../../model/journeyMap.ts';
import { newestReading } from '../../model/sequence.ts';
import { useProjection } from '../../state/mapSession.ts';
import { plain, signed } from '../../words/scene.ts';
import { readingWords } from '../../words/readings.ts';
import { dot } from '../shownValues.ts';
import { readingFacts } from '../readings/readingFacts.ts';
import { useInspector } from './inspectorContext.ts';
import styles from './Inspector.module.css';

export interface MeasuredCountsProps {
  readonly touchpoint: Touchpoint;
  readonly metric: Metric;
}

export function MeasuredCounts({ touchpoint, metric }: MeasuredCountsProps) {
  const { fields, language } = useInspector();
  const journey = useProjection((state) => state.journey);
  const reading = newestReading(journey.readings, touchpoint.id, metric);
  if (!reading) return null;
  const value = metric === 'emotion' ? signed(reading.value) : plain(reading.value);
  const said = readingWords[language].counts(fields.values.metric[metric], value);
  return (
    <p className={styles.quiet} data-testid={`measured-${metric}`}>
      {[said, readingFacts(reading, journey, language)].filter(Boolean).join(dot)}
    </p>
  );
}
