/**
 * The one guard in front of every shortcut (U3): keys belong to the text box, dialog, menu or input method that is
 * in use, and only then to the map.
 */
import { isComposing } from '../ui/composing.ts';

/** Whether a key may be taken for a shortcut. */
export function mayBeShortcut(event: KeyboardEvent): boolean {
  const { target } = event;
  // A list to choose from and a slider have letters and arrows of their own, but nothing to undo or to copy.
  const isTheirs =
    event.ctrlKey || event.metaKey ? takesText(target) : target instanceof Element && isEditable(target);
  return !isTheirs && mayBeShortcutInText(event);
}

/** Whether what has the focus is a text: letters typed there are never taken by their place on the keyboard (U4). */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target instanceof HTMLSelectElement) return false;
  return isEditable(target) && !(target instanceof HTMLInputElement && target.type === 'range');
}

/** Whether a key may be taken for one of the few shortcuts that work while a text is being typed, too. */
export function mayBeShortcutInText(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return false;
  const { target } = event;
  if (
    target instanceof Element &&
    target.closest('dialog, [role="dialog"], [role="menu"], [role="listbox"], [role="alertdialog"]')
  )
    return false;
  return !isOverlayOpen();
}

/** Something that takes text or has keys of its own. */
export function isEditable(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !noText.has(element.type);
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  return (
    element instanceof HTMLElement &&
    (element.isContentEditable || element.closest('[contenteditable="true"]') !== null)
  );
}

/** A modal dialog or an open menu anywhere on the page: asked last, as it looks through all of it. */
function isOverlayOpen(): boolean {
  return document.querySelector('dialog[open], [role="menu"], [aria-modal="true"]') !== null;
}

const noText: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'file',
  'image',
]);
