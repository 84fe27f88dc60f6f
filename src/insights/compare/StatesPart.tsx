/** Two states of a journey beside each other (A14): both curves with the band between them, the figures, the largest gaps, the changes. */
import { useMemo } from 'react';
import { alignStages, pointsInRow } from '../../analysis/alignStages.ts';
import { compareStates, figureNames, type Figure as FigureName } from '../../analysis/compareStates.ts';
import type { EmotionPoint } from '../../analysis/emotionCurve.ts';
import { gapStrip } from '../../charts/barCharts.ts';
import { bandSample, lineSample } from '../../charts/chartKey.ts';
import { curvesChart } from '../../charts/curvesChart.ts';
import { stackCharts } from '../../charts/stackCharts.ts';
import { stageHeadsChart } from '../../charts/stageHeadsChart.ts';
import { stageColumns } from '../../charts/stageColumns.ts';
import type { JourneyMap } from '../../model/journeyMap.ts';
import { baseSign, type LineSign } from '../../theme/inks.ts';
import { fieldWords } from '../../words/fields.ts';
import { chartFactsOf } from '../../charts/chartFacts.ts';
import { ChartView, Drawing, HiddenTable } from '../ChartView.tsx';
import { useInsights } from '../insightsContext.ts';
import { Empty, Figure, Nothing, Rests, Section, Tag } from '../Section.tsx';
import { Changes } from './Changes.tsx';
import { CurveKey } from './CurveKey.tsx';
import insights from '../Insights.module.css';
import styles from './Compare.module.css';

export interface StatesPartProps {
  readonly theirMap: JourneyMap;
  /** What the other map is to this one. */
  readonly theirs: 'base' | 'other';
  readonly width: number;
}

const beforeSign: LineSign = { ink: 'persona-1', dash: [9, 4], marker: 'square', double: false };
const gapsShown = 8;
/** Room for the numbers of the scale. */
export const scaleRoom = 34;
export const plotHeight = 230;

