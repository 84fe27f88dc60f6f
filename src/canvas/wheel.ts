/**
 * The wheel on the canvas (U13). Over the pane React Flow pans, and zooms with Ctrl or Cmd and by pinch; the heads are
 * no part of the pane and do the same here. With the setting for a mouse the plain wheel zooms at the pointer, on pane
 * and heads alike, before React Flow sees it; with Shift it still goes sideways. The page itself never zooms.
 */
import type { MapSession } from '../state/mapSession.ts';
import { canvasCamera } from './camera.ts';

/** Zoom levels doubled a pixel of wheel: a notch of 100 px is a factor of 1.15. */
const mouseStep = 0.002;
const pinchStep = 0.01;
/** What a line or a page of `deltaMode` is in px. */
const linePx = 16;
const pagePx = 400;

/** Gives back its undoing. */
export function listenToWheel(frame: HTMLElement, pane: HTMLElement, { screen }: MapSession): () => void {
  const handleWheel = (event: WheelEvent): void => {
    const pinched = event.ctrlKey || event.metaKey;
    const zooms = pinched || (screen.getState().wheel === 'zoom' && !event.shiftKey);
    const onPane = event.target instanceof Node && pane.contains(event.target);
    if (onPane && (pinched || !zooms)) return;
    event.preventDefault();
    event.stopPropagation();
    const unit = event.deltaMode === 1 ? linePx : event.deltaMode === 2 ? pagePx : 1;
    const dx = event.deltaX * unit;
    const dy = event.deltaY * unit;
    if (zooms) {
      const factor = 2 ** (-dy * (pinched ? pinchStep : mouseStep));
      canvasCamera.zoomAt({ x: event.clientX, y: event.clientY }, canvasCamera.view().zoom * factor);
    } else canvasCamera.panBy(-(event.shiftKey ? dy : dx), -(event.shiftKey ? 0 : dy));
  };
  frame.addEventListener('wheel', handleWheel, { passive: false, capture: true });
  return () => frame.removeEventListener('wheel', handleWheel, { capture: true });
}
