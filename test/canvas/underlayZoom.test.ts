// @vitest-environment happy-dom
/** What the underlay draws and shows in a zoom, counted on a context that only keeps books. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera, type CameraView } from '../../src/canvas/camera.ts';
import { offsetCards } from '../../src/canvas/cardOffsets.ts';
import { giveMoving } from '../../src/canvas/movingPart.ts';
import { createMoving } from '../../src/canvas/movingPicture.ts';
import { mountUnderlay } from '../../src/canvas/underlay.ts';
import { mountBookkeeping, start, stopKeepingBooks } from './support/bookkeeping.ts';

afterEach(stopKeepingBooks);

/** Out by a tenth a frame, around the middle. */
const zoomed = (steps: number): CameraView => {
  const zoom = start.zoom * 0.9 ** steps;
  const along = (size: number): number => (size / 2) * (1 - zoom / start.zoom);
  return { ...start, zoom, x: along(start.width), y: along(start.height) };
};

/** With the live map. */
function mountLive() {
  giveMoving(createMoving);
  return mountBookkeeping();
}

/** Texts of a picture of the pane that is drawn at once, in another look. */
function drawnAtOnce({ during, session }: ReturnType<typeof mountBookkeeping>): number {
  const { texts } = during(() => session.screen.setState({ theme: 'dark' }));
  expect(texts.length).toBeGreaterThan(100);
  return texts.length;
}

/** In the second frame of a zoom out: the picture is shown scaled. */
function mountZoomed() {
  const mounted = mountLive();
  mounted.during(() => canvasCamera.moved(zoomed(1)));
  expect(mounted.during(() => canvasCamera.moved(zoomed(2))).at).toMatch(/scale/);
  return mounted;
}

const inPlace = 'translate(0px, 0px)';

it('before the live map has come all is drawn once, and for every frame of a zoom', () => {
  const { during, stop, waiting } = mountBookkeeping();
  expect(during(() => undefined).texts).toEqual([]);
  for (const steps of [1, 2]) {
    const { at, texts } = during(() => canvasCamera.moved(zoomed(steps)));
    expect(at).toBe(inPlace);
    expect(texts.length).toBeGreaterThan(100);
  }
  expect(during(() => undefined).texts).toEqual([]);
  expect(waiting()).toBe(0);
  stop();
});

