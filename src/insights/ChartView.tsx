/**
 * A chart on the page: drawn as vectors by the writer of the map, with a button over each figure and the table that says
 * the same, which those who do not see the drawing read instead. What stands around it on the page and says how to read it
 * (`over`: the heads of its columns; `keys`: what its signs mean) goes along when it is saved as a picture.
 */
import { SceneItems } from '../canvas/SceneItems.tsx';
import type { Chart, ChartTable } from '../charts/chart.ts';
import { chartKey, type KeyEntry } from '../charts/chartKey.ts';
import { chartScene } from '../charts/chartScene.ts';
import { under } from '../charts/stackCharts.ts';
import { useMapSession } from '../state/mapSession.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useInsights } from './insightsContext.ts';
import styles from './Insights.module.css';

export interface ChartViewProps extends Around {
  readonly chart: Chart;
  readonly caption: string;
}

interface Around {
  readonly over?: Pick<Chart, 'width' | 'height' | 'items'>;
  readonly keys?: readonly KeyEntry[];
}

export function ChartView({ chart, caption, ...around }: ChartViewProps) {
  const { onBehind } = useInsights();
  const { width, height, items, targets, table } = chart;
  return (
    <div className={styles.chart} style={{ width, height }}>
      <Drawing width={width} height={height} items={items} />
      {targets.map(({ box, label, ids }, index) => (
        <button
          key={index}
          type="button"
          className={styles.target}
          data-mark
          style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
          aria-label={label}
          title={label}
          onClick={({ currentTarget }) => onBehind({ label, ids }, currentTarget)}
        />
      ))}
      {table.rows.length > 0 && <HiddenTable caption={caption} table={table} />}
      <SaveChart chart={chart} name={caption} {...around} />
    </div>
  );
}

/** Quiet: seen when one is at the chart, and where nothing can hover. */
function SaveChart({
  chart,
  name,
  over,
  keys = [],
}: Around & { readonly chart: Chart; readonly name: string }) {
  const { facts, language } = useInsights();
  const { screen } = useMapSession();
  const toast = useToast();
  const words = facts.words.save;
  const sceneOf = () =>
    chartScene(over ? under(over, chart) : chart, name, language, chartKey(keys, chart.width));
  const save = (kind: 'svg' | 'png') => {
    import('./saveChart.ts')
      .then((part) => part.saveChart(sceneOf(), kind, screen.getState().theme))
      .then((file) => toast({ text: words.done(file) }))
      .catch((error: unknown) => toast({ text: words.failed, details: String(error), stays: true }));
  };
  return (
    <div className={styles.save}>
      <MenuButton
        small
        icon="image"
        label={words.of(name)}
        entries={[
          { id: 'svg', label: words.svg, onSelect: () => save('svg') },
          { id: 'png', label: words.png, onSelect: () => save('png') },
        ]}
      />
    </div>
  );
}

/** The drawing alone; what stands beside it speaks. */
export function Drawing({ width, height, items }: Pick<Chart, 'width' | 'height' | 'items'>) {
  return (
    <svg
      className={styles.drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <SceneItems items={items} />
    </svg>
  );
}

/** For screen readers. */
export function HiddenTable({ caption, table }: { readonly caption: string; readonly table: ChartTable }) {
  return (
    <div className={styles.unseen}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
