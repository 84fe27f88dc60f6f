/** Any of a few: each value a chip that is on or off. */
import { Icon } from '../../../ui/Icon.tsx';
import { textsOf } from '../target.ts';
import styles from './controls.module.css';

export interface FlagsProps {
  readonly label: string;
  readonly value: unknown;
  readonly values: readonly string[];
  readonly words: { readonly [value: string]: string };
  readonly onChange: (values: readonly string[]) => void;
}

export function Flags({ label, value, values, words, onChange }: FlagsProps) {
  const on = textsOf(value);
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {values.map((one) => {
        const isOn = on.includes(one);
        return (
          <button
            key={one}
            type="button"
            aria-pressed={isOn}
            className={styles.chip}
            // Kept in the schema's order, so that the same choice is the same list.
            onClick={() => onChange(values.filter((other) => (other === one ? !isOn : on.includes(other))))}
          >
            {isOn && <Icon name="check" size={12} />}
            {words[one] ?? one}
          </button>
        );
      })}
    </div>
  );
}
