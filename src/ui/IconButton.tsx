/**
 * A tool: 34 x 34 (44 under a finger), an icon and, when `word` is given, a word with its key
 * ("Touchpoint N"). `label` is what it is called; it is also the tooltip, with the key.
 */
import type { ButtonHTMLAttributes, Ref } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName;
  readonly label: string;
  /** Shown in the tooltip and told to screen readers: "Mod+Z" as this platform writes it. */
  readonly keys?: string | undefined;
  /** Shown beside the icon. */
  readonly word?: string | undefined;
  /** The current tool of a group: ink fill, paper icon. */
  readonly current?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton({
  icon,
  label,
  keys,
  word,
  current,
  small,
  className,
  ref,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      ref={ref}
      // A visible word is the name already; saying it twice lets the two drift apart.
      aria-label={word === label ? undefined : label}
      aria-pressed={current}
      aria-keyshortcuts={keys}
      title={keys ? `${label}  ${keys}` : label}
      className={classes(
        styles.tool,
        word && styles.worded,
        current && styles.current,
        small && styles.small,
        className,
      )}
      {...rest}
    >
      <Icon name={icon} size={small ? 16 : 18} />
      {word && <span className={styles.word}>{word}</span>}
      {word && keys && (
        <span className={styles.keys} aria-hidden="true">
          {keys}
        </span>
      )}
    </button>
  );
}
