/**
 * Puts elements that go with the camera: while it pans by gliding (glide.ts), so that a frame of it neither lays out nor
 * paints anything nor has the browser put its layers together anew; else by their style. Whoever follows the camera puts
 * them again when it rests, which ends the gliding. What has left the view by then is put by nobody: it has to end all the
 * same, as an animation of what is not drawn waits for ever, and has the page begin another frame after each it shows.
 */
import { canvasCamera } from './camera.ts';
import { createGlide, type Glide } from './glide.ts';
import { writeStyle } from './writeStyle.ts';

const glides = new Map<HTMLElement, Glide>();

canvasCamera.onRest(() => {
  for (const glide of glides.values()) glide.end();
  glides.clear();
});

/** `x`, `y`: screen px from the element's own place. */
export function putWithCamera(element: HTMLElement, x: number, y: number): void {
  const gliding = glides.get(element);
  if (canvasCamera.isPanning() && typeof element.animate === 'function') {
    const glide = gliding ?? createGlide(element);
    if (!gliding) glides.set(element, glide);
    glide.to(x, y);
    return;
  }
  endGliding(element);
  writeStyle(element, 'transform', `translate(${x}px, ${y}px)`);
}

/** From now on what its style says counts. */
export function endGliding(element: HTMLElement): void {
  glides.get(element)?.end();
  glides.delete(element);
}
