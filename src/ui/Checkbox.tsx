/** A box to tick, with its words. `checked: null` = mixed (several records differ). */
import { useEffect, useRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Checkbox.module.css';

export interface CheckboxProps {
  readonly checked: boolean | null;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
  readonly testId?: string | undefined;
}

export function Checkbox({ checked, onChange, children, disabled, className, testId }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === null;
  }, [checked]);
  return (
    <label className={classes(styles.row, className)}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        checked={checked ?? false}
        disabled={disabled}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
