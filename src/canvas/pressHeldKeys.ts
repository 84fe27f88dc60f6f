/**
 * Presses the keys that were held before the canvas could answer (heldKeys.ts), each when what the one before did is
 * there: after N the letters go into the title that it opened.
 */
import { takeHeldKeys } from './heldKeys.ts';
import { isEditable } from './keyGuard.ts';
import { producesText } from './shortcuts.ts';

/** To be called once everything that answers keys listens. */
export async function pressHeldKeys(): Promise<void> {
  for (const { key, code, shiftKey, ctrlKey, metaKey } of takeHeldKeys()) {
    const target = document.activeElement ?? document.body;
    const again = new KeyboardEvent('keydown', {
      key,
      code,
      shiftKey,
      ctrlKey,
      metaKey,
      bubbles: true,
      cancelable: true,
    });
    // A key that is pressed by a script types nothing by itself; a text that has been opened meanwhile takes it.
    const isFree = target.dispatchEvent(again);
    const open = document.activeElement;
    if (isFree && open && isEditable(open) && !ctrlKey && !metaKey) {
      if (producesText(key)) document.execCommand('insertText', false, key);
      else if (key === 'Backspace') document.execCommand('delete');
    }
    // oxlint-disable-next-line no-await-in-loop -- in turn
    await drawn();
  }
}

/** What a key changed is on the page: React draws it in a microtask of its own. */
function drawn(): Promise<void> {
  return new Promise((done) => {
    queueMicrotask(() => queueMicrotask(done));
  });
}
