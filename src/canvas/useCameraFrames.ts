/** Follows the camera without React. */
import { useLayoutEffect } from 'react';
import { canvasCamera, type CameraView } from './camera.ts';

/** Calls `follow` now, on every movement of the camera and when it rests, and again whenever `follow` itself changes. */
export function useCameraFrames(follow: (view: CameraView) => void): void {
  useLayoutEffect(() => {
    follow(canvasCamera.view());
    const stops = [canvasCamera.subscribe(follow), canvasCamera.onRest(follow)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [follow]);
}
