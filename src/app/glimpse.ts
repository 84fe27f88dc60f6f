/**
 * The glimpse of a map (src/glimpse): shown, and answering clicks, before any of the code that draws maps has come, and
 * taken away when the first picture lies below it. A page has one at most.
 */
import type { Glimpse } from '../glimpse/glimpse.ts';
import { localDay } from '../model/localDay.ts';

let isOver = false;
let selected: string | null = null;
let canvas: HTMLCanvasElement | null = null;
let frame: HTMLElement | null = null;

const facesWaitMs = 500;
/** What stands above and below the map, px: top bar and points of view, and the status line. */
const around = { mouse: { top: 96, foot: 28 }, finger: { top: 104, foot: 44 } } as const;

/** Asks the server for it, and shows it when it has one. Never throws: the first picture follows anyway. */
export async function showGlimpse(mapId: string, token: string, theme: 'light' | 'dark'): Promise<void> {
  const { top, foot } = around[matchMedia('(pointer: coarse)').matches ? 'finger' : 'mouse'];
  const [width, height] = [innerWidth, innerHeight - top - foot];
  const query = new URLSearchParams({
    width: `${width}`,
    height: `${height}`,
    theme,
    today: localDay(),
  });
  try {
    const answer = await fetch(`/api/maps/${mapId}/glimpse?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (answer.status === 200) show((await answer.json()) as Glimpse, { top, width, height });
  } catch {
    // No network, or an older server.
  }
}

interface Place {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function show({ strokes, boxes }: Glimpse, { top, width, height }: Place): void {
  if (isOver) return;
  const shown = document.createElement('canvas');
  const ratio = devicePixelRatio;
  const context = shown.getContext('2d', { alpha: false });
  if (!context) return;
  Object.assign(shown, { width: width * ratio, height: height * ratio });
  shown.style.cssText = `position:fixed;z-index:1;left:0;top:${top}px;width:${width}px;height:${height}px`;
  const draw = () => {
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const [name, ...values] of strokes)
      if (name.endsWith('=')) Reflect.set(context, name.slice(0, -1), values[0]);
      else (Reflect.get(context, name) as (...values: readonly unknown[]) => void).apply(context, values);
  };
  draw();
  // Where the first picture lets wait for it, once more in the faces that it has asked for.
  setTimeout(() => void document.fonts.ready.then(() => isOver || draw()), facesWaitMs);
  shown.dataset['part'] = 'glimpse';
  shown.ariaHidden = 'true';
  shown.addEventListener('click', ({ offsetX, offsetY }) => {
    const box = boxes.findLast(
      ([, x, y, w, h]) => offsetX >= x && offsetX < x + w && offsetY >= y && offsetY < y + h,
    );
    select(box, top);
  });
  canvas = shown;
  document.body.append(shown);
}

function select(box: Glimpse['boxes'][number] | undefined, top: number): void {
  frame?.remove();
  selected = null;
  if (!box) return;
  const [id, x, y, width, height] = box;
  selected = id;
  frame = document.createElement('div');
  frame.dataset['part'] = 'selection-frame';
  // As far from the card and as thick as that of the first picture.
  frame.style.cssText = `position:fixed;z-index:1;left:${x - 5}px;top:${y + top - 5}px;width:${width + 6}px;height:${height + 6}px;border:2px solid var(--signal)`;
  document.body.append(frame);
}

/** Takes it away for good; gives what was selected on it. */
export function endGlimpse(): string | null {
  isOver = true;
  canvas?.remove();
  frame?.remove();
  const id = selected;
  selected = null;
  return id;
}
