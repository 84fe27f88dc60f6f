/**
 * The triangle over the stage heads while what it marks is on its way: it is moved as a layer of its own, which what is
 * seen first need not know of. Renders nothing: the mark is the heads' own.
 */
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { CameraView } from './camera.ts';
import { useGlide } from './glide.ts';
import { useMarked, useMarkedFrames, type MarkedPlace } from './markedPlace.ts';

/** `frame`: the canvas' outermost element. */
export function MovingMark({ frame }: { readonly frame: HTMLElement }): null {
  const isMoving = useMarked((place) => place?.moving ?? false);
  const mark = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const found = isMoving ? frame.querySelector<HTMLElement>('[data-part="stage-mark"]') : null;
    if (!found) return;
    mark.current = found;
    found.dataset['moving'] = 'true';
    return () => {
      mark.current = null;
      delete found.dataset['moving'];
    };
  }, [frame, isMoving]);
  const put = useGlide(mark, isMoving);
  useMarkedFrames(
    useCallback(({ x }: MarkedPlace, view: CameraView) => put(x * view.zoom + view.x, 0), [put]),
  );
  return null;
}
