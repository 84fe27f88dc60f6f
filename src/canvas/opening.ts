/** Where the camera stands when a map is opened: at its beginning, as a place and as the view of a pane. */
import { openingZoom } from '../layout/screenFrame.ts';
import type { CameraPlace } from './camera.ts';

/** On a phone a little smaller, so that a whole card and its neighbour are seen. */
const narrowPx = 640;

/** Whoever opens the map at another place says so here before it is drawn. */
export const opening: { -readonly [K in keyof CameraPlace]: CameraPlace[K] } = {
  x: 0,
  y: 0,
  zoom: typeof window !== 'undefined' && window.innerWidth < narrowPx ? 0.61 : openingZoom,
};
