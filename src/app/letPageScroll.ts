/**
 * A map within another page does not catch whoever scrolls past it. The plain wheel, and one finger, move the map only
 * where there is more of it to see; all else is the page's around, as the browser hands on what nobody here takes. With
 * Ctrl or Cmd the wheel zooms, and two fingers do.
 */
import { canvasCamera } from '../canvas/camera.ts';
import type { Projection } from '../state/mapSession.ts';

/** What is seen of the map's end may be a hair off. */
const hairPx = 1;

/** `frame` is what the canvas stands in. Gives back its end. */
export function letPageScroll(frame: HTMLElement, projection: Projection): () => void {
  /** Whether there is more of the map, to the left and above (-1) or to the right and below (1). */
  const hasMore = (axis: 'x' | 'y', way: number): boolean => {
    const { zoom, width, height, ...at } = canvasCamera.view();
    const { extent } = projection.getState().layout;
    if (way < 0) return at[axis] < -hairPx;
    const end = axis === 'x' ? extent.width * zoom - width : extent.height * zoom - height;
    return at[axis] + end > hairPx;
  };
  const isStill = (): boolean => ![-1, 1].some((way) => hasMore('x', way) || hasMore('y', way));

  const handleWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const isAcross = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const way = isAcross && event.deltaX !== 0 ? event.deltaX : event.deltaY;
    if (!hasMore(isAcross ? 'x' : 'y', way)) event.stopPropagation();
  };
  const handleTouch = (event: TouchEvent): void => {
    if (event.touches.length === 1 && isStill()) event.stopPropagation();
  };
  const tell = (): void => {
    frame.dataset['still'] = String(isStill());
  };
  tell();
  const stopCamera = canvasCamera.onRest(tell);
  const stopLayout = projection.subscribe(({ layout }, before) => {
    if (layout.extent !== before.layout.extent) tell();
  });
  const listening = new AbortController();
  const options = { capture: true, passive: true, signal: listening.signal };
  frame.addEventListener('wheel', handleWheel, options);
  frame.addEventListener('touchstart', handleTouch, options);
  return () => {
    stopCamera();
    stopLayout();
    listening.abort();
  };
}
