/**
 * Keeps the home page's entry of an open map up to date: title, state, words to find it by, small picture. Written a
 * while after changes have come to rest and when the page is left, never during work; all reading, no writing to the map.
 */
import { canvasCamera } from '../canvas/camera.ts';
import { mapPicturePx } from '../panels/home/pictureSizes.ts';
import { rememberMap, rememberPicture, type DeviceMap } from '../state/deviceMaps.ts';
import { createQuiet } from '../state/frame.ts';
import type { Projection, ProjectionState } from '../state/mapSession.ts';

const restMs = 4000;
/** Enough words to find a map by, without filling the storage. */
const mostWords = 20_000;

export type Visit = Pick<DeviceMap, 'id' | 'role' | 'token' | 'generation' | 'openedAt'>;

/** Gives back its end, which writes what is still to write. */
export function rememberVisit(storage: Storage, visit: Visit, projection: Projection): () => void {
  let written: unknown = null;
  let draw: ((state: ProjectionState) => void) | null = null;
  let toDraw: ProjectionState | null = null;
  // Fetched now, so that leaving the page can still draw the picture. Offline before it ever came: no picture this time.
  import('../layout/thumbnail.ts')
    .then(({ layoutThumbnail }) => {
      draw = ({ journey, layout }) =>
        rememberPicture(
          storage,
          visit.id,
          layoutThumbnail(journey, layout, 'map', mapPicturePx.width, mapPicturePx.height),
        );
      if (toDraw) draw(toDraw);
    })
    .catch(() => undefined);

  const write = () => {
    const state = projection.getState();
    const { journey, layout, loaded } = state;
    if (!loaded || layout.stages.length !== journey.stages.length || journey === written) return;
    written = journey;
    const words = [
      ...journey.stages.map(({ name }) => name),
      ...journey.touchpoints.map(({ title }) => title),
    ].join('\n');
    rememberMap(storage, {
      ...visit,
      title: journey.map.title,
      state: journey.map.state,
      baseMapId: journey.map.baseMapId,
      words: words.slice(0, mostWords).toWellFormed(),
    });
    if (draw) draw(state);
    else toDraw = state;
  };
  // The picture takes longer than a frame has: not while somebody moves the map.
  const quiet = createQuiet(() => (canvasCamera.isMoving() ? quiet.wait() : write()), restMs);
  const now = () => {
    quiet.stop();
    write();
  };
  const unsubscribe = projection.subscribe(quiet.wait);
  addEventListener('pagehide', now);
  if (projection.getState().loaded) quiet.wait();
  return () => {
    unsubscribe();
    removeEventListener('pagehide', now);
    now();
  };
}
