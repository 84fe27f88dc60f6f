/** The colours of a persona's portrait: their own, or the ink of their curve. */
import type { LineSign } from '../../theme/inks.ts';

/** A CSS colour. */
export function groundOf(own: string | null, sign: LineSign): string {
  return own ?? `var(--${sign.ink})`;
}

/** Text that can be read on a persona's own colour; the palette's inks take the page's paper. */
export function inkOn(own: string | null): string | undefined {
  const parts = /^#(..)(..)(..)$/.exec(own ?? '');
  if (!parts) return undefined;
  const [red, green, blue] = parts.slice(1).map((part) => (Number.parseInt(part, 16) / 255) ** 2.2) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? '#17212b' : '#ffffff';
}
