/** Two tiers beside each other (A13): how each is served at every touchpoint, where the difference is largest, and where it is upside down. */
import { useState } from 'react';
import { tierChart } from '../../charts/tierChart.ts';
import { rankStrip } from '../../charts/barCharts.ts';
import type { TierMatrix } from '../../analysis/tierMatrix.ts';
import { Select } from '../../ui/Select.tsx';
import { ChartView, Drawing } from '../ChartView.tsx';
import { useInsights } from '../insightsContext.ts';
import { Empty, Figure, Nothing, Section, Tag } from '../Section.tsx';
import insights from '../Insights.module.css';
import styles from './Compare.module.css';

const levels = ['none', 'basic', 'standard', 'enhanced', 'exclusive'] as const;
const differencesShown = 10;

export function TiersPart({ width }: { readonly width: number }) {
  const { map, analyses, facts, narrow } = useInsights();
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const { words } = facts;
  const say = words.compare.tiers;
  const { A13 } = analyses;
  const ids = map.tiers.map(({ id }) => id);
  if (!A13.value || ids.length < 2)
    return (
      <div className={styles.wait}>
        {A13.value === null ? <Nothing reason={A13.reason} /> : <Empty says={say.one} todo={say.oneTodo} />}
      </div>
    );
  const known = (id: string | null): id is string => id !== null && ids.includes(id);
  const picked = [
    known(chosen[0]) ? chosen[0] : (ids[0] ?? ''),
    known(chosen[1]) ? chosen[1] : (ids.at(-1) ?? ''),
  ];
  // The higher one stands first, whichever was chosen first.
  const [higher = '', lower = ''] = picked.toSorted((a, b) => ids.indexOf(a) - ids.indexOf(b));
  const nameOf = (id: string): string => map.tiers.find((tier) => tier.id === id)?.name || words.untitled;
  const matrix = onlyTwo(A13.value, higher, lower);
  const levelIn = (cells: TierMatrix['rows'][number]['cells'], tierId: string): number | null => {
    const level = cells.find((cell) => cell.tierId === tierId)?.level ?? null;
    return level === null ? null : levels.indexOf(level);
  };
  const compared = matrix.rows.flatMap(({ id, cells }) => {
    const [high, low] = [levelIn(cells, higher), levelIn(cells, lower)];
    return high === null || low === null ? [] : [{ id, steps: high - low }];
  });
  const different = compared
    .filter(({ steps }) => steps !== 0)
    .toSorted((a, b) => Math.abs(b.steps) - Math.abs(a.steps));
  const picker = (label: string, at: 0 | 1, current: string, without: string) => (
    <label className={styles.with}>
      {label}
      <Select
        value={current}
        testId={`compare-tier-${at}`}
        choices={ids.filter((id) => id !== without).map((id) => ({ value: id, label: nameOf(id) }))}
        onChange={(id) => setChosen(at === 0 ? [id, lower] : [higher, id])}
      />
    </label>
  );
  const chartWidth = narrow || width < 900 ? width : Math.floor(width * 0.58) - 40;
  return (
    <div className={styles.page} data-testid="compare-tiers">
      <div className={styles.pickers}>
        {picker(say.higher, 0, higher, lower)}
        {picker(say.lower, 1, lower, higher)}
      </div>
      <div className={styles.tiers}>
        <Section
          number={1}
          name={say.name}
          rests={
            <Figure
              quiet
              ids={compared.map(({ id }) => id)}
              text={words.of(compared.length, matrix.rows.length, say.what)}
            />
          }
          testId="compare-levels"
        >
          <ChartView caption={say.name} chart={tierChart(matrix, nameOf, chartWidth, facts)} />
        </Section>
        <Section number={2} name={say.differenceName} testId="compare-differences">
          {different.length === 0 ? (
            <Empty says={say.none} />
          ) : (
            <ol className={insights.ranked}>
              {different.slice(0, differencesShown).map(({ id, steps }) => (
                <li key={id} className={insights.rank}>
                  <Tag id={id} look={steps < 0 ? 'signal' : 'plain'} />
                  <span className={insights.rankName}>
                    {facts.title(id)} {steps < 0 && <span className={insights.count}>{say.inverted}</span>}
                  </span>
                  <Drawing {...rankStrip(Math.abs(steps) / 4, 90, steps < 0)} />
                  <Figure
                    ids={[id]}
                    label={facts.title(id)}
                    text={say.steps(Math.abs(steps))}
                    className={insights.strong}
                  />
                </li>
              ))}
            </ol>
          )}
        </Section>
      </div>
    </div>
  );
}

/** The matrix of two tiers alone. */
function onlyTwo(matrix: TierMatrix, higher: string, lower: string): TierMatrix {
  const isOne = (tierId: string): boolean => tierId === higher || tierId === lower;
  return {
    ...matrix,
    tierIds: [higher, lower],
    rows: matrix.rows.map((row) => ({
      ...row,
      cells: row.cells.filter(({ tierId }) => isOne(tierId)),
      inversions: row.inversions.filter(
        ({ higherTierId, lowerTierId }) => isOne(higherTierId) && isOne(lowerTierId),
      ),
    })),
  };
}
