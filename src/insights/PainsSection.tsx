/** What hurts most, by its depth or by the people whom it hurts (A11). */
import { useState } from 'react';
import { rankStrip } from '../charts/barCharts.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Empty, Figure, Nothing, Section, Tag } from './Section.tsx';
import styles from './Insights.module.css';

const shown = 5;

export function PainsSection() {
  const { analyses, facts } = useInsights();
  const [order, setOrder] = useState<'byPain' | 'byPeople'>('byPain');
  const { words, numbers } = facts;
  const { A11 } = analyses;
  const result = A11.value;
  const outcome = result?.pains;
  const pains = (order === 'byPain' ? outcome?.value : result?.byPeople) ?? [];
  const most = Math.max(0, ...pains.map(({ people }) => people ?? 0));
  const canCount = pains.some(({ people }) => people !== null);
  return (
    <Section
      number={6}
      name={words.pains.name}
      rests={
        outcome?.value && (
          <Figure
            quiet
            ids={outcome.ids}
            text={words.pains.what(outcome.n, outcome.of, outcome.value.length)}
          />
        )
      }
      testId="insights-pains"
    >
      {!result || !outcome?.value ? (
        <Nothing reason={A11.reason ?? outcome?.reason ?? 'nothing-rated'} />
      ) : pains.length === 0 ? (
        <Empty says={words.pains.none} />
      ) : (
        <>
          {canCount && (
            <SegmentedControl
              label={words.pains.name}
              className={styles.order}
              segments={[
                { value: 'byPain', label: words.pains.byPain },
                { value: 'byPeople', label: words.pains.byPeople },
              ]}
              value={order}
              onChange={setOrder}
            />
          )}
          <ol className={styles.ranked}>
            {pains.slice(0, shown).map(({ id, pain, people }) => (
              <li key={id} className={styles.rank}>
                <Tag id={id} />
                <span className={styles.rankName}>{facts.title(id)}</span>
                <Drawing
                  {...rankStrip(order === 'byPain' ? pain / 100 : most > 0 ? (people ?? 0) / most : 0, 118)}
                />
                <Figure
                  ids={[id]}
                  label={facts.title(id)}
                  className={styles.strong}
                  text={
                    order === 'byPain'
                      ? numbers.plain(pain)
                      : people === null
                        ? words.pains.uncounted
                        : numbers.plain(people)
                  }
                />
              </li>
            ))}
          </ol>
          {order === 'byPeople' && <p className={styles.note}>{words.pains.people}</p>}
          {pains.length > shown && (
            <Figure
              quiet
              ids={pains.slice(shown).map(({ id }) => id)}
              text={words.more(pains.length - shown)}
            />
          )}
          <HiddenTable
            caption={words.pains.name}
            table={{
              columns: words.pains.columns,
              rows: pains.map(({ id, pain, people }) => [
                `${facts.tag(id)} ${facts.title(id)}`,
                numbers.plain(pain),
                people === null ? words.pains.uncounted : numbers.plain(people),
              ]),
            }}
          />
        </>
      )}
    </Section>
  );
}
