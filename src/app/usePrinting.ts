/** Fetches what the browser's own print needs (printing.ts) once the page has nothing else to do. */
import { useEffect } from 'react';
import type { MapSession } from '../state/mapSession.ts';

/** The map has been drawn and its live part fetched by then, also on a slow machine. */
const idleMs = 2000;

export function usePrinting(session: MapSession): void {
  useEffect(() => {
    if (session.isFirst) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    const timer = setTimeout(() => {
      import('./printing.ts')
        .then(({ servePrinting }) => {
          if (!isGone) stop = servePrinting(session);
        })
        // Without it the browser prints what is on the screen.
        .catch(() => undefined);
    }, idleMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [session]);
}
