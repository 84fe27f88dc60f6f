/**
 * Tells when what stands before it is painted, not before: what is fetched then must not hold it up. `onLive` follows when
 * that is the live map: both want the processor.
 */
import { useEffect } from 'react';
import { nextFrame } from '../state/frame.ts';

interface SeenProps {
  readonly isFirst: boolean;
  readonly onSeen: () => void;
  readonly onLive?: () => void;
}

export function Seen({ isFirst, onSeen, onLive }: SeenProps) {
  useEffect(() => {
    let cancel = nextFrame(() => {
      // Whoever measures the page finds it among the browser's own times.
      performance.mark(isFirst ? 'first-picture' : 'live-picture');
      const timer = setTimeout(() => {
        onSeen();
        if (!isFirst) onLive?.();
      });
      cancel = () => clearTimeout(timer);
    });
    return () => cancel();
  }, [isFirst, onSeen, onLive]);
  return null;
}
