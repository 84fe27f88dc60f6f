/**
 * Draws what a zoom out from here would show at the coarser details while there is nothing else to do: the first frame at a
 * detail would else wait for all that is in view then. A few cards at a time, and what lies below them (lanes, rules,
 * curves) at once, some 10 ms for thousands; when the camera has rested for a while, and no more until it has moved: what is
 * edited meanwhile is drawn when it is looked at. The drawings of 3,000 touchpoints take 2 MB. Gives back its undoing.
 */
import type { Box, Detail, SceneGroup } from '../layout/scene.ts';
import { createQuiet, whenSpare } from '../state/frame.ts';
import type { MapSession } from '../state/mapSession.ts';
import { boxesMeet } from './boxes.ts';
import { canvasCamera } from './camera.ts';
import { coarserThan, detailAt, itemsAt } from './detail.ts';

/** Longer than between two gestures that belong together, ms. */
const quietMs = 250;
/** Well within a frame, ms. */
const sliceMs = 4;

export function mountDrawAhead({
  projection,
  screen,
}: Pick<MapSession, 'projection' | 'screen'>): () => void {
  let stopSlice: (() => void) | null = null;

  const begin = (): void => {
    const steps = stepsAhead();
    const slice = (): void => {
      stopSlice = null;
      const until = performance.now() + sliceMs;
      while (performance.now() < until) if (steps.next().done) return;
      stopSlice = whenSpare(slice);
    };
    stopSlice = whenSpare(slice);
  };
  function* stepsAhead(): Generator<void, void, void> {
    for (const { detail, leastZoom } of coarserThan(detailAt(canvasCamera.view().zoom))) {
      const seen = seenAt(leastZoom);
      const { groups } = projection.getState().layout;
      itemsAt(detail, projection.getState(), screen.getState());
      yield;
      for (const group of groups) if (draws(group, detail, seen)) yield;
    }
  }
  const quiet = createQuiet(begin, quietMs);
  const stop = (): void => {
    quiet.stop();
    stopSlice?.();
    stopSlice = null;
  };
  const stops = [canvasCamera.subscribe(stop), canvasCamera.onRest(quiet.wait), stop];
  quiet.wait();
  return () => {
    for (const end of stops) end();
  };
}

/** Draws a thing that is seen; false when there was nothing to draw. */
function draws(group: SceneGroup, detail: Detail, seen: Box): boolean {
  if (!group.itemsAt || !boxesMeet(group.box, seen)) return false;
  return group.itemsAt(detail) !== null;
}

/** What the camera would show if it zoomed out around the middle of the pane, in map units. */
function seenAt(zoom: number): Box {
  const { x, y, width, height } = canvasCamera.visible();
  const wider = Math.max(1, canvasCamera.view().zoom / zoom);
  return {
    x: x - (width * (wider - 1)) / 2,
    y: y - (height * (wider - 1)) / 2,
    width: width * wider,
    height: height * wider,
  };
}