describe('in a zoom', () => {
  it('draws around it what the first frame of a zoom out shows, then a part of the next picture a frame', () => {
    const mounted = mountLive();
    const { during, stop } = mounted;
    const whole = drawnAtOnce(mounted);
    const first = during(() => canvasCamera.moved(zoomed(1)));
    expect(first.at).toMatch(/scale\(0\.9/);
    expect(first.texts.length).toBeGreaterThan(0);
    expect(first.texts.length).toBeLessThan(whole);
    const second = during(() => canvasCamera.moved(zoomed(2)));
    expect(second.at).toMatch(/scale\(0\.8/);
    expect(second.texts.length).toBeLessThan(whole / 2);
    stop();
  });

  it('draws the next picture on at once where the one before would leave something bare', () => {
    const { during, stop } = mountLive();
    during(() => canvasCamera.moved(zoomed(1)));
    during(() => canvasCamera.moved(zoomed(2)));
    const third = during(() => canvasCamera.moved(zoomed(4)));
    expect(third.moves).toHaveLength(1);
    expect(third.at).toMatch(/scale/);
    stop();
  });

  it('draws nothing for the first frame of a zoom in', () => {
    const mounted = mountLive();
    const { during, stop } = mounted;
    const whole = drawnAtOnce(mounted);
    const { at, texts } = during(() => canvasCamera.moved(zoomed(-1)));
    expect(at).toMatch(/scale\(1\.1/);
    expect(texts.length).toBeLessThan(whole / 4);
    stop();
  });

  it('draws the next picture part by part as it would be drawn at once, and nothing twice', () => {
    const { during, stop } = mountLive();
    during(() => canvasCamera.moved({ ...start, zoom: 4 }));
    // Too far to be shown smaller: it is drawn at once, with all that the canvas holds around the pane.
    const whole = during(() => canvasCamera.moved(start)).texts;
    during(() => canvasCamera.moved({ ...start, zoom: 0.35 }));
    const frames = Array.from({ length: 20 }, () => during(() => undefined));
    expect(frames.at(-1)?.texts).toEqual([]);
    const nearer = [during(() => canvasCamera.moved({ ...start, zoom: 0.5 }))];
    nearer.push(during(() => canvasCamera.moved(start)));
    for (let frame = 0; frame < 20; frame += 1) nearer.push(during(() => undefined));
    expect(nearer.at(-1)).toEqual({ texts: [], moves: [], at: inPlace });
    const drawn = nearer.flatMap(({ texts }) => texts).slice(-whole.length);
    expect(drawn.toSorted()).toEqual(whole.toSorted());
    expect(Math.max(...nearer.map(({ texts }) => texts.length))).toBeLessThan(whole.length / 2);
    stop();
  });

  it('shows the picture as it is drawn when the camera comes back to where it was drawn for', () => {
    const { during, stop } = mountLive();
    expect(during(() => canvasCamera.moved(zoomed(1))).at).toMatch(/scale/);
    expect(during(() => canvasCamera.moved(start)).at).toBe(inPlace);
    stop();
  });

  it('is sharp again some frames after the camera has stopped', () => {
    const { during, stop } = mountLive();
    during(() => canvasCamera.moved(zoomed(1)));
    expect(during(() => canvasCamera.moved(zoomed(2))).at).toMatch(/scale/);
    const later = Array.from({ length: 12 }, () => during(() => undefined));
    expect(later.at(-1)?.at).toBe('translate(0px, 0px)');
    // Each picture was brought over once it was whole.
    expect(later.some(({ moves }) => moves.length === 1)).toBe(true);
    expect(later.at(-1)?.texts).toEqual([]);
    stop();
  });

  it('shows a change of the map with the next frame', () => {
    const { session, during, stop } = mountLive();
    during(() => canvasCamera.moved(zoomed(1)));
    during(() => canvasCamera.moved(zoomed(2)));
    const changed = during(() => session.editing?.commands.update('touchpoints', ['t0'], { title: 'Other' }));
    expect(changed.texts).toContain('Other');
    expect(changed.at).toBe('translate(0px, 0px)');
    const shown = Array.from({ length: 12 }, () => during(() => undefined)).flatMap(({ moves }) => moves);
    expect(shown).toEqual([]);
    stop();
  });

  it('draws all at once where the picture would leave something bare', () => {
    const { during, stop } = mountLive();
    during(() => canvasCamera.moved(zoomed(1)));
    const far = during(() => canvasCamera.moved(zoomed(9)));
    expect(far.at).toBe('translate(0px, 0px)');
    expect(far.texts.length).toBeGreaterThan(100);
    stop();
  });

  it('is never shown scaled to who wants less motion: all is drawn for every zoom (U59)', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const mounted = mountLive();
    for (const steps of [1, 2, 3]) {
      const { at, texts } = mounted.during(() => canvasCamera.moved(zoomed(steps)));
      expect(at).toBe(inPlace);
      expect(texts.length).toBeGreaterThan(100);
    }
    expect(mounted.waiting()).toBe(0);
    mounted.stop();
  });

  it('draws on a canvas of the size of the pane when that changes in a frame of the zoom', () => {
    const { during, canvas } = mountLive();
    during(() => {
      canvasCamera.moved(zoomed(1));
      canvasCamera.moved({ ...zoomed(1), width: 1500 });
    });
    for (let frame = 0; frame < 40; frame += 1) during(() => undefined);
    expect(canvas.width).toBe((1500 + 2 * 144) * devicePixelRatio);
  });

  it('lets go what it drew the next pictures on and asks for no more frames once it is sharp', () => {
    const { during, stop, waiting, others } = mountZoomed();
    during(() => undefined);
    expect(others().some((pixels) => pixels > 0)).toBe(true);
    for (let frame = 0; frame < 20; frame += 1) during(() => undefined);
    expect(waiting()).toBe(0);
    expect(others().every((pixels) => pixels === 0)).toBe(true);
    stop();
  });

  it.each([7.5, 8])('has the picture in its place when the camera pans on by %d px and stops', (px) => {
    const { during, stop } = mountZoomed();
    during(() => canvasCamera.moved({ ...zoomed(2), x: zoomed(2).x + px }));
    const later = Array.from({ length: 20 }, () => during(() => undefined));
    expect(later.some(({ moves }) => moves.length === 1)).toBe(true);
    expect(later.at(-1)?.at).toBe(inPlace);
    // A zoom that has ended at its zoom pans on by parts of a pixel.
    during(() => canvasCamera.moved(zoomed(3)));
    during(() => canvasCamera.moved({ ...zoomed(3), x: zoomed(3).x + px }));
    const panned = Array.from({ length: 20 }, () => during(() => undefined));
    expect(panned.at(-1)?.at).toBe(inPlace);
    stop();
  });

  it('draws another look of the map at once, and nothing of the one before', () => {
    const { session, during, stop } = mountZoomed();
    during(() => undefined);
    const dark = during(() => session.screen.setState({ theme: 'dark' }));
    expect(dark.texts.length).toBeGreaterThan(100);
    expect(dark.at).toBe(inPlace);
    const later = Array.from({ length: 12 }, () => during(() => undefined));
    expect(later.flatMap(({ moves }) => moves)).toEqual([]);
    stop();
  });

  it('is sharp also when something out of view is on its way meanwhile', () => {
    const { during, stop, waiting } = mountZoomed();
    during(() => offsetCards('test', new Map([['nowhere', { dx: 1, dy: 0 }]])));
    for (let frame = 0; frame < 20; frame += 1) during(() => undefined);
    expect(during(() => undefined).at).toBe(inPlace);
    expect(waiting()).toBe(0);
    offsetCards('test', new Map());
    stop();
  });

  it.each([
    ['wider', () => canvasCamera.moved({ ...zoomed(2), width: 1300 })],
    ['on a screen of more pixels', () => vi.stubGlobal('devicePixelRatio', 2)],
  ])('is drawn anew for a pane that is %s', (_, change) => {
    const { during, stop, waiting, canvas } = mountZoomed();
    during(() => undefined);
    during(change);
    for (let frame = 0; frame < 30; frame += 1) during(() => undefined);
    expect(during(() => undefined).at).toBe(inPlace);
    expect(waiting()).toBe(0);
    expect(canvas.width).toBe((canvasCamera.view().width + 2 * 144) * devicePixelRatio);
    stop();
  });

  it('ends with the session; the one that comes after draws all', () => {
    const { session, during, stop, waiting, others, canvas } = mountZoomed();
    during(() => undefined);
    stop();
    expect(waiting()).toBe(0);
    expect(others().every((pixels) => pixels === 0)).toBe(true);
    let end = (): void => undefined;
    const { at, texts } = during(() => (end = mountUnderlay(canvas, session)));
    expect(at).toBe(inPlace);
    expect(texts.length).toBeGreaterThan(100);
    end();
  });
});
