/**
 * The charts along the journey, under the heads of its stages: sieve, moments of truth, coverage, questions answered. On
 * a phone they stand one below the other, the stages as letters.
 */
import { useMemo } from 'react';
import { coverageChart } from '../charts/coverageChart.ts';
import type { KeySample } from '../charts/chartKey.ts';
import { calipers } from '../charts/calipersChart.ts';
import type { StageColumn } from '../charts/chart.ts';
import { matrixChart } from '../charts/matrixChart.ts';
import { momentsChart } from '../charts/momentsChart.ts';
import { questionRows } from '../charts/questionRows.ts';
import { sieveChart } from '../charts/sieveChart.ts';
import { sieveColumn } from '../charts/sieveColumn.ts';
import { sieveFlow } from '../analysis/sieveFlow.ts';
import { stageColumns } from '../charts/stageColumns.ts';
import { stageHeadsChart } from '../charts/stageHeadsChart.ts';
import { scoredTouchpoints } from '../analysis/scoredTouchpoints.ts';
import { markerItem } from '../layout/markers.ts';
import { useLanguage } from '../state/interfaceStore.ts';
import { personaSign } from '../theme/inks.ts';
import { pairOf } from '../words/together.ts';
import { ChartView, Drawing } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Lane } from './Lane.tsx';
import { Empty, Figure, Nothing, Rests } from './Section.tsx';
import { SideSieves, SieveWords } from './SieveWords.tsx';
import styles from './Insights.module.css';

export const laneHead = 146;
const narrowHead = 108;

export function JourneyPart({ width }: { readonly width: number }) {
  const { map, analyses, narrow } = useInsights();
  const counted = analyses.A5.value?.chain;
  const { columns, flow } = useMemo(() => {
    const stageOf = new Map(map.touchpoints.map(({ id, stageId }) => [id, stageId]));
    const rooms = map.stages.map(({ id, name }) => ({
      id,
      name,
      sieves: (counted ?? []).filter((member) => stageOf.get(member.id) === id).length,
    }));
    return {
      columns: stageColumns(
        rooms,
        narrow ? narrowHead : 0,
        narrow ? width : Math.max(0, width - laneHead),
        narrow,
      ),
      flow: stageOf,
    };
  }, [map, counted, narrow, width]);
  const named = useMemo(
    () => (narrow ? columns : columns.map((column) => ({ ...column, x: column.x + laneHead }))),
    [columns, narrow],
  );
  return (
    <div className={styles.journey} data-testid="journey-part">
      {!narrow && columns.length > 0 && <Heads columns={columns} />}
      <SieveLane columns={columns} stageOf={flow} width={width} />
      <MomentsLane columns={columns} stageOf={flow} width={width} />
      <CoverageLane columns={named} />
      <QuestionsLane columns={named} />
    </div>
  );
}

function Heads({ columns }: { readonly columns: readonly StageColumn[] }) {
  const { map, facts } = useInsights();
  const goals = new Map(map.stages.map(({ id, goal }) => [id, goal]));
  const chart = stageHeadsChart(columns, (id) => goals.get(id) ?? '');
  return (
    <div className={styles.heads} aria-hidden="true">
      <p className={styles.period}>{facts.words.period[map.map.period]}</p>
      <Drawing {...chart} />
    </div>
  );
}

interface LaneProps {
  readonly columns: readonly StageColumn[];
  readonly stageOf: ReadonlyMap<string, string>;
  readonly width: number;
}

function SieveLane({ columns, stageOf, width }: LaneProps) {
  const { map, analyses, facts, narrow } = useInsights();
  const { words } = facts;
  const { A5 } = analyses;
  const sieve = A5.value;
  if (!sieve)
    return (
      <Lane number={1} name={words.sieve.name} testId="insights-sieve">
        <Nothing reason={A5.reason ?? 'nothing-counted'} />
      </Lane>
    );
  const flow = sieveFlow(sieve);
  const chart = narrow
    ? sieveColumn(sieve, width, facts)
    : sieveChart(sieve, columns, (id) => stageOf.get(id) ?? null, facts);
  return (
    <Lane
      number={1}
      name={words.sieve.name}
      testId="insights-sieve"
      rests={<Rests outcome={A5} what={words.sieve.what} />}
      note={
        <>
          {flow.counted && !narrow && <Drawing {...calipers(flow)} />}
          <p>{words.sieve.scale}</p>
          {narrow && <p>{words.period[map.map.period]}</p>}
        </>
      }
    >
      <SieveWords sieve={sieve} />
      {sieve.chain.length > 0 && (
        <ChartView
          chart={chart}
          caption={words.sieve.name}
          keys={[
            { sample: null, text: words.sieve.scale },
            { sample: null, text: words.period[map.map.period] },
          ]}
          {...(!narrow && { over: stageHeadsChart(columns, () => '') })}
        />
      )}
      <SideSieves sieve={sieve} />
    </Lane>
  );
}

