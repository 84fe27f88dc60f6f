/**
 * Says what is filtered, how much of the map that is, and ends it; docked at the foot of the view, so that nothing
 * of the map moves when it comes. The filter is this person's alone.
 */
import { isEmptyFilter } from '../../analysis/filterMap.ts';
import { useLanguage } from '../../state/interfaceStore.ts';
import { useMapSession, useProjection, useScreen } from '../../state/mapSession.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { findWords } from '../../words/find.ts';
import styles from './FilterBar.module.css';
import { filterParts } from './filterValues.ts';
import { useMatches, type Going } from './useMatches.ts';

export interface FilterBarProps extends Going {
  /** Opens the saved views; null for those who may save none. */
  readonly onSave: (() => void) | null;
}

export function FilterBar({ onGo, onAddress, onSave }: FilterBarProps) {
  const { screen } = useMapSession();
  const language = useLanguage();
  const words = findWords[language];
  const filter = useScreen((state) => state.filter);
  const out = useScreen((state) => state.dimming?.out);
  const journey = useProjection((state) => state.journey);
  const { hits, go } = useMatches({ onGo, onAddress });
  if (!filter || isEmptyFilter(filter)) return null;
  const all = journey.touchpoints.length;
  const shown = out ? journey.touchpoints.filter(({ id }) => !out.has(id)).length : all;
  return (
    <section className={styles.bar} aria-label={words.bar} data-testid="filter-bar">
      <Icon name="find" size={16} />
      <span className={styles.parts}>{filterParts(journey, filter, language).join(' · ')}</span>
      <span role="status" className={styles.count}>
        {words.shown(shown, all)}
      </span>
      <span className={styles.tools}>
        <IconButton
          small
          icon="chevron-up"
          label={words.previous}
          keys="Shift+F3"
          disabled={hits.length === 0}
          onClick={() => go(-1)}
        />
        <IconButton
          small
          icon="chevron-down"
          label={words.next}
          keys="F3"
          disabled={hits.length === 0}
          onClick={() => go(1)}
        />
        {onSave && (
          <Button kind="text" small underlined className={styles.save} onClick={onSave}>
            {words.save}
          </Button>
        )}
        <Button kind="second" small onClick={() => screen.setState({ filter: null, match: null })}>
          {words.clear}
        </Button>
      </span>
    </section>
  );
}
