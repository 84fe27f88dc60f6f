import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clampZoom, createCamera, nextStep, restMs, type CameraPlace } from '../../src/canvas/camera.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';

const layout = {
  extent: { width: 1000, height: 500 },
  width: 1000,
  height: 500,
  stages: [
    { id: 's1', index: 0, letter: 'A', x: 0, width: 400, collapsed: false, from: 0, to: 1000 },
    { id: 's2', index: 1, letter: 'B', x: 400, width: 600, collapsed: false, from: 0, to: 1000 },
  ],
  lanes: [
    {
      id: 'l1',
      index: 0,
      number: 1,
      kind: 'contact',
      y: 0,
      height: 500,
      collapsed: false,
      behind: false,
      line: null,
    },
  ],
  cards: new Map([['t1', { x: 500, y: 100, width: 208, height: 100 }]]),
  elements: new Map(),
  cells: new Map(),
  links: [],
} as unknown as MapLayout;

/** A frame where no browser gives them, ms. */
const frameMs = 16;

function cameraAt(place: CameraPlace, isStill = true) {
  const camera = createCamera(() => isStill);
  const asked: { place: CameraPlace; ms: number }[] = [];
  camera.attach({
    set: (next, ms) => {
      asked.push({ place: next, ms });
      camera.moved({ ...next, width: 800, height: 600 });
    },
    corner: () => ({ x: 146, y: 68 }),
    layout: () => layout,
    selection: () => new Set(['t1']),
  });
  camera.moved({ ...place, width: 800, height: 600 });
  return { camera, asked };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

describe('the camera', () => {
  it('turns client points into map points and back', () => {
    const { camera } = cameraAt({ x: 20, y: -30, zoom: 0.5 });
    const point = camera.toMap({ x: 346, y: 168 });
    expect(point).toEqual({ x: 360, y: 260 });
    expect(camera.toClient(point)).toEqual({ x: 346, y: 168 });
  });

  it('keeps to 10 to 400 % and steps by tens (U15)', () => {
    expect(clampZoom(9)).toBe(4);
    expect(clampZoom(0.01)).toBe(0.1);
    expect(nextStep(0.8, 1)).toBe(0.9);
    expect(nextStep(0.83, -1)).toBe(0.8);
    expect(nextStep(4, 1)).toBe(4);
  });

  it('zooms so that the point under the pointer stays', () => {
    const { camera } = cameraAt({ x: 0, y: 0, zoom: 1 });
    const client = { x: 400, y: 300 };
    const before = camera.toMap(client);
    camera.zoomAt(client, 2);
    const after = camera.toMap(client);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('fits the whole map and the selection into the pane', () => {
    const { camera } = cameraAt({ x: 0, y: 0, zoom: 1 });
    camera.fitAll();
    const seen = camera.visible();
    expect(seen.x).toBeLessThanOrEqual(0);
    expect(seen.x + seen.width).toBeGreaterThanOrEqual(1000);
    camera.fitSelection();
    expect(camera.view().zoom).toBeCloseTo(1.5);
  });

  it('finds an address, and says when there is none', () => {
    const { camera } = cameraAt({ x: 0, y: 0, zoom: 1 });
    expect(camera.centreOnAddress('b1')).toBe(true);
    expect(camera.toMap({ x: 146 + 400, y: 68 + 300 }).x).toBeCloseTo(700);
    expect(camera.centreOnAddress('Z9')).toBe(false);
    expect(camera.centreOnRecord('nobody')).toBe(false);
  });

  it('goes to what lies at the map’s beginning without bringing desk before it', () => {
    const { camera } = cameraAt({ x: -100, y: -300, zoom: 2 });
    camera.centreOnAddress('A1');
    // The map is 1,000 high here and the view 600: the lane would fit in its middle only with desk above.
    expect(camera.view()).toMatchObject({ x: 0, y: -200 });
    camera.centreOnRecord('t1');
    expect(camera.view()).toMatchObject({ x: 400 - 1208, y: 0 });
    // Where the map is smaller than the view, its beginning stays where it is.
    const { camera: small } = cameraAt({ x: 0, y: 0, zoom: 1 });
    small.centreOnAddress('B1');
    expect(small.view().y).toBe(0);
  });

  it('moves no further than needed to show a box, and not at all when it is seen', () => {
    const { camera, asked } = cameraAt({ x: 0, y: 0, zoom: 1 });
    camera.reveal({ x: 4, y: 4, width: 208, height: 100 });
    expect(asked).toEqual([]);
    camera.reveal({ x: 700, y: 4, width: 208, height: 100 });
    expect(camera.view()).toMatchObject({ x: 800 - 32 - 908, y: 0 });
  });

  it('zooms out from the map’s beginning without bringing desk before it', () => {
    const { camera } = cameraAt({ x: 0, y: -40, zoom: 2 });
    camera.zoomTo(1.5);
    expect(camera.view()).toMatchObject({ x: 0, y: 0 });
  });

  it('leaves a thing that fills the view where it is: a stage is as high as the map', () => {
    const { camera, asked } = cameraAt({ x: 0, y: 0, zoom: 1 });
    camera.reveal({ x: 40, y: 0, width: 300, height: 900 });
    camera.panBy(0, -100);
    const before = asked.length;
    camera.reveal({ x: 40, y: 0, width: 300, height: 900 });
    expect(asked.slice(before)).toEqual([]);
    expect(camera.view().y).toBe(-100);
  });

  it('never lets the map leave: little desk at its beginning, a third of the view at its end', () => {
    const { camera } = cameraAt({ x: 0, y: 0, zoom: 1 });
    camera.panBy(900, 900);
    expect(camera.view()).toMatchObject({ x: 120, y: 120 });
    camera.panBy(-5000, -5000);
    expect(camera.view().x + 1000).toBeCloseTo(800 / 3);
    expect(camera.view().y + 500).toBeCloseTo(600 / 3);
    camera.zoomTo(0.1);
    camera.fitAll();
    const { x, y, zoom } = camera.view();
    expect(x).toBeCloseTo((800 - 1000 * zoom) / 2);
    expect(y).toBeCloseTo((600 - 500 * zoom) / 2);
  });

  it('animates for 200 ms, and not at all with reduced motion (U59)', () => {
    const moving = cameraAt({ x: 0, y: 0, zoom: 1 }, false);
    moving.camera.zoomIn();
    expect(moving.asked[0]?.ms).toBe(200);
    const still = cameraAt({ x: 0, y: 0, zoom: 1 }, true);
    still.camera.zoomIn();
    expect(still.asked[0]?.ms).toBe(0);
  });

  it('takes a report of where it stands already for no movement', () => {
    const { camera } = cameraAt({ x: 0, y: 0, zoom: 1 });
    vi.advanceTimersByTime(1000);
    let told = 0;
    camera.subscribe(() => (told += 1));
    camera.moved({ ...camera.view() });
    expect(camera.isMoving()).toBe(false);
    expect(told).toBe(0);
    camera.moved({ ...camera.view(), x: 1 });
    expect(camera.isMoving()).toBe(true);
    expect(told).toBe(1);
  });

  it('tells of rest once a movement has ended, however long it took', () => {
    const { camera } = cameraAt({ x: 0, y: 0, zoom: 1 });
    vi.advanceTimersByTime(1000);
    let rests = 0;
    camera.onRest(() => (rests += 1));
    for (let at = 20; at <= 600; at += 20) {
      camera.moved({ x: -at, y: 0, zoom: 1, width: 800, height: 600 });
      vi.advanceTimersByTime(20);
      expect(camera.isMoving()).toBe(true);
    }
    expect(rests).toBe(0);
    vi.advanceTimersByTime(restMs + frameMs);
    expect(rests).toBe(1);
    expect(camera.isMoving()).toBe(false);
  });

  it('takes a frame that lasts longer than a pause for none: what has come meanwhile is heard first', () => {
    const { camera } = cameraAt({ x: 0, y: 0, zoom: 1 });
    vi.advanceTimersByTime(1000);
    let rests = 0;
    camera.onRest(() => (rests += 1));
    for (const zoom of [0.9, 0.8, 0.7]) {
      camera.moved({ x: 0, y: 0, zoom, width: 800, height: 600 });
      // The timer is late already, the next turn of the wheel comes before the next frame.
      vi.advanceTimersByTime(restMs);
      expect(camera.isMoving()).toBe(true);
    }
    expect(rests).toBe(0);
    vi.advanceTimersByTime(restMs + frameMs);
    expect(rests).toBe(1);
  });
});
