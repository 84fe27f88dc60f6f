/** Consistency with the brand: how far each touchpoint keeps to messages, topics and tone, and how each message reaches people (A9). */
import { rankStrip } from '../charts/barCharts.ts';
import { traceChart } from '../charts/traceChart.ts';
import type { ConsistencyOf } from '../analysis/consistency.ts';
import { classes } from '../ui/classes.ts';
import { ChartView, Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { shortName } from '../words/shortName.ts';
import { Figure, Nothing, Rests, Section, Tag } from './Section.tsx';
import styles from './Insights.module.css';

/** As in check L08. */
const off = 0.5;
const shown = 6;

export function ConsistencySection({ width }: { readonly width: number }) {
  const { map, analyses, facts } = useInsights();
  const { words, numbers } = facts;
  const { A9 } = analyses;
  const result = A9.value;
  const nameOf = (
    records: readonly { readonly id: string; readonly name: string }[],
    ids: readonly string[],
  ) => records.filter(({ id }) => ids.includes(id)).map(({ name }) => name || words.untitled);
  const furthest = (result?.touchpoints ?? [])
    .filter(({ score }) => score !== null && score < off)
    .toSorted((a, b) => (a.score ?? 1) - (b.score ?? 1));
  return (
    <Section
      number={11}
      name={words.consistency.name}
      rests={result && <Rests outcome={result.score} what={words.consistency.what} />}
      testId="insights-consistency"
      className={styles.twoWide}
    >
      {!result ? (
        <Nothing reason={A9.reason ?? 'no-brand'} />
      ) : (
        <>
          <div className={styles.consistency}>
            {result.score.value === null ? (
              <p className={styles.note}>{words.reasons[result.score.reason].says}</p>
            ) : (
              <p className={styles.sieveEnd}>
                <Figure
                  ids={result.score.ids}
                  text={numbers.fixed(result.score.value)}
                  label={words.consistency.name}
                  className={styles.large}
                />
                <span>{words.consistency.score}</span>
              </p>
            )}
            <Parts touchpoints={result.touchpoints} />
          </div>
          {furthest.length > 0 && (
            <>
              <h3 className={styles.small}>{words.consistency.off}</h3>
              <ul className={styles.ranked}>
                {furthest.slice(0, shown).map(({ id, score }) => (
                  <li key={id} className={styles.rank}>
                    <Tag id={id} />
                    <span className={styles.rankName}>{facts.title(id)}</span>
                    <Drawing {...rankStrip(score ?? 0, 84)} />
                    <Figure
                      ids={[id]}
                      label={facts.title(id)}
                      text={numbers.percent(score ?? 0)}
                      className={styles.strong}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
          <h3 className={styles.small}>{words.consistency.trace}</h3>
          {result.traces.length === 0 && <p className={styles.note}>{words.consistency.noMessages}</p>}
          {result.traces.map((trace) => {
            const text = map.brand?.messages.find(({ id }) => id === trace.messageId)?.text || words.untitled;
            return (
              <div key={trace.messageId} className={styles.trace}>
                <p className={styles.message}>{text}</p>
                <ChartView
                  caption={text}
                  chart={traceChart(
                    trace,
                    {
                      channels: nameOf(map.channels, trace.channelIds),
                      personas: nameOf(map.personas, trace.personaIds).map(shortName),
                    },
                    width,
                    facts,
                  )}
                />
              </div>
            );
          })}
          <HiddenTable
            caption={words.consistency.name}
            table={{
              columns: words.consistency.columns,
              rows: result.touchpoints.map(({ id, message, topic, tone, score }) => [
                `${facts.tag(id)} ${facts.title(id)}`,
                yesNo(message, words.consistency),
                yesNo(topic, words.consistency),
                tone ? words.consistency.tones[tone.fit] : '–',
                score === null ? '–' : numbers.percent(score),
              ]),
            }}
          />
        </>
      )}
    </Section>
  );
}

function yesNo(value: boolean | null, words: { readonly yes: string; readonly no: string }): string {
  return value === null ? '–' : value ? words.yes : words.no;
}

/** How many keep message, topic and tone. */
function Parts({ touchpoints }: { readonly touchpoints: readonly ConsistencyOf[] }) {
  const { words } = useInsights().facts;
  const rows = [
    {
      name: words.consistency.parts.message,
      known: touchpoints.filter(({ message }) => message !== null),
      kept: ({ message }: ConsistencyOf) => message === true,
    },
    {
      name: words.consistency.parts.topic,
      known: touchpoints.filter(({ topic }) => topic !== null),
      kept: ({ topic }: ConsistencyOf) => topic === true,
    },
    {
      name: words.consistency.parts.tone,
      known: touchpoints.filter(({ tone }) => tone !== null),
      kept: ({ tone }: ConsistencyOf) => tone?.fit === 'consistent',
    },
  ];
  const fits = (fit: 'drift' | 'clash') => touchpoints.filter(({ tone }) => tone?.fit === fit).length;
  return (
    <ul className={classes(styles.ranked, styles.kept)}>
      {rows.map(({ name, known, kept }) => {
        const ids = known.filter((one) => !kept(one)).map(({ id }) => id);
        return (
          <li key={name} className={styles.rank}>
            <span className={styles.rankName}>{name}</span>
            <Drawing
              {...rankStrip(known.length === 0 ? 0 : 1 - ids.length / known.length, 110, known.length === 0)}
            />
            <Figure
              ids={known.filter(kept).map(({ id }) => id)}
              label={name}
              text={
                known.length === 0 ? '–' : words.consistency.kept(known.length - ids.length, known.length)
              }
              className={styles.strong}
            />
            {name === words.consistency.parts.tone && ids.length > 0 && (
              <Figure quiet ids={ids} text={words.consistency.drift(fits('drift'), fits('clash'))} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
