/**
 * Find in the map: a column at the right of the canvas. What is typed and chosen is the filter of this screen, so that
 * the rest of the map is dimmed while one looks; the list has what is found with its address, "C2" first the place itself.
 * An address goes there as it is typed. Enter goes to the first and then from one to the next (Shift: back). Closing ends a search of words alone; what was
 * chosen stays filtered until the bar clears it. Until something is asked for, the stages stand there with their letters.
 */
import { hasChoices, isEmptyFilter, noFilter } from '../../analysis/filterMap.ts';
import { addressIn } from '../../analysis/searchMap.ts';
import { useMapSession, useScreen } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { classes } from '../../ui/classes.ts';
import { isComposing, keepFromEmptying } from '../../ui/composing.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useFocusAtOnce } from '../../ui/focusBack.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { stopLetters } from '../../ui/panelKeys.ts';
import { findWords } from '../../words/find.ts';
import control from '../../ui/control.module.css';
import { FilterMenus } from './FilterMenus.tsx';
import { Places } from './Places.tsx';
import { useMatches, type Going } from './useMatches.ts';
import styles from './FindBox.module.css';

export interface FindBoxProps extends Going {
  readonly onClose: () => void;
  /** The list covers what is gone to: an address waits for Enter. */
  readonly covers?: boolean;
}

const mostShown = 50;
const longestText = 120;

export function FindBox({ onGo, onAddress, onClose, covers = false }: FindBoxProps) {
  const { screen, projection } = useMapSession();
  const words = useWords(findWords);
  const filter = useScreen((state) => state.filter) ?? noFilter;
  const field = useFocusAtOnce<HTMLInputElement>();
  const { hits, current, go } = useMatches({ onGo, onAddress });
  const isLooking = !isEmptyFilter(filter);

  const close = () => {
    if (!hasChoices(filter)) screen.setState({ filter: null, match: null });
    onClose();
  };
  return (
    <search
      className={styles.box}
      data-testid="find-box"
      onKeyDown={(event) => {
        stopLetters(event);
        if (isComposing(event.nativeEvent)) {
          keepFromEmptying(event);
          return;
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
          go(event.shiftKey ? -1 : 1);
        else if (event.key === 'F3') {
          event.preventDefault();
          event.stopPropagation();
          go(event.shiftKey ? -1 : 1);
        }
      }}
    >
      <div className={styles.line}>
        <Icon name="find" />
        <input
          ref={field}
          type="search"
          className={control.control}
          aria-label={words.find}
          placeholder={words.placeholder}
          maxLength={longestText}
          value={filter.text}
          onChange={(event) => {
            const next = { ...filter, text: event.currentTarget.value };
            screen.setState({ filter: next.text === '' && !hasChoices(next) ? null : next, match: null });
            const place = covers ? null : addressIn(projection.getState().journey, next.text);
            if (place !== null) onAddress(place);
          }}
        />
        <IconButton small icon="close" label={words.close} onClick={close} />
      </div>
      <FilterMenus />
      <div className={styles.position}>
        <p role="status" className={styles.count}>
          {!isLooking
            ? ''
            : hits.length === 0
              ? words.nothing
              : current < 0
                ? words.found(hits.length)
                : words.position(current + 1, hits.length)}
        </p>
        {hits.length > 0 && (
          <>
            <IconButton
              small
              icon="chevron-up"
              label={words.previous}
              keys="Shift+F3"
              onClick={() => go(-1)}
            />
            <IconButton small icon="chevron-down" label={words.next} keys="F3" onClick={() => go(1)} />
          </>
        )}
      </div>
      {!isLooking && <Places onGo={onGo} />}
      {hits.length > 0 && (
        <ul className={styles.hits}>
          {hits.slice(Math.max(0, current - mostShown + 1), Math.max(mostShown, current + 1)).map((hit) => (
            <li key={hit.id}>
              <button
                type="button"
                className={classes(styles.hit, hit === hits[current] && styles.current)}
                aria-current={hit === hits[current] || undefined}
                onClick={() => go(hit)}
              >
                <span className={styles.address}>{hit.address}</span>
                <span className={styles.text}>{hit.text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
