/**
 * Where the focus goes when what has it disappears (a panel, a dialog, a question): to what had it before and is still
 * there, else to the heart of the page (the canvas, the grid). Without this it falls to the page's top, and whoever
 * works by keyboard or screen reader begins anew. Followed and not asked for when something opens: what opens is often
 * chosen in a menu that is gone by then.
 */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/** Marks the heart of a page. */
export const focusHome = { 'data-focus-home': '' };

/** More than a long panel has. */
const mostKnown = 64;
/** What had the focus, the latest first. */
let known: readonly HTMLElement[] = [];

/** Follows the focus on this page. Gives back its undoing. */
export function followFocus(): () => void {
  const handleFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    known = [target, ...known.filter((one) => one !== target && one.isConnected)].slice(0, mostKnown);
  };
  document.addEventListener('focusin', handleFocus);
  return () => {
    document.removeEventListener('focusin', handleFocus);
    known = [];
  };
}

/** Does nothing while something has the focus. */
export function giveFocusBack(): void {
  const isLost = () => document.activeElement === null || document.activeElement === document.body;
  const home = document.querySelector<HTMLElement>('[data-focus-home]');
  for (const one of [...known, ...(home ? [home] : [])]) {
    if (!isLost()) return;
    // What is hidden meanwhile does not take it.
    if (one.isConnected) one.focus({ preventScroll: true });
  }
}

/** Gives the focus back when what uses it disappears with the focus within. */
export function useFocusBack(): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(
    () => () => {
      // Still there.
      last.current = document.activeElement;
    },
    [],
  );
  useEffect(
    () => () => {
      if (last.current?.isConnected === false) giveFocusBack();
    },
    [],
  );
}

/** Puts the focus on an element when it appears, for what a person has just asked for (a search field, a question), and gives it back. */
export function useFocusAtOnce<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useFocusBack();
  useEffect(() => element.current?.focus(), []);
  return element;
}
