/**
 * The window of a presentation, in px: what a slide has of it, and the bar below. The bar grows with a large window as the
 * slide does, for whoever sits at the back, and is lower where a phone lies on its side.
 */
import { useMemo, useSyncExternalStore } from 'react';

export interface Room {
  readonly width: number;
  /** Without the bar. */
  readonly height: number;
  readonly bar: {
    /** As if it were not enlarged. */
    readonly height: number;
    readonly zoom: number;
  };
}

const lowPx = 520;
const barPx = { usual: 72, low: 54 } as const;
/** At this size the bar has its own measures. */
const usual = { width: 1440, height: 900 } as const;
const mostZoom = 2;

export function roomOf(width: number, height: number): Room {
  const zoom = Math.min(mostZoom, Math.max(1, Math.min(width / usual.width, height / usual.height)));
  const bar = { height: height < lowPx ? barPx.low : barPx.usual, zoom };
  return { width: Math.max(1, width), height: Math.max(1, height - bar.height * zoom), bar };
}

export function useRoom(): Room {
  const size = useSyncExternalStore(subscribe, () => `${innerWidth} ${innerHeight}`);
  return useMemo(() => {
    const [width = 1, height = 1] = size.split(' ').map(Number);
    return roomOf(width, height);
  }, [size]);
}

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
