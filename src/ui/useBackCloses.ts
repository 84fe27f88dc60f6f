/**
 * Lets the browser's Back close what lies over the page, as on a phone everybody expects: while it is shown, one step
 * of the history stands for it. Closed in another way, it takes its step away again.
 */
import { useEffect, useRef } from 'react';

export function useBackCloses(isOpen: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  const isShown = useRef(false);
  useEffect(() => {
    if (!isOpen) return;
    isShown.current = true;
    // The router goes by the address, which stays the same. After a reload the step is there already.
    if (!isStepOfOurs()) history.pushState({ over: true }, '');
    const handleBack = (): void => close.current();
    addEventListener('popstate', handleBack);
    return () => {
      removeEventListener('popstate', handleBack);
      isShown.current = false;
      // Only when it is not shown again at once, and no step of ours is left after Back or a way elsewhere.
      queueMicrotask(() => {
        if (!isShown.current && isStepOfOurs()) history.back();
      });
    };
  }, [isOpen]);
}

function isStepOfOurs(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'over' in state;
}
