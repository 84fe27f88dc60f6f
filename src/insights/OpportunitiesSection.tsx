/** What could be better: opportunities in their order, or the best scores while none is written down (A11). */
import { rankStrip } from '../charts/barCharts.ts';
import { sceneWordsFor } from '../words/scene.ts';
import { Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Empty, Figure, Rests, Section, Tag } from './Section.tsx';
import styles from './Insights.module.css';

const shown = 5;

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
