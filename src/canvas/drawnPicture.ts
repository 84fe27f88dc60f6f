/**
 * A picture of the map on its canvas: the camera it was drawn for, and where it lies for the one of now. Pure; device
 * pixels, all moved by whole ones.
 */
import type { Box, Point } from '../layout/scene.ts';
import type { CameraPlace, CameraView } from './camera.ts';

/** A picture as it was drawn: the camera it was drawn for, and what has become of it since, device px. */
export interface Drawn {
  readonly view: CameraView;
  readonly ratio: number;
  /** How far the camera has moved it. */
  readonly moved: Point;
  /** How much of that it was moved on the canvas; the canvas itself lies the rest of the way from its place. */
  readonly copied: Point;
  /** The part of the canvas that shows the map as it is. */
  readonly valid: Box;
}

/** The canvas: the pane in device px and as much on every side. */
export interface Sheet {
  readonly pane: { readonly width: number; readonly height: number };
  readonly margin: number;
}

/** Where a picture lies that was just drawn. */
export const unmoved: Pick<Drawn, 'moved' | 'copied'> = { moved: { x: 0, y: 0 }, copied: { x: 0, y: 0 } };

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

/** How far the canvas lies from its place. */
export function wayOf({ moved, copied }: Pick<Drawn, 'moved' | 'copied'>): Point {
  return { x: moved.x - copied.x, y: moved.y - copied.y };
}

/** What of the canvas lies in the pane. */
export function paneOn({ pane, margin }: Sheet, drawn: Pick<Drawn, 'moved' | 'copied'>): Box {
  const way = wayOf(drawn);
  return { ...pane, x: margin - way.x, y: margin - way.y };
}

/** Whether it lies there already. */
export function isMovedTo({ moved }: Drawn, { x, y }: Point): boolean {
  return moved.x === x && moved.y === y;
}
