/**
 * The picture that a session leaves on the canvas of the underlay: the one that comes after it, as the live one after that of
 * the first picture, goes on with it where it would show the same.
 */
import type { ScreenState } from '../state/screen.ts';
import type { Drawn } from './drawnPicture.ts';
import type { UnderlaySheet } from './underlaySheet.ts';
import type { ShownLayout } from './underlayScene.ts';

export interface LeftPicture {
  readonly sheet: UnderlaySheet;
  readonly drawn: Drawn;
  readonly layout: ShownLayout;
  readonly look: readonly unknown[];
}
const left = new WeakMap<HTMLCanvasElement, LeftPicture>();

export function leavePicture(canvas: HTMLCanvasElement, picture: LeftPicture): void {
  left.set(canvas, picture);
}

/** What was left, once. */
export function takePicture(canvas: HTMLCanvasElement): LeftPicture | undefined {
  const picture = left.get(canvas);
  left.delete(canvas);
  return picture;
}

/** What all of a picture is drawn anew for, besides camera and map. */
export function lookOf({ theme, hiddenCurves, lead, ribbons, dimming }: ScreenState): readonly unknown[] {
  return [theme, hiddenCurves, lead, ribbons, dimming];
}

/** Else there is more or less desk around the map, which nothing on the map tells of. */
export function isSameSize(a: ShownLayout, b: ShownLayout): boolean {
  return a.width === b.width && a.height === b.height;
}
