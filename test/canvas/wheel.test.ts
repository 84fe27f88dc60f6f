// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { listenToWheel } from '../../src/canvas/wheel.ts';
import { buildSession, type TestSession } from './support/buildSession.ts';

let session: TestSession;
let frame: HTMLElement;
let head: HTMLElement;
let card: HTMLElement;
let stop: () => void;

beforeEach(() => {
  session = buildSession({ role: 'viewer' });
  frame = document.body.appendChild(document.createElement('div'));
  head = frame.appendChild(document.createElement('div'));
  const pane = frame.appendChild(document.createElement('div'));
  card = pane.appendChild(document.createElement('div'));
  const detach = canvasCamera.attach({
    set: (place) => canvasCamera.moved({ ...canvasCamera.view(), ...place }),
    corner: () => ({ x: 100, y: 60 }),
    layout: () => ({ ...session.projection.getState().layout, extent: { width: 9000, height: 9000 } }),
    selection: () => new Set(),
  });
  canvasCamera.moved({ x: -1000, y: -1000, zoom: 1, width: 800, height: 600 });
  const unlisten = listenToWheel(frame, pane, session);
  stop = () => {
    unlisten();
    detach();
    frame.remove();
  };
});
afterEach(() => stop());

/** Turns the wheel over something; whether that was kept from the browser. */
function turn(over: HTMLElement, deltaX: number, deltaY: number, more: WheelEventInit = {}): boolean {
  const at = { clientX: 400, clientY: 300, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };
  const event = new WheelEvent('wheel', { bubbles: true, cancelable: true });
  // happy-dom leaves most of it out of a wheel event.
  for (const [key, value] of Object.entries({ ...at, deltaX, deltaY, ...more }))
    Object.defineProperty(event, key, { value });
  return !over.dispatchEvent(event);
}
const place = () => {
  const { x, y, zoom } = canvasCamera.view();
  return { x, y, zoom };
};

describe('the wheel (U13)', () => {
  it('over heads pans in both axes, with Shift sideways, and never scrolls the page', () => {
    expect(turn(head, 30, 50)).toBe(true);
    expect(place()).toEqual({ x: -1030, y: -1050, zoom: 1 });
    expect(turn(head, 0, 80, { shiftKey: true })).toBe(true);
    expect(place()).toEqual({ x: -1110, y: -1050, zoom: 1 });
    // A mouse that tells lines.
    turn(head, 0, 3, { deltaMode: 1 });
    expect(place().y).toBe(-1098);
  });

  it.each(['ctrlKey', 'metaKey'] as const)(
    'over heads with %s zooms at the pointer, and never the page',
    (held) => {
      const client = { x: 400, y: 300 };
      const before = canvasCamera.toMap(client);
      expect(turn(head, 0, -50, { [held]: true })).toBe(true);
      expect(place().zoom).toBeCloseTo(Math.SQRT2);
      const after = canvasCamera.toClient(before);
      expect(Math.hypot(after.x - client.x, after.y - client.y)).toBeLessThan(1);
    },
  );

  it('over the map is left to the canvas library, with Ctrl as without', () => {
    for (const more of [{}, { ctrlKey: true }, { metaKey: true }]) {
      expect(turn(card, 10, 10, more)).toBe(false);
      expect(place()).toEqual({ x: -1000, y: -1000, zoom: 1 });
    }
  });

  it('with the setting for a mouse zooms at the pointer without a key, over map and heads; with Shift it goes sideways', () => {
    session.screen.setState({ wheel: 'zoom' });
    for (const over of [card, head]) {
      const client = { x: 400, y: 300 };
      const before = canvasCamera.toMap(client);
      const { zoom } = place();
      expect(turn(over, 0, -100)).toBe(true);
      expect(place().zoom).toBeGreaterThan(zoom);
      const after = canvasCamera.toClient(before);
      expect(Math.hypot(after.x - client.x, after.y - client.y)).toBeLessThan(1);
    }
    const { x, zoom } = place();
    turn(head, 0, 40, { shiftKey: true });
    expect(place()).toMatchObject({ x: x - 40, zoom });
    expect(turn(card, 0, 40, { shiftKey: true })).toBe(false);
  });
});
