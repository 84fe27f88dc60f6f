/**
 * The map with the room a drop needs: the lanes that would get another row are taller, everything below them has moved
 * down, links and curves follow. Made anew only when the lanes' heights change, not with every movement.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import { stretchLayout, type StretchedLayout } from '../../layout/stretch.ts';
import type { MapSession } from '../../state/mapSession.ts';

/** Makes a function that gives the map with taller lanes (heights by lane id), or null when none grows. */
export function createRoom({
  projection,
}: MapSession): (grown: ReadonlyMap<string, number>) => StretchedLayout | null {
  const rooms = new Map<string, StretchedLayout>();
  let from: MapLayout | null = null;
  return (grown) => {
    if (grown.size === 0) return null;
    const { journey, layout } = projection.getState();
    if (layout !== from) rooms.clear();
    from = layout;
    const key = [...grown].join(' ');
    // A drag comes by the same places again and again.
    const room = rooms.get(key) ?? stretchLayout(layout, grown, journey.elements);
    rooms.set(key, room);
    return room;
  };
}
