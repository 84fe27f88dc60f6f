/** Fetches what the browser's own print needs (printing.ts) once nobody has touched the page for a while, or after some time in any case. */
import { useEffect } from 'react';
import type { MapSession } from '../state/mapSession.ts';
import { untilQuiet } from './untilQuiet.ts';

/** The map has been drawn and its live part fetched by then, also on a slow machine; its forty files are felt in a gesture. */
const quietMs = 2000;
/** Who never pauses prints the map's sheet all the same. */
const mostMs = 60_000;

export function usePrinting(session: MapSession): void {
  useEffect(() => {
    if (session.isFirst) return;
    let stop: (() => void) | null = null;
    let isGone = false;
    const serve = async (): Promise<void> => {
      await Promise.race([untilQuiet(quietMs), new Promise((resolve) => setTimeout(resolve, mostMs))]);
      if (isGone) return;
      const { servePrinting } = await import('./printing.ts');
      if (!isGone) stop = servePrinting(session);
    };
    // Without it the browser prints what is on the screen.
    serve().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [session]);
}
