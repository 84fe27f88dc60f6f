/**
 * How a picture of the map follows a camera that zooms: it is shown larger or smaller, which the browser does without
 * anything being painted, until another one has been drawn (sharpening.ts). That one is drawn for where the camera will be
 * by then, if it goes on as it does. Pure; device pixels.
 */
import { maxZoom, minZoom, type CameraView } from './camera.ts';
import type { Drawn, Sheet } from './drawnPicture.ts';

/** How the canvas is to be shown: so far from its place and, from its corner, so many times larger. */
export interface Scaled {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** A picture shown so many times larger is no likeness any more, and one so much smaller has letters of dust. */
const mostScale = 2.5;
/** Nor does anybody's hand go on so far as it began. */
const mostAhead = 2;
/** Less of a pixel is not bare. */
const hairPx = 0.5;

/** The way to a camera that looks from nearer or farther; null when the picture would be too coarse, or leave something bare. */
export function scaledTo(
  { view, ratio, copied, valid }: Drawn,
  now: CameraView,
  nowRatio: number,
  { pane, margin }: Sheet,
): Scaled | null {
  if (ratio !== nowRatio || view.width !== now.width || view.height !== now.height) return null;
  // The canvas is still that of a pane of another size.
  if (pane.width !== Math.round(now.width * ratio) || pane.height !== Math.round(now.height * ratio))
    return null;
  const scale = now.zoom / view.zoom;
  if (scale > mostScale || scale < 1 / mostScale) return null;
  // Where a place of the canvas comes to lie in the pane.
  const xOf = (x: number): number => now.x * ratio + (x - margin - view.x * ratio - copied.x) * scale;
  const yOf = (y: number): number => now.y * ratio + (y - margin - view.y * ratio - copied.y) * scale;
  const isCovered =
    xOf(valid.x) <= hairPx &&
    yOf(valid.y) <= hairPx &&
    xOf(valid.x + valid.width) >= pane.width - hairPx &&
    yOf(valid.y + valid.height) >= pane.height - hairPx;
  return isCovered ? { x: xOf(0) + margin, y: yOf(0) + margin, scale } : null;
}

/** Where the camera will be some frames from now, as it has moved from one frame to the next. */
export function viewAhead(before: CameraView, now: CameraView, frames: number): CameraView {
  const factor = now.zoom / before.zoom;
  const dx = now.x - before.x * factor;
  const dy = now.y - before.y * factor;
  let ahead = now;
  for (let frame = 0; frame < frames; frame += 1) {
    const zoom = ahead.zoom * factor;
    if (zoom > Math.min(maxZoom, now.zoom * mostAhead) || zoom < Math.max(minZoom, now.zoom / mostAhead))
      break;
    ahead = { ...now, zoom, x: ahead.x * factor + dx, y: ahead.y * factor + dy };
  }
  return ahead;
}
