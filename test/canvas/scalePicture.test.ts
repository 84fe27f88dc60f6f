import { describe, expect, it } from 'vitest';
import type { CameraView } from '../../src/canvas/camera.ts';
import { scaledTo, viewAhead } from '../../src/canvas/scalePicture.ts';
import { unmoved, type Drawn, type Sheet } from '../../src/canvas/drawnPicture.ts';

const view: CameraView = { x: 30, y: -20, zoom: 0.8, width: 1000, height: 600 };
const sheet: Sheet = { pane: { width: 2000, height: 1200 }, margin: 200 };
const whole = { x: 0, y: 0, width: 2400, height: 1600 };
const drawn: Drawn = { view, ratio: 2, ...unmoved, valid: whole };

/** What the camera sees after a zoom around a point of the pane, px. */
function zoomed(from: CameraView, factor: number, x = 500, y = 300): CameraView {
  return { ...from, zoom: from.zoom * factor, x: x - (x - from.x) * factor, y: y - (y - from.y) * factor };
}

describe('a picture shown at another zoom', () => {
  it('has every place of the map where the camera sees it', () => {
    const moved = { moved: { x: 90, y: 10 }, copied: { x: 60, y: 0 } };
    const now = zoomed({ ...view, x: view.x + 45, y: view.y + 5 }, 0.9, 400, 350);
    const scaled = scaledTo({ ...drawn, ...moved }, now, 2, sheet);
    if (!scaled) throw new Error('it reaches over all that is in view');
    for (const place of [
      { x: 0, y: 0 },
      { x: 700, y: 450 },
    ]) {
      const onCanvas = (axis: 'x' | 'y') =>
        200 + (place[axis] * view.zoom + view[axis]) * 2 + moved.copied[axis];
      const inPane = (axis: 'x' | 'y') => scaled[axis] - 200 + onCanvas(axis) * scaled.scale;
      expect(inPane('x')).toBeCloseTo((place.x * now.zoom + now.x) * 2);
      expect(inPane('y')).toBeCloseTo((place.y * now.zoom + now.y) * 2);
    }
  });

  it('is no use where it leaves something of the pane bare', () => {
    expect(scaledTo(drawn, zoomed(view, 0.84), 2, sheet)).not.toBeNull();
    expect(scaledTo(drawn, zoomed(view, 0.82), 2, sheet)).toBeNull();
    const paneAlone = { ...drawn, valid: { x: 200, y: 200, width: 2000, height: 1200 } };
    expect(scaledTo(paneAlone, zoomed(view, 1.1), 2, sheet)).not.toBeNull();
    expect(scaledTo(paneAlone, zoomed(view, 0.99), 2, sheet)).toBeNull();
    expect(scaledTo(paneAlone, { ...zoomed(view, 1.1), x: 40 }, 2, sheet)).toBeNull();
  });

  it('is no use when it is much too coarse, or of another pane or screen', () => {
    expect(scaledTo(drawn, zoomed(view, 2.4), 2, sheet)).not.toBeNull();
    expect(scaledTo(drawn, zoomed(view, 2.6), 2, sheet)).toBeNull();
    expect(scaledTo(drawn, { ...view, width: 999 }, 2, sheet)).toBeNull();
    expect(scaledTo(drawn, view, 1, sheet)).toBeNull();
  });
});

describe('where the camera will be', () => {
  it('is so many times the way it went from one frame to the next', () => {
    const before = { ...view, zoom: 0.5 };
    const now = zoomed(before, 0.9, 200, 100);
    const ahead = viewAhead(before, now, 2);
    const there = zoomed(zoomed(now, 0.9, 200, 100), 0.9, 200, 100);
    for (const part of ['x', 'y', 'zoom'] as const) expect(ahead[part]).toBeCloseTo(there[part]);
    expect(viewAhead(view, { ...view, x: 40 }, 3)).toEqual({ ...view, x: 70 });
  });

  it('is never beyond the farthest and nearest zoom, nor farther than a hand goes', () => {
    expect(viewAhead({ ...view, zoom: 0.12 }, { ...view, zoom: 0.11 }, 9).zoom).toBeGreaterThanOrEqual(0.1);
    expect(viewAhead({ ...view, zoom: 3.5 }, { ...view, zoom: 3.8 }, 9).zoom).toBeLessThanOrEqual(4);
    expect(viewAhead({ ...view, zoom: 1 }, { ...view, zoom: 0.8 }, 9).zoom).toBeGreaterThanOrEqual(0.4);
  });
});
