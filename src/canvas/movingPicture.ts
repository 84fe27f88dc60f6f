/**
 * The picture of the underlay while the camera moves. In a pan the canvas is moved, and now and then drawn ahead on
 * (shiftPicture.ts); in a zoom the picture is shown larger or smaller than it is drawn (scalePicture.ts) until the next one is
 * ready (sharpening.ts), which is then brought over to the canvas that is shown. Where the picture ends in view, the next one
 * is drawn on at once. Who wants less motion sees nothing grow: all is drawn for every zoom.
 */
import type { Box } from '../layout/scene.ts';
import { boxesMeet } from './boxes.ts';
import { canvasCamera, stillByPreference, type CameraView } from './camera.ts';
import { isMovedTo, movedTo, unmoved, type Drawn } from './drawnPicture.ts';
import { grown } from './frames.ts';
import { endGliding } from './putWithCamera.ts';
import { scaledTo } from './scalePicture.ts';
import { createSharpening } from './sharpening.ts';
import { followTo, stripsOf, withoutAhead } from './shiftPicture.ts';
import type { Painter, Picture } from './underlayPainter.ts';
import { bleed, type ShownLayout, type UnderlayScene } from './underlayScene.ts';
import type { Place, UnderlaySheet } from './underlaySheet.ts';
import { writeStyle } from './writeStyle.ts';

export interface MovingPicture {
  /**
   * All is about to be drawn for where the camera looks now. Gives what of the canvas is to be drawn for it, when that is
   * more than what lies in the pane.
   */
  begin(): Box | null;
  /**
   * Brings the picture to where the camera looks now, and says whether something was drawn for it; null when all has to be,
   * as for a jump.
   */
  follow(): boolean | null;
  /** Whether the picture lies elsewhere than whole pixels could bring it, so that no part of it can be drawn anew. */
  isScaled(): boolean;
  /** What is drawn ahead of the camera shows the map as it was. */
  forgetAhead(): void;
  /** What is being drawn is of no use any more. */
  stop(): void;
}

/** What is on the canvas; null before the first picture. */
export interface Shown {
  drawn: Drawn | null;
  layout: ShownLayout | null;
}

/** The canvas that is shown. */
export interface ShownCanvas {
  readonly shown: Shown;
  readonly sheet: UnderlaySheet;
  readonly painter: Painter;
  readonly picture: () => Picture;
  readonly sceneAt: (view: CameraView, at?: Place) => UnderlayScene;
  /** Whether it is the map as it is. */
  readonly isNow: (layout: ShownLayout | null) => boolean;
  /** Fetches the images of a scene that a place shows. */
  readonly wantImages: (scene: UnderlayScene, place: Box) => void;
  readonly drawSoon: () => void;
}

export function createMoving({
  shown,
  sheet,
  painter,
  picture,
  sceneAt,
  isNow,
  wantImages,
  drawSoon,
}: ShownCanvas): MovingPicture {
  const shift = (): boolean | null => {
    const { drawn } = shown;
    const view = canvasCamera.view();
    const moved = drawn && movedTo(drawn, view, devicePixelRatio);
    if (!drawn || !moved) return null;
    if (isMovedTo(drawn, moved)) {
      // It may have been shown scaled since.
      sheet.put(drawn);
      return false;
    }
    const following = followTo(drawn, moved, sheet.size());
    if (!following) return null;
    const { copy, strips } = following;
    shown.drawn = following.drawn;
    sheet.put(following.drawn);
    const { context } = picture();
    if (copy) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(context.canvas, copy.x, copy.y);
    }
    if (strips.length === 0) return copy !== null;
    const whole = sceneAt(view);
    const places = strips.map((strip) => grown(sheet.placeOf(strip, view), bleed));
    // One look at each thing of the map for all of them.
    const groups = whole.groups.filter(({ box }) => places.some((place) => boxesMeet(box, place)));
    for (const strip of strips) painter.pixels({ ...whole, groups }, strip, picture());
    wantImages(whole, sheet.placeOf(following.drawn.valid, view));
    return true;
  };
  const wayTo = (drawn: Drawn) => scaledTo(drawn, canvasCamera.view(), devicePixelRatio, sheet.size());
  /** Draws what the canvas holds beyond what was drawn of it: a zoom out shows that. */
  const reachOut = (drawn: Drawn): Drawn => {
    const { view, copied } = drawn;
    const valid = sheet.whole();
    const at = { moved: unmoved.moved, copied };
    const scene = sceneAt(view, at);
    for (const strip of stripsOf(drawn.valid, valid))
      painter.pixels(scene, strip, { context: picture().context, view, at });
    shown.drawn = { ...drawn, valid };
    return shown.drawn;
  };
  const scale = (): boolean | null => {
    if (!shown.drawn || stillByPreference()) return null;
    const before = shown.drawn;
    const isBegun = !sharpening.isBusy();
    if (isBegun && before.view.zoom === canvasCamera.view().zoom) return null;
    const hasRoom = isBegun && !wayTo(before) && wayTo({ ...before, valid: sheet.whole() }) !== null;
    const drawn = hasRoom ? reachOut(before) : before;
    const way = wayTo(drawn);
    if (!way) return null;
    if (isBegun) sharpening.begin(before.view);
    const [x, y] = [way.x / drawn.ratio, way.y / drawn.ratio];
    const { canvas } = picture().context;
    endGliding(canvas);
    writeStyle(canvas, 'transform', `translate(${x}px, ${y}px) scale(${way.scale})`);
    return hasRoom;
  };
  const follow = (): boolean | null => shift() ?? scale() ?? (sharpening.finish() || null);
  const isScaled = (): boolean =>
    shown.drawn !== null && movedTo(shown.drawn, canvasCamera.view(), devicePixelRatio) === null;
  const sharpening = createSharpening({
    isSharp: () => !isScaled(),
    plan(view) {
      // That of the sheet, which the screen's may not be any more.
      const ratio = shown.drawn?.ratio ?? devicePixelRatio;
      const scene = sceneAt(view, unmoved);
      const valid = sheet.whole();
      const place = grown(sheet.placeOf(valid, view, unmoved), bleed);
      const groups = scene.groups.filter(({ box }) => boxesMeet(box, place));
      return { scene, drawn: { view, ratio, ...unmoved, valid }, groups };
    },
    paint({ scene, drawn: { view, valid }, groups }, from, to, context) {
      const part = { ...scene, groups: groups.slice(from, to) };
      const here = { context, view, at: unmoved };
      if (from === 0) painter.pixels(part, valid, here);
      else painter.pixelsOver(part, valid, here);
    },
    canShow: ({ scene, drawn }) => isNow(scene.layout) && isNow(shown.layout) && wayTo(drawn) !== null,
    show(canvas, { scene, drawn }) {
      const { context } = picture();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(canvas, 0, 0);
      shown.drawn = drawn;
      sheet.put(drawn);
      follow();
      wantImages(scene, canvasCamera.visible());
    },
    drawAll: drawSoon,
  });
  return {
    begin() {
      const before = shown.drawn?.view;
      const { zoom } = canvasCamera.view();
      if (!before || before.zoom === zoom || stillByPreference()) return null;
      sharpening.begin(before);
      // The next frames of a zoom out show what lies around.
      return before.zoom > zoom ? sheet.whole() : null;
    },
    follow,
    isScaled,
    forgetAhead() {
      // Of a picture of another zoom no part can be drawn anew.
      if (isScaled()) drawSoon();
      sharpening.stop();
      if (shown.drawn) shown.drawn = withoutAhead(shown.drawn, sheet.size());
    },
    stop: () => sharpening.stop(),
  };
}
