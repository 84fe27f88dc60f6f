/**
 * Keys of the map page: the guard, then what is typed into a chosen empty cell, then the table of actions, then (with
 * the right to edit) typing on a selected item. Only keys of the table are kept from the browser (U12). Space held is
 * the hand.
 */
import type { MapSession } from '../state/mapSession.ts';
import type { ActionScope } from './actionRow.ts';
import type { CanvasHost } from './host.ts';
import { focusedRecord } from './focusRecord.ts';
import { mayBeShortcut } from './keyGuard.ts';
import { select } from './selection.ts';
import { platformOf, producesText } from './shortcuts.ts';
import { isPressable, runShortcut } from './tableKeys.ts';

export function listenToKeys(
  session: MapSession,
  host: CanvasHost,
  setSpace: (held: boolean) => void,
): () => void {
  const platform = platformOf(navigator.userAgent);
  let spaceOn: string | null = null;
  const handleDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && host.cancelGesture()) {
      event.preventDefault();
      return;
    }
    if (session.screen.getState().dialog !== null) return;
    const onCanvas = isOnCanvas(host.frame);
    const scopes: readonly ActionScope[] = onCanvas ? ['map', 'canvas'] : ['map'];
    if (!mayBeShortcut(event)) {
      runShortcut(event, session, platform, scopes);
      return;
    }
    if (event.key === ' ' && !isPressable(event.target)) {
      if (!onCanvas) return;
      event.preventDefault();
      if (event.repeat) return;
      spaceOn = focusedRecord();
      setSpace(true);
      return;
    }
    // In a chosen empty cell every letter is the beginning of a title, also those that are shortcuts elsewhere.
    if (onCanvas && host.editing?.isCellChosen()) {
      if (event.key === 'Escape') {
        event.preventDefault();
        host.editing.leaveCell();
        return;
      }
      if (isLetter(event) && !isSign(event) && host.editing.typing(event)) return;
    }
    if (runShortcut(event, session, platform, scopes)) return;
    if (onCanvas && isLetter(event)) host.editing?.typing(event);
  };
  const handleUp = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return;
    setSpace(false);
    // Space that moved nothing selects what has the focus, as it presses a button.
    if (spaceOn !== null && spaceOn === focusedRecord()) select(session, [spaceOn]);
    spaceOn = null;
  };
  const handlePan = (): void => {
    spaceOn = null;
  };
  const handleBlur = (): void => setSpace(false);
  window.addEventListener('keydown', handleDown);
  window.addEventListener('keyup', handleUp);
  window.addEventListener('blur', handleBlur);
  host.frame.addEventListener('pointerdown', handlePan, true);
  return () => {
    window.removeEventListener('keydown', handleDown);
    window.removeEventListener('keyup', handleUp);
    window.removeEventListener('blur', handleBlur);
    host.frame.removeEventListener('pointerdown', handlePan, true);
  };
}

function isOnCanvas(frame: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || frame.contains(activeElement);
}

/** "?" and its like: no title begins with them, so they stay the keys that they are. */
function isSign({ key }: KeyboardEvent): boolean {
  return !/[\p{L}\p{N}]/u.test(key);
}

function isLetter(event: KeyboardEvent): boolean {
  return producesText(event.key) && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
