/** Importance against performance: where to concentrate (A6). */
import { quadrantChart } from '../charts/quadrantChart.ts';
import { ChartView } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Figure, Nothing, Rests, Section } from './Section.tsx';
import styles from './Insights.module.css';

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
