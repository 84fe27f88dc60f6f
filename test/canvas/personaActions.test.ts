// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { canvasCamera, type CameraPlace } from '../../src/canvas/camera.ts';
import { personaActions } from '../../src/canvas/personaActions.ts';
import { buildMap } from '../support/buildMap.ts';
import { panelSession } from '../support/panelSession.tsx';

let detach = (): void => undefined;
afterEach(() => {
  detach();
  vi.restoreAllMocks();
});

const map = buildMap({
  stages: [{ id: 's1', width: 640 }],
  lanes: [
    { id: 'l1', kind: 'contact', height: 2000 },
    { id: 'l2', kind: 'emotion' },
  ],
  personas: ['p1', 'p2'],
  touchpoints: [{ id: 't1', stageId: 's1', laneId: 'l1', t: 0.5, emotion: 1 }],
});

/** Presses R with the map standing at `y`; where the camera was sent. */
async function compareAt(
  y: number,
): Promise<{ session: ReturnType<typeof panelSession>; sent: CameraPlace[] }> {
  const session = panelSession(map);
  const sent: CameraPlace[] = [];
  detach = canvasCamera.attach({
    set: (place) => void sent.push(place),
    corner: () => ({ x: 0, y: 0 }),
    layout: () => session.projection.getState().layout,
    selection: () => new Set(),
  });
  canvasCamera.moved({ x: 0, y, zoom: 1, width: 800, height: 600 });
  personaActions.find(({ id }) => id === 'compareCurves')?.run(session);
  await vi.waitFor(() => expect(session.screen.getState().ribbons).not.toBeNull());
  return { session, sent };
}

it('comparing curves brings the curve into view when it is out of it, upwards and downwards alone', async () => {
  const { session, sent } = await compareAt(0);
  const lane = session.projection.getState().layout.lanes.find(({ kind }) => kind === 'emotion');
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  const [place] = sent;
  expect(place?.x).toBe(0);
  const top = (lane?.y ?? 0) + (place?.y ?? 0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top + (lane?.height ?? 0)).toBeLessThanOrEqual(600);
});

it('and leaves the view alone where the curve is seen', async () => {
  const { sent } = await compareAt(-1000);
  await Promise.resolve();
  expect(sent).toEqual([]);
});
