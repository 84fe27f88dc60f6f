/**
 * Keyboard focus on a card or cell that may not be mounted yet: it is brought into view, kept in the window of
 * mounted nodes, and focused as soon as its element is there.
 */
import type { MapLayout } from '../layout/mapLayout.ts';
import { boxOfRecord } from './boxes.ts';
import { canvasCamera } from './camera.ts';
import { cardElement } from './cardOffsets.ts';

const patienceFrames = 40;
let wanted: string | null = null;
const listeners = new Set<() => void>();

/** The record to keep mounted because focus goes there. */
export function focusWanted(): string | null {
  return wanted;
}

export function subscribeFocusWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reveals and focuses a touchpoint or cell; does nothing when the map does not draw it. */
export function focusRecord(layout: MapLayout, id: string): void {
  const box = boxOfRecord(layout, id);
  if (!box) return;
  canvasCamera.reveal(box);
  focusShown(id);
}

/** Focuses what the camera is on its way to. */
export function focusShown(id: string): void {
  wanted = id;
  for (const listener of listeners) listener();
  focusWhenMounted(id, patienceFrames);
}

/** The record that has the focus now. */
export function focusedRecord(): string | null {
  const card = document.activeElement?.closest('[data-hit="card"], [data-hit="cell"], [data-hit="element"]');
  return card?.getAttribute('data-id') ?? null;
}

function focusWhenMounted(id: string, frames: number): void {
  const element = cardElement(id);
  if (element) element.focus({ preventScroll: true });
  else if (frames > 0 && wanted === id) requestAnimationFrame(() => focusWhenMounted(id, frames - 1));
}
