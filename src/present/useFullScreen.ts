/**
 * The whole screen for a presentation. The browser keeps Esc for itself there, and people know from other programs that
 * Esc ends the show: whoever leaves the full screen in a way that is not ours, leaves the presentation, too.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

export interface FullScreen {
  /** Whether the browser offers it (a phone's may not). */
  readonly isOffered: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
}

export function useFullScreen(onLeft: () => void): FullScreen {
  const [isOn, setOn] = useState(isFull);
  /** Since our own leaving, until the next coming: browsers tell of both a frame later, when more may have been pressed. */
  const isOurs = useRef(false);
  const left = useRef(onLeft);
  left.current = onLeft;
  useEffect(() => {
    const handleChange = (): void => {
      setOn(isFull());
      if (!isFull() && !isOurs.current) left.current();
    };
    document.addEventListener('fullscreenchange', handleChange);
    return () => {
      document.removeEventListener('fullscreenchange', handleChange);
      if (isFull()) document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  const toggle = useCallback(() => {
    if (!isFull()) {
      document.documentElement.requestFullscreen().then(
        () => (isOurs.current = false),
        // Refused (by a frame's rules, or without a press): the window stays as it is.
        () => undefined,
      );
      return;
    }
    isOurs.current = true;
    document.exitFullscreen().catch(() => undefined);
  }, []);
  return { isOffered: document.fullscreenEnabled, isOn, toggle };
}

/** Where a browser has no full screen, its element is not even null. */
function isFull(): boolean {
  return Boolean(document.fullscreenElement);
}
