/** What brings a picture to a camera that moves comes with the live map: before it nobody moves the camera. */
import type { createMoving } from './movingPicture.ts';

let create: typeof createMoving | null = null;

/** Given by the live map. */
export function giveMoving(given: typeof createMoving): void {
  create = given;
}

/** Null before the live map has come: then all is drawn for every other place. */
export function movingGiven(): typeof createMoving | null {
  return create;
}