export function StatesPart({ theirMap, theirs, width }: StatesPartProps) {
  const { map, facts, language, narrow, personaId } = useInsights();
  const { words, numbers } = facts;
  const [base, other] = theirs === 'base' ? [theirMap, map] : [map, theirMap];
  const isAhead = other.map.state === 'future' && base.map.state !== 'future';
  const say = isAhead ? { ...words.compare, ...words.compare.ahead } : words.compare;
  const result = useMemo(() => compareStates(base, other, personaId), [base, other, personaId]);
  const [baseFacts, otherFacts] = useMemo(
    () => [chartFactsOf(base, language), chartFactsOf(other, language)],
    [base, other, language],
  );
  const aligned = useMemo(() => alignStages(base.stages, other.stages), [base, other]);
  if (!result.value) return <Nothing reason={result.reason} />;
  const { value } = result;
  const baseOf = new Map(value.pairs.map(({ id, baseId }) => [id, baseId]));
  const idOf = new Map(value.pairs.map(({ id, baseId }) => [baseId, id]));
  /** The touchpoints of this map that stand for those of the other side, where it has them. */
  const toMine = (side: 'base' | 'other', ids: readonly string[]): readonly string[] =>
    side === (theirs === 'base' ? 'other' : 'base')
      ? ids
      : ids.flatMap((id) => (side === 'base' ? idOf : baseOf).get(id) ?? []);
  const mine = ({ id, baseId }: { readonly id: string; readonly baseId: string }): string =>
    theirs === 'base' ? id : baseId;

  const columns = stageColumns(
    aligned.row.map(({ name }, index) => ({ id: String(index), name, sieves: 0 })),
    scaleRoom,
    width,
    narrow,
  );
  const nodes = (points: readonly EmotionPoint[] | undefined, places: readonly number[]) =>
    pointsInRow(points ?? [], places);
  const beforePoints = nodes(value.curves.base?.points, aligned.base);
  const nowPoints = nodes(value.curves.other.points, aligned.other);
  const curves = [
    {
      name: say.before,
      sign: beforeSign,
      points: beforePoints,
      idsOf: (ids: readonly string[]) => toMine('base', ids),
      titleOf: baseFacts.title,
    },
    {
      name: say.now,
      sign: baseSign,
      points: nowPoints,
      idsOf: (ids: readonly string[]) => toMine('other', ids),
      titleOf: otherFacts.title,
    },
  ];
  /** Two states of one journey have one title; present and future are told apart without it. */
  const isOneTitle = !isAhead && base.map.title === other.map.title && base.map.state !== other.map.state;
  const titleOf = ({ map: { title, state } }: JourneyMap): string =>
    isOneTitle
      ? say.inState(title || words.untitled, fieldWords[language].values.mapState[state])
      : title || words.untitled;
  const keys = [
    { sample: lineSample(beforeSign), text: say.side.before(titleOf(base)) },
    { sample: lineSample(baseSign), text: say.side.now(titleOf(other)) },
    { sample: bandSample('land'), text: say.band.higher },
    { sample: bandSample('water'), text: say.band.lower },
  ];
  const pairOf = new Map(value.pairs.map((pair) => [pair.id, pair]));
  const most = Math.max(0, ...value.gaps.map(({ delta }) => Math.abs(delta)));
  const written = (figure: FigureName, amount: number, signed = false): string =>
    figure === 'cumulativeConversion' || figure === 'momentsCoverage' || figure === 'attainment'
      ? signed
        ? say.points(numbers.points(amount))
        : numbers.percent(amount)
      : figure === 'count'
        ? signed
          ? numbers.signed(amount, 0)
          : numbers.plain(amount)
        : signed || figure !== 'opportunitySum'
          ? numbers.signed(amount)
          : numbers.fixed(amount);
  const gapRows = value.gaps.map(({ id, baseId, delta }) => {
    const felt = pairOf.get(id)?.deltas.emotion;
    return {
      id: mine({ id, baseId }),
      delta,
      before: numbers.signed(felt?.base ?? 0),
      now: numbers.signed(felt?.other ?? 0),
    };
  });
  return (
    <div className={styles.page} data-testid="compare-states">
      <CurveKey entries={keys} />
      {beforePoints.length + nowPoints.length === 0 ? (
        <Empty says={say.noCurve} />
      ) : (
        <div className={styles.plot}>
          <ChartView
            caption={say.name}
            keys={keys}
            chart={stackCharts(
              stageHeadsChart(columns, () => ''),
              curvesChart(columns, curves, [0, 1], plotHeight, facts),
            )}
          />
        </div>
      )}
      <div className={styles.columns}>
        <Section
          number={1}
          name={say.figuresName}
          rests={<Rests outcome={{ ...result, ids: toMine('other', result.ids) }} what={say.matched} />}
          testId="compare-figures"
        >
          <table className={styles.table}>
            <thead>
              <tr>
                {say.columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figureNames.map((figure) => {
                const { base: before, other: now } = value.sides;
                const difference = value.figures[figure].value;
                const side = (which: 'base' | 'other') => {
                  const outcome = value.sides[which][figure];
                  return outcome.value === null ? (
                    <span className={insights.count}>{words.reasons[outcome.reason].short}</span>
                  ) : (
                    <Figure
                      ids={toMine(which, outcome.ids)}
                      why={say.notHereWhy}
                      label={which === 'base' ? `${say.figures[figure]}, ${say.before}` : say.figures[figure]}
                      text={written(figure, outcome.value)}
                      className={which === 'base' ? undefined : insights.strong}
                    />
                  );
                };
                const isUnknown =
                  before[figure].reason !== null && before[figure].reason === now[figure].reason;
                return (
                  <tr key={figure}>
                    <th scope="row">{say.figures[figure]}</th>
                    {isUnknown ? (
                      <td colSpan={3}>{side('other')}</td>
                    ) : (
                      <>
                        <td>{side('base')}</td>
                        <td>{side('other')}</td>
                        <td>{difference ? written(figure, difference.delta, true) : '–'}</td>
                      </>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
          <p className={insights.note}>{say.figuresNote}</p>
          {value.improved.value !== null && (
            <p className={insights.sieveEnd}>
              <Figure
                ids={toMine('other', value.improved.ids)}
                text={numbers.percent(value.improved.value)}
                label={say.improvedName}
                className={insights.large}
              />
              <span>{say.improved}</span>
            </p>
          )}
        </Section>
        <Section number={2} name={say.gapsName} rests={say.gapsWhat(value.gaps.length)} testId="compare-gaps">
          {gapRows.length === 0 ? (
            <Empty says={say.noGaps} />
          ) : (
            <ol className={insights.ranked}>
              {gapRows.slice(0, gapsShown).map(({ id, delta, before, now }) => (
                <li key={id} className={insights.rank}>
                  <Tag id={id} />
                  <span className={insights.rankName}>
                    {facts.title(id)}{' '}
                    <span className={insights.count}>
                      {before} → {now}
                    </span>
                  </span>
                  <Drawing {...gapStrip(delta, most, 110)} />
                  <Figure
                    ids={[id]}
                    label={say.gapLabel(facts.title(id), before, now)}
                    text={numbers.signed(delta)}
                    className={insights.strong}
                  />
                </li>
              ))}
            </ol>
          )}
          {gapRows.length > gapsShown && (
            <Figure
              quiet
              ids={gapRows.slice(gapsShown).map(({ id }) => id)}
              text={words.more(gapRows.length - gapsShown)}
            />
          )}
          <HiddenTable
            caption={say.gapsName}
            table={{
              columns: say.gapColumns,
              rows: gapRows.map(({ id, before, now, delta }) => [
                `${facts.tag(id)} ${facts.title(id)}`,
                before,
                now,
                numbers.signed(delta),
              ]),
            }}
          />
        </Section>
        <Changes
          value={value}
          base={base}
          other={other}
          baseFacts={baseFacts}
          otherFacts={otherFacts}
          theirs={theirs}
        />
      </div>
    </div>
  );
}
