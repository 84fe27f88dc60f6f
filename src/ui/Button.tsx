/**
 * A button with words. `main` is filled with ink (one a screen), `second` has a line, `text` is bare,
 * `signal` confirms what cannot be taken back. 34 px high, 44 under a finger.
 */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'main' | 'second' | 'text' | 'signal' | undefined;
  readonly icon?: IconName | undefined;
  /** 32 px high, for rows. */
  readonly small?: boolean | undefined;
  /** Underlined words in a row of text (look-more.md, "Link row"). */
  readonly underlined?: boolean | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function Button({
  kind = 'second',
  icon,
  small,
  underlined,
  children,
  className,
  ref,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      ref={ref}
      className={classes(
        styles.button,
        styles[kind],
        small && styles.small,
        underlined && styles.underlined,
        className,
      )}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
