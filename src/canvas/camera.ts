/**
 * Where the canvas looks: the one place that toolbar, status line, heads, cursors and gestures ask or tell.
 *
 * React Flow owns the transform; `MapCanvas` attaches a driver and reports every movement here. Nothing in React
 * reads the transform per frame: whoever follows the camera subscribes and writes to the DOM itself.
 * Units: `x`, `y` are screen px from the pane's corner to the map's (0, 0); `visible()` is in map units.
 * The map never leaves the view (`cameraBounds`): requests are kept inside, and so are React Flow's own gestures.
 * Without an attached canvas every request is ignored.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import type { Box, Point } from '../layout/scene.ts';
import { nextFrame } from '../state/frame.ts';
import { boundingBox, boxOfRecord } from './boxes.ts';

export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface CameraView extends CameraPlace {
  /** Size of the pane in px. */
  readonly width: number;
  readonly height: number;
}

/** What a mounted canvas gives the camera. */
export interface CameraDriver {
  set(place: CameraPlace, durationMs: number): void;
  /** The pane's corner in client px. */
  corner(): Point;
  layout(): MapLayout;
  selection(): ReadonlySet<string>;
}

export const minZoom = 0.1;
export const maxZoom = 4;
/** And a frame more after the last movement; then text sharpens and the window of mounted nodes is chosen anew. */
export const restMs = 110;
const moveMs = 200;
const marginPx = 32;
/** How much empty desk may be seen above and to the left of the map, where it is larger than the view. */
const deskPx = 120;

export interface CanvasCamera {
  view(): CameraView;
  /** What the pane shows, in map units. */
  visible(): Box;
  toMap(client: Point): Point;
  toClient(point: Point): Point;
  /** Every frame in which the camera moves or the pane changes its size. */
  subscribe(listener: (view: CameraView) => void): () => void;
  /** When it has come to rest, and once when the pane has its first size. */
  onRest(listener: (view: CameraView) => void): () => void;
  /** Between a movement and the rest after it. */
  isMoving(): boolean;
  /** The same, as long as nothing but the place has changed with the latest movement. */
  isPanning(): boolean;
  fitAll(): void;
  fitSelection(): void;
  fitBox(box: Box, largestZoom?: number): void;
  zoomIn(): void;
  zoomOut(): void;
  /** To a zoom (1 = 100 %), around the middle of the pane. */
  zoomTo(zoom: number): void;
  panBy(dxPx: number, dyPx: number): void;
  /** To where it was before, at once. */
  putBack(place: CameraPlace): void;
  /** Zooms so that the map point under a client point stays there. */
  zoomAt(client: Point, zoom: number): void;
  /** Puts a touchpoint, cell, link, stage or lane into the middle; false when the map does not draw it. */
  centreOnRecord(id: string): boolean;
  /** "C" or "C2" (any case); false when there is no such stage or lane. */
  centreOnAddress(address: string): boolean;
  /** Moves as little as needed so that a box is wholly in view. */
  reveal(box: Box): void;
  /** The same for a record; nothing when the map does not draw it. */
  revealRecord(id: string): void;
  attach(driver: CameraDriver): () => void;
  /** Whether there is a canvas that can be moved. */
  isAttached(): boolean;
  /** Reported by the canvas. */
  moved(view: CameraView): void;
}

