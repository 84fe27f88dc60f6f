/**
 * What a live region says of a text that may change fast (with every letter typed, while a key is held): the latest, at
 * most once a second (U56); nothing when it is as before.
 */
import { useEffect, useRef, useState } from 'react';

/** Between two messages of a live region. */
const leastGapMs = 1000;

export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState(text);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (text === spoken) return;
    const say = (): void => {
      last.current = performance.now();
      setSpoken(text);
    };
    const wait = last.current + leastGapMs - performance.now();
    if (wait <= 0) {
      say();
      return;
    }
    const timer = setTimeout(say, wait);
    return () => clearTimeout(timer);
  }, [text, spoken]);
  return spoken;
}
