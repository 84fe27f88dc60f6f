/**
 * The names of blueprint lines, which stay at the left of the view while the map moves below them: each on a small canvas
 * of its own over the underlay. While the camera pans they are only moved; as a part of the underlay's picture they would
 * have all of it sent to the screen anew with every frame.
 *
 * Drawn by the painter of the underlay, at whole pixels of the device. Gives back its undoing.
 */
import type { Box, SceneGroup, SceneItem } from '../layout/scene.ts';
import { paintGroups } from '../paint/paintScene.ts';
import type { MapSession } from '../state/mapSession.ts';
import { subscribeOutline } from '../state/outline.ts';
import type { Theme } from '../theme/colours.ts';
import { canvasCamera } from './camera.ts';
import { grown } from './frames.ts';
import { putWithCamera } from './putWithCamera.ts';
import { shownLineNames } from './underlayScene.ts';

/** Letters of a Chinese name reach so far beyond its patch of paper, map units. */
const overhang = 2;

export function mountLineNames(layer: HTMLElement, session: MapSession): () => void {
  const { projection, screen } = session;
  const shown = new Map<string, LineName>();

  const place = (): void => {
    const { names, itemsOf } = shownLineNames(session, canvasCamera.view().zoom);
    const ids = new Set(names.map(({ id }) => id));
    for (const [id, name] of shown) {
      if (ids.has(id)) continue;
      name.canvas.remove();
      shown.delete(id);
    }
    for (const group of names) {
      let name = shown.get(group.id);
      if (!name) {
        name = createLineName();
        shown.set(group.id, name);
        layer.append(name.canvas);
      }
      name.show(group, itemsOf(group), screen.getState().theme);
    }
  };
  const drawAnew = (): void => {
    for (const name of shown.values()) name.forget();
    place();
  };
  const stops = [
    canvasCamera.subscribe(place),
    canvasCamera.onRest(place),
    // No name of a line is a word of a touchpoint.
    subscribeOutline(projection, place),
    screen.subscribe((state, before) => {
      if (
        state.theme !== before.theme ||
        state.dimming !== before.dimming ||
        state.drag?.room !== before.drag?.room
      )
        place();
    }),
  ];
  document.fonts?.addEventListener('loadingdone', drawAnew);
  place();
  return () => {
    for (const stop of stops) stop();
    document.fonts?.removeEventListener('loadingdone', drawAnew);
    for (const { canvas } of shown.values()) canvas.remove();
  };
}

interface LineName {
  readonly canvas: HTMLCanvasElement;
  /** Puts it to the left of the view, drawn as it is now. */
  show(group: SceneGroup, items: readonly SceneItem[], theme: Theme): void;
  /** Has it drawn anew when it is next shown. */
  forget(): void;
}

function createLineName(): LineName {
  const canvas = document.createElement('canvas');
  let drawn: readonly unknown[] = [];
  return {
    canvas,
    forget() {
      drawn = [];
    },
    show(group, items, theme) {
      const view = canvasCamera.view();
      const ratio = devicePixelRatio;
      const scale = view.zoom * ratio;
      const box = reachOf(group, items);
      const top = box.y * scale + view.y * ratio;
      const isSeen =
        items.length > 0 && top < view.height * ratio && top + box.height * scale > 0 && view.width > 0;
      const display = isSeen ? '' : 'none';
      if (canvas.style.display !== display) canvas.style.display = display;
      if (!isSeen) return;
      const left = Math.max(0, view.x) * ratio + box.x * scale;
      const corner = { x: Math.floor(left), y: Math.floor(top) };
      putWithCamera(canvas, corner.x / ratio, corner.y / ratio);
      const within = { x: hundredths(left - corner.x), y: hundredths(top - corner.y) };
      const now = [items, theme, scale, ratio, within.x, within.y];
      if (now.every((one, index) => one === drawn[index])) return;
      drawn = now;
      const width = Math.ceil(box.width * scale) + 1;
      const height = Math.ceil(box.height * scale) + 1;
      Object.assign(canvas, { width, height });
      Object.assign(canvas.style, { width: `${width / ratio}px`, height: `${height / ratio}px` });
      const context = canvas.getContext('2d');
      context?.setTransform(scale, 0, 0, scale, within.x - box.x * scale, within.y - box.y * scale);
      if (context)
        paintGroups(context, [group], {
          theme,
          view: box,
          drawingOf: () => ({ origin: group.origin, items }),
        });
    },
  };
}

/** What a name covers at the detail it is drawn in: its patch, which is wider from afar, and what hangs over. */
function reachOf({ box, origin }: SceneGroup, items: readonly SceneItem[]): Box {
  const right = Math.max(
    box.x + box.width,
    ...items.flatMap((item) => (item.kind === 'rect' ? [origin.x + item.x + item.width] : [])),
  );
  return grown({ ...box, width: right - box.x }, overhang);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
