import { describe, expect, it } from 'vitest';
import { layoutSlide } from '../../src/slides/layoutSlide.ts';
import { listSlides, touchpointsOn } from '../../src/slides/listSlides.ts';
import { buildMap } from '../support/buildMap.ts';
import { templates } from '../support/templates.ts';

const size = { width: 1440, height: 828 };

describe('the slides of a journey', () => {
  it('are an overview and its stages in order', () => {
    const slides = listSlides(buildMap({ stages: ['s1', 's2'] }));
    expect(slides.map(({ kind, letter, title }) => [kind, letter, title])).toEqual([
      ['overview', null, 'Test'],
      ['stage', 'A', 's1'],
      ['stage', 'B', 's2'],
    ]);
  });

  it('are the overview alone where there is no stage', () => {
    expect(listSlides(buildMap({ stages: [] })).map(({ id }) => id)).toEqual(['overview']);
  });

  it('show a stage of many touchpoints on several, each touchpoint once and in the order of the journey', () => {
    const map = buildMap({ touchpoints: Array.from({ length: 14 }, (_, at) => ({ t: (13 - at) / 14 })) });
    const parts = listSlides(map).filter(({ kind }) => kind === 'stage');
    expect(parts.map(({ part, parts: of }) => [part, of])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const shown = parts.flatMap((part) => touchpointsOn(map, part).map(({ id }) => id));
    expect(shown).toEqual(map.touchpoints.map(({ id }) => id).toReversed());
  });

  it('leave out what stands in a hidden lane', () => {
    const map = buildMap({
      lanes: ['l1', { id: 'l2', kind: 'customer-action' }],
      touchpoints: Array.from({ length: 8 }, (_, at) => ({ laneId: at < 6 ? 'l1' : 'l2' })),
    });
    expect(listSlides(map)).toHaveLength(3);
    expect(listSlides(map, new Set(['l2']))).toHaveLength(2);
  });

  it.each(templates)('are drawn for $name', ({ map }) => {
    for (const name of listSlides(map)) {
      const slide = layoutSlide(map, name, { language: 'en', persona: null, size });
      expect(slide.items.length).toBeGreaterThan(0);
      expect(slide.spoken.heading).not.toBe('');
    }
  });
});
