/** Around one field of one record: tells others that I am in it, and shows who else is, by name and colour, as the Table's cells do. */
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { useMapSession } from '../../../state/mapSession.ts';
import { peopleInk } from '../../../theme/inks.ts';
import type { Target } from '../target.ts';
import styles from './controls.module.css';

export interface SharedFieldProps {
  readonly target: Target;
  readonly field: string;
  readonly children: ReactNode;
}

export function SharedField({ target, field, children }: SharedFieldProps) {
  const { presence } = useMapSession();
  // Several records, the map itself and objects inside a record have no one id.
  const id = /^[^/]+\/([^/,]+)$/.exec(target.key)?.[1];
  const isIn = useRef(false);
  const place = useSyncExternalStore(presence.subscribe, () => {
    const other = presence.others().find(({ editing }) => editing?.id === id && editing?.field === field);
    return other && id !== undefined ? `${peopleInk(other.colour)} ${other.name}` : null;
  });
  const say = (isHere: boolean): void => {
    if (id === undefined || isIn.current === isHere) return;
    isIn.current = isHere;
    presence.set({ editing: isHere ? { id, field } : null });
  };
  // A field that is taken away is left, though nothing says so.
  useEffect(
    () => () => {
      if (isIn.current) presence.set({ editing: null });
      isIn.current = false;
    },
    [presence, id, field],
  );
  const [ink = '', ...name] = place?.split(' ') ?? [];
  return (
    <div
      data-field={field}
      className={styles.shared}
      style={place === null ? undefined : { boxShadow: `0 0 0 2px var(--${ink})` }}
      onFocus={() => say(true)}
      onBlur={() => say(false)}
    >
      {children}
      {place !== null && (
        <span className={styles.writer} style={{ background: `var(--${ink})` }} data-testid="field-writer">
          {name.join(' ')}
        </span>
      )}
    </div>
  );
}
