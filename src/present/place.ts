/**
 * Where one is in a presentation, so that it holds while others change the map: the slide, its stage, and where the
 * stage's slides begin. A slide that is gone gives way to the last one of its stage, and a stage that is gone to what
 * stands in its place now: the next stage, or the last there is.
 */
import type { SlideName } from '../slides/listSlides.ts';

export interface Place {
  /** Id of the slide. */
  readonly id: string;
  readonly stageId: string | null;
  /** Index of the first slide of its stage. */
  readonly from: number;
}

/** The place to begin at: a slide or a stage by its id, else the overview. */
export function beginAt(slides: readonly SlideName[], wanted: string | null): Place {
  return placeOf(
    slides,
    Math.max(
      0,
      slides.findIndex(({ id, stageId }) => id === wanted || stageId === wanted),
    ),
  );
}

/** The index of the slide to show for a place; there is an overview at least. */
export function indexOf(slides: readonly SlideName[], { id, stageId, from }: Place): number {
  const same = slides.findIndex((slide) => slide.id === id);
  if (same >= 0) return same;
  const last = stageId === null ? -1 : slides.findLastIndex((slide) => slide.stageId === stageId);
  return last >= 0 ? last : Math.min(from, slides.length - 1);
}

export function placeOf(slides: readonly SlideName[], index: number): Place {
  const slide = slides[index];
  if (!slide) throw new Error(`no slide ${index}`);
  const { id, stageId } = slide;
  return { id, stageId, from: slides.findIndex((other) => other.stageId === stageId) };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.id === b.id && a.stageId === b.stageId && a.from === b.from;
}
