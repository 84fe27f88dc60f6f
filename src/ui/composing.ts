/**
 * Whether a key belongs to an input method (Chinese, Japanese, Korean) and must not be taken for a command.
 * Some browsers send the confirming Enter after the composition has ended and mark it only with keyCode 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Browsers empty a search field at Escape, also when that Escape is an input method's own: then it must not. */
export function keepFromEmptying(event: Pick<KeyboardEvent, 'key' | 'preventDefault'>): void {
  if (event.key === 'Escape') event.preventDefault();
}