export function createCamera(prefersStill: () => boolean = stillByPreference): CanvasCamera {
  let driver: CameraDriver | null = null;
  let view: CameraView = { x: 0, y: 0, zoom: 1, width: 0, height: 0 };
  const followers = new Set<(view: CameraView) => void>();
  const resters = new Set<(view: CameraView) => void>();
  /** Undoes the waiting for rest; null at rest. */
  let stopWaiting: (() => void) | null = null;
  let isPanning = false;

  const tellRest = (): void => {
    stopWaiting = null;
    isPanning = false;
    for (const listener of resters) listener(view);
  };
  // A frame may take longer than that: what has come meanwhile is heard before the next one, and then it is no rest.
  const awaitRest = (): void => {
    const timer = setTimeout(() => (stopWaiting = nextFrame(tellRest)), restMs);
    stopWaiting = () => clearTimeout(timer);
  };
  const go = (place: CameraPlace, durationMs = moveMs): void => {
    if (!driver) return;
    const zoom = clampZoom(place.zoom);
    const { x, y } = cameraBounds(zoom, view, driver.layout().extent);
    driver.set(
      { zoom, x: between(place.x, x.least, x.most), y: between(place.y, y.least, y.most) },
      prefersStill() ? 0 : durationMs,
    );
  };
  // `mostY`: how much desk may come above the map, px.
  const centre = (box: Box, zoom: number, mostY = Infinity): void => {
    const held = clampZoom(zoom);
    go({
      zoom: held,
      x: view.width / 2 - (box.x + box.width / 2) * held,
      y: Math.min(mostY, view.height / 2 - (box.y + box.height / 2) * held),
    });
  };
  // No more of it than there is.
  const goTo = (box: Box): void => centre(box, Math.max(view.zoom, 0.61), Math.max(view.y, 0));
  // Around the middle; no more desk comes before the map's beginning than was there, while the map fills the view.
  const step = (zoom: number): void => {
    const held = clampZoom(zoom);
    const factor = held / view.zoom;
    const extent = driver?.layout().extent ?? { width: 0, height: 0 };
    const along = (at: number, seen: number, drawn: number): number => {
      const wanted = seen / 2 - (seen / 2 - at) * factor;
      return drawn * held > seen ? Math.min(wanted, Math.max(at, 0)) : wanted;
    };
    const x = along(view.x, view.width, extent.width);
    go({ zoom: held, x, y: along(view.y, view.height, extent.height) });
  };

  const camera: CanvasCamera = {
    view: () => view,
    visible: () => ({
      x: -view.x / view.zoom,
      y: -view.y / view.zoom,
      width: view.width / view.zoom,
      height: view.height / view.zoom,
    }),
    toMap(client) {
      const corner = driver?.corner() ?? { x: 0, y: 0 };
      return { x: (client.x - corner.x - view.x) / view.zoom, y: (client.y - corner.y - view.y) / view.zoom };
    },
    toClient(point) {
      const corner = driver?.corner() ?? { x: 0, y: 0 };
      return { x: point.x * view.zoom + view.x + corner.x, y: point.y * view.zoom + view.y + corner.y };
    },
    subscribe(listener) {
      followers.add(listener);
      return () => followers.delete(listener);
    },
    onRest(listener) {
      resters.add(listener);
      return () => resters.delete(listener);
    },
    isMoving: () => stopWaiting !== null,
    isPanning: () => isPanning,
    fitAll() {
      const layout = driver?.layout();
      if (layout) camera.fitBox({ x: 0, y: 0, ...layout.extent }, 1);
    },
    fitSelection() {
      const layout = driver?.layout();
      const box =
        layout && boundingBox([...(driver?.selection() ?? [])].map((id) => boxOfRecord(layout, id)));
      if (box) camera.fitBox(box, 1.5);
    },
    fitBox(box, largestZoom = maxZoom) {
      const zoom = Math.min(
        (view.width - 2 * marginPx) / Math.max(1, box.width),
        (view.height - 2 * marginPx) / Math.max(1, box.height),
        largestZoom,
      );
      centre(box, zoom);
    },
    zoomIn: () => step(nextStep(view.zoom, 1)),
    zoomOut: () => step(nextStep(view.zoom, -1)),
    zoomTo: step,
    putBack: (place) => go(place, 0),
    panBy: (dxPx, dyPx) => go({ x: view.x + dxPx, y: view.y + dyPx, zoom: view.zoom }, 0),
    zoomAt(client, zoom) {
      const corner = driver?.corner() ?? { x: 0, y: 0 };
      const at = { x: client.x - corner.x, y: client.y - corner.y };
      const held = clampZoom(zoom);
      const factor = held / view.zoom;
      go({ zoom: held, x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor }, 0);
    },
    centreOnRecord(id) {
      const layout = driver?.layout();
      const box = layout && boxOfRecord(layout, id);
      if (!box) return false;
      goTo(box);
      return true;
    },
    centreOnAddress(address) {
      const layout = driver?.layout();
      const parts = /^\s*([a-z]+)\s*(\d*)\s*$/i.exec(address);
      if (!layout || !parts) return false;
      const stage = layout.stages.find((column) => column.letter === parts[1]?.toUpperCase());
      const lane = parts[2] ? layout.lanes.find((row) => row.number === Number(parts[2])) : layout.lanes[0];
      if (!stage || !lane) return false;
      goTo({ x: stage.x, y: lane.y, width: stage.width, height: lane.height });
      return true;
    },
    reveal(box) {
      const left = box.x * view.zoom + view.x;
      const top = box.y * view.zoom + view.y;
      const dx = nudge(left, left + box.width * view.zoom, view.width);
      const dy = nudge(top, top + box.height * view.zoom, view.height);
      if (dx !== 0 || dy !== 0) go({ x: view.x + dx, y: view.y + dy, zoom: view.zoom });
    },
    revealRecord(id) {
      const layout = driver?.layout();
      const box = layout && boxOfRecord(layout, id);
      if (box) camera.reveal(box);
    },
    attach(next) {
      driver = next;
      return () => {
        if (driver === next) driver = null;
        stopWaiting?.();
        stopWaiting = null;
        isPanning = false;
      };
    },
    isAttached: () => driver !== null,
    moved(next) {
      const isFirst = view.width === 0;
      // React Flow comes when the map is drawn already, and tells where it stands: no movement to wait out.
      if (!isFirst && isSameView(view, next)) return;
      isPanning =
        camera.isMoving() &&
        view.zoom === next.zoom &&
        view.width === next.width &&
        view.height === next.height;
      view = next;
      for (const listener of followers) listener(view);
      stopWaiting?.();
      if (isFirst) tellRest();
      else awaitRest();
    },
  };
  return camera;
}

