/** Keys of a map that is presented in a narrow window: they turn the stages as they turn slides, and Esc leaves. */
import { useEffect, useEffectEvent } from 'react';
import { isComposing } from '../../ui/composing.ts';
import { topDialog } from '../../ui/openDialogs.ts';
import { turnOfKey, type PageTurn } from '../../ui/turnKeys.ts';

/** `onLeave` undefined: the map is not presented, and the keys are the page's. */
export function usePageKeys(onTurn: (turn: PageTurn) => void, onLeave: (() => void) | undefined): void {
  const answer = useEffectEvent((event: KeyboardEvent) => {
    if (topDialog() !== null) return;
    const turn = turnOfKey(event);
    if (!turn && (event.key !== 'Escape' || event.defaultPrevented || isComposing(event))) return;
    event.preventDefault();
    if (turn) onTurn(turn);
    else onLeave?.();
  });
  const isPresented = onLeave !== undefined;
  useEffect(() => {
    if (!isPresented) return;
    const handleKey = (event: KeyboardEvent): void => answer(event);
    addEventListener('keydown', handleKey);
    return () => removeEventListener('keydown', handleKey);
  }, [isPresented]);
}
