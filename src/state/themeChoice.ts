/** Which theme a person has chosen on this device; read before anything else, so that the page begins in it. */
import type { Theme } from '../theme/colours.ts';

export type ThemeChoice = 'system' | Theme;
export const themeKey = 'touchline:theme';

/** What is stored under `themeKey`; anything odd is the system's. */
export function themeChoiceOf(stored: string | null): ThemeChoice {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
