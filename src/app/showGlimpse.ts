/**
 * The glimpse of a map (src/glimpse): shown, and answering clicks, before any of the code that draws maps has come, and
 * taken away when the first picture lies below it. A page has one at most.
 */
import type { Glimpse } from '../glimpse/glimpse.ts';
import { localDay } from '../model/localDay.ts';

let isOver = false;
let selected: string | null = null;
let holder: HTMLElement | null = null;

const facesWaitMs = 500;
/** What stands above and below the map, px: top bar and points of view, and the status line. */
const around = { mouse: { top: 96, foot: 28 }, finger: { top: 104, foot: 44 } } as const;

/** Asks the server for it, and shows it when it has one. Never throws: the first picture follows anyway. */
export async function showGlimpse(mapId: string, token: string, theme: 'light' | 'dark'): Promise<void> {
  const { top, foot } = around[matchMedia('(pointer: coarse)').matches ? 'finger' : 'mouse'];
  const [width, height] = [innerWidth, innerHeight - top - foot];
  // Of another size of window it would be wrong.
  addEventListener('resize', takeAway, { once: true });
  const query = new URLSearchParams({
    width: `${width}`,
    height: `${height}`,
    theme,
    today: localDay(new Date()),
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

function show({ calls, boxes }: Glimpse, { top, width, height }: Place): void {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false });
  if (isOver || !context) return;
  const ratio = devicePixelRatio;
  Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  const draw = () => {
    if (isOver) return;
    context.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
    for (const [name, ...values] of calls)
      if (name.endsWith('=')) Reflect.set(context, name.slice(0, -1), values[0]);
      else (Reflect.get(context, name) as (...values: readonly unknown[]) => void).apply(context, values);
  };
  draw();
  // Where the first picture lets wait for it, once more in the faces that it has asked for.
  setTimeout(() => void document.fonts.ready.then(draw), facesWaitMs);
  const frame = document.createElement('div');
  frame.dataset['part'] = 'selection-frame';
  holder = document.createElement('div');
  holder.dataset['part'] = 'glimpse';
  holder.ariaHidden = 'true';
  // The rest of their looks is in app.css.
  holder.style.cssText = `top:${top}px;width:${width}px;height:${height}px`;
  holder.append(canvas);
  // When it is pressed: the map may have taken over when it is released.
  holder.addEventListener('pointerdown', ({ button, offsetX, offsetY }) => {
    if (button) return;
    const box = boxes.findLast(
      ([, x, y, w, h]) => offsetX >= x && offsetX < x + w && offsetY >= y && offsetY < y + h,
    );
    selected = box?.[0] ?? null;
    frame.remove();
    if (!box) return;
    const [, x, y, w, h] = box;
    // As far from the card and as thick as the frame on the first picture.
    frame.style.cssText = `left:${x - 4.2}px;top:${y - 4.2}px;width:${w + 8.4}px;height:${h + 8.4}px`;
    canvas.after(frame);
  });
  document.body.append(holder);
}

function takeAway(): void {
  isOver = true;
  holder?.remove();
}

/** Takes it away for good; gives what was selected on it. */
export function endGlimpse(): string | null {
  takeAway();
  const id = selected;
  selected = null;
  return id;
}
