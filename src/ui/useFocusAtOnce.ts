/** Puts the focus on an element when it appears: for what a person has just asked for (a search field, a question). */
import { useEffect, useRef, type RefObject } from 'react';

export function useFocusAtOnce<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
