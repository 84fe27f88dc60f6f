/**
 * Dragging near an edge of the view moves the view, at one steady speed (U22): the gesture goes on under the still
 * pointer. It begins when the pointer has come into the rim from inside, so that what is taken up there does not run away.
 */
import type { Point } from '../../layout/scene.ts';
import { canvasCamera } from '../camera.ts';
import type { Gesture } from '../pointer.ts';

/** Width of the rim, and px a second. */
export const rimPx = 44;
export const panSpeed = 600;
/** A frame that comes late moves no further than this many ms would. */
const longestFrameMs = 50;

/** The same gesture; the view follows it over the edge. `axis`: in this direction alone, as from the heads. */
export function panAtEdges(gesture: Gesture, axis?: 'x' | 'y'): Gesture {
  let last: PointerEvent | null = null;
  let frame = 0;
  let before = 0;
  let wasInside = false;

  const stop = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const step = (now: number): void => {
    const way = last && wayOver(last, axis);
    if (!last || !way || (way.x === 0 && way.y === 0)) {
      frame = 0;
      return;
    }
    const far = (panSpeed * Math.min(longestFrameMs, Math.max(0, now - before))) / 1000;
    before = now;
    canvasCamera.panBy(-way.x * far, -way.y * far);
    gesture.move(last);
    frame = requestAnimationFrame(step);
  };
  return {
    move(event) {
      last = event;
      // Before the gesture writes to the page: asking after it would have the page laid out twice a frame.
      const way = wayOver(event, axis);
      gesture.move(event);
      if (way.x === 0 && way.y === 0) wasInside = true;
      else if (wasInside && frame === 0) {
        before = performance.now();
        frame = requestAnimationFrame(step);
      }
    },
    end(event) {
      stop();
      gesture.end(event);
    },
    cancel() {
      stop();
      gesture.cancel();
    },
  };
}

/** −1, 0 or 1 in either direction: over which edges of the view a client point is on its way. */
function wayOver(
  event: { readonly clientX: number; readonly clientY: number },
  axis: 'x' | 'y' | undefined,
): Point {
  const { width, height } = canvasCamera.view();
  const seen = canvasCamera.visible();
  const corner = canvasCamera.toClient(seen);
  const along = (at: number, size: number): number => (at < rimPx ? -1 : at > size - rimPx ? 1 : 0);
  return {
    x: axis === 'y' ? 0 : along(event.clientX - corner.x, width),
    y: axis === 'x' ? 0 : along(event.clientY - corner.y, height),
  };
}
