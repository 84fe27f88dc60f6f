/** Sections below the journey about the work behind it: who owns what and hands it on (A23), which information comes of it (A20). */
import { rankStrip } from '../charts/barCharts.ts';
import { Drawing, HiddenTable } from './ChartView.tsx';
import { useInsights } from './insightsContext.ts';
import { Figure, Nothing, Rests, Section, Tag } from './Section.tsx';
import styles from './Insights.module.css';

export function OwnershipSection() {
  const { analyses, facts } = useInsights();
  const { words, numbers } = facts;
  const { A23 } = analyses;
  const result = A23.value;
  const between = result?.handoffs.filter(({ betweenTeams }) => betweenTeams !== false) ?? [];
  const holders = result ? (result.teams.length > 0 ? result.teams : result.owners) : [];
  const most = Math.max(1, ...holders.map(({ ids }) => ids.length));
  return (
    <Section
      number={14}
      name={words.ownership.name}
      rests={<Rests outcome={A23} what={words.ownership.what} />}
      testId="insights-ownership"
    >
      {!result ? (
        <Nothing reason={A23.reason ?? 'no-touchpoints'} />
      ) : (
        <>
          {holders.length > 0 && (
            <h3 className={styles.small}>
              {result.teams.length > 0 ? words.ownership.teams : words.ownership.owners}
            </h3>
          )}
          <ul className={styles.ranked}>
            {holders.map(({ name, ids }) => (
              <li key={name} className={styles.rank}>
                <span className={styles.rankName}>{name}</span>
                <Drawing {...rankStrip(ids.length / most, 110)} />
                <Figure ids={ids} label={name} text={numbers.plain(ids.length)} className={styles.strong} />
              </li>
            ))}
            {(
              [
                [words.ownership.withoutOwner, result.withoutOwner],
                [words.ownership.keyWithout, result.keyWithoutOwner],
              ] as const
            ).map(
              ([name, ids]) =>
                ids.length > 0 && (
                  <li key={name} className={styles.rank}>
                    <span className={styles.rankName}>{name}</span>
                    <Drawing {...rankStrip(ids.length / most, 110, true)} />
                    <Figure
                      ids={ids}
                      label={name}
                      text={numbers.plain(ids.length)}
                      className={styles.strong}
                    />
                  </li>
                ),
            )}
          </ul>
          <h3 className={styles.small}>{words.ownership.handoffs}</h3>
          {between.length === 0 ? (
            <p className={styles.note}>
              {words.ownership.noHandoffs}
              <span className={styles.todo}>{words.ownership.todoHandoffs}</span>
            </p>
          ) : (
            <ul className={styles.plainList}>
              {between.map(({ linkId, from, to, fromTeam, toTeam }) => (
                <li key={linkId}>
                  <Tag id={from} /> {fromTeam || words.ownership.noTeam} → <Tag id={to} />{' '}
                  {toTeam || words.ownership.noTeam}
                  <Figure quiet ids={[from, to]} text={`${facts.title(from)} → ${facts.title(to)}`} />
                </li>
              ))}
            </ul>
          )}
          <HiddenTable
            caption={words.ownership.name}
            table={{
              columns: words.ownership.columns,
              rows: holders.map(({ name, ids }) => [name, ids.map(facts.tag).join(' ')]),
            }}
          />
        </>
      )}
    </Section>
  );
}

export function InformationSection() {
  const { analyses, facts } = useInsights();
  const { words, numbers } = facts;
  const { A20 } = analyses;
  const result = A20.value;
  const most = Math.max(1, ...(result?.systems ?? []).map(({ ids }) => ids.length));
  return (
    <Section
      number={15}
      name={words.information.name}
      rests={<Rests outcome={A20} what={words.information.what} />}
      testId="insights-information"
    >
      {!result ? (
        <Nothing reason={A20.reason ?? 'no-information'} />
      ) : (
        <>
          <ul className={styles.plainList}>
            {result.rows.map(({ id, items }) => (
              <li key={id} className={styles.informed}>
                <Tag id={id} />
                <span>
                  {items.map(({ what, system, use }, index) => (
                    <span key={index} className={styles.item}>
                      {what}
                      <span className={styles.count}>
                        {' → '}
                        {[system || words.information.noSystem, use].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
          <h3 className={styles.small}>{words.information.system}</h3>
          <ul className={styles.ranked}>
            {result.systems.map(({ system, ids }) => (
              <li key={system} className={styles.rank}>
                <span className={styles.rankName}>{system}</span>
                <Drawing {...rankStrip(ids.length / most, 110)} />
                <Figure ids={ids} label={system} text={numbers.plain(ids.length)} className={styles.strong} />
              </li>
            ))}
          </ul>
          {result.keyWithout.length > 0 && (
            <p className={styles.note}>
              {words.information.keyWithout}{' '}
              <Figure
                ids={result.keyWithout}
                label={words.information.keyWithout}
                text={numbers.plain(result.keyWithout.length)}
              />
            </p>
          )}
          <HiddenTable
            caption={words.information.name}
            table={{
              columns: words.information.columns,
              rows: result.rows.flatMap(({ id, items }) =>
                items.map(({ what, system, use }) => [
                  `${facts.tag(id)} ${facts.title(id)}`,
                  what,
                  system,
                  use,
                ]),
              ),
            }}
          />
        </>
      )}
    </Section>
  );
}
