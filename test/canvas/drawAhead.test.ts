import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canvasCamera } from '../../src/canvas/camera.ts';
import { mountDrawAhead } from '../../src/canvas/drawAhead.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { Detail, SceneGroup } from '../../src/layout/scene.ts';
import type { MapSession } from '../../src/state/mapSession.ts';
import { createScreen } from '../../src/state/screen.ts';
import { buildMap } from '../support/buildMap.ts';

describe('drawing ahead of a zoom', () => {
  const asked: string[] = [];
  const view = { x: 0, y: 0, width: 800, height: 600 };
  let unmount = (): void => undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    canvasCamera.moved({ ...view, zoom: 0.8 });
    vi.runAllTimers();
  });
  afterEach(() => {
    unmount();
    vi.useRealTimers();
  });

  /** A map of two things, the second of them in view only from far away. */
  const mount = (): void => {
    const journey = buildMap({ touchpoints: [{ id: 'a' }] });
    const own = layoutMap(journey, layoutOptionsFor(journey));
    const groups = [groupAt('near', 10), groupAt('far', 2500)];
    const state = { journey, layout: { ...own, groups } };
    const screen = createScreen({ theme: 'light', language: 'en' });
    const session = { projection: { getState: () => state }, screen };
    unmount = mountDrawAhead(session as unknown as Pick<MapSession, 'projection' | 'screen'>);
  };
  const groupAt = (id: string, x: number): SceneGroup => {
    const box = { x, y: 10, width: 100, height: 80 };
    const itemsAt = (detail: Detail): readonly never[] => {
      asked.push(`${id} ${detail}`);
      return [];
    };
    return { id, role: 'touchpoint', title: id, origin: box, box, items: [], itemsAt };
  };

  it('draws at each coarser detail what a zoom out would show at it, once the camera has rested', () => {
    mount();
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(5000);
    expect(asked).toEqual(['near titles', 'near blocks', 'far blocks']);
  });

  it('draws nothing that is nearer than what is shown', () => {
    canvasCamera.moved({ ...view, zoom: 0.5 });
    mount();
    vi.advanceTimersByTime(5000);
    expect(asked).toEqual(['near blocks', 'far blocks']);
  });

  it('leaves a camera that moves its time', () => {
    mount();
    for (let x = 1; x < 50; x += 1) {
      canvasCamera.moved({ ...view, zoom: 0.8, x });
      vi.advanceTimersByTime(50);
    }
    expect(asked).toEqual([]);
  });

  it('stops when it is taken away', () => {
    mount();
    unmount();
    vi.advanceTimersByTime(5000);
    expect(asked).toEqual([]);
  });
});
