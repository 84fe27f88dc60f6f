/**
 * Whether a key belongs to an input method (Chinese, Japanese, Korean) and must not be taken for a command.
 * Some browsers send the confirming Enter after the composition has ended and mark it only with keyCode 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
