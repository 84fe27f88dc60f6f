/**
 * Moves an element that is a layer of its own by two animations that stand still, across and down, and are put forward to
 * where it shall be. A transform written into its style would have the browser put the layers of the whole page together
 * anew with every frame (1.6 ms with 160 cards); an animation that is known to the compositor moves its layer alone.
 *
 * In: the way from the element's own place, in its own units (map units inside the viewport). Where nothing can be
 * animated, and after `end`, `translate` of the style counts.
 */
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';

export interface Glide {
  to(dx: number, dy: number): void;
  end(): void;
}

/** Farther than anything is dragged or panned; a unit takes a millisecond of the animation. */
const reach = 1_000_000;
const timing = { duration: 2 * reach, fill: 'both' } as const;

/** `last`: what else its transform does, after it has been moved. */
export function createGlide(element: HTMLElement | SVGElement, last = ''): Glide {
  if (typeof element.animate !== 'function') {
    return {
      to(dx, dy) {
        element.style.translate = `${dx}px ${dy}px`;
      },
      end() {
        element.style.translate = '';
      },
    };
  }
  const across = element.animate({ translate: [`${-reach}px 0`, `${reach}px 0`] }, timing);
  const down = element.animate(
    { transform: [`translateY(${-reach}px)${last}`, `translateY(${reach}px)${last}`] },
    timing,
  );
  const to = (dx: number, dy: number): void => {
    across.currentTime = reach + dx;
    down.currentTime = reach + dy;
  };
  for (const animation of [across, down]) {
    animation.pause();
    // Ended by taking it away, which not every browser takes for dealt with.
    animation.finished.catch(() => undefined);
  }
  to(0, 0);
  return {
    to,
    end() {
      across.cancel();
      down.cancel();
    },
  };
}

/**
 * Gives how an element is put to its place: while it is moving as a layer of its own, else by its style. The place is to
 * be given again whenever that changes.
 */
export function useGlide(
  element: RefObject<HTMLElement | SVGElement | null>,
  isMoving: boolean,
): (dx: number, dy: number) => void {
  const glide = useRef<Glide | null>(null);
  useLayoutEffect(() => {
    if (!isMoving || !element.current) return;
    const made = createGlide(element.current);
    glide.current = made;
    return () => {
      glide.current = null;
      made.end();
    };
  }, [element, isMoving]);
  return useCallback(
    (dx, dy) => {
      if (isMoving) glide.current?.to(dx, dy);
      else if (element.current) element.current.style.translate = `${dx}px ${dy}px`;
    },
    [element, isMoving],
  );
}
