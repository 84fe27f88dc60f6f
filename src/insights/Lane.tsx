/** A row along the journey: its head at the left (on a phone above), the chart beside it. `wide`: the chart has names under the head. */
import { useId, type ReactNode } from 'react';
import { useInsights } from './insightsContext.ts';
import styles from './Insights.module.css';

export interface LaneProps {
  readonly number: number;
  readonly name: string;
  readonly testId: string;
  readonly rests?: ReactNode;
  readonly note?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Lane({ number, name, testId, rests, note, wide = false, children }: LaneProps) {
  const id = useId();
  const { narrow } = useInsights();
  return (
    <section
      className={styles.lane}
      data-wide={wide || undefined}
      data-narrow={narrow || undefined}
      aria-labelledby={id}
      data-testid={testId}
    >
      <header className={styles.laneHead}>
        <span className={styles.sectionNumber} aria-hidden="true">
          {number}
        </span>
        <h2 id={id} className={styles.laneName}>
          {name}
        </h2>
        <div className={styles.laneRests}>{rests}</div>
        {note && <div className={styles.laneNote}>{note}</div>}
      </header>
      <div className={styles.laneBody}>{children}</div>
    </section>
  );
}
