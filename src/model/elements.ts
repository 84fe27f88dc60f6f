/**
 * Free elements (notes, texts, images, frames): where they may lie and what lies in a frame.
 *
 * They lie **beside** the grid, never on it: what lies on the grid has a stage and a lane, and a note that is put there
 * becomes such a record. A place is measured from the edge of the grid that is nearest to it (`below`: from its lower
 * left corner; `right`: from its upper right one), so that stages and lanes may be added, resized, folded or reordered
 * without ever growing over the notes, and the notes of one side keep their arrangement.
 *
 * A frame holds by geometry: what has its middle inside it on the same side. A stored membership could contradict what
 * everybody sees, would have to be repaired after every merge, and would say nothing that the drawing does not say.
 */
import type { ElementPlace, FreeElement } from './journeyMap.ts';
import { ELEMENT_DISTANCE } from './limits.ts';

/** Ids of what lies in a frame, other frames with what lies in them included. */
export function heldBy(elements: readonly FreeElement[], frameId: string): ReadonlySet<string> {
  const frame = elements.find(({ id, kind }) => id === frameId && kind === 'frame');
  if (!frame) return new Set();
  return new Set(elements.filter((element) => holds(frame, element)).map(({ id }) => id));
}

/** These ids and what the frames among them hold, in the order of drawing. */
export function withContents(elements: readonly FreeElement[], ids: Iterable<string>): readonly string[] {
  const all = new Set(ids);
  // What is added while it goes on is looked at too.
  for (const id of all) for (const held of heldBy(elements, id)) all.add(held);
  return elements.flatMap(({ id }) => (all.has(id) ? [id] : []));
}

function holds(frame: FreeElement, element: FreeElement): boolean {
  if (frame.id === element.id || frame.side !== element.side) return false;
  // Two frames never hold each other: the smaller lies in the larger.
  if (element.width * element.height >= frame.width * frame.height) return false;
  const x = element.x + element.width / 2;
  const y = element.y + element.height / 2;
  return x >= frame.x && x <= frame.x + frame.width && y >= frame.y && y <= frame.y + frame.height;
}

/** All moved alike, as far as none of them would leave its side. */
export function shiftedElements<T extends ElementPlace>(
  elements: readonly T[],
  dx: number,
  dy: number,
): readonly T[] {
  const x = insideBy(
    elements.map((element) => element.x),
    dx,
  );
  const y = insideBy(
    elements.map((element) => element.y),
    dy,
  );
  return x === 0 && y === 0
    ? elements
    : elements.map((element) => ({ ...element, x: element.x + x, y: element.y + y }));
}

function insideBy(distances: readonly number[], by: number): number {
  if (distances.length === 0) return 0;
  const least = ELEMENT_DISTANCE.min - Math.min(...distances);
  const most = ELEMENT_DISTANCE.max - Math.max(...distances);
  return Math.round(Math.min(most, Math.max(least, by)));
}
