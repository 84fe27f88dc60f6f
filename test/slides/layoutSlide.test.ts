import { describe, expect, it } from 'vitest';
import type { SceneItem } from '../../src/layout/scene.ts';
import type { JourneyMap } from '../../src/model/journeyMap.ts';
import { signed } from '../../src/words/scene.ts';
import { layoutSlide, type Slide, type SlideOptions } from '../../src/slides/layoutSlide.ts';
import { listSlides } from '../../src/slides/listSlides.ts';
import { buildMap, type Parts } from '../support/buildMap.ts';
import { templates } from '../support/templates.ts';

const size = { width: 1440, height: 828 };

/** The slide at an index; 0 is the overview. */
function slideAt(map: JourneyMap, index: number, options: Partial<SlideOptions> = {}): Slide {
  const name = listSlides(map, options.hiddenLanes)[index];
  if (!name) throw new Error(`no slide ${index}`);
  return layoutSlide(map, name, { language: 'en', persona: null, size, ...options });
}

function textsOf(items: readonly SceneItem[]): readonly string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

/** Heads of pins, which alone are filled with the signal's colour. */
function pinsOf({ items }: Slide): number {
  return items.filter((item) => item.kind === 'path' && item.fill === 'signal').length;
}

const felt = (emotion: number | null, skipped = false) => ({
  emotion,
  importance: null,
  performance: null,
  feeling: '',
  skipped,
});

const twoFeel: Parts = {
  personas: [
    { id: 'p1', name: 'Ann' },
    { id: 'p2', name: 'Bo' },
  ],
  stages: [{ id: 's1', name: 'Buy' }],
  touchpoints: [
    { id: 't1', title: 'Offer', t: 0.2, emotion: 1, byPersona: { p2: felt(-1.5) } },
    { id: 't2', title: 'Sign', t: 0.8, emotion: 0.5, byPersona: { p2: felt(null, true) } },
  ],
};

