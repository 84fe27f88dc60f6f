/** The window of a presentation in px, and how much of its height the bar keeps: less where a phone lies on its side. */
import { useMemo, useSyncExternalStore } from 'react';

export interface Room {
  readonly width: number;
  /** Without the bar. */
  readonly height: number;
  readonly barHeight: number;
}

const lowPx = 520;
const barPx = { usual: 72, low: 54 } as const;

export function roomOf(width: number, height: number): Room {
  const barHeight = height < lowPx ? barPx.low : barPx.usual;
  return { width: Math.max(1, width), height: Math.max(1, height - barHeight), barHeight };
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