/** The camera of the page's one canvas. */
export const canvasCamera: CanvasCamera = createCamera();

export function clampZoom(zoom: number): number {
  return Math.min(maxZoom, Math.max(minZoom, zoom));
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/**
 * Where the map's corner may lie at a zoom, in px from the pane's corner: a little desk before the map's beginning (or
 * the map in the middle, where it is smaller than the view), and its end not before the first third of the view.
 */
export function cameraBounds(
  zoom: number,
  pane: { readonly width: number; readonly height: number },
  map: { readonly width: number; readonly height: number },
): { readonly x: Range; readonly y: Range } {
  const range = (seen: number, drawn: number): Range => ({
    least: seen / 3 - drawn,
    most: Math.max(deskPx, (seen - drawn) / 2),
  });
  return { x: range(pane.width, map.width * zoom), y: range(pane.height, map.height * zoom) };
}

function isSameView(a: CameraView, b: CameraView): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom && a.width === b.width && a.height === b.height;
}

function between(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The next full ten per cent above or below. */
export function nextStep(zoom: number, direction: 1 | -1): number {
  const tenths = Math.round(zoom * 1000) / 100;
  const next = direction > 0 ? Math.floor(tenths + 0.001) + 1 : Math.ceil(tenths - 0.001) - 1;
  return clampZoom(next / 10);
}

/**
 * How far to shift a span so that it lies inside 0 … size with a margin, its start first; 0 when all of it is seen, or
 * when it fills the view already (a stage from top to bottom): to shift it would show less of it.
 */
function nudge(from: number, to: number, size: number): number {
  if (from < 0) return to > size ? 0 : marginPx - from;
  if (to > size) return Math.min(0, Math.max(size - marginPx - to, marginPx - from));
  return 0;
}

/** Whether the person wants less motion. */
export function stillByPreference(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
