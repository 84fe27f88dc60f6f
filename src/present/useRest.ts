/**
 * Whether nobody needs the controls of a presentation: the pointer has been at rest for three seconds, away from them, and
 * the focus is not among them. A movement, a touch or the focus brings them back; a key that turns a page does not.
 */
import { useEffect, useState, type RefObject } from 'react';

export const restMs = 3000;

export function useRest(controls: RefObject<HTMLElement | null>): boolean {
  const [isResting, setResting] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isTouch = false;
    let at = '';
    const rest = (): void => {
      const bar = controls.current;
      // Under a finger :hover stays where it was last.
      const isUsed = bar?.contains(document.activeElement) || (!isTouch && bar?.matches(':hover'));
      if (isUsed) timer = setTimeout(rest, restMs);
      else setResting(true);
    };
    const wake = (): void => {
      setResting(false);
      clearTimeout(timer);
      timer = setTimeout(rest, restMs);
    };
    const handlePointer = ({ type, pointerType, screenX, screenY }: PointerEvent): void => {
      isTouch = pointerType === 'touch';
      // A slide that changes under a pointer at rest is told as a movement, too.
      const now = `${screenX} ${screenY}`;
      if (type === 'pointermove' && now === at) return;
      at = now;
      wake();
    };
    const handleFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Node && controls.current?.contains(target)) wake();
    };
    wake();
    addEventListener('pointermove', handlePointer);
    addEventListener('pointerdown', handlePointer);
    addEventListener('focusin', handleFocus);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', handlePointer);
      removeEventListener('pointerdown', handlePointer);
      removeEventListener('focusin', handleFocus);
    };
  }, [controls]);
  return isResting;
}