describe('the slide of a stage', () => {
  it('names the stage, its goal and how long it takes, and the neighbours beside it', () => {
    const map = buildMap({
      map: { title: 'House' },
      brand: { name: 'Brick' },
      stages: [{ name: 'Look' }, { name: 'Buy', goal: 'a fair price', durationMin: 2880 }, { name: 'Live' }],
    });
    const texts = textsOf(slideAt(map, 2).items);
    expect(texts).toEqual(
      expect.arrayContaining(['B', 'Buy', 'a fair price', '· 2 days', 'A', 'C', 'Brick', 'House']),
    );
    expect(textsOf(slideAt(map, 1).items)).not.toContain('C');
  });

  it('stands between its own parts when it goes on over several slides', () => {
    const map = buildMap({
      stages: [{ name: 'Long' }, { name: 'Next' }],
      touchpoints: Array.from({ length: 13 }, (_, at) => ({ t: at / 13, emotion: 1 })),
    });
    const letters = textsOf(slideAt(map, 2).items).filter((text) => text === 'A');
    expect(letters).toHaveLength(3);
    expect(textsOf(slideAt(map, 2).items)).toContain('part 2 of 3');
  });

  it.each(templates)('writes the emotion of every touchpoint at its point: $name', ({ map }) => {
    for (const name of listSlides(map).slice(1)) {
      const slide = layoutSlide(map, name, { language: 'en', persona: null, size });
      const large = slide.items.flatMap((item) =>
        item.kind === 'text' && item.font.size === 26 && item.font.weight === 700 ? [item.text] : [],
      );
      const rated = slide.items.filter(
        (item) => item.kind === 'circle' && item.r === 10 && item.fill?.startsWith('emotion-') === true,
      );
      expect(large).toHaveLength(rated.length);
    }
  });

  it.each(templates)('asks the question of the first moment of truth on it, whole: $name', ({ map }) => {
    for (const [index, stage] of map.stages.entries()) {
      const [first] = map.touchpoints
        .filter(({ stageId }) => stageId === stage.id)
        .toSorted((a, b) => a.t - b.t)
        .flatMap(({ id }) => map.moments.filter(({ touchpointId }) => touchpointId === id));
      if (!first) continue;
      const drawn = textsOf(slideAt(map, index + 1).items).join('');
      expect(drawn.replaceAll(' ', '')).toContain(first.question.replaceAll(' ', ''));
    }
  });

  it('has a pin on the card and one at the text of each moment of truth', () => {
    const map = buildMap({
      touchpoints: [{ id: 't1', t: 0.3, emotion: 1 }],
      moments: [{ touchpointId: 't1', kind: 'first', question: 'Now?' }],
    });
    expect(pinsOf(slideAt(map, 1))).toBe(2);
  });

  it('compares everyone with the first persona who feels otherwise, and names both lines', () => {
    const texts = textsOf(slideAt(buildMap(twoFeel), 1).items);
    expect(texts).toEqual(expect.arrayContaining(['Everyone', 'Bo', '+1.0', '−1.5']));
    expect(texts).not.toContain('Ann');
  });

  it('needs no legend where all feel alike', () => {
    const alike = buildMap({ ...twoFeel, touchpoints: [{ t: 0.4, emotion: 1 }] });
    expect(textsOf(slideAt(alike, 1).items)).not.toContain('Everyone');
  });

  it('shows on its cards what the one who leads feels, and everyone as the second line', () => {
    const map = buildMap({ ...twoFeel, moments: [{ touchpointId: 't2', question: 'Sign?' }] });
    const slide = slideAt(map, 1, { persona: 'p2' });
    const onBlocks = (band: string): readonly string[] =>
      slide.items.flatMap((item) => (item.kind === 'text' && item.fill === `on-${band}` ? [item.text] : []));
    expect(onBlocks('very-negative')).toContain('−1.5');
    expect(onBlocks('positive')).toEqual([]);
    // What she does not meet is set back, with its moment of truth.
    expect(pinsOf(slide)).toBe(0);
    expect(textsOf(slide.items)).toEqual(expect.arrayContaining(['Bo', 'Everyone', 'Sign']));
    expect(slideAt(map, 1, { persona: 'gone' })).toEqual(slideAt(map, 1));
  });

  it('leaves out cards of hidden lanes, and is unfolded though the stage is folded on the map', () => {
    const map = buildMap({
      stages: [{ id: 's1', collapsed: true }],
      lanes: ['l1', { id: 'l2', kind: 'contact' }],
      touchpoints: [
        { title: 'Seen', laneId: 'l1', t: 0.2 },
        { title: 'Hidden', laneId: 'l2', t: 0.7 },
      ],
    });
    expect(textsOf(slideAt(map, 1).items)).toEqual(expect.arrayContaining(['Seen', 'Hidden']));
    expect(textsOf(slideAt(map, 1, { hiddenLanes: new Set(['l2']) }).items)).not.toContain('Hidden');
  });

  it('says calmly that nothing is there, or that nothing is rated', () => {
    const map = buildMap({ stages: ['s1', 's2'], touchpoints: [{ title: 'Call', stageId: 's2' }] });
    expect(textsOf(slideAt(map, 1).items)).toContain('No touchpoints in this stage yet');
    expect(textsOf(slideAt(map, 2).items)).toContain('Emotions are not rated yet');
  });

  it('calls nothing unrated because the one who leads comes nowhere', () => {
    const map = buildMap({
      ...twoFeel,
      touchpoints: [{ t: 0.5, emotion: 0, byPersona: { p2: felt(null, true) } }],
    });
    for (const index of [0, 1])
      expect(textsOf(slideAt(map, index, { persona: 'p2' }).items)).not.toContain(
        'Emotions are not rated yet',
      );
  });

  it('is drawn in the map’s language whatever the reader’s', () => {
    const map = buildMap({ map: { language: 'zh' }, stages: [{}] });
    expect(textsOf(slideAt(map, 1).items)).toContain('此阶段还没有接触点');
  });

  it('has the proportions of its room', () => {
    const map = buildMap();
    for (const room of [size, { width: 1024, height: 768 }, { width: 2560, height: 1080 }]) {
      const slide = slideAt(map, 1, { size: room });
      expect(slide.width / slide.height).toBeCloseTo(room.width / room.height, 2);
      expect(slide.width).toBeGreaterThanOrEqual(size.width);
      expect(slide.height).toBeGreaterThanOrEqual(size.height);
    }
  });
});

