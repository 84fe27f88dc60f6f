/**
 * Which rows of a long table are drawn: those in view and a few around them. The state changes only when the window
 * does, so scrolling within it costs nothing.
 */
import { useEffect, useState, type RefObject } from 'react';

export interface RowWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

const around = 10;
/** The window moves in steps, so that not every row scrolled by draws the table again. */
const step = 5;

/** `rowPx`: height of a row; `headPx`: of the frozen head inside the scroller. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowPx: number,
  headPx: number,
): RowWindow {
  const [shown, setShown] = useState<RowWindow>({ first: 0, end: 60 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const read = (): void => {
      const next = windowAt(element.scrollTop, element.clientHeight - headPx, rowPx);
      setShown((before) => (before.first === next.first && before.end === next.end ? before : next));
    };
    read();
    element.addEventListener('scroll', read, { passive: true });
    const resized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(read);
    resized?.observe(element);
    return () => {
      element.removeEventListener('scroll', read);
      resized?.disconnect();
    };
  }, [scroller, rowPx, headPx]);
  return { first: Math.min(shown.first, Math.max(0, rows - 1)), end: Math.min(shown.end, rows) };
}

/** The rows to draw for a scroll position; a page that has no size yet draws a first screen. */
export function windowAt(scrollTop: number, height: number, rowPx: number): RowWindow {
  const first = Math.floor(scrollTop / rowPx);
  const count = height > 0 ? Math.ceil(height / rowPx) : 40;
  return {
    first: Math.max(0, Math.floor((first - around) / step) * step),
    end: Math.ceil((first + count + around) / step) * step,
  };
}
