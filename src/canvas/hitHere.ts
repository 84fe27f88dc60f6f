/** What lies under a pointer of the page, as the camera stands. */
import type { MapSession } from '../state/mapSession.ts';
import { canvasCamera } from './camera.ts';
import { detailAt } from './detail.ts';
import { hitAt, type Hit } from './hitTarget.ts';

/** A link is hit this near to its line. */
const linkReachPx = 7;

export function hitHere(
  { target, clientX, clientY }: Pick<MouseEvent, 'target' | 'clientX' | 'clientY'>,
  { projection }: Pick<MapSession, 'projection'>,
): Hit {
  const { zoom } = canvasCamera.view();
  return hitAt(
    target,
    canvasCamera.toMap({ x: clientX, y: clientY }),
    projection.getState().layout,
    // From afar no links are drawn.
    detailAt(zoom) === 'blocks' ? 0 : linkReachPx / Math.min(1, zoom),
  );
}
