/** The experience in three numbers from 0 to 100 (A2), what surveys say (A1), and what is remembered of it (A4). */
import { scaleStrip } from '../charts/barCharts.ts';
import { isThin, type Outcome } from '../analysis/outcome.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Figure, Nothing, Section } from './Section.tsx';
import styles from './Insights.module.css';

export function ExperienceSection() {
  const { analyses, facts } = useInsights();
  const { words, numbers } = facts;
  const { A2, A4 } = analyses;
  const peakEnd = A4.value;
  const parts = (['effectiveness', 'ease', 'emotion'] as const).map((part) => ({
    part,
    outcome: A2.value?.[part] ?? null,
  }));
  const anyHollow = parts.some(({ outcome }) => outcome?.value != null && isThin(outcome));
  return (
    <Section
      number={4}
      name={words.experience.name}
      rests={A2.value && words.experience.rated}
      testId="insights-experience"
    >
      {!A2.value ? (
        <Nothing reason={A2.reason ?? 'nothing-rated'} />
      ) : (
        <>
          <ul className={styles.scales}>
            {parts.map(
              ({ part, outcome }) =>
                outcome && <Scale key={part} name={words.experience[part]} outcome={outcome} />,
            )}
          </ul>
          <HiddenTable
            caption={words.experience.name}
            table={{
              columns: words.experience.columns,
              rows: parts.flatMap(({ part, outcome }) =>
                outcome
                  ? [
                      [
                        words.experience[part],
                        outcome.value === null
                          ? words.reasons[outcome.reason].short
                          : numbers.fixed(outcome.value),
                        words.of(outcome.n, outcome.of, words.experience.rated),
                      ],
                    ]
                  : [],
              ),
            }}
          />
        </>
      )}
      <Surveys />
      {(anyHollow || peakEnd) && (
        <p className={styles.note}>
          {anyHollow && `${words.experience.hollow} `}
          {peakEnd && (
            <Figure
              quiet
              ids={[...new Set([peakEnd.peak.id, peakEnd.end.id])]}
              text={words.experience.peakEnd(
                numbers.signed(peakEnd.mean),
                numbers.signed(peakEnd.peak.emotion),
                numbers.signed(peakEnd.end.emotion),
                numbers.signed(peakEnd.score),
              )}
            />
          )}
        </p>
      )}
    </Section>
  );
}

const surveys = [
  ['nps', 0],
  ['csat', 0],
  ['ces', 1],
] as const;

/** NPS, CSAT and CES (A1): of the whole journey where that was asked, and over the touchpoints. */
function Surveys() {
  const { analyses, facts, language } = useInsights();
  const { words, numbers } = facts;
  const said = words.experience.survey;
  const { A1 } = analyses;
  const names = sceneWordsFor(language).metric;
  if (!A1.value) return A1.reason === 'no-survey' ? <p className={styles.note}>{said.none}</p> : null;
  const rows = surveys.flatMap(([metric, decimals]) => {
    const { average, touchpoints, wholeMap } = A1.value[metric];
    const only = touchpoints.length === 1 ? touchpoints[0] : undefined;
    const line = (scope: string, value: number, ids: readonly string[], one = only) => ({
      key: `${metric} ${scope}`,
      name: names[metric],
      value: numbers.fixed(value, decimals),
      ids,
      facts: [
        scope,
        ...(one?.margin.value != null ? [said.margin(numbers.fixed(one.margin.value, 0))] : []),
        ...(one?.easyShare.value != null ? [said.easy(numbers.percent(one.easyShare.value))] : []),
        ...(one?.answers == null ? [] : [said.answers(numbers.plain(one.answers))]),
        ...((one ? one.smallSample : touchpoints.some(({ smallSample }) => smallSample))
          ? [words.smallSample]
          : []),
      ].join(' · '),
    });
    const whole = wholeMap?.score.value ?? null;
    return [
      ...(wholeMap && whole !== null ? [line(said.whole, whole, [], wholeMap)] : []),
      ...(average.value === null
        ? []
        : [line(words.of(average.n, average.of, said.asked), average.value, average.ids)]),
    ];
  });
  return (
    <ul className={styles.scales}>
      {rows.map(({ key, name, value, ids, facts: more }) => (
        <li key={key} className={styles.survey}>
          <span>{name}</span>
          <Figure
            ids={ids}
            label={name}
            text={value}
            why={words.behind.wholeJourney}
            className={styles.strong}
          />
          <Figure quiet ids={ids} text={more} why={words.behind.wholeJourney} className={styles.count} />
        </li>
      ))}
    </ul>
  );
}

function Scale({ name, outcome }: { readonly name: string; readonly outcome: Outcome<number> }) {
  const { words, numbers } = useInsights().facts;
  if (outcome.value === null)
    return (
      <li className={styles.scale}>
        <span>{name}</span>
        <span className={styles.wait}>{words.reasons[outcome.reason].short}</span>
      </li>
    );
  const thin = isThin(outcome);
  return (
    <li className={styles.scale}>
      <span>{name}</span>
      <Drawing {...scaleStrip(outcome.value, 120, thin)} />
      <Figure
        ids={outcome.ids}
        text={numbers.fixed(outcome.value)}
        label={`${name}, ${words.of(outcome.n, outcome.of, words.experience.rated)}${thin ? `, ${words.smallSample}` : ''}`}
        className={styles.strong}
      />
      <Figure
        quiet
        ids={outcome.ids}
        label={words.of(outcome.n, outcome.of, words.experience.rated)}
        text={words.share(outcome.n, outcome.of)}
        className={styles.count}
      />
    </li>
  );
}
