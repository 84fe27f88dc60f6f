/**
 * What is typed between asking for the command palette and its being there. A real text box has the focus meanwhile, so
 * that input methods work; the palette goes on with its text, and with the keys that are no text (Enter, arrows).
 */
import type { ScreenStore } from '../state/screen.ts';
import { isComposing } from '../ui/composing.ts';
import { paletteWords } from '../words/palette.ts';

export interface TypedAhead {
  readonly text: string;
  /** Keys for the list, in order: Enter and the arrows. */
  readonly keys: readonly string[];
}

const nothing: TypedAhead = { text: '', keys: [] };
const forTheList: ReadonlySet<string> = new Set(['Enter', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

let end: (() => TypedAhead) | null = null;

/** Takes the focus and what is typed until the palette takes both, or is given up. */
export function typeAhead(screen: ScreenStore): void {
  takeTyped();
  const before = document.activeElement;
  const field = document.createElement('input');
  const keys: string[] = [];
  field.style.cssText = 'position: fixed; inset: 0 auto auto 0; opacity: 0; pointer-events: none';
  field.setAttribute('aria-label', paletteWords[screen.getState().language].title);
  field.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') screen.setState({ dialog: null });
    else if (forTheList.has(event.key)) keys.push(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // Given up: nothing of it stays.
  const stop = screen.subscribe(({ dialog }) => dialog !== 'palette' && takeTyped());
  end = () => {
    stop();
    const text = field.value;
    field.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    return { text, keys };
  };
  document.body.append(field);
  field.focus({ preventScroll: true });
}

/** What was typed until now; the focus is where it was before. */
export function takeTyped(): TypedAhead {
  const finish = end;
  end = null;
  return finish?.() ?? nothing;
}
