// @vitest-environment happy-dom
/** The names of blueprint lines at the left of the view: when they are drawn, and where they stand. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera, type CameraView } from '../../src/canvas/camera.ts';
import { mountLineNames } from '../../src/canvas/lineNames.ts';
import { loadTemplate } from '../support/arbitraryMap.ts';
import { buildSession } from './support/buildSession.ts';

const start: CameraView = { x: 0, y: 0, zoom: 0.8, width: 1200, height: 4000 };
const texts: string[] = [];
const { animate } = HTMLElement.prototype;

beforeEach(() => {
  const known: { [name: string]: unknown } = { fillText: (text: string) => void texts.push(text) };
  const context = new Proxy(known, {
    get: (target, name) => target[String(name)] ?? (() => undefined),
    set: () => true,
  });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never);
  // Where nothing can be animated, they are moved by their style.
  Object.assign(HTMLElement.prototype, { animate: undefined });
  canvasCamera.moved({ ...start, width: 1199 });
  canvasCamera.moved(start);
});
afterEach(() => {
  vi.restoreAllMocks();
  Object.assign(HTMLElement.prototype, { animate });
});

function mount() {
  const session = buildSession({ map: loadTemplate('saas-onboarding-blueprint.en') });
  const layer = document.createElement('div');
  const stop = mountLineNames(layer, session);
  const drawnDuring = (act: () => void): readonly string[] => {
    texts.length = 0;
    act();
    return [...texts];
  };
  const placeOf = (index: number): string =>
    [...layer.querySelectorAll('canvas')][index]?.style.transform ?? '';
  const lines = session.projection
    .getState()
    .layout.groups.filter(({ id }) => id.startsWith('blueprint-name.'));
  return { session, layer, stop, drawnDuring, placeOf, lines };
}

describe('the names of blueprint lines', () => {
  it('stand at the left of the view, on their lines, and are drawn no more while the camera pans', () => {
    const { layer, stop, drawnDuring, placeOf, lines } = mount();
    expect(layer.querySelectorAll('canvas')).toHaveLength(lines.length);
    expect(lines.length).toBeGreaterThan(0);
    const before = placeOf(0);
    const drawn = drawnDuring(() => canvasCamera.moved({ ...start, x: -300 }));
    expect(drawn).toEqual([]);
    expect(placeOf(0)).toBe(before);
    drawnDuring(() => canvasCamera.moved({ ...start, x: -300, y: 40 }));
    expect(Number(/, (-?\d+)px/.exec(placeOf(0))?.[1])).toBe(Number(/, (-?\d+)px/.exec(before)?.[1]) + 40);
    // Where desk is seen before the map's beginning they stand there.
    drawnDuring(() => canvasCamera.moved({ ...start, x: 100, y: 40 }));
    expect(Number(/\((-?\d+)px/.exec(placeOf(0))?.[1])).toBe(Number(/\((-?\d+)px/.exec(before)?.[1]) + 100);
    stop();
    expect(layer.children).toHaveLength(0);
  });

  it('are drawn anew at another zoom and in another theme, and not at all out of view or from afar', () => {
    const { session, layer, stop, drawnDuring } = mount();
    expect(drawnDuring(() => canvasCamera.moved({ ...start, zoom: 0.9 })).length).toBeGreaterThan(0);
    expect(drawnDuring(() => session.screen.setState({ theme: 'dark' })).length).toBeGreaterThan(0);
    const canvases = [...layer.querySelectorAll('canvas')];
    expect(canvases.every(({ style }) => style.display === '')).toBe(true);
    expect(drawnDuring(() => canvasCamera.moved({ ...start, zoom: 0.2 }))).toEqual([]);
    expect(canvases.every(({ style }) => style.display === 'none')).toBe(true);
    drawnDuring(() => canvasCamera.moved({ ...start, y: -9000 }));
    expect(canvases.every(({ style }) => style.display === 'none')).toBe(true);
    stop();
  });
});
