import { describe, expect, it } from 'vitest';
import { beginAt, indexOf, placeOf } from '../../src/present/place.ts';
import type { SlideName } from '../../src/slides/listSlides.ts';

/** "A1 A2 B1": slides of stages with their parts, after the overview. */
function slidesOf(text: string): readonly SlideName[] {
  const stages = text.split(' ').filter(Boolean);
  return [
    { id: 'overview', kind: 'overview', stageId: null, letter: null, part: 1, parts: 1, title: 'Map' },
    ...stages.map((name): SlideName => ({
      id: `${name[0]}.${name[1]}`,
      kind: 'stage',
      stageId: name[0] ?? '',
      letter: name[0] ?? '',
      part: Number(name[1]),
      parts: stages.filter((other) => other[0] === name[0]).length,
      title: '',
    })),
  ];
}

describe('the place in a presentation', () => {
  const slides = slidesOf('A1 B1 B2 C1 D1');
  const shownAfter = (id: string, after: string): string | undefined => {
    const now = slidesOf(after);
    return now[
      indexOf(
        now,
        placeOf(
          slides,
          slides.findIndex((slide) => slide.id === id),
        ),
      )
    ]?.id;
  };

  it('begins at a slide, at the first slide of a stage, or with the overview', () => {
    expect(beginAt(slides, 'B.2').id).toBe('B.2');
    expect(beginAt(slides, 'B').id).toBe('B.1');
    for (const wanted of [null, 'gone', '']) expect(beginAt(slides, wanted).id).toBe('overview');
    expect(beginAt(slidesOf(''), 'A').id).toBe('overview');
  });

  it('stays with its slide, wherever that is moved', () => {
    expect(shownAfter('C.1', 'C1 A1 B1 B2 D1')).toBe('C.1');
    expect(shownAfter('overview', '')).toBe('overview');
  });

  it('falls back to the last part of its stage', () => {
    expect(shownAfter('B.2', 'A1 B1 C1 D1')).toBe('B.1');
  });

  it('goes to the stage that stands where its own was, and from the last to the one before', () => {
    expect(shownAfter('B.2', 'A1 C1 D1')).toBe('C.1');
    expect(shownAfter('B.1', 'A1 C1 D1')).toBe('C.1');
    expect(shownAfter('D.1', 'A1 B1 B2 C1')).toBe('C.1');
    expect(shownAfter('D.1', '')).toBe('overview');
  });
});
