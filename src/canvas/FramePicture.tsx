/**
 * Frames around very many boxes as one picture above the cards. As a path of an svg every tile of its layer would dash all
 * of them anew: a second of work where this takes two milliseconds.
 *
 * In:  what is framed, in map units, with ink and pattern; strokes and patterns in px on the screen. Drawn is what lies
 *      in view or a little beside it; whoever moves the view during a gesture asks for it again.
 */
import { useLayoutEffect, useRef } from 'react';
import { useScreen } from '../state/mapSession.ts';
import { palettes, type ColourRole } from '../theme/colours.ts';
import type { Box } from '../layout/scene.ts';
import { boundingBox, boxesMeet, widened } from './boxes.ts';
import { canvasCamera } from './camera.ts';
import styles from './MapCanvas.module.css';

export interface Framed {
  readonly boxes: readonly Box[];
  readonly ink: ColourRole;
  readonly widthPx: number;
  readonly dashPx: readonly number[];
}

/** Around the view, as a share of it. */
const around = 0.1;
const rimPx = 4;

export function FramePicture({
  framed,
  part,
}: {
  readonly framed: readonly Framed[];
  readonly part: string;
}) {
  const theme = useScreen((state) => state.theme);
  const picture = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (picture.current) drawFrames(picture.current, framed, palettes[theme]);
  }, [framed, theme]);
  return <canvas ref={picture} className={styles.framePicture} aria-hidden="true" data-part={part} />;
}

function drawFrames(
  canvas: HTMLCanvasElement,
  framed: readonly Framed[],
  palette: Readonly<Record<ColourRole, string>>,
): void {
  const near = widened(canvasCamera.visible(), around);
  const shown = framed.map((one) => ({ ...one, boxes: one.boxes.filter((box) => boxesMeet(box, near)) }));
  const whole = boundingBox(shown.flatMap(({ boxes }) => boxes));
  const { zoom } = canvasCamera.view();
  const scale = zoom * devicePixelRatio;
  const rim = rimPx / zoom;
  const left = whole ? Math.max(whole.x, near.x) - rim : 0;
  const top = whole ? Math.max(whole.y, near.y) - rim : 0;
  const right = whole ? Math.min(whole.x + whole.width, near.x + near.width) + rim : 0;
  const bottom = whole ? Math.min(whole.y + whole.height, near.y + near.height) + rim : 0;
  canvas.width = Math.ceil((right - left) * scale);
  canvas.height = Math.ceil((bottom - top) * scale);
  Object.assign(canvas.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${canvas.width / scale}px`,
    height: `${canvas.height / scale}px`,
  });
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  for (const { boxes, ink, widthPx, dashPx } of shown) {
    context.strokeStyle = palette[ink];
    context.lineWidth = widthPx / zoom;
    context.setLineDash(dashPx.map((px) => px / zoom));
    context.beginPath();
    for (const { x, y, width, height } of boxes) context.rect(x, y, width, height);
    context.stroke();
  }
}
