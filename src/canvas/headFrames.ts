/**
 * How rows of heads follow the camera: all of a row moves at once, so that a pan lays out nothing. What is cut at the edge
 * of the view has its text fitted into the part that is seen, which has the browser lay out that head: at once when heads
 * change their size or the camera rests, and while it pans a few times a second.
 */
import { useCallback, useEffect, useRef } from 'react';
import { canvasCamera, type CameraView } from './camera.ts';
import { useCameraFrames } from './useCameraFrames.ts';

const fitMs = 100;

/** Calls `place` on every movement and at rest; `fits` says whether text is to be fitted. */
export function useHeadFrames(place: (view: CameraView, fits: boolean) => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const placed = useRef(place);
  useCameraFrames(
    useCallback(
      (view: CameraView) => {
        const fits = placed.current !== place || !canvasCamera.isPanning();
        placed.current = place;
        place(view, fits);
        if (fits) return;
        timer.current ??= setTimeout(() => {
          timer.current = undefined;
          placed.current(canvasCamera.view(), true);
        }, fitMs);
      },
      [place],
    ),
  );
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
