/**
 * What only Touchline is measured for: cards mounted at any zoom, how often a drag writes, and whether anything is blank or
 * stale in mid-gesture. On the real page, beside the timed rounds.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { frameKind } from '../../../src/protocol/frames.ts';
import type { CreatedMap } from '../../../src/protocol/http.ts';
import type { Row } from '../results.ts';
import type { PeerDrawing } from '../peers/shared/drawing.ts';
import type { BenchBrowser } from './browser.ts';
import { compareCards, type Looked, type PxBox } from './pictures.ts';
import { cameraOf } from './programs.ts';
import type { Pane, Script } from './script.ts';

/** One page of ours, opened and at rest. */
export interface OpenPage {
  readonly browser: BenchBrowser;
  readonly script: Script;
  readonly drawing: PeerDrawing;
  readonly pane: Pane;
  readonly map: CreatedMap;
  readonly serverUrl: string;
}

export interface Mounted {
  /** At any zoom, while moving too. */
  readonly atAnyZoom: number;
  /** With all cards selected at fit. */
  readonly allSelected: number;
}

/** Most cards in the page at once, seen in every frame of a journey through all zooms. */
export async function mostMounted({ browser, script }: OpenPage): Promise<Mounted> {
  const { page } = browser;
  await page.evaluate(() => {
    const state = { most: 0, isOver: false };
    Object.assign(window, { benchMounted: state });
    const look = (): void => {
      state.most = Math.max(state.most, document.querySelectorAll('[data-testid="touchpoint"]').length);
      if (!state.isOver) requestAnimationFrame(look);
    };
    look();
  });
  // What is measured next on this page must not find it looking at every frame.
  const most = (): Promise<number> =>
    page.evaluate(() => {
      const state = Reflect.get(window, 'benchMounted') as { most: number; isOver: boolean };
      state.isOver = true;
      return state.most;
    });
  for (const zoom of [0.62, 0.5, 0.4, 0.32, 0.25, 0.18, 0.13, 0.1]) await script.goTo(script.centred(zoom));
  for (const zoom of [0.3, 0.6, 1]) await script.goTo(script.centred(zoom));
  const atAnyZoom = await most();
  await script.goTo(script.centred(script.fitZoom()));
  await page.keyboard.press('Control+a');
  await browser.rest(1000);
  const allSelected = await page.locator('[data-testid="touchpoint"]').count();
  await page.keyboard.press('Escape');
  return { atAnyZoom, allSelected };
}

/** Updates that one drag of one card and one of a hundred send to the server: one each is one transaction each. */
export async function writesOfDrags({ browser, script }: OpenPage): Promise<{ one: number; many: number }> {
  let updates = 0;
  const syncUpdate = 2;
  browser.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === frameKind.sync && payload[1] === syncUpdate)
        updates += 1;
    }),
  );
  // Only sockets that are opened from now on are heard.
  await browser.page.reload();
  await script.untilEditable();
  const during = async (gesture: () => Promise<unknown>): Promise<number> => {
    const before = updates;
    await gesture();
    await sleep(1000);
    return updates - before;
  };
  const one = await during(() => script.dragOne());
  await script.marquee();
  return { one, many: await during(() => script.dragBlock()) };
}

/** Pictures while panning, zooming both ways, panning at fit and dragging a hundred, each against the same place at rest. */
export async function lookInMidGesture(open: OpenPage): Promise<Looked> {
  const { browser, script } = open;
  const looked: Looked[] = [];
  const look = async (keepMoving: (index: number) => Promise<void>): Promise<void> => {
    looked.push(await mid(open, keepMoving));
  };
  const nudge = (index: number): Promise<void> => browser.wheel(index % 2 === 0 ? 1 : -1, 0);
  // Half a screen and a whole one at once: nothing of it was mounted before.
  for (const distance of [600, 1300, -900]) {
    await script.goTo({ x: -800, y: -300, zoom: 0.8 });
    await browser.paced(6, () => browser.wheel(distance / 6, 40));
    await look(nudge);
  }
  for (const [from, to] of [
    [0.8, 0.45],
    [0.45, 0.2],
    [0.2, 0.5],
    [0.3, 0.9],
  ] as const) {
    await script.goTo(script.centred(from));
    await script.zoomBy(to / from);
    await look(nudge);
  }
  await script.goTo(script.centred(script.fitZoom()));
  await browser.paced(10, () => browser.wheel(20, 10));
  await look(nudge);
  return {
    cards: sum(looked.map(({ cards }) => cards)),
    blank: sum(looked.map(({ blank }) => blank)),
    stale: sum(looked.map(({ stale }) => stale)),
  };
}

/** One picture while the gesture goes on (a px to and fro, so that nothing comes to rest), one at the same place at rest. */
async function mid(
  { browser, drawing, pane }: OpenPage,
  keepMoving: (index: number) => Promise<void>,
): Promise<Looked> {
  const shot = { taken: false };
  const picture = browser.picture().finally(() => {
    shot.taken = true;
  });
  for (let index = 0; !shot.taken || index % 2 === 1; index += 1) await keepMoving(index);
  const moving = await picture;
  await browser.rest(900);
  const resting = await browser.picture();
  const camera = await cameraOf(browser.page);
  const boxes = drawing.cards
    .map((card): PxBox => ({
      x: pane.x + camera.x + card.x * camera.zoom,
      y: pane.y + camera.y + card.y * camera.zoom,
      width: card.width * camera.zoom,
      height: card.height * camera.zoom,
    }))
    .filter(
      ({ x, y, width, height }) =>
        x > pane.x + 8 &&
        y > pane.y + 8 &&
        x + width < pane.x + pane.width - 8 &&
        y + height < pane.y + pane.height - 8,
    );
  return compareCards(moving, resting, boxes);
}

export interface OwnFigures {
  readonly mounted: Mounted;
  readonly looked: Looked;
}

/** Rows of one size. */
export function ownRows(size: number, { mounted, looked }: OwnFigures): readonly Row[] {
  return [
    row(`all zooms, ${size}`, 'most mounted cards', '', mounted.atAnyZoom, 400),
    row(`all selected at fit, ${size}`, 'mounted cards', '', mounted.allSelected, 400),
    row(
      `pictures in mid-gesture, ${size}`,
      `blank cards of ${looked.cards}`,
      '',
      looked.cards > 0 ? looked.blank : Number.NaN,
      0,
    ),
    row(
      `pictures in mid-gesture, ${size}`,
      `stale cards of ${looked.cards}`,
      '',
      looked.cards > 0 ? looked.stale : Number.NaN,
      0,
    ),
  ];
}

/** A row of ours alone with an absolute target that must not be exceeded. */
export function row(workload: string, figure: string, unit: string, ours: number, most?: number): Row {
  return {
    suite: 'canvas',
    workload,
    figure,
    unit,
    ours,
    peers: {},
    targets: most === undefined ? [] : [{ against: 'absolute', is: '<=', value: most }],
  };
}

/** Of the drags: exactly one. */
export function writeRow(workload: string, writes: number): Row {
  const exact = row(workload, 'Yjs transactions', '', writes, 1);
  return { ...exact, targets: [...exact.targets, { against: 'absolute', is: '>=', value: 1 }] };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
