/**
 * Measured values of a touchpoint, newest first; each opens, and one can be added. Above them, for each metric read twice or
 * more, how it went: the line through its readings by date, the newest value, which is the one that counts, and the change.
 */
import type { Touchpoint } from '../../model/journeyMap.ts';
import { useProjection } from '../../state/mapSession.ts';
import { plain } from '../../words/scene.ts';
import { Section } from './controls/Section.tsx';
import { readingFacts } from '../readings/readingFacts.ts';
import { ReadingTrends } from '../readings/ReadingTrends.tsx';
import { useInspector } from './inspectorContext.ts';
import styles from './Inspector.module.css';

export function ReadingsHere({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { words, fields, language, commands, tell, open } = useInspector();
  const journey = useProjection((state) => state.journey);
  const all = journey.readings;
  const here = all
    .filter(({ touchpointId }) => touchpointId === touchpoint.id)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const add = (): void => {
    if (!commands) return;
    const made = commands.create('readings', {
      touchpointId: touchpoint.id,
      metric: 'csat',
      value: 0,
      at: today(),
    });
    tell(made);
    if (made.ok) open(made.value);
  };
  return (
    <Section title={words.sections.readings}>
      <ReadingTrends touchpointId={touchpoint.id} readings={all} language={language} />
      <ul className={styles.notes}>
        {here.map((reading) => (
          <li key={reading.id}>
            <button type="button" className={styles.note} onClick={() => open(reading.id)}>
              <span>{fields.values.metric[reading.metric]}</span>
              <span className={styles.strong}>{plain(reading.value)}</span>
              <span className={styles.quiet}>{readingFacts(reading, journey, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className={styles.adder} onClick={add}>
        + {words.addReading}
      </button>
    </Section>
  );
}

/** The person's own date, as the model writes dates. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
