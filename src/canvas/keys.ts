/**
 * Keys of the map page: the guard, then what is typed into a chosen empty cell, then the table of actions, then (with
 * the right to edit) typing on a selected item. Only keys of the table are kept from the browser (U12). Space held is
 * the hand.
 */
import type { MapSession } from '../state/mapSession.ts';
import { canvasActions, type CanvasAction } from './actions.ts';
import type { CanvasHost } from './host.ts';
import { focusedRecord } from './focusRecord.ts';
import { mayBeShortcut } from './keyGuard.ts';
import { select } from './selection.ts';
import { matchesShortcut, platformOf } from './shortcuts.ts';

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
    if (!mayBeShortcut(event)) return;
    const onCanvas = isOnCanvas(host.frame);
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
      if (isLetter(event) && host.editing.typing(event)) return;
    }
    const action = actionFor(event, session, platform, onCanvas);
    if (action) {
      if (action.native) return;
      event.preventDefault();
      action.run(session);
      return;
    }
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

/** The action a key press stands for, if it may run now. */
export function actionFor(
  event: KeyboardEvent,
  session: MapSession,
  platform: 'mac' | 'other',
  onCanvas: boolean,
): CanvasAction | undefined {
  return canvasActions.find(
    (action) =>
      (action.scope === 'map' || onCanvas) &&
      action.shortcuts.some((shortcut) => matchesShortcut(event, shortcut, platform)) &&
      !isKeyOfTarget(event) &&
      action.enabled(session),
  );
}

function isOnCanvas(frame: HTMLElement): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || frame.contains(activeElement);
}

/** A button keeps its own Enter and Space. */
function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, a[href], [role="button"], [role="slider"], summary') !== null
  );
}

/** Enter and arrows of a button are its own. */
function isKeyOfTarget({ key, target }: KeyboardEvent): boolean {
  return isPressable(target) && (key === 'Enter' || key.startsWith('Arrow'));
}

function isLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
