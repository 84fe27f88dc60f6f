/**
 * The programs as the bench sees them: an address, how to tell that the map is drawn and what is selected, where the
 * canvas looks, and how far a turn of the wheel zooms. The script of gestures is the same for all.
 */
import type { Page } from '@playwright/test';
import { peerNames, type PeerName } from './peers.ts';

export type ProgramName = 'Touchline' | PeerName;
export const programNames: readonly ProgramName[] = ['Touchline', ...peerNames];

export interface Camera {
  /** Px from the pane's corner to the map's. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Program {
  /** `deltaY` of a wheel event with Ctrl that multiplies the zoom by a factor, at a zoom; or goes as far towards it as one event does. */
  zoomDelta(zoom: number, factor: number): number;
  /** Put into the page before its own scripts: gives `window.bench` where the page does not do so itself. */
  readonly probe: (() => void) | null;
  /** The button that closes a panel which stays open when nothing is selected any more, and would make the canvas smaller. */
  readonly closePanel: string | null;
  /** What the program is measured for, beside loading and memory; everything when absent. */
  readonly gestures?: readonly string[];
}

/** Touchline says it through what it shows: its drawn map, the frames of its selection, the transform of its viewport. */
function probeTouchline(): void {
  const viewport = (): HTMLElement | null => document.querySelector<HTMLElement>('.react-flow__viewport');
  Object.assign(window, {
    bench: {
      // Many are framed in one stroke, which says how many.
      selected: () =>
        Number(document.querySelector<SVGElement>('[data-part="selection-frames"]')?.dataset['count'] ?? 0) ||
        document.querySelectorAll('[data-part="selection-frame"]').length,
      // By the server, ahead, or by the page.
      drawn: () =>
        document.querySelector('[data-part="glimpse"], [data-part="underlay"][data-drawn="true"]') !== null,
      // Clicks select on the first picture; the rest of the script wants the live canvas.
      live: () => document.querySelector('[data-editing="ready"] [data-testid="touchpoint"]') !== null,
      camera: () => {
        const { a, e, f } = new DOMMatrix(viewport()?.style.transform);
        return { x: e, y: f, zoom: a };
      },
    },
  });
}

/** React Flow's own wheel, with and without Touchline around it: 2 ^ (-0.002 deltaY). */
const reactFlowZoom = (_zoom: number, factor: number): number => -Math.log2(factor) / 0.002;

const atMostTen = (delta: number): number => Math.min(10, Math.max(-10, delta));

export const programs: Readonly<Record<ProgramName, Program>> = {
  Touchline: {
    zoomDelta: reactFlowZoom,
    probe: probeTouchline,
    closePanel: '[data-testid="inspector"] header button:last-child',
  },
  'React Flow': { zoomDelta: reactFlowZoom, probe: null, closePanel: null },
  // One hundredth of the zoom a unit, at most ten units an event.
  // Held to loading and, as one of the peers, to the drag of a hundred: at 3,000 the rest takes minutes a round.
  tldraw: {
    zoomDelta: (_zoom, factor) => atMostTen((1 - factor) * 100),
    probe: null,
    closePanel: null,
    gestures: ['marquee', 'drag 100'],
  },
  // One hundredth of 100 % a unit, at most ten units an event.
  Excalidraw: {
    zoomDelta: (zoom, factor) => atMostTen((zoom - zoom * factor) * 100),
    probe: null,
    closePanel: null,
  },
};

interface BenchPage {
  selected(): number;
  drawn(): boolean;
  /** Where gestures come later than clicks. */
  live?(): boolean;
  camera(): Camera;
  /** Of the peers' own pages. */
  look?(camera: Camera): void;
  deselect?(): void;
}

export async function selectedIn(page: Page): Promise<number> {
  return page.evaluate(() => (Reflect.get(window, 'bench') as BenchPage).selected());
}

export async function cameraOf(page: Page): Promise<Camera> {
  return page.evaluate(() => (Reflect.get(window, 'bench') as BenchPage).camera());
}

/** Puts the camera somewhere at once, where the page can; false where it takes turns of the wheel. */
export async function lookAt(page: Page, camera: Camera): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { look } = Reflect.get(window, 'bench') as BenchPage;
    look?.(wanted);
    return look !== undefined;
  }, camera);
}

/** Lets go of what is selected, where the page can do that by itself. */
export async function deselectIn(page: Page): Promise<void> {
  await page.evaluate(() => (Reflect.get(window, 'bench') as BenchPage).deselect?.());
}

/** Resolves when the map is drawn. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => (Reflect.get(window, 'bench') as BenchPage | undefined)?.drawn() === true,
    undefined,
    { polling: 'raf', timeout: 120_000 },
  );
}

/** Resolves when the program answers to every gesture. */
export async function untilLive(page: Page): Promise<void> {
  await page.waitForFunction(
    () => (Reflect.get(window, 'bench') as BenchPage).live?.() !== false,
    undefined,
    { polling: 'raf', timeout: 120_000 },
  );
}
