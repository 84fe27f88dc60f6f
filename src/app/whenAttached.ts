/** Waits for the canvas: another view may have been shown until now. */
import { canvasCamera } from '../canvas/camera.ts';
import { nextFrame } from '../state/frame.ts';

/** Runs as soon as a canvas can be moved; gives back its undoing. */
export function whenAttached(run: () => void): () => void {
  let stop: () => void = () => undefined;
  const look = (): void => {
    if (canvasCamera.isAttached()) run();
    else stop = nextFrame(look);
  };
  look();
  return () => stop();
}
