/**
 * Draws the picture for a new zoom while the one before is shown scaled (scalePicture.ts): a part of its things with each
 * frame, in their order, on a canvas of its own that is let go afterwards, so that no frame of a zoom holds the drawing of
 * all. Things and not places: an edge that is cut at the border of a place is drawn a hair otherwise, and what lies in
 * several would be drawn several times.
 */
import type { SceneGroup } from '../layout/scene.ts';
import { canvasCamera, type CameraView } from './camera.ts';
import { viewAhead } from './scalePicture.ts';
import type { Drawn } from './drawnPicture.ts';
import type { UnderlayScene } from './underlayScene.ts';

export interface Sharpening {
  /** The camera has begun to zoom, from there. */
  begin(from: CameraView): void;
  /** Draws what is left of the picture to come at once, if it can be shown; whether it is shown now. */
  finish(): boolean;
  /** Until the picture has been sharp for a moment: what comes in this time may be shown scaled. */
  isBusy(): boolean;
  stop(): void;
}

/** A picture to come, and what it will be once all of it is drawn. */
export interface Planned {
  readonly scene: UnderlayScene;
  readonly drawn: Drawn;
  /** Its things in the order in which they are painted. */
  readonly groups: readonly SceneGroup[];
}

export interface Sharpened {
  /** Whether the picture is shown as it was drawn. */
  readonly isSharp: () => boolean;
  readonly plan: (view: CameraView) => Planned;
  /** Draws its things from one to before another over those before; with the first the ground, too. */
  readonly paint: (planned: Planned, from: number, to: number, context: CanvasRenderingContext2D) => void;
  /** Whether it reaches over all that is in view and is not outdated. */
  readonly canShow: (planned: Planned) => boolean;
  /** Shows it instead of the one before. */
  readonly show: (canvas: HTMLCanvasElement, planned: Planned) => void;
  /** Draws all at once: the browser has no second canvas for us, or the picture does not fit. */
  readonly drawAll: () => void;
}

/** For the drawing in a frame, ms of script: the browser takes as long again to fill it in. */
const frameMs = 3;
/** Nor does a picture take more frames, however slow the machine: it would be of a place long left. */
const mostFrames = 12;
/**
 * How much of a picture is drawn at the least in a frame in which the camera has moved, and in one in which nothing else is
 * done, as of 1: turns of a wheel come to a slow machine every second frame, and heads are laid out with each.
 */
const share = { moved: 1 / (2 * mostFrames), still: 1 / 6 };
/** Between two looks at the clock: few enough for it, and enough to be drawn by colour and letter (paintScene.ts). */
const slices = 32;
/**
 * How far ahead of the camera a picture is drawn, in times of what the one before took. On the way out for the end of the
 * time in which it is shown: what it does not reach to would be drawn in one frame. On the way in it must not be drawn for
 * nearer than the camera is when it is ready.
 */
const ahead = { out: 2, in: 0.75 };
/** A hand that rests so long has come to where it wanted: turns of a wheel come every second or third frame. */
const stillFrames = 4;

interface Next extends Planned {
  readonly context: CanvasRenderingContext2D;
  /** How many of its things are drawn, and how many of each to be at the least, as of 1. */
  done: number;
  due: number;
  /** Frames it was worked on, and waited for. */
  frames: number;
  waited: number;
}

/** The latest movement of the camera. */
interface Way {
  readonly from: CameraView;
  readonly to: CameraView;
  /** Since the one before. */
  readonly frames: number;
}

export function createSharpening({ isSharp, plan, paint, canShow, show, drawAll }: Sharpened): Sharpening {
  let frame: number | null = null;
  let canvas: HTMLCanvasElement | null = null;
  let next: Next | null = null;
  let way: Way | null = null;
  /** Frames since the latest movement. */
  let still = 0;
  /** Frames the picture before took. */
  let took = mostFrames / 3;

  const prepare = (view: CameraView): Next | null => {
    const planned = plan(view);
    const { width, height } = planned.drawn.valid;
    canvas ??= document.createElement('canvas');
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d', { alpha: false });
    return context && { ...planned, context, done: 0, due: 0, frames: 0, waited: 0 };
  };
  const stop = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    // Its memory goes at once, not when the canvas is collected.
    if (canvas) Object.assign(canvas, { width: 0, height: 0 });
    frame = canvas = next = way = null;
  };
  const look = (now: CameraView): void => {
    if (way && isSame(way.to, now)) still += 1;
    else {
      way = way && { from: way.to, to: now, frames: still + 1 };
      still = 0;
    }
  };
  const isStill = (): boolean => still >= stillFrames;
  /** Where the camera will look when a picture begun now is shown. */
  const aim = (now: CameraView): CameraView => {
    if (!way) return now;
    const frames = took * (way.to.zoom < way.from.zoom ? ahead.out : ahead.in);
    return viewAhead(way.from, now, frames / Math.max(way.frames, still + 1));
  };
  const drawAtOnce = (): void => {
    stop();
    drawAll();
  };
  /** Draws as much of it as a frame has time for; whether that was all. */
  const isDrawnOn = (picture: Next): boolean => {
    const { groups, context } = picture;
    const isBegun = picture.frames > 0;
    if (isBegun && picture.done === groups.length) return true;
    picture.frames += 1;
    const until = performance.now() + frameMs;
    picture.due += still > 0 ? share.still : share.moved;
    const least = picture.frames === mostFrames ? groups.length : Math.ceil(groups.length * picture.due);
    do {
      const to = Math.min(groups.length, picture.done + Math.ceil(groups.length / slices));
      paint(picture, picture.done, to, context);
      picture.done = to;
    } while (picture.done < groups.length && (picture.done < least || performance.now() < until));
    took = picture.frames;
    return picture.done === groups.length;
  };
  const showNext = (picture: Next): void => {
    next = null;
    show(picture.context.canvas, picture);
  };
  const work = (): void => {
    frame = null;
    const now = canvasCamera.view();
    look(now);
    if (isSharp() && (next === null || isStill())) {
      if (isStill()) stop();
      else frame = requestAnimationFrame(work);
      return;
    }
    // The hand has stopped short of where it seemed to go.
    if (next && isStill() && !isSame(next.drawn.view, now)) next = null;
    next ??= prepare(isStill() ? now : aim(now));
    if (!next) {
      drawAtOnce();
      return;
    }
    frame = requestAnimationFrame(work);
    if (!isDrawnOn(next)) return;
    if (canShow(next)) showNext(next);
    // It is of another size than the sheet, as on another screen.
    else if (isStill()) drawAtOnce();
    // What the camera has not come to by then is not waited for.
    else if ((next.waited += 1) > mostFrames) next = null;
  };
  return {
    begin(from) {
      if (frame !== null) return;
      way = { from, to: from, frames: 1 };
      still = 1;
      frame = requestAnimationFrame(work);
    },
    finish() {
      if (!next || !canShow(next)) return false;
      const { groups, context, done } = next;
      if (done < groups.length || next.frames === 0) paint(next, done, groups.length, context);
      showNext(next);
      return true;
    },
    isBusy: () => frame !== null,
    stop,
  };
}

function isSame(a: CameraView, b: CameraView): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom && a.width === b.width && a.height === b.height;
}
