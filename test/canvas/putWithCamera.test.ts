// @vitest-environment happy-dom
/** Gliding while the camera pans, and the style at rest and while it zooms. */
import { afterEach, expect, it, vi } from 'vitest';
import { canvasCamera, restMs } from '../../src/canvas/camera.ts';
import { putWithCamera } from '../../src/canvas/putWithCamera.ts';

const start = { x: 0, y: 0, zoom: 1, width: 800, height: 600 };
const cancel = vi.fn();

function buildElement(): HTMLElement {
  const element = document.createElement('div');
  element.animate = vi.fn(() => ({ pause() {}, cancel, finished: Promise.resolve() })) as never;
  return element;
}

afterEach(() => {
  vi.useRealTimers();
  cancel.mockClear();
});

/** So long, and the frame after it. */
function rest(): void {
  vi.advanceTimersByTime(restMs + 20);
}

it('glides while nothing but the place changes, and stands by its style at rest', () => {
  vi.useFakeTimers();
  canvasCamera.moved({ ...start, x: 1 });
  canvasCamera.moved(start);
  rest();
  const element = buildElement();
  const stop = canvasCamera.subscribe(({ x, y }) => putWithCamera(element, x, y));
  // With the first movement nobody knows yet whether it pans.
  canvasCamera.moved({ ...start, x: -5 });
  expect(canvasCamera.isPanning()).toBe(false);
  expect(element.style.transform).toBe('translate(-5px, 0px)');
  canvasCamera.moved({ ...start, x: -10 });
  canvasCamera.moved({ ...start, x: -15 });
  expect(canvasCamera.isPanning()).toBe(true);
  expect(element.animate).toHaveBeenCalledTimes(2);
  expect(element.style.transform).toBe('translate(-5px, 0px)');
  rest();
  expect(canvasCamera.isPanning()).toBe(false);
  putWithCamera(element, -15, 0);
  expect(cancel).toHaveBeenCalledTimes(2);
  expect(element.style.transform).toBe('translate(-15px, 0px)');
  stop();
});

it('stands by its style while the zoom changes', () => {
  vi.useFakeTimers();
  canvasCamera.moved({ ...start, x: 1 });
  canvasCamera.moved(start);
  const element = buildElement();
  const stop = canvasCamera.subscribe(({ x, y }) => putWithCamera(element, x, y));
  canvasCamera.moved({ ...start, x: -10 });
  expect(element.animate).toHaveBeenCalledTimes(2);
  canvasCamera.moved({ ...start, x: -20, zoom: 1.1 });
  expect(canvasCamera.isPanning()).toBe(false);
  expect(cancel).toHaveBeenCalledTimes(2);
  expect(element.style.transform).toBe('translate(-20px, 0px)');
  stop();
});

it('glides no longer at rest also when it has left the view, where nobody puts it again', () => {
  vi.useFakeTimers();
  canvasCamera.moved({ ...start, x: 1 });
  canvasCamera.moved(start);
  rest();
  const element = buildElement();
  const stop = canvasCamera.subscribe(({ x, y }) => {
    if (x > -12) putWithCamera(element, x, y);
  });
  canvasCamera.moved({ ...start, x: -5 });
  canvasCamera.moved({ ...start, x: -10 });
  canvasCamera.moved({ ...start, x: -15 });
  expect(element.animate).toHaveBeenCalledTimes(2);
  expect(cancel).not.toHaveBeenCalled();
  rest();
  expect(cancel).toHaveBeenCalledTimes(2);
  stop();
});