describe('the overview', () => {
  it('names map, brand, personas, stages, and the highest and lowest point', () => {
    const map = buildMap({
      ...twoFeel,
      map: { title: 'House', scenario: 'A young couple' },
      brand: { name: 'Brick' },
    });
    const texts = textsOf(slideAt(map, 0).items);
    expect(texts).toEqual(
      expect.arrayContaining([
        'House',
        'Brick',
        'A young couple',
        'Ann',
        'Bo',
        'A',
        'Buy',
        '+1.0',
        'Highest',
        'Offer',
        '+0.5',
        'Lowest',
        'Sign',
      ]),
    );
  });

  it.each(templates)('marks every moment of truth: $name', ({ map }) => {
    const asked = map.moments.filter(({ question }) =>
      textsOf(slideAt(map, 0).items).join('').replaceAll(' ', '').includes(question.replaceAll(' ', '')),
    );
    expect(pinsOf(slideAt(map, 0))).toBeGreaterThanOrEqual(map.moments.length);
    expect(asked).toHaveLength(map.moments.length);
  });

  it('marks moments also where there are more than pins have room', () => {
    const map = buildMap({
      touchpoints: Array.from({ length: 120 }, (_, at) => ({ id: `t${at}`, t: at / 120, emotion: 0 })),
      moments: Array.from({ length: 120 }, (_, at) => ({ touchpointId: `t${at}` })),
    });
    const { items } = slideAt(map, 0);
    const dots = items.filter((item) => item.kind === 'circle' && item.fill === 'signal');
    expect(pinsOf(slideAt(map, 0)) + dots.length).toBe(120);
  });

  it('shows touchpoints at one place apart, so that the worst is told', () => {
    const map = buildMap({
      touchpoints: [
        { title: 'Bad', t: 0.5, emotion: -2 },
        { title: 'Good', t: 0.5, emotion: 2 },
      ],
    });
    expect(textsOf(slideAt(map, 0).items)).toEqual(
      expect.arrayContaining([signed(-2), 'Bad', signed(2), 'Good']),
    );
  });

  it('of an empty map says so', () => {
    const texts = textsOf(slideAt(buildMap({ map: { title: '' }, stages: [] }), 0).items);
    expect(texts).toEqual(expect.arrayContaining(['Untitled map', 'Nothing is on this map yet']));
  });
});

describe('what a slide says to those who do not see it', () => {
  const map = buildMap({
    ...twoFeel,
    channels: [{ id: 'c1', name: 'Shop' }],
    touchpoints: [
      {
        id: 't1',
        title: 'Offer',
        t: 0.2,
        emotion: -1.2,
        channelId: 'c1',
        key: true,
        importance: 5,
        evidenceLevel: 'measured',
      },
      { id: 't2', title: 'Sign', t: 0.8 },
    ],
    links: [{ from: 't1', to: 't2' }],
    moments: [{ touchpointId: 't2', question: 'Today?', passWhen: 'It is clear', failWhen: 'One doubt' }],
    insights: [
      { kind: 'pain', text: 'Hidden costs', stageId: 's1' },
      { kind: 'quote', text: 'They said all in.', stageId: 's1', evidenceIds: ['e1'] },
    ],
    opportunities: [{ title: 'A fixed price', stageId: 's1' }],
    evidence: [{ id: 'e1', source: 'Forum', at: '2025-02-10' }],
  });

  it('is all that is on it, emotions as figure and word', () => {
    expect(slideAt(map, 1).spoken).toEqual({
      heading: 'A Buy, stage 1 of 1',
      lines: [
        'Offer: emotion −1.2, annoyed, worried, key touchpoint, Shop, importance 5, leads to Sign.',
        'Sign: not rated, assumed.',
        'Moment of truth: Today? Pass: It is clear. Lose: One doubt.',
        'Pain: Hidden costs',
        'Opportunity: A fixed price',
        '“They said all in.”, Forum · 10 February 2025',
      ],
    });
  });

  it('is in the reader’s language', () => {
    const { heading, lines } = slideAt(map, 1, { language: 'zh' }).spoken;
    expect(heading).toBe('A Buy，第 1 阶段，共 1 个');
    expect(lines[0]).toContain('情绪 −1.2，不满');
  });

  it('says who leads and what they do not meet', () => {
    const { lines } = slideAt(buildMap(twoFeel), 1, { persona: 'p2' }).spoken;
    expect(lines).toEqual([
      'As seen by Bo.',
      'Offer: emotion −1.5, angry, lost, assumed.',
      'Sign: Bo does not meet it, assumed.',
    ]);
  });

  it('of the overview tells the stages, the extremes and the moments', () => {
    const { heading, lines } = slideAt(map, 0).spoken;
    expect(heading).toBe('Test, overview');
    expect(lines).toEqual(
      expect.arrayContaining(['Personas: Ann, Bo.', 'Stages: A Buy.', 'mean emotion −1.2.']),
    );
    expect(lines.at(-1)).toBe('Moment of truth: Sign, Today? Pass: It is clear. Lose: One doubt.');
  });
});
