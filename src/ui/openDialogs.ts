/**
 * The modal dialogs that are open, the topmost last. Whatever lies outside the topmost one can be neither reached nor,
 * being behind it, read: messages of the page therefore show inside it (Toast.tsx).
 */
let open: readonly HTMLElement[] = [];
const listeners = new Set<() => void>();

/** Called when a dialog opens; gives back what is called when it closes. */
export function dialogOpened(dialog: HTMLElement): () => void {
  change([...open, dialog]);
  return () => change(open.filter((other) => other !== dialog));
}

export function topDialog(): HTMLElement | null {
  return open.at(-1) ?? null;
}

/** Hears when dialogs open and close; gives back its undoing. */
export function watchDialogs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly HTMLElement[]): void {
  open = next;
  for (const listener of listeners) listener();
}
