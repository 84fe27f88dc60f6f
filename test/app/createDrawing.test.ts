// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createDrawing } from '../../src/app/createDrawing.ts';
import { memoryStorage } from '../../src/app/safeStorage.ts';
import { rememberVisit } from '../../src/app/rememberVisit.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutSteps } from '../../src/layout/layoutMap.ts';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import { parseMap } from '../../src/model/parseMap.ts';
import { rememberedMap, rememberedPicture } from '../../src/state/deviceMaps.ts';
import { largeMap } from '../support/largeMap.ts';
import { panelSession } from '../support/panelSession.tsx';
import { templates } from '../support/templates.ts';

const airline = templates.find(({ name }) => name === 'airline-tiers.en')?.map;
if (!airline) throw new Error('no airline among the templates');
const map = airline;

describe('the drawing of an open map', () => {
  it('is empty until the code that lays out has come, then whole, and without what is hidden', async () => {
    const { projection, screen } = panelSession(map);
    const drawing = createDrawing(
      screen,
      (error) => {
        throw error;
      },
      () =>
        Promise.resolve((journey, seen, previous) =>
          layoutSteps(journey, { ...layoutOptionsFor(journey), ...seen }, previous ?? undefined),
        ),
    );
    expect(drawing.layout(map, null).stages).toEqual([]);
    const stop = drawing.keepUp(projection);
    await vi.waitFor(() => expect(drawing.layout(map, null).stages).toHaveLength(map.stages.length));
    const [lane] = map.lanes;
    screen.setState({ hiddenLanes: new Set([lane?.id ?? '']) });
    expect(projection.getState().layout.lanes.map(({ id }) => id)).not.toContain(lane?.id);
    stop();
    screen.setState({ hiddenLanes: new Set() });
    expect(projection.getState().layout.lanes.map(({ id }) => id)).not.toContain(lane?.id);
  });

  it('lays out the same map for another session from what it has, links and all', async () => {
    const { projection, screen } = panelSession(map);
    const given: (MapLayout | null)[] = [];
    const drawing = createDrawing(
      screen,
      () => undefined,
      () =>
        Promise.resolve((journey, seen, previous) => {
          given.push(previous);
          return layoutSteps(journey, { ...layoutOptionsFor(journey), ...seen }, previous ?? undefined);
        }),
    );
    const stop = drawing.keepUp(projection);
    await vi.waitFor(() => expect(given).toHaveLength(1));
    const first = projection.getState().layout;
    const nothing = drawing.layout({ ...map, stages: [], lanes: [], touchpoints: [], links: [] }, null);
    expect(nothing.stages).toEqual([]);
    const again = drawing.layout(structuredClone(map), nothing);
    expect(given.at(-1)).toBe(first);
    expect(again.links).toBe(first.links);
    expect(again.cards).toBe(first.cards);
    stop();
  });

  it('finds ways for links near the window first, and for all of them with the session that can move about', async () => {
    const large = parseMap(largeMap(300));
    if (!large.ok) throw new Error('the large map is not valid');
    const { projection, screen } = panelSession(large.map);
    const drawing = createDrawing(
      screen,
      () => undefined,
      () =>
        Promise.resolve((journey, seen, previous) =>
          layoutSteps(journey, { ...layoutOptionsFor(journey), ...seen }, previous ?? undefined),
        ),
    );
    const stop = drawing.keepUp(projection, { x: 0, y: 0, width: 900, height: 600 });
    await vi.waitFor(() => expect(projection.getState().layout.links.length).toBeGreaterThan(0));
    const first = projection.getState().layout;
    expect(first.links.length).toBeLessThan(large.map.links.length / 2);
    expect(first.cards.size).toBe(300);
    expect(drawing.layout(large.map, null).links).toHaveLength(large.map.links.length);
    stop();
  });

  it('says so when the code cannot be fetched', async () => {
    const { projection, screen } = panelSession(map);
    const missing = vi.fn<(error: unknown) => void>();
    createDrawing(screen, missing, () => Promise.reject(new Error('offline'))).keepUp(projection);
    await vi.waitFor(() => expect(missing).toHaveBeenCalledOnce());
  });
});

describe('what the home page remembers of a visit', () => {
  it('is written when the page is left: title, words to find it by, picture', async () => {
    const storage = memoryStorage();
    const { projection } = panelSession(map);
    const visit = {
      id: 'm1',
      role: 'viewer',
      token: 'some-token-of-a-map',
      generation: 1,
      openedAt: 5,
    } as const;
    rememberVisit(storage, visit, projection)();
    const remembered = rememberedMap(storage, 'm1');
    expect(remembered).toMatchObject({ ...visit, title: map.map.title, state: 'current' });
    expect(remembered?.words).toContain(map.touchpoints[0]?.title);
    await vi.waitFor(() => expect(rememberedPicture(storage, 'm1')?.width).toBeGreaterThan(100));
  });
});
