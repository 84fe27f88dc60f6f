/** An underlay on a context that only keeps books of what it draws, and of how far its canvas is moved and its picture on it. */
import { vi } from 'vitest';
import { canvasCamera, type CameraView } from '../../../src/canvas/camera.ts';
import { mountUnderlay } from '../../../src/canvas/underlay.ts';
import { parseMap } from '../../../src/model/parseMap.ts';
import { largeMap } from '../../support/largeMap.ts';
import { buildSession } from './buildSession.ts';

export const start: CameraView = { x: 0, y: 0, zoom: 0.8, width: 1200, height: 800 };

export function mountBookkeeping(map = large()) {
  const session = buildSession({ map });
  canvasCamera.moved({ ...start, width: 1199 });
  canvasCamera.moved(start);
  const texts: string[] = [];
  const moves: (readonly number[])[] = [];
  const canvas = document.createElement('canvas');
  const known: { [name: string]: unknown } = {
    fillText: (text: string) => void texts.push(text),
    drawImage: (_image: unknown, ...way: number[]) => void moves.push(way),
    measureText: () => ({ width: 10 }),
  };
  const contextOf = (its: HTMLCanvasElement) =>
    new Proxy(known, {
      get: (target, name) => (name === 'canvas' ? its : (target[String(name)] ?? (() => undefined))),
      set: () => true,
    });
  // Where nothing can be animated, it is moved by its style.
  Object.assign(canvas, { animate: undefined });
  const contexts = vi.spyOn(HTMLCanvasElement.prototype, 'getContext');
  contexts.mockImplementation(function (this: HTMLCanvasElement) {
    return contextOf(this) as never;
  });
  // Whoever looks at it has no time left: a frame draws the least it may.
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1000));
  let frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => {
    frames.push(act);
    return act;
  });
  vi.stubGlobal('cancelAnimationFrame', (act: unknown) => {
    frames = frames.filter((due) => due !== act);
  });
  vi.stubGlobal(
    'Path2D',
    class {
      moveTo() {}
      lineTo() {}
      bezierCurveTo() {}
      quadraticCurveTo() {}
      closePath() {}
    },
  );
  const stop = mountUnderlay(canvas, session);
  const nextFrame = (): void => {
    const due = frames;
    frames = [];
    for (const act of due) act();
  };
  nextFrame();
  /** Texts drawn, and how the picture was moved, while `act` and the frame after it go on. */
  const during = (act: () => void) => {
    texts.length = 0;
    moves.length = 0;
    act();
    nextFrame();
    return { texts: [...texts], moves: [...moves], at: canvas.style.transform };
  };
  /** Every canvas that was asked for a context, by its size, other than the one that is shown. */
  const others = () =>
    [...new Set(contexts.mock.contexts as HTMLCanvasElement[])]
      .filter((other) => other !== canvas)
      .map(({ width, height }) => width * height);
  /** How many have asked for the next frame. */
  const waiting = () => frames.length;
  return { session, during, stop, canvas, others, waiting };
}

function large() {
  const parsed = parseMap(largeMap(200));
  if (!parsed.ok) throw new Error('the large map is not a map');
  return parsed.map;
}

export function stopKeepingBooks(): void {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}
