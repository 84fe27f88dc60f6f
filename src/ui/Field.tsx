/**
 * A labelled row of a form: label 86 wide in ink-2 beside the control, or above it when `stacked`.
 * Gives the control its id through a render function, so label and control belong together.
 */
import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly stacked?: boolean | undefined;
  /** A sentence under the control, e.g. why a value was not taken. */
  readonly hint?: string | undefined;
  readonly children: (control: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}

export function Field({ label, stacked, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div className={classes(styles.field, stacked && styles.stacked)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.control}>
        {children({ id, 'aria-describedby': hint ? `${id}-hint` : undefined })}
        {hint && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
