/** Recognises a swipe to the side by one finger; scrolling up and down and pinching stay the browser's. */
import { useRef, type TouchEvent } from 'react';

/** Shorter is a tap or a shaky finger. */
const leastPx = 56;
/** Steeper is scrolling. */
const mostSlope = 0.6;

export interface SwipeHandlers {
  readonly onTouchStart: (event: TouchEvent) => void;
  readonly onTouchMove: (event: TouchEvent) => void;
  readonly onTouchEnd: (event: TouchEvent) => void;
  readonly onTouchCancel: () => void;
}

/** `onSwipe`: 1 = forward (finger to the left), −1 = back. */
export function useSwipe(onSwipe: (step: 1 | -1) => void): SwipeHandlers {
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onTouchStart: ({ touches }) => {
      const touch = touches[0];
      start.current = touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchMove: ({ touches }) => {
      if (touches.length > 1) start.current = null;
    },
    onTouchEnd: ({ changedTouches }) => {
      const touch = changedTouches[0];
      const from = start.current;
      start.current = null;
      if (!touch || !from) return;
      const dx = touch.clientX - from.x;
      const dy = touch.clientY - from.y;
      if (Math.abs(dx) >= leastPx && Math.abs(dy) <= Math.abs(dx) * mostSlope) onSwipe(dx < 0 ? 1 : -1);
    },
    onTouchCancel: () => {
      start.current = null;
    },
  };
}
