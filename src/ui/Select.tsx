/** A choice from a list: the browser's own `<select>`, drawn as a field. */
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './control.module.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps<V extends string> {
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly large?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly className?: string | undefined;
  readonly testId?: string | undefined;
}

export function Select<V extends string>({
  value,
  choices,
  onChange,
  large,
  className,
  testId,
  ...rest
}: SelectProps<V>) {
  return (
    <span className={classes(styles.selectBox, className)}>
      <select
        {...rest}
        data-testid={testId}
        className={classes(styles.control, large && styles.large)}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={14} />
    </span>
  );
}
