// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera } from '../../../src/canvas/camera.ts';
import { panAtEdges, panSpeed } from '../../../src/canvas/editing/panAtEdges.ts';

let frames: ((now: number) => void)[];
let now: number;
let pans: [number, number][];
let moves: number;
let ended: string;

beforeEach(() => {
  [frames, now, pans, moves, ended] = [[], 1000, [], 0, ''];
  vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((run) => frames.push(run));
  vi.spyOn(globalThis, 'cancelAnimationFrame').mockImplementation(() => {
    frames = [];
  });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.spyOn(canvasCamera, 'panBy').mockImplementation((dx, dy) => void pans.push([dx, dy]));
  canvasCamera.moved({ x: 0, y: 0, zoom: 1, width: 1000, height: 600 });
});
afterEach(() => vi.restoreAllMocks());

const gesture = () =>
  panAtEdges({
    move: () => void (moves += 1),
    end: () => void (ended = 'end'),
    cancel: () => void (ended = 'cancel'),
  });
const at = (x: number, y: number) => new PointerEvent('pointermove', { clientX: x, clientY: y });
/** So many frames, `ms` apart. */
function pass(count: number, ms: number): void {
  for (let index = 0; index < count; index += 1) {
    now += ms;
    const due = frames;
    frames = [];
    for (const run of due) run(now);
  }
}

describe('dragging near an edge (U22)', () => {
  it('moves the view at one speed whatever the frames, and the gesture with it', () => {
    const one = gesture();
    one.move(at(500, 300));
    one.move(at(990, 300));
    pass(10, 10);
    pass(5, 20);
    const far = pans.reduce((sum, [dx]) => sum + dx, 0);
    expect(far).toBeCloseTo((-panSpeed * 200) / 1000);
    expect(pans.every(([, dy]) => Math.abs(dy) === 0)).toBe(true);
    expect(moves).toBe(2 + 15);
  });

  it('looks where the view lies before the gesture writes to the page, which would be laid out twice a frame', () => {
    const did: string[] = [];
    vi.spyOn(canvasCamera, 'toClient').mockImplementation(() => {
      did.push('look');
      return { x: 0, y: 0 };
    });
    const one = panAtEdges({
      move: () => void did.push('write'),
      end: () => undefined,
      cancel: () => undefined,
    });
    one.move(at(500, 300));
    one.move(at(510, 300));
    expect(did).toEqual(['look', 'write', 'look', 'write']);
  });

  it('goes towards every edge, over corners both ways', () => {
    const one = gesture();
    one.move(at(500, 300));
    one.move(at(5, 595));
    pass(1, 10);
    expect(pans).toEqual([[6, -6]]);
  });

  it('goes in one direction alone where the pointer stands on a head', () => {
    const one = panAtEdges({ move: () => undefined, end: () => undefined, cancel: () => undefined }, 'x');
    one.move(at(500, 2));
    one.move(at(990, 2));
    pass(1, 10);
    expect(pans.map(([dx, dy]) => [dx, Math.abs(dy)])).toEqual([[-6, 0]]);
  });

  it('stops inside, at the drop and when it is cancelled', () => {
    for (const stop of ['inside', 'end', 'cancel'] as const) {
      pans = [];
      const one = gesture();
      one.move(at(500, 300));
      one.move(at(990, 300));
      if (stop === 'inside') one.move(at(500, 300));
      else if (stop === 'end') one.end(at(990, 300));
      else one.cancel();
      pass(3, 10);
      expect(pans, stop).toEqual([]);
      if (stop !== 'inside') expect(ended).toBe(stop);
    }
  });

  it('does not run away with what is taken up near an edge', () => {
    const one = gesture();
    one.move(at(990, 300));
    one.move(at(985, 300));
    pass(3, 10);
    expect(pans).toEqual([]);
  });
});
