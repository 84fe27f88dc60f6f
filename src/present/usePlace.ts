/** Which slide is shown, while slides come and go (place.ts). */
import { useState } from 'react';
import type { SlideName } from '../slides/listSlides.ts';
import { beginAt, indexOf, isSamePlace, placeOf } from './place.ts';

export interface Shown {
  /** Index among the slides. */
  readonly at: number;
  readonly slide: SlideName;
  /** Before the first and after the last there is nothing to go to. */
  readonly goTo: (index: number) => void;
}

export function usePlace(slides: readonly SlideName[], start: string | null): Shown {
  const [place, setPlace] = useState(() => beginAt(slides, start));
  const at = indexOf(slides, place);
  const now = placeOf(slides, at);
  if (!isSamePlace(now, place)) setPlace(now);
  const slide = slides[at];
  if (!slide) throw new Error('a presentation without a slide');
  return {
    at,
    slide,
    goTo: (index) => {
      if (slides[index]) setPlace(placeOf(slides, index));
    },
  };
}
