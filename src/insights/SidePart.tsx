/** Beside the journey: the experience in three numbers, importance and performance, what hurts, what could be better. */
import { useState } from 'react';
import { rankStrip, scaleStrip } from '../charts/barCharts.ts';
import { quadrantChart } from '../charts/quadrantChart.ts';
import { isThin, type Outcome } from '../analysis/outcome.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { ChartView, Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Empty, Figure, Nothing, Rests, Section, Tag } from './Section.tsx';
import styles from './Insights.module.css';

const shown = 5;

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

export function QuadrantSection({ width }: { readonly width: number }) {
  const { analyses, facts } = useInsights();
  const { words, numbers } = facts;
  const { A6 } = analyses;
  const result = A6.value;
  return (
    <Section
      number={5}
      name={words.quadrant.name}
      rests={<Rests outcome={A6} what={words.quadrant.what} />}
      testId="insights-quadrant"
    >
      {!result ? (
        <Nothing reason={A6.reason ?? 'nothing-rated'} />
      ) : (
        <>
          <ChartView caption={words.quadrant.name} chart={quadrantChart(result, width, facts)} />
          <p className={styles.note}>
            <Figure
              quiet
              ids={A6.ids}
              text={words.quadrant.axes(
                numbers.fixed(result.cross.importance),
                numbers.fixed(result.cross.performance),
              )}
            />
          </p>
        </>
      )}
    </Section>
  );
}

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

/** `wide`: over all columns below, so that it leaves no hole among the cards. */
export function OpportunitiesSection({ wide = false }: { readonly wide?: boolean }) {
  const { map, analyses, facts, language } = useInsights();
  const { words, numbers } = facts;
  const { A11 } = analyses;
  const result = A11.value;
  const scores = result?.scores;
  const titles = new Map(map.opportunities.map(({ id, title }) => [id, title || words.untitled]));
  const statuses = sceneWordsFor(language === 'zh' ? 'zh' : 'en').opportunityStatus;
  const opportunities = (result?.opportunities ?? []).filter(({ status }) => status !== 'rejected');
  const part = (value: number | null): string => (value === null ? '–' : numbers.plain(value, 1));
  const best = (scores?.value ?? []).toSorted((a, b) => b.score - a.score).slice(0, 3);
  return (
    <Section
      number={7}
      className={wide ? styles.allWide : undefined}
      name={words.opportunities.name}
      rests={scores && <Rests outcome={scores} what={words.opportunities.what} />}
      testId="insights-opportunities"
    >
      {opportunities.length === 0 && (
        <Empty says={words.opportunities.none} todo={words.opportunities.todo} />
      )}
      {opportunities.length > 1 && <p className={styles.count}>{words.opportunities.order}</p>}
      {opportunities.length > 0 && (
        <ol className={styles.ranked}>
          {opportunities
            .slice(0, shown)
            .map(({ id, touchpointIds, impact, effort, status, votes, best: top }) => (
              <li key={id} className={styles.opportunity}>
                {touchpointIds[0] !== undefined && <Tag id={touchpointIds[0]} />}
                <span className={styles.rankName}>
                  <strong>{titles.get(id)}</strong>
                  <Figure
                    quiet
                    ids={touchpointIds}
                    className={styles.count}
                    text={[
                      words.opportunities.impact(part(impact), part(effort)),
                      statuses[status],
                      ...(votes > 0 ? [words.opportunities.votes(votes)] : []),
                    ].join(' · ')}
                  />
                </span>
                <span className={styles.score}>
                  {top ? (
                    <>
                      <Figure
                        ids={touchpointIds}
                        label={titles.get(id) ?? ''}
                        text={numbers.fixed(top.score)}
                        className={styles.middle}
                      />
                      <span>
                        {top.overServed
                          ? words.opportunities.overServed
                          : words.opportunities.levels[top.level]}
                      </span>
                    </>
                  ) : (
                    <span>{words.notRated}</span>
                  )}
                </span>
              </li>
            ))}
        </ol>
      )}
      {opportunities.length === 0 && best.length > 0 && (
        <>
          <h3 className={styles.small}>{words.opportunities.best}</h3>
          <ol className={styles.ranked}>
            {best.map(({ id, score }) => (
              <li key={id} className={styles.rank}>
                <Tag id={id} />
                <span className={styles.rankName}>{facts.title(id)}</span>
                <Drawing {...rankStrip(score / 20, 118)} />
                <Figure
                  ids={[id]}
                  label={facts.title(id)}
                  text={numbers.fixed(score)}
                  className={styles.strong}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      {opportunities.length > shown && (
        <Figure
          quiet
          ids={[...new Set(opportunities.slice(shown).flatMap(({ touchpointIds }) => touchpointIds))]}
          text={words.more(opportunities.length - shown)}
        />
      )}
      {opportunities.length > 0 && (
        <HiddenTable
          caption={words.opportunities.name}
          table={{
            columns: words.opportunities.columns,
            rows: opportunities.map(({ id, best: top, impact, effort, status }) => [
              titles.get(id) ?? '',
              top ? numbers.fixed(top.score) : words.notRated,
              words.opportunities.impact(part(impact), part(effort)),
              statuses[status],
            ]),
          }}
        />
      )}
    </Section>
  );
}
