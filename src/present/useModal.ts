/**
 * A `<dialog>` that is modal for as long as it is there: the focus goes in, to what is marked for it, and back to where it
 * was; messages of the page show inside it.
 */
import { useEffect, useRef, type RefObject } from 'react';
import { giveFocusBack } from '../ui/focusBack.ts';
import { dialogOpened } from '../ui/openDialogs.ts';

export function useModal(): RefObject<HTMLDialogElement | null> {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    const closed = dialogOpened(dialog);
    if (!dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    return () => {
      dialog.close();
      closed();
      giveFocusBack();
    };
  }, []);
  return element;
}
