/** This map's curve alone, where the other's will be laid over it: what is asked for is seen before it is chosen. */
import { emotionCurve } from '../../analysis/emotionCurve.ts';
import { lineSample } from '../../charts/chartKey.ts';
import { curvesChart } from '../../charts/curvesChart.ts';
import { stackCharts } from '../../charts/stackCharts.ts';
import { stageHeadsChart } from '../../charts/stageHeadsChart.ts';
import { stageColumns } from '../../charts/stageColumns.ts';
import { baseSign } from '../../theme/inks.ts';
import { ChartView } from '../ChartView.tsx';
import { useInsights } from '../insightsContext.ts';
import { CurveKey } from './CurveKey.tsx';
import { plotHeight, scaleRoom } from './StatesPart.tsx';
import styles from './Compare.module.css';

/** Nothing where nobody has rated anything. */
export function OneSide({ width }: { readonly width: number }) {
  const { map, facts, narrow, personaId } = useInsights();
  const { words } = facts;
  const { points } = emotionCurve(map, personaId);
  if (points.length === 0) return null;
  const columns = stageColumns(
    map.stages.map(({ id, name }) => ({ id, name, sieves: 0 })),
    scaleRoom,
    width,
    narrow,
  );
  const curve = {
    name: words.compare.now,
    sign: baseSign,
    points,
    idsOf: (ids: readonly string[]) => ids,
    titleOf: facts.title,
  };
  const keys = [
    { sample: lineSample(baseSign), text: words.compare.side.now(map.map.title || words.untitled) },
  ];
  return (
    <div data-testid="compare-one-side">
      <CurveKey entries={keys} />
      <div className={styles.plot}>
        <ChartView
          caption={words.compare.name}
          keys={keys}
          chart={stackCharts(
            stageHeadsChart(columns, () => ''),
            curvesChart(columns, [curve], null, plotHeight, facts),
          )}
        />
      </div>
    </div>
  );
}
