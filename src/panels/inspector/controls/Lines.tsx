/** A list of short texts: each a line of its own, an empty line at the end to add one; an emptied line is taken out. */
import { useId } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useInspector } from '../inspectorContext.ts';
import { textsOf, various } from '../target.ts';
import styles from './controls.module.css';

export interface LinesProps {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (lines: readonly string[]) => void;
}

export function Lines({ label, value, onChange }: LinesProps) {
  const { words } = useInspector();
  const base = useId();
  const lines = textsOf(value);
  const put = (index: number, text: string): void => {
    const next = lines.map((line, at) => (at === index ? text.trim() : line));
    onChange(next.filter((line) => line !== ''));
  };
  return (
    <div role="group" aria-label={label} className={styles.lines}>
      {lines.map((line, index) => (
        <div key={`${base}${index}`} className={styles.line}>
          <TextField
            value={line}
            aria-label={`${label} ${index + 1}`}
            onCommit={(text) => put(index, text)}
          />
          <IconButton small icon="close" label={words.removeOf(line)} onClick={() => put(index, '')} />
        </div>
      ))}
      <TextField
        key={`${base}new${lines.length}`}
        value=""
        aria-label={words.addTo(label)}
        placeholder={value === various ? words.various : words.add}
        onCommit={(text) => {
          if (text.trim() !== '') onChange([...lines, text.trim()]);
        }}
      />
    </div>
  );
}
