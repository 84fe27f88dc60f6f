/** A colour, or none. The browser's own picker; written once, when it is closed. */
import { useEffect, useRef } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useInspector } from '../inspectorContext.ts';
import styles from './controls.module.css';

export interface ColourProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (colour: string | null) => void;
}

/** What the picker starts from when there is no colour yet. */
const start = '#7d848b';

export function Colour({ id, label, value, onChange }: ColourProps) {
  const { words } = useInspector();
  const box = useRef<HTMLInputElement>(null);
  const colour = typeof value === 'string' ? value : null;
  const change = useRef(onChange);
  change.current = onChange;

  // React's onChange follows every movement in the picker; the browser's own `change` comes once, at the end.
  useEffect(() => {
    const input = box.current;
    if (!input) return;
    const handleChange = (): void => change.current(input.value);
    input.addEventListener('change', handleChange);
    return () => input.removeEventListener('change', handleChange);
  }, []);
  useEffect(() => {
    if (box.current) box.current.value = colour ?? start;
  }, [colour]);

  return (
    <span className={styles.colour}>
      <input
        ref={box}
        id={id}
        type="color"
        className={colour === null ? styles.noColour : styles.swatch}
        defaultValue={colour ?? start}
      />
      <span className={styles.quiet}>{colour ?? words.notSet}</span>
      {colour !== null && (
        <IconButton small icon="close" label={words.clearOf(label)} onClick={() => onChange(null)} />
      )}
    </span>
  );
}
