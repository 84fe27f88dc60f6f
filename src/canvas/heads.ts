/**
 * The keyboard's way to stages and lanes: the menu buttons of their heads take the focus without being tab stops (U7),
 * so that what has nothing in it can be renamed, moved and deleted too.
 */
import type { Structure } from './actionRow.ts';
import { canvasCamera } from './camera.ts';

const patienceFrames = 40;
const kindOf = { stages: 'stage', lanes: 'lane' } as const;

/** The stage or lane whose head has the focus. */
export function focusedHead(): {
  readonly on: Structure;
  readonly id: string;
  readonly button: HTMLElement;
} | null {
  const button = document.activeElement;
  if (!(button instanceof HTMLElement)) return null;
  const { act, id } = button.dataset;
  if (id === undefined || (act !== 'stage-menu' && act !== 'lane-menu')) return null;
  return { on: act === 'stage-menu' ? 'stages' : 'lanes', id, button };
}

/** Focuses a head's menu button; one out of view is brought there first. */
export function focusHead(on: Structure, id: string): void {
  const selector = `[data-act="${kindOf[on]}-menu"][data-id="${CSS.escape(id)}"]`;
  if (takesFocus(selector)) return;
  canvasCamera.revealRecord(id);
  focusWhenShown(selector, patienceFrames);
}

function focusWhenShown(selector: string, frames: number): void {
  if (frames > 0 && !takesFocus(selector)) requestAnimationFrame(() => focusWhenShown(selector, frames - 1));
}

/** What is not there yet, or not displayed, takes none. */
function takesFocus(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.focus({ preventScroll: true });
  return button !== null && document.activeElement === button;
}
