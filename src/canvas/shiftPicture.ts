/**
 * How a picture of the map follows a camera that only pans: what is drawn already moves by whole pixels, and what is
 * drawn anew is the strips that come into view. Pure; device pixels.
 */
import type { Box, Point } from '../layout/scene.ts';
import type { CameraPlace, CameraView } from './camera.ts';

/** A picture as it was drawn: the camera it was drawn for, and how far it has moved since, device px. */
export interface Drawn {
  readonly view: CameraView;
  readonly ratio: number;
  readonly moved: Point;
}

/** Less of a pixel than this is none. */
const hairPx = 0.02;

/** How far the picture has to lie from where it was drawn; null when that is no whole pixel or the picture is another one. */
export function movedTo(drawn: Drawn, now: CameraView, ratio: number): Point | null {
  const { view } = drawn;
  if (view.zoom !== now.zoom || view.width !== now.width || view.height !== now.height) return null;
  if (drawn.ratio !== ratio) return null;
  const way = (from: keyof CameraPlace): number => (now[from] - view[from]) * ratio;
  const moved = { x: Math.round(way('x')), y: Math.round(way('y')) };
  return Math.abs(way('x') - moved.x) < hairPx && Math.abs(way('y') - moved.y) < hairPx ? moved : null;
}

/** The strips of a picture that nothing lies in once it has moved; it all, when it has moved out of view. */
export function stripsOf({ x, y }: Point, width: number, height: number): readonly Box[] {
  if (Math.abs(x) >= width || Math.abs(y) >= height) return [{ x: 0, y: 0, width, height }];
  const strips: Box[] = [];
  if (x !== 0) strips.push({ x: x > 0 ? 0 : width + x, y: 0, width: Math.abs(x), height });
  // The corner is in the other strip already.
  const left = Math.max(0, x);
  if (y !== 0)
    strips.push({
      x: left,
      y: y > 0 ? 0 : height + y,
      width: width - Math.abs(x),
      height: Math.abs(y),
    });
  return strips;
}
