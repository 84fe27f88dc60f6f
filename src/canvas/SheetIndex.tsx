/**
 * The sheet index in the corner: the whole map as colour blocks and curve, with a frame for the view. Drag or click
 * to travel. The picture is a small canvas redrawn when the map changes (at most four times a second); the frame is
 * one element moved by the camera.
 */
import { memo, useCallback, useEffect, useRef, type PointerEvent } from 'react';
import type { MapLayout } from '../layout/mapLayout.ts';
import { geometryOf } from '../layout/patchLayout.ts';
import type { ProjectionState } from '../state/mapSession.ts';
import { useMapSession, useScreen } from '../state/mapSession.ts';
import { subscribeOutline } from '../state/outline.ts';
import { palettes, type Theme } from '../theme/colours.ts';
import { canvasWords } from '../words/canvas.ts';
import { canvasCamera, type CameraView } from './camera.ts';
import { emotionBand } from '../model/emotionBand.ts';
import styles from './Heads.module.css';
import { putWithCamera } from './putWithCamera.ts';
import { useCameraFrames } from './useCameraFrames.ts';
import { writeStyle } from './writeStyle.ts';

const widthPx = 134;
const heightPx = 54;
const redrawMs = 250;

export const SheetIndex = memo(function SheetIndex() {
  const { projection } = useMapSession();
  const theme = useScreen((state) => state.theme);
  const words = canvasWords[useScreen((state) => state.language)];
  const picture = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);

  const follow = useCallback(
    (view: CameraView) => {
      if (!frame.current) return;
      const scale = indexScale(projection.getState().layout);
      const left = clamp((-view.x / view.zoom) * scale.x, 0, widthPx);
      const top = clamp((-view.y / view.zoom) * scale.y, 0, heightPx);
      const right = clamp(((view.width - view.x) / view.zoom) * scale.x, 0, widthPx);
      const bottom = clamp(((view.height - view.y) / view.zoom) * scale.y, 0, heightPx);
      putWithCamera(frame.current, left, top);
      writeStyle(frame.current, 'width', `${Math.max(4, right - left)}px`);
      writeStyle(frame.current, 'height', `${Math.max(4, bottom - top)}px`);
    },
    [projection],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let drawn: ProjectionState | null = null;
    const draw = (): void => {
      timer = undefined;
      const state = projection.getState();
      if (drawn && looksAlike(drawn, state)) return;
      drawn = state;
      if (picture.current) paintIndex(picture.current, state, theme);
      // The frame is measured by the map: what is seen of it changes with its size too.
      follow(canvasCamera.view());
    };
    draw();
    // It shows no words.
    const stop = subscribeOutline(projection, () => {
      timer ??= setTimeout(draw, redrawMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [projection, theme, follow]);

  useCameraFrames(follow);

  const travel = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = indexScale(projection.getState().layout);
    const view = canvasCamera.view();
    const x = (event.clientX - box.x) / scale.x;
    const y = (event.clientY - box.y) / scale.y;
    canvasCamera.panBy(view.width / 2 - (x * view.zoom + view.x), view.height / 2 - (y * view.zoom + view.y));
  };

  return (
    <div
      className={styles.index}
      style={{ width: widthPx, height: heightPx }}
      role="img"
      aria-label={words.sheetIndex}
      title={words.sheetIndex}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        travel(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons & 1) travel(event);
      }}
    >
      <canvas
        ref={picture}
        width={widthPx * 2}
        height={heightPx * 2}
        style={{ width: widthPx, height: heightPx }}
      />
      <div ref={frame} className={styles.indexFrame} data-part="index-frame" />
    </div>
  );
});

/** Whether two states of a map differ in nothing the index draws: the same places, and the same feelings there. */
function looksAlike(before: ProjectionState, now: ProjectionState): boolean {
  const [a, b] = [before.journey.touchpoints, now.journey.touchpoints];
  return (
    geometryOf(before.layout) === geometryOf(now.layout) &&
    (a === b || (a.length === b.length && a.every(({ emotion }, index) => emotion === b[index]?.emotion)))
  );
}

function indexScale({ extent }: MapLayout): { x: number; y: number } {
  return { x: widthPx / Math.max(1, extent.width), y: heightPx / Math.max(1, extent.height) };
}

function paintIndex(canvas: HTMLCanvasElement, { journey, layout }: ProjectionState, theme: Theme): void {
  const ink = canvas.getContext('2d');
  if (!ink) return;
  const colours = palettes[theme];
  const { x: sx, y: sy } = indexScale(layout);
  ink.setTransform(2, 0, 0, 2, 0, 0);
  ink.fillStyle = colours.desk;
  ink.fillRect(0, 0, widthPx, heightPx);
  const grid = { width: layout.width * sx, height: layout.height * sy };
  ink.fillStyle = colours.paper;
  ink.fillRect(0, 0, grid.width, grid.height);
  ink.fillStyle = colours['paper-2'];
  for (const lane of layout.lanes)
    if (lane.behind) ink.fillRect(0, lane.y * sy, grid.width, lane.height * sy);
  ink.fillStyle = colours.hair;
  for (const stage of layout.stages) ink.fillRect(stage.x * sx, 0, 0.5, grid.height);
  for (const touchpoint of journey.touchpoints) {
    const box = layout.cards.get(touchpoint.id);
    if (!box) continue;
    const journeyCard = box.kind === 'journey';
    ink.fillStyle =
      journeyCard && touchpoint.emotion !== null
        ? colours[`emotion-${emotionBand(touchpoint.emotion)}`]
        : colours.hair;
    ink.fillRect(box.x * sx, box.y * sy, Math.max(2, box.width * sx), Math.max(1.5, box.height * sy));
  }
  ink.strokeStyle = colours.line;
  ink.lineWidth = 0.75;
  ink.fillStyle = colours.card;
  for (const { kind, x, y, width, height } of layout.elements.values()) {
    const box = [x * sx, y * sy, Math.max(2, width * sx), Math.max(1.5, height * sy)] as const;
    if (kind !== 'frame') ink.fillRect(...box);
    ink.strokeRect(...box);
  }
  ink.strokeStyle = colours.ink;
  ink.lineWidth = 1.2;
  for (const curve of layout.curves) {
    if (curve.personaId !== null) continue;
    ink.beginPath();
    for (const point of curve.points) ink.lineTo(point.x * sx, point.y * sy);
    ink.stroke();
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
