/**
 * The keys that turn pages, as presentations everywhere have them: arrows, PageUp and PageDown (also what a clicker in the
 * hand sends), Space and Enter, Backspace, Home and End.
 *
 * Null: the key turns nothing. Whatever is pressed with Ctrl, Cmd or Alt is the browser's (Alt+Left goes back), a
 * button keeps its own Space and Enter, and a key of an input method is no key of ours.
 */
import { isComposing } from './composing.ts';

export type PageTurn = 'next' | 'previous' | 'first' | 'last';

const turns: Readonly<Record<string, PageTurn>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  'Shift+ ': 'previous',
  Home: 'first',
  End: 'last',
};

export function turnOfKey(event: KeyboardEvent): PageTurn | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  if (event.defaultPrevented || isComposing(event) || ctrlKey || metaKey || altKey) return null;
  if ((key === ' ' || key === 'Enter') && isPressable(target)) return null;
  return turns[shiftKey ? `Shift+${key}` : key] ?? null;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a[href], [role="button"], summary') !== null;
}
