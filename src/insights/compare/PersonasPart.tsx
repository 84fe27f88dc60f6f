/** Personas beside each other (A15): their curves, two of them with the band between; where they differ most; whom only one meets. */
import { useState } from 'react';
import { rankStrip } from '../../charts/barCharts.ts';
import { bandSample, lineSample } from '../../charts/chartKey.ts';
import { curvesChart } from '../../charts/curvesChart.ts';
import { stackCharts } from '../../charts/stackCharts.ts';
import { stageHeadsChart } from '../../charts/stageHeadsChart.ts';
import { stageColumns } from '../../charts/stageColumns.ts';
import { personaSign } from '../../theme/inks.ts';
import { Select } from '../../ui/Select.tsx';
import { ChartView, Drawing, HiddenTable } from '../ChartView.tsx';
import { shortName } from '../../words/shortName.ts';
import { useInsights } from '../insightsContext.ts';
import { Empty, Figure, Nothing, Rests, Section, Tag } from '../Section.tsx';
import { CurveKey } from './CurveKey.tsx';
import { plotHeight, scaleRoom } from './StatesPart.tsx';
import insights from '../Insights.module.css';
import styles from './Compare.module.css';

const spreadsShown = 10;

export function PersonasPart({ width }: { readonly width: number }) {
  const { map, analyses, facts, narrow } = useInsights();
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const { words, numbers } = facts;
  const say = words.compare.personas;
  const { A15 } = analyses;
  if (!A15.value)
    return (
      <div className={styles.wait}>
        <Nothing reason={A15.reason} />
      </div>
    );
  const { value } = A15;
  const ids = map.personas.map(({ id }) => id);
  const known = (id: string | null): id is string => id !== null && ids.includes(id);
  const firstId = known(chosen[0]) ? chosen[0] : (ids[0] ?? '');
  const secondId =
    known(chosen[1]) && chosen[1] !== firstId ? chosen[1] : (ids.find((id) => id !== firstId) ?? '');
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const nameOf = (id: string): string => map.personas[indexOf.get(id) ?? 0]?.name || words.untitled;
  const columns = stageColumns(
    map.stages.map(({ id, name }) => ({ id, name, sieves: 0 })),
    scaleRoom,
    width,
    narrow,
  );
  const curves = value.curves.map(({ personaId, curve }) => ({
    name: nameOf(personaId),
    sign: personaSign(indexOf.get(personaId) ?? 0),
    points: curve.points,
    idsOf: (touchpointIds: readonly string[]) => touchpointIds,
    titleOf: facts.title,
  }));
  const keys = [
    ...curves.map(({ sign, name }) => ({ sample: lineSample(sign), text: name })),
    { sample: bandSample('land'), text: words.compare.bandOf.higher(nameOf(secondId)) },
    { sample: bandSample('water'), text: words.compare.bandOf.lower(nameOf(secondId)) },
  ];
  const spreads = value.touchpoints
    .filter(({ spread }) => spread !== null && spread > 0)
    .toSorted((a, b) => (b.spread ?? 0) - (a.spread ?? 0));
  const divergent = value.touchpoints.filter((one) => one.divergent).map(({ id }) => id);
  // A list of full names with commas in them cannot be read; where two would be the same, it has to be.
  const brief = map.personas.map(({ name }) => shortName(name));
  const briefly = (id: string): string =>
    new Set(brief).size === brief.length ? brief[indexOf.get(id) ?? 0] || nameOf(id) : nameOf(id);
  const said = (emotions: (typeof spreads)[number]['emotions']): string =>
    words.list(
      emotions.map(({ personaId, emotion }) => say.one(briefly(personaId), numbers.signed(emotion))),
    );
  const picker = (label: string, at: 0 | 1, current: string, without: string) => (
    <label className={styles.with}>
      {label}
      <Select
        value={current}
        testId={`compare-persona-${at}`}
        choices={ids.filter((id) => id !== without).map((id) => ({ value: id, label: nameOf(id) }))}
        onChange={(id) => setChosen(at === 0 ? [id, secondId] : [firstId, id])}
      />
    </label>
  );
  return (
    <div className={styles.page} data-testid="compare-personas">
      <div className={styles.pickers}>
        {picker(say.first, 0, firstId, secondId)}
        {picker(say.second, 1, secondId, firstId)}
      </div>
      <CurveKey entries={keys} />
      <div className={styles.plot}>
        <ChartView
          caption={words.compare.kinds.personas}
          keys={keys}
          chart={stackCharts(
            stageHeadsChart(columns, () => ''),
            curvesChart(
              columns,
              curves,
              [indexOf.get(firstId) ?? 0, indexOf.get(secondId) ?? 1],
              plotHeight,
              facts,
            ),
          )}
        />
      </div>
      <div className={styles.columns}>
        <Section number={1} name={say.pairsName} rests={say.rated} testId="compare-pairs">
          <table className={styles.table}>
            <thead>
              <tr>
                {say.pairColumns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.pairs.map(({ personaIds: [a, b], meanDifference, correlation }) => (
                <tr key={`${a} ${b}`}>
                  <th scope="row">{say.pair(nameOf(a), nameOf(b))}</th>
                  <td>
                    {meanDifference.value === null ? (
                      words.reasons[meanDifference.reason].short
                    ) : (
                      <Figure
                        ids={meanDifference.ids}
                        label={`${say.pair(nameOf(a), nameOf(b))}, ${words.of(meanDifference.n, meanDifference.of, say.rated)}`}
                        text={numbers.fixed(meanDifference.value)}
                        className={insights.strong}
                      />
                    )}
                  </td>
                  <td>
                    {correlation.value === null ? (
                      words.reasons[correlation.reason].short
                    ) : (
                      <Figure
                        ids={correlation.ids}
                        label={`${say.pair(nameOf(a), nameOf(b))}, ${say.pairColumns[2]}`}
                        text={numbers.signed(correlation.value, 2)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={insights.note}>{say.pairsNote}</p>
        </Section>
        <Section
          number={2}
          name={say.spreadName}
          rests={<Rests outcome={A15} what={say.spreadWhat} />}
          testId="compare-spread"
        >
          <p className={insights.note}>
            {divergent.length === 0 ? (
              say.divergentCount(0)
            ) : (
              <Figure quiet ids={divergent} text={say.divergentCount(divergent.length)} />
            )}
          </p>
          <ol className={insights.ranked}>
            {spreads.slice(0, spreadsShown).map(({ id, spread, emotions }) => (
              <li key={id} className={insights.rank}>
                <Tag id={id} />
                <span className={insights.rankName}>
                  {facts.title(id)} <span className={insights.count}>{said(emotions)}</span>
                </span>
                <Drawing {...rankStrip((spread ?? 0) / 4, 90)} />
                <Figure
                  ids={[id]}
                  label={say.spreadLabel(facts.title(id), numbers.fixed(spread ?? 0), said(emotions))}
                  text={numbers.fixed(spread ?? 0)}
                  className={insights.strong}
                />
              </li>
            ))}
          </ol>
          <HiddenTable
            caption={say.spreadName}
            table={{
              columns: say.spreadColumns,
              rows: spreads.map(({ id, spread, emotions }) => [
                `${facts.tag(id)} ${facts.title(id)}`,
                numbers.fixed(spread ?? 0),
                said(emotions),
              ]),
            }}
          />
        </Section>
        <Section number={3} name={say.metByOne} className={styles.across} testId="compare-met-by-one">
          {value.metByOne.length === 0 ? (
            <Empty says={say.noneMetByOne} />
          ) : (
            <ul className={insights.plainList}>
              {value.metByOne.map(({ id, personaId }) => (
                <li key={id} className={styles.row}>
                  <Tag id={id} />
                  <span className={styles.rowText}>
                    <Figure ids={[id]} text={facts.title(id)} className={styles.rowName} />
                    <span className={styles.says}>{nameOf(personaId)}</span>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </div>
  );
}
