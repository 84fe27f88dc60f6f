/**
 * The window: which touchpoints and cells are mounted as React Flow nodes. Only what lies in the view and 20 % around
 * it, and whatever must not vanish under somebody's hands (edited, focused, dragged, selected). From afar, where that
 * would be very many, nothing is mounted but those: the underlay draws all cards.
 *
 * In: layout, the view in map units and how much cards tell there, ids to keep (the most important first). Out: ids, touchpoints in the model's
 * sequence, then cells, then free elements in the order of drawing; never more than `mostMounted`.
 * It runs when the camera rests and when something else is kept, as at the beginning of a drag: it looks only at the
 * cards around the view.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, Detail } from '../layout/scene.ts';
import { boxesMeet, contains, widened } from './boxes.ts';
import { cardsIn } from './cardIndex.ts';

export const marginShare = 0.2;
/**
 * More than these around the view, and the cards are drawn only: every mounted one costs each frame of a gesture something.
 * Near, where cards tell all that they hold, a large screen full of them stays mounted.
 */
export const mostInWindow: Readonly<Record<Detail, number>> = { full: 220, titles: 120, blocks: 120 };
/** With what is kept. */
export const mostMounted = 320;

export function chooseWindow(
  layout: Pick<MapLayout, 'sequence' | 'cards' | 'cells' | 'elements'>,
  view: Box,
  detail: Detail,
  keep: ReadonlySet<string>,
): string[] {
  const window = widened(view, marginShare);
  const near = cardsIn(layout, window);
  for (const [id, box] of layout.cells) if (boxesMeet(box, window)) near.push(id);
  for (const [id, box] of layout.elements) if (boxesMeet(box, window)) near.push(id);
  const mounted = new Set(near.length > mostInWindow[detail] ? [] : near);
  for (const id of keep) {
    if (mounted.size >= mostMounted) break;
    mounted.add(id);
  }
  const places = placesIn(layout.sequence);
  const cards = [...mounted].flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ id, place }];
  });
  return [
    ...cards.toSorted((a, b) => a.place - b.place).map(({ id }) => id),
    ...[...layout.cells.keys(), ...layout.elements.keys()].filter((id) => mounted.has(id)),
  ];
}

const placesOf = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** How far along the sequence each touchpoint comes. */
function placesIn(sequence: readonly string[]): ReadonlyMap<string, number> {
  const known = placesOf.get(sequence) ?? new Map(sequence.map((id, place) => [id, place]));
  placesOf.set(sequence, known);
  return known;
}

/** Whether a window chosen for one view still covers another, so that nothing has to be mounted. */
export function stillCovers(chosenFor: Box, view: Box): boolean {
  const near = view.width <= chosenFor.width && view.width * 2 >= chosenFor.width;
  return near && contains(widened(chosenFor, marginShare / 2), view);
}
