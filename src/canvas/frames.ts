/** Frames around what is drawn, in map units: the geometry of the marks above the cards. */
import type { Geometry } from '../layout/patchLayout.ts';
import type { Box } from '../layout/scene.ts';

/** Where a card, cell or free element is drawn; none for a link. */
export function drawnBox(
  layout: Pick<Geometry, 'cards' | 'cells' | 'elements'>,
  id: string,
): Box | undefined {
  return layout.cards.get(id) ?? layout.cells.get(id) ?? layout.elements.get(id);
}

/** Frames around boxes as one path. */
export function framesOf(boxes: readonly Box[], off: number): string {
  return boxes
    .map(
      ({ x, y, width, height }) =>
        `M${x - off} ${y - off}h${width + 2 * off}v${height + 2 * off}h${-width - 2 * off}z`,
    )
    .join('');
}

/** A box with some more on every side. */
export function grown(box: Box, by: number): { x: number; y: number; width: number; height: number } {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}
