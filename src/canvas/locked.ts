/** What is locked on the map (U31). */
import type { Projection } from '../state/mapSession.ts';

/** Whether a card, note or free element is locked; false for all that cannot be. */
export function isLocked(projection: Projection, id: string): boolean {
  const record =
    projection.find('touchpoints', id) ??
    projection.find('insights', id) ??
    projection.find('opportunities', id) ??
    projection.find('actions', id) ??
    projection.find('elements', id);
  return record?.locked === true;
}
