/** Where one can go before anything is asked for: the stages with their letters, so that an address is learnt by looking. */
import { stageLetter } from '../../model/address.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { useOutline, useProjection } from '../../state/mapSession.ts';
import { findWords } from '../../words/find.ts';
import styles from './FindBox.module.css';
import type { Going } from './useMatches.ts';

export function Places({ onGo }: Pick<Going, 'onGo'>) {
  const words = useWords(findWords);
  const stages = useOutline((state) => state.journey.stages);
  const touchpoints = useProjection((state) => state.journey.touchpoints);
  if (stages.length === 0) return null;
  const counts = Map.groupBy(touchpoints, ({ stageId }) => stageId);
  return (
    <section className={styles.places} aria-label={words.stages} data-testid="find-places">
      <h3 className={styles.caption}>{words.stages}</h3>
      <ul className={styles.hits}>
        {stages.map(({ id, name }, index) => (
          <li key={id}>
            <button type="button" className={styles.hit} onClick={() => onGo(id)}>
              <span className={styles.address}>{stageLetter(index)}</span>
              <span className={styles.text}>{name || words.untitledStage}</span>
              <span className={styles.held}>{words.held(counts.get(id)?.length ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.tip}>{words.addressTip}</p>
    </section>
  );
}
