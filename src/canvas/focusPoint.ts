/**
 * The keyboard's way to the points of the emotion curve: they take the focus without being stops of the Tab key, so that
 * the canvas is one (U7).
 */

/** Everyone's point of a touchpoint comes last in the document, as it lies on top. */
function pointOf(id: string): HTMLElement | null {
  const points = document.querySelectorAll<HTMLElement>(
    `[data-hit="emotion-point"][data-ids~="${CSS.escape(id)}"]`,
  );
  return points.item(points.length - 1);
}

/** Whether a touchpoint has a point near the view. */
export function hasPoint(id: string): boolean {
  return id !== '' && pointOf(id) !== null;
}

export function focusPoint(id: string): void {
  pointOf(id)?.focus();
}

/** The touchpoint whose point has the focus. */
export function focusedPoint(): string | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.dataset['hit'] === 'emotion-point'
    ? (activeElement.dataset['id'] ?? null)
    : null;
}
