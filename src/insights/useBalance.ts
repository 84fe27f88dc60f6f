/**
 * Two columns of a page whose second may be the longer one: whether its last part would leave the first emptier below
 * than it leaves the second without it. Heights are followed as they change; the last part's is remembered while it
 * stands elsewhere.
 */
import { useCallback, useRef, useState, type RefCallback } from 'react';

export interface Balance {
  readonly along: RefCallback<HTMLElement>;
  /** The second column without its last part. */
  readonly beside: RefCallback<HTMLElement>;
  readonly last: RefCallback<HTMLElement>;
  readonly isLastTooMuch: boolean;
}

interface Heights {
  readonly along: number;
  readonly beside: number;
  readonly last: number;
}

/** Whether the columns end closer to each other without the last part. In px. */
export function isTooMuch({ along, beside, last }: Heights): boolean {
  return Math.abs(beside + last - along) > Math.abs(beside - along);
}

export function useBalance(): Balance {
  const heights = useRef<Heights>({ along: 0, beside: 0, last: 0 });
  const [isLastTooMuch, setTooMuch] = useState(false);
  const follow = useCallback((name: keyof Heights, element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(() => {
      heights.current = { ...heights.current, [name]: element.offsetHeight };
      setTooMuch(isTooMuch(heights.current));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return {
    along: useCallback((element) => follow('along', element), [follow]),
    beside: useCallback((element) => follow('beside', element), [follow]),
    last: useCallback((element) => follow('last', element), [follow]),
    isLastTooMuch,
  };
}
