/** What the sieve says in a sentence: how many get through all of it, and what one better sieve would keep; branches below it. */
import { bestLift } from '../analysis/bestLift.ts';
import type { Sieve } from '../analysis/sieve.ts';
import { lossText } from '../charts/sieveChart.ts';
import { useInsights } from './insightsContext.ts';
import { Figure, Tag } from './Section.tsx';
import styles from './Insights.module.css';

export function SieveWords({ sieve }: { readonly sieve: Sieve }) {
  const { facts } = useInsights();
  const { words, numbers } = facts;
  const { chain } = sieve;
  const end = chain.at(-1)?.cumulative ?? null;
  const start = chain[0]?.reached ?? null;
  const ids = chain.map(({ id }) => id);
  if (chain.length === 0) return null;
  if (end === null) return <p className={styles.sieveWords}>{words.sieve.unknownEnd}</p>;
  const stay = start === null ? null : Math.round(end * start);
  const lifted = bestLift(sieve);
  return (
    <div className={styles.sieveWords}>
      <p className={styles.sieveEnd}>
        <Figure ids={ids} text={numbers.percent(end)} label={words.sieve.through} className={styles.large} />
        <span>
          {words.sieve.through}
          {stay !== null && start !== null && (
            <Figure
              ids={ids}
              text={words.sieve.throughOf(numbers.plain(stay), numbers.plain(start))}
              className={styles.strong}
            />
          )}
        </span>
      </p>
      {lifted && start !== null && (
        <Lift
          id={lifted.id}
          texts={words.sieve.lift(
            numbers.percent(lifted.target),
            numbers.percent(lifted.share),
            numbers.plain(Math.round(lifted.end * start)),
          )}
        />
      )}
    </div>
  );
}

function Lift({
  id,
  texts: [before = '', after = ''],
}: {
  readonly id: string;
  readonly texts: readonly string[];
}) {
  const { facts } = useInsights();
  return (
    <p className={styles.lift}>
      <Figure quiet ids={[id]} text={`${before} ${facts.tag(id)} ${after}`}>
        {before} <Tag id={id} /> {after}
      </Figure>
    </p>
  );
}

export function SideSieves({ sieve }: { readonly sieve: Sieve }) {
  const { facts } = useInsights();
  const { words, numbers } = facts;
  if (sieve.side.length === 0) return null;
  return (
    <div className={styles.side}>
      <h3 className={styles.small}>{words.sieve.sideTitle}</h3>
      <ul className={styles.plainList}>
        {sieve.side.map((member) => (
          <li key={member.id}>
            <Tag id={member.id} /> {facts.title(member.id)}
            <Figure
              quiet
              ids={[member.id]}
              label={facts.title(member.id)}
              text={
                member.drop === null
                  ? words.reasons[member.unknown ?? 'not-counted'].short
                  : `${lossText(member, facts)} · ${words.sieve.lost(numbers.percent(member.drop))}`
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
