/**
 * The map with the room a drop needs: the lanes that would get another row are taller, everything below them has moved
 * down, links and curves follow. Laid out again only when the lanes' heights change, not with every movement.
 */
import { layoutOptionsFor } from '../../layout/defaultOptions.ts';
import { layoutMap } from '../../layout/layoutMap.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { today } from '../detail.ts';

/** Makes a function that gives the map with taller lanes (heights by lane id), or null when none grows. */
export function createRoom({
  projection,
  screen,
}: MapSession): (grown: ReadonlyMap<string, number>) => MapLayout | null {
  let key = '';
  let from: MapLayout | null = null;
  let room: MapLayout | null = null;
  return (grown) => {
    const { journey, layout } = projection.getState();
    const wanted = [...grown].join(' ');
    if (wanted === key && layout === from) return room;
    [key, from] = [wanted, layout];
    // Lanes that keep their height stay the same objects, which spares their layout.
    const lanes = journey.lanes.map((lane) => {
      const height = grown.get(lane.id);
      return height === undefined ? lane : { ...lane, height };
    });
    const { hiddenLanes, hiddenCurves } = screen.getState();
    const options = { ...layoutOptionsFor(journey), hiddenLanes, hiddenCurves, today: today() };
    room = grown.size === 0 ? null : layoutMap({ ...journey, lanes }, options, layout);
    return room;
  };
}
