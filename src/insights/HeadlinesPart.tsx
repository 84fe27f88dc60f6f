/** At the top of the page: what stands out, in a few figures with a name each (`headlines.ts`); each leads to what is behind it. */
import { useId, useMemo, type ReactNode } from 'react';
import { useLanguage } from '../state/interfaceStore.ts';
import { shortName } from '../words/shortName.ts';
import { pairOf } from '../words/together.ts';
import { headlinesOf, type Headline } from './headlines.ts';
import { useInsights } from './insightsContext.ts';
import { Figure, Tag } from './Section.tsx';
import styles from './Headlines.module.css';

interface Said {
  readonly name: string;
  readonly figure: string;
  /** The touchpoint it names, or another thing. */
  readonly about: ReactNode;
  readonly note: string;
}

export function HeadlinesPart() {
  const { map, analyses, facts } = useInsights();
  const id = useId();
  const headlines = useMemo(() => headlinesOf(map, analyses), [map, analyses]);
  const say = useSaying();
  const language = useLanguage();
  if (headlines.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={id} data-testid="insights-short">
      <h2 id={id} className={styles.name}>
        {facts.words.short.name}
      </h2>
      <ul className={styles.list}>
        {headlines.map((headline) => {
          const { name, figure, about, note } = say(headline);
          return (
            <li key={headline.kind} className={styles.item} data-kind={headline.kind}>
              <span className={styles.kind}>{name}</span>
              <Figure
                ids={headline.ids}
                text={figure}
                label={pairOf(language, name, figure)}
                className={styles.figure}
              />
              {about !== '' && <span className={styles.about}>{about}</span>}
              {note !== '' && <span className={styles.note}>{note}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useSaying(): (headline: Headline) => Said {
  const { map, facts } = useInsights();
  const { words, numbers } = facts;
  const said = words.short;
  const touchpoint = (id: string) => (
    <>
      <Tag id={id} /> {facts.title(id)}
    </>
  );
  const personaName = (id: string) =>
    shortName(map.personas.find((one) => one.id === id)?.name ?? '') || words.untitled;
  return (headline) => {
    switch (headline.kind) {
      case 'loss':
        return {
          name: said.loss,
          figure: words.sieve.lost(numbers.percent(headline.drop)),
          about: touchpoint(headline.id),
          note: words.sieve.throughOf(numbers.plain(headline.loss), numbers.plain(headline.reached)),
        };
      case 'loss-that-hurts':
        return {
          name: said.lossThatHurts,
          figure: words.sieve.lost(numbers.percent(headline.drop)),
          about: touchpoint(headline.id),
          note: said.pain(numbers.plain(headline.pain)),
        };
      case 'pain':
        return {
          name: said.painName,
          figure: said.pain(numbers.plain(headline.pain)),
          about: touchpoint(headline.id),
          note: said.emotion(numbers.signed(headline.emotion)),
        };
      case 'moment-at-risk':
        return {
          name: said.moments(headline.count),
          figure: words.moments.kinds[headline.moment.kind],
          about: touchpoint(headline.id),
          note: words.list(headline.moment.risks.map((risk) => words.moments.risk[risk])),
        };
      case 'inversion':
        return {
          name: said.inversions,
          figure: words.tiers.inversions(headline.count),
          about: touchpoint(headline.id),
          note: said.inversionNote,
        };
      case 'over-cap':
        return {
          name: said.overCap,
          figure: words.pressure.perWeek(numbers.plain(headline.perWeek, 1)),
          about: map.channels.find(({ id }) => id === headline.channelId)?.name || words.untitled,
          note: said.overCapNote(numbers.plain(headline.cap, 1), headline.personas),
        };
      case 'promises':
        return {
          name: said.promises,
          figure: numbers.percent(headline.share),
          about: touchpoint(headline.id),
          note: said.promisesNote(headline.n, headline.of),
        };
      case 'divided':
        return {
          name: said.divided,
          figure: said.apart(numbers.fixed(headline.spread)),
          about: touchpoint(headline.id),
          note: words.list(
            [headline.happiest, headline.saddest].map(
              ({ personaId, emotion }) => `${personaName(personaId)} ${numbers.signed(emotion)}`,
            ),
          ),
        };
      case 'tiers-in-order':
        return {
          name: said.tiers,
          figure: said.tiersFigure,
          about: '',
          note: said.tiersNote(headline.rows),
        };
      case 'caps-kept':
        return {
          name: said.pressure,
          figure: said.pressureFigure,
          about: '',
          note: said.pressureNote(headline.channels),
        };
      case 'gaps':
        return {
          name: said.coverage,
          figure: words.coverage.gaps(headline.count),
          about: '',
          note: words.coverage.filled(headline.cells, headline.size),
        };
    }
  };
}
