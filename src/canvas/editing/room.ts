/**
 * The map with the room a drop needs: the lanes that would get another row are taller, everything below them has moved
 * down, links and curves follow. Made anew only when the lanes' heights change, not with every movement.
 */
import type { MapLayout } from '../../layout/mapLayout.ts';
import { stretchLayout } from '../../layout/stretch.ts';
import type { MapSession } from '../../state/mapSession.ts';

/** Makes a function that gives the map with taller lanes (heights by lane id), or null when none grows. */
export function createRoom({
  projection,
}: MapSession): (grown: ReadonlyMap<string, number>) => MapLayout | null {
  let key = '';
  let from: MapLayout | null = null;
  let room: MapLayout | null = null;
  return (grown) => {
    const { journey, layout } = projection.getState();
    const wanted = [...grown].join(' ');
    if (wanted === key && layout === from) return room;
    [key, from] = [wanted, layout];
    room = grown.size === 0 ? null : stretchLayout(layout, grown, journey.elements);
    return room;
  };
}