function MomentsLane({ columns, stageOf, width }: LaneProps) {
  const { map, analyses, facts, narrow, personaId } = useInsights();
  const { words } = facts;
  const result = analyses.A10.value;
  const records = new Map(map.moments.map((moment) => [moment.id, moment]));
  const emotions = new Map(scoredTouchpoints(map, personaId).map(({ id, emotion }) => [id, emotion]));
  const rests = result && (
    <>
      <Figure
        quiet
        ids={analyses.A10.ids}
        text={words.moments.present(Math.round(result.coverage * 3))}
        label={words.moments.name}
      />
      <Figure
        quiet
        ids={result.moments.filter(({ risks }) => risks.length > 0).map(({ touchpointId }) => touchpointId)}
        text={words.moments.atRisk(result.moments.filter(({ risks }) => risks.length > 0).length)}
      />
    </>
  );
  return (
    <Lane number={2} name={words.moments.name} rests={rests} testId="insights-moments">
      {!result ? (
        <Nothing reason={analyses.A10.reason ?? 'no-touchpoints'} />
      ) : result.moments.length === 0 ? (
        <Empty says={words.moments.none} todo={words.moments.todo} />
      ) : (
        <ChartView
          caption={words.moments.name}
          {...(!narrow && { over: stageHeadsChart(columns, () => '') })}
          chart={momentsChart(
            result,
            (id) => {
              const record = records.get(id);
              const touchpointId = record?.touchpointId ?? '';
              return {
                question: record?.question ?? '',
                emotion: emotions.get(touchpointId) ?? null,
                stageId: narrow ? 'all' : (stageOf.get(touchpointId) ?? null),
              };
            },
            narrow ? [{ id: 'all', name: '', letter: '', x: 0, width }] : columns,
            facts,
          )}
        />
      )}
    </Lane>
  );
}

function CoverageLane({ columns }: Pick<LaneProps, 'columns'>) {
  const { map, analyses, facts, narrow } = useInsights();
  const { words } = facts;
  const language = useLanguage();
  const { A7 } = analyses;
  const result = A7.value;
  if (!result)
    return (
      <Lane number={3} name={words.coverage.name} testId="insights-coverage">
        <Nothing reason={A7.reason ?? 'no-channels'} />
      </Lane>
    );
  const inStage = Map.groupBy(scoredTouchpoints(map, null), ({ touchpoint }) => touchpoint.stageId);
  const ids = new Map([...inStage].map(([stage, nodes]) => [stage, nodes.map(({ id }) => id)]));
  const nameOf = (channelId: string) =>
    map.channels.find(({ id }) => id === channelId)?.name || words.untitled;
  const stageName = (stageId: string) => map.stages.find(({ id }) => id === stageId)?.name || words.untitled;
  const heads = stageHeadsChart(columns, () => '');
  const { unusedChannels, singleChannel } = result.gaps;
  return (
    <Lane number={3} name={words.coverage.name} testId="insights-coverage" wide>
      <p className={styles.key}>
        <Figure
          ids={A7.ids}
          text={words.coverage.filled(result.cells.length, result.size)}
          className={styles.strong}
        />
        {words.coverage.key.map((text) => (
          <span key={text}>{text}</span>
        ))}
        {map.personas.length > 0 && (
          <span className={styles.preferred}>
            <Drawing {...preferenceSample([...map.personas.keys()].slice(0, 5))} />
            {words.coverage.preferred}
          </span>
        )}
      </p>
      {narrow && <Drawing {...heads} />}
      <ChartView
        caption={words.coverage.name}
        chart={coverageChart(result, map, columns, ids, facts)}
        over={heads}
        keys={[
          ...words.coverage.key.map((text) => ({ sample: null, text })),
          ...map.personas.map(({ name }, at) => ({
            sample: preferenceSample([at]),
            text: pairOf(language, name || words.untitled, words.coverage.preferred),
          })),
        ]}
      />
      {(unusedChannels.length > 0 || singleChannel.length > 0) && (
        <p className={styles.key}>
          {unusedChannels.length > 0 && <span>{words.coverage.unused(unusedChannels.map(nameOf))}</span>}
          {singleChannel.length > 0 && (
            <span>{words.coverage.single(singleChannel.map(({ stageId }) => stageName(stageId)))}</span>
          )}
        </p>
      )}
    </Lane>
  );
}

/** The markers of personas, by their places, side by side. */
function preferenceSample(places: readonly number[]): KeySample {
  return {
    width: 13 * places.length,
    height: 10,
    items: places.map((place, at) => {
      const sign = personaSign(place);
      return markerItem(sign.marker, 6 + 13 * at, 5, 7, sign.ink, 'card');
    }),
  };
}

function QuestionsLane({ columns }: Pick<LaneProps, 'columns'>) {
  const { map, analyses, facts, narrow } = useInsights();
  const { words } = facts;
  const { A16 } = analyses;
  const result = A16.value;
  const gapStages = new Set(result?.gaps.map(({ stageId }) => stageId));
  const inGapStages = scoredTouchpoints(map, null).flatMap(({ id, touchpoint }) =>
    gapStages.has(touchpoint.stageId) ? [id] : [],
  );
  return (
    <Lane number={8} name={words.questions.name} testId="insights-questions" wide={result !== null}>
      {result ? (
        <>
          <p className={styles.key}>
            <Rests outcome={A16} what={words.questions.what} />
            <Figure quiet ids={inGapStages} text={words.questions.gaps(result.gaps.length)} />
          </p>
          {narrow && <Drawing {...stageHeadsChart(columns, () => '')} />}
          <ChartView
            caption={words.questions.name}
            over={stageHeadsChart(columns, () => '')}
            chart={matrixChart(questionRows(result, words.questions.kinds), columns, facts, {
              corner: words.questions.question,
            })}
          />
        </>
      ) : (
        <Nothing reason={A16.reason ?? 'no-touchpoints'} />
      )}
    </Lane>
  );
}
