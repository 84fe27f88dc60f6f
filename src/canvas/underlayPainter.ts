/** Draws parts of the map, each within its own edges, on the canvas of the underlay or on another one of its size. */
import type { Box } from '../layout/scene.ts';
import { paintGroups } from '../paint/paintScene.ts';
import type { MapSession } from '../state/mapSession.ts';
import { palettes } from '../theme/colours.ts';
import type { CameraView } from './camera.ts';
import { grown } from './frames.ts';
import type { Images } from './images.ts';
import { bleed, type UnderlayScene } from './underlayScene.ts';
import type { Place, UnderlaySheet } from './underlaySheet.ts';

/** What is drawn on, as the camera looks from where; `at`: where its picture lies, when that is not where the sheet lies now. */
export interface Picture {
  readonly context: CanvasRenderingContext2D;
  readonly view: CameraView;
  readonly at?: Place;
}

export interface Painter {
  /** Draws a part of the canvas, given in its own pixels. */
  pixels(shown: UnderlayScene, part: Box, picture: Picture): void;
  /** The same, over what is drawn there. */
  pixelsOver(shown: UnderlayScene, part: Box, picture: Picture): void;
  /** Draws a place of the map, given in map units. */
  place(shown: UnderlayScene, box: Box, picture: Picture): void;
}

export function createPainter(
  { screen }: Pick<MapSession, 'screen'>,
  sheet: UnderlaySheet,
  images: Images,
): Painter {
  const paintGround = ({ layout }: UnderlayScene, part: Box, context: CanvasRenderingContext2D): void => {
    const { theme } = screen.getState();
    context.fillStyle = palettes[theme].desk;
    context.fillRect(part.x, part.y, part.width, part.height);
    context.fillStyle = palettes[theme].paper;
    const { width, height } = layout;
    const right = Math.min(width, part.x + part.width);
    const bottom = Math.min(height, part.y + part.height);
    const left = Math.max(0, part.x);
    const top = Math.max(0, part.y);
    if (right > left && bottom > top) context.fillRect(left, top, right - left, bottom - top);
  };
  /** `edges` in the units that the context counts in. */
  const paint = (
    shown: UnderlayScene,
    part: Box,
    { context, view, at }: Picture,
    edges: Box,
    hasGround = false,
  ): void => {
    context.beginPath();
    context.rect(edges.x, edges.y, edges.width, edges.height);
    context.clip();
    sheet.inMapUnits(context, view, at);
    if (!hasGround) paintGround(shown, part, context);
    paintGroups(context, shown.groups, {
      theme: screen.getState().theme,
      view: part,
      images: images.ready,
      drawingOf: shown.drawingOf,
    });
    context.restore();
  };
  const pixels = (shown: UnderlayScene, part: Box, picture: Picture, hasGround: boolean): void => {
    const { context, view, at } = picture;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    paint(shown, grown(sheet.placeOf(part, view, at), bleed), picture, part, hasGround);
  };
  return {
    pixels: (shown, part, picture) => pixels(shown, part, picture, false),
    pixelsOver: (shown, part, picture) => pixels(shown, part, picture, true),
    place(shown, box, picture) {
      const { context, view, at } = picture;
      const part = grown(box, bleed);
      context.save();
      sheet.inMapUnits(context, view, at);
      paint(shown, part, picture, part);
    },
  };
}
