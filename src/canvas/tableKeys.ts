/**
 * Key presses against the one table of actions: the scopes that count where the focus is, whether it can be done now,
 * and the guard (U3), which comes last because it looks through the page: most keys are letters typed into a text. Only what is in the table is kept from the browser (U12).
 */
import type { MapSession } from '../state/mapSession.ts';
import type { ActionWord } from '../words/actions.ts';
import { actions } from './actions.ts';
import type { Action, ActionScope } from './actionRow.ts';
import { mayBeShortcut, mayBeShortcutInText, takesText } from './keyGuard.ts';
import { isCharacterKey, matchesShortcut, platformOf, type Platform } from './shortcuts.ts';

/** Runs the action a key press stands for; true when there was one (also when the browser's own event will do it). */
export function runShortcut(
  event: KeyboardEvent,
  session: MapSession,
  platform: Platform,
  scopes: readonly ActionScope[],
): boolean {
  // A dialog that is still being fetched has the keys already: what is typed for it does nothing here.
  if (session.screen.getState().dialog !== null) return false;
  const action = actionFor(event, session, platform, scopes);
  if (!action || !(action.inText ? mayBeShortcutInText(event) : mayBeShortcut(event))) return false;
  if (action.native) return true;
  event.preventDefault();
  action.run(session);
  return true;
}

/** What keys do where the map stands alone within another page: they move about in it. All others are that page's. */
const ofMapAlone: ReadonlySet<ActionWord> = new Set<ActionWord>([
  'select',
  'hand',
  'back',
  'moveLeft',
  'moveRight',
  'moveUp',
  'moveDown',
  'toPoint',
  'fitAll',
  'fitSelection',
  'zoomActual',
  'zoomIn',
  'zoomOut',
]);

/** The action a key press stands for, if it may run now. */
export function actionFor(
  event: KeyboardEvent,
  session: MapSession,
  platform: Platform,
  scopes: readonly ActionScope[],
): Action | undefined {
  const { letterKeys, isAlone } = session.screen.getState();
  const inText = takesText(event.target);
  return actions.find(
    (action) =>
      scopes.includes(action.scope) &&
      (!isAlone || ofMapAlone.has(action.id)) &&
      action.shortcuts.some(
        (shortcut) =>
          (letterKeys || !isCharacterKey(shortcut)) && matchesShortcut(event, shortcut, platform, inText),
      ) &&
      !isKeyOfTarget(event) &&
      action.enabled(session),
  );
}

/** A button keeps its own Enter and Space. */
export function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, a[href], [role="button"], [role="slider"], summary') !== null
  );
}

/** Listens for the keys of a page without a canvas; `scopes` says what counts now. Gives back its undoing. */
export function listenToTable(session: MapSession, scopes: () => readonly ActionScope[]): () => void {
  const platform = platformOf(navigator.userAgent);
  const handleDown = (event: KeyboardEvent): void => {
    runShortcut(event, session, platform, scopes());
  };
  window.addEventListener('keydown', handleDown);
  return () => window.removeEventListener('keydown', handleDown);
}

/** Enter and plain arrows of a button are its own. */
function isKeyOfTarget({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return false;
  return isPressable(target) && (key === 'Enter' || key.startsWith('Arrow'));
}
