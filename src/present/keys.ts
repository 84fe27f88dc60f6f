/**
 * What a key does while a map is presented: turn pages (ui/turnKeys.ts), go to a stage by its letter, full screen, a
 * black screen, or the help that tells these keys. Letters are addresses of stages wherever Touchline is spoken of, so F and B are stages too; the full
 * screen is Shift+F, and the black screen the full stop that every clicker sends for it. Esc is the dialog's own.
 *
 * Null: nothing, and the key stays the browser's.
 */
import { matchesShortcut, type Platform } from '../canvas/shortcuts.ts';
import { isComposing } from '../ui/composing.ts';
import { turnOfKey, type PageTurn } from '../ui/turnKeys.ts';

export const fullScreenKey = 'Shift+F';
export const blackKey = '.';
/** As on the map. */
const helpKey = '?';

export type PresentKey =
  | { readonly kind: 'turn'; readonly turn: PageTurn }
  | { readonly kind: 'stage'; readonly letter: string }
  | { readonly kind: 'full-screen' }
  | { readonly kind: 'black' }
  | { readonly kind: 'help' };

export interface KeyNeeds {
  readonly platform: Platform;
  /** Whether keys that type a character by themselves are shortcuts (U8). */
  readonly letterKeys: boolean;
  /** The letters of the stages there are. */
  readonly letters: readonly string[];
}

export function presentKey(
  event: KeyboardEvent,
  { platform, letterKeys, letters }: KeyNeeds,
): PresentKey | null {
  const turn = turnOfKey(event);
  if (turn) return { kind: 'turn', turn };
  if (!letterKeys || event.defaultPrevented || isComposing(event)) return null;
  const is = (shortcut: string): boolean => matchesShortcut(event, shortcut, platform);
  if (is(fullScreenKey)) return { kind: 'full-screen' };
  if (is(blackKey)) return { kind: 'black' };
  if (is(helpKey)) return { kind: 'help' };
  const letter = letters.find((one) => one.length === 1 && is(one));
  return letter === undefined ? null : { kind: 'stage', letter };
}
