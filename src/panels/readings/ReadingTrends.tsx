/** How the measured values of a touchpoint went: a line by date for each metric read twice or more, the newest value, which counts, and the change. */
import { readingTrend } from '../../analysis/readingTrend.ts';
import type { Metric, Reading } from '../../model/journeyMap.ts';
import { numbersIn } from '../../words/numbers.ts';
import { fieldWords } from '../../words/fields.ts';
import type { InterfaceLanguage } from '../../words/language.ts';
import { readingWords } from '../../words/readings.ts';
import styles from './Readings.module.css';

const size = { width: 96, height: 22, edge: 4 } as const;

export interface ReadingTrendsProps {
  readonly touchpointId: string;
  readonly readings: readonly Reading[];
  readonly language: InterfaceLanguage;
}

export function ReadingTrends({ touchpointId, readings, language }: ReadingTrendsProps) {
  const words = readingWords[language];
  const fields = fieldWords[language];
  const numbers = numbersIn(language);
  const metrics = new Set(
    readings.filter((one) => one.touchpointId === touchpointId).map((one) => one.metric),
  );
  const trends = [...metrics].flatMap((metric: Metric) => {
    const { points, change } = readingTrend({ readings }, touchpointId, metric);
    const newest = points.at(-1);
    return newest && change !== null ? [{ metric, points, newest, change }] : [];
  });
  if (trends.length === 0) return null;
  return (
    <ul className={styles.list} data-testid="reading-trends">
      {trends.map(({ metric, points, newest, change }) => {
        const [value, step] = [numbers.plain(newest.value, 2), numbers.signed(change, decimalsOf(change))];
        return (
          <li
            key={metric}
            className={styles.trend}
            aria-label={words.trend(fields.values.metric[metric], value, step, points.length)}
          >
            <span aria-hidden="true">{fields.values.metric[metric]}</span>
            <svg width={size.width} height={size.height} aria-hidden="true">
              <polyline points={lineOf(points)} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
              <circle {...endOf(points)} r={3} fill="var(--signal)" />
            </svg>
            <strong aria-hidden="true">{value}</strong>
            <span aria-hidden="true" className={styles.change}>
              {step}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** As many decimals as it has, at most two: "+6", "−0.25". */
function decimalsOf(change: number): number {
  return [0, 1].find((some) => Number(change.toFixed(some)) === Number(change.toFixed(2))) ?? 2;
}

type Points = readonly { readonly at: string; readonly value: number }[];

/** Spaced by date; readings of one day stand at one place. */
function placesOf(points: Points): readonly { readonly cx: number; readonly cy: number }[] {
  const days = points.map(({ at }) => Date.parse(at.slice(0, 10)));
  const values = points.map(({ value }) => value);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const inside = (part: number, length: number): number => size.edge + part * (length - 2 * size.edge);
  return points.map(({ value }, index) => ({
    cx: inside(
      last === first ? index / (points.length - 1) : ((days[index] ?? first) - first) / (last - first),
      size.width,
    ),
    cy: inside(high === low ? 0.5 : 1 - (value - low) / (high - low), size.height),
  }));
}

function lineOf(points: Points): string {
  return placesOf(points)
    .map(({ cx, cy }) => `${cx.toFixed(1)},${cy.toFixed(1)}`)
    .join(' ');
}

function endOf(points: Points) {
  return placesOf(points).at(-1);
}
