/** How a wide page shows a map when it is opened: what stands around the map, in px, and the zoom it begins with. */
import type { Box } from './scene.ts';

export const openingZoom = 0.8;
/**
 * Of the frozen heads (MapCanvas.module.css). Below `letterOnlyPx` a stage shows its letter alone; its goal needs more
 * room than its name.
 */
export const headSize = { laneWidth: 146, stageHeight: 68, letterOnlyPx: 90, goalPx: 170 } as const;

/**
 * Where links are drawn before the map is live, when nothing moves the camera yet: to find ways for thousands of links
 * takes longer than all the rest. So far around the window, map units, that the ones in view go as they will go on.
 */
export function nearWindow(
  { x, y, zoom }: { readonly x: number; readonly y: number; readonly zoom: number },
  window: { readonly width: number; readonly height: number },
): Box {
  const around = 400;
  return {
    x: -x / zoom - around,
    y: -y / zoom - around,
    width: window.width / zoom + 2 * around,
    height: window.height / zoom + 2 * around,
  };
}
