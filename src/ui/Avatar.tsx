/**
 * A person or persona as a disc with initials. The initials are drawn by CSS: they are a picture of the name, and no
 * second name for whoever listens. Colours come from outside: a CSS colour for the ground, paper for the text.
 */
import { classes } from './classes.ts';
import styles from './Avatar.module.css';

export interface AvatarProps {
  readonly name: string;
  /** A CSS colour of the ground. */
  readonly colour: string;
  /** px, 27 in bars. */
  readonly size?: number | undefined;
  /** Shown instead of the initials ("You", "+3"). */
  readonly text?: string | undefined;
  /** A CSS colour of the text; the page's paper when not given. */
  readonly ink?: string | undefined;
  /** Away for a minute: outlined instead of filled. */
  readonly idle?: boolean | undefined;
  readonly title?: string | undefined;
}

export function Avatar({ name, colour, size = 27, text, ink, idle, title }: AvatarProps) {
  return (
    <span
      role="img"
      aria-label={title ?? name}
      title={title ?? name}
      className={classes(styles.avatar, idle && styles.idle)}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.4,
        [idle ? 'color' : 'background']: colour,
        ...(ink && !idle ? { color: ink } : {}),
      }}
      data-text={text ?? initials(name)}
    />
  );
}

/** Up to two letters of a Latin name ("Marek Kowalski" → "MK", "Jonas" → "JO"), one character of a Chinese one. */
export function initials(name: string): string {
  const graphemes = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  const first = graphemes[0];
  if (first === undefined) return '?';
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(first)) return first;
  const words = name
    .trim()
    .split(/[\s·,.]+/u)
    .filter(Boolean);
  const second = words[1]?.match(/^\p{L}/u)?.[0] ?? (/^\p{L}$/u.test(graphemes[1] ?? '') ? graphemes[1] : '');
  return (first + (second ?? '')).toLocaleUpperCase();
}
