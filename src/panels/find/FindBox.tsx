/**
 * Find in the map: a column at the right of the canvas. Typing lists stages, touchpoints and cells whose words match,
 * with their address; an address itself ("C2") goes there. Enter goes to the first (again: the next), Escape closes.
 */
import { useState } from 'react';
import { useProjection } from '../../state/mapSession.ts';
import { useWords } from '../../state/interfaceStore.ts';
import { classes } from '../../ui/classes.ts';
import { isComposing } from '../../ui/composing.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useFocusAtOnce } from '../../ui/useFocusAtOnce.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { appWords } from '../../words/app.ts';
import { topBarWords } from '../../words/topBar.ts';
import control from '../../ui/control.module.css';
import { findInMap } from './findInMap.ts';
import styles from './FindBox.module.css';

export interface FindBoxProps {
  /** Shows a record. */
  readonly onGo: (id: string) => void;
  /** Shows an address; false when there is none. */
  readonly onAddress: (address: string) => boolean;
  readonly onClose: () => void;
}

const mostShown = 50;

export function FindBox({ onGo, onAddress, onClose }: FindBoxProps) {
  const words = useWords(topBarWords);
  const { close } = useWords(appWords);
  const journey = useProjection((state) => state.journey);
  const layout = useProjection((state) => state.layout);
  const field = useFocusAtOnce<HTMLInputElement>();
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(-1);
  const hits = findInMap(journey, layout, text);

  const go = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setCurrent(index);
    onGo(hit.id);
  };
  const handleEnter = (backwards: boolean) => {
    if (hits.length === 0) onAddress(text);
    else go((current + (backwards ? -1 : 1) + hits.length) % hits.length);
  };
  return (
    <search
      className={styles.box}
      data-testid="find-box"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
          handleEnter(event.shiftKey);
      }}
    >
      <div className={styles.line}>
        <Icon name="find" />
        <input
          ref={field}
          type="search"
          className={control.control}
          aria-label={words.find}
          placeholder={words.findPlaceholder}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setCurrent(-1);
          }}
        />
        <IconButton small icon="close" label={close} onClick={onClose} />
      </div>
      <p role="status" className={styles.count}>
        {text.trim() === '' ? '' : hits.length > 0 ? words.found(hits.length) : words.nothingFound}
      </p>
      {hits.length > 0 && (
        <ul className={styles.hits}>
          {hits.slice(0, mostShown).map((hit, index) => (
            <li key={hit.id}>
              <button
                type="button"
                className={classes(styles.hit, index === current && styles.current)}
                aria-current={index === current || undefined}
                onClick={() => go(index)}
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
