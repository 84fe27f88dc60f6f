/**
 * The canvas of the underlay as an element: in pixels of the device, larger than the pane on every side, and moved as one
 * layer, without anything being painted.
 */
import type { Box, Point } from '../layout/scene.ts';
import type { CameraView } from './camera.ts';
import { putWithCamera } from './putWithCamera.ts';
import { paneOn, unmoved, wayOf, type Drawn, type Sheet } from './drawnPicture.ts';

/**
 * A few frames of a quick pan, and two turns of a wheel out. All of the canvas is handed to the screen with every frame: more
 * would cost more than it saves.
 */
const marginPx = 144;

export interface UnderlaySheet {
  size(): Sheet;
  /** All of the canvas, in its own pixels. */
  whole(): Box;
  /** Has a context of it, or of another canvas of its size, count in map units, as the camera looks at them. */
  inMapUnits(context: CanvasRenderingContext2D, camera: CameraView, at?: Place): void;
  /** The place in the map that a part of it, in its own pixels, shows. */
  placeOf(part: Box, camera: CameraView, at?: Place): Box;
  /** Gives the canvas the size for a pane, which empties it when that is another. */
  fit(pane: Pick<CameraView, 'width' | 'height'>, ratio: number): void;
  /** Puts it to where its picture belongs. */
  put(drawn: Place): void;
}

export type Place = Pick<Drawn, 'moved' | 'copied'>;

export function createSheet(canvas: HTMLCanvasElement): UnderlaySheet {
  let size: Sheet = { pane: { width: 0, height: 0 }, margin: 0 };
  let ratio = 1;
  let at: Place = unmoved;
  const whole = (): Box => ({
    x: 0,
    y: 0,
    width: size.pane.width + 2 * size.margin,
    height: size.pane.height + 2 * size.margin,
  });
  /** Where the map's corner lies on it. */
  const cornerOf = ({ x, y }: CameraView, place: Place): Point => {
    const pane = paneOn(size, place);
    return { x: pane.x + x * ratio, y: pane.y + y * ratio };
  };
  return {
    size: () => size,
    whole,
    inMapUnits(context, camera, place = at) {
      const scale = camera.zoom * ratio;
      const { x, y } = cornerOf(camera, place);
      context.setTransform(scale, 0, 0, scale, x, y);
    },
    placeOf(part, camera, place = at) {
      const scale = camera.zoom * ratio;
      const { x, y } = cornerOf(camera, place);
      return {
        x: (part.x - x) / scale,
        y: (part.y - y) / scale,
        width: part.width / scale,
        height: part.height / scale,
      };
    },
    fit(pane, next) {
      const isSharper = next !== ratio;
      ratio = next;
      size = {
        pane: { width: Math.round(pane.width * ratio), height: Math.round(pane.height * ratio) },
        margin: Math.round(marginPx * ratio),
      };
      const { width, height } = whole();
      if (canvas.width === width && canvas.height === height && !isSharper) return;
      Object.assign(canvas, { width, height });
      const edge = `${-size.margin / ratio}px`;
      Object.assign(canvas.style, {
        left: edge,
        top: edge,
        width: `${width / ratio}px`,
        height: `${height / ratio}px`,
      });
    },
    put(drawn) {
      at = drawn;
      const way = wayOf(drawn);
      putWithCamera(canvas, way.x / ratio, way.y / ratio);
    },
  };
}
