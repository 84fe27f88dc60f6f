/**
 * Keys pressed between the first picture of a map and the live canvas: held here, in order, and handed out once to what
 * can answer them (pressHeldKeys.ts). Held is what the browser itself would do nothing useful with: keys on the page as a
 * whole, not on a button or in a text. A press of the pointer forgets them: what they were meant for may have changed.
 */
import { matchesShortcut, platformOf } from './shortcuts.ts';

/** The keys of palette and find. */
const waited = ['Mod+K', 'Mod+/', 'Mod+F'];

let held: KeyboardEvent[] = [];
let heldFor = '';
let stop: (() => void) | null = null;

/** Begins to hold for a map, until they are taken; gives back its end. What was held for this map already stays. */
export function holdKeys(mapId: string): () => void {
  stop?.();
  if (heldFor !== mapId) held = [];
  heldFor = mapId;
  const platform = platformOf(navigator.userAgent);
  const handleDown = (event: KeyboardEvent): void => {
    const { key, keyCode, altKey, ctrlKey, metaKey } = event;
    if (event.target !== document.body || keyCode === 229 || altKey || key === 'Tab') return;
    // With Ctrl or Cmd: palette and find alone; the others are the browser's until the canvas is there.
    if ((ctrlKey || metaKey) && !waited.some((one) => matchesShortcut(event, one, platform))) return;
    event.preventDefault();
    held.push(event);
  };
  const forget = (): void => {
    held = [];
  };
  addEventListener('keydown', handleDown, true);
  addEventListener('pointerdown', forget, true);
  const end = (): void => {
    removeEventListener('keydown', handleDown, true);
    removeEventListener('pointerdown', forget, true);
  };
  stop = end;
  return end;
}

/** Ends the holding and gives what was held, in order. */
export function takeHeldKeys(): readonly KeyboardEvent[] {
  stop?.();
  const taken = held;
  held = [];
  return taken;
}
