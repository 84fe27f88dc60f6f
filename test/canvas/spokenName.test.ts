import { describe, expect, it } from 'vitest';
import { indexLinks, nameCell, nameTouchpoint } from '../../src/canvas/spokenName.ts';
import { canvasWords } from '../../src/words/canvas.ts';
import { buildMap } from '../support/buildMap.ts';
import { buildSession } from './support/buildSession.ts';

const session = buildSession({
  map: buildMap({
    stages: [
      { id: 's1', name: 'Look' },
      { id: 's2', name: 'Buy' },
    ],
    lanes: [
      { id: 'l1', name: 'Contact', kind: 'contact' },
      { id: 'l2', name: 'Thoughts', kind: 'thoughts' },
    ],
    channels: [{ id: 'c1', name: 'Shop' }],
    touchpoints: [
      { id: 't1', title: 'Reads reviews' },
      { id: 't2', title: 'Pays', stageId: 's2', channelId: 'c1', emotion: -1.4, key: true, locked: true },
      { id: 't3', title: '' },
    ],
    insights: [{ id: 'n1', text: 'Is it worth it?', stageId: 's2', laneId: 'l2', kind: 'question' }],
    links: [
      { id: 'k1', from: 't1', to: 't2' },
      { id: 'k2', from: 't2', to: 't1' },
    ],
  }),
});
const { journey, layout } = session.projection.getState();
const nameOf = (id: string, language: 'en' | 'zh'): string => {
  const touchpoint = session.projection.find('touchpoints', id);
  if (!touchpoint) throw new Error(`no ${id}`);
  const address = layout.cards.get(id)?.address ?? '';
  return nameTouchpoint(
    touchpoint,
    address,
    session.projection,
    indexLinks(journey.links),
    layout.stages,
    canvasWords[language],
  );
};

describe('what a screen reader says (U56)', () => {
  it('of a touchpoint is its type, title, stage x of y, lane, channel, emotion in word and number, and its links', () => {
    expect(nameOf('t2', 'en')).toBe(
      'Touchpoint Pays, at B1, stage 2 of 2, lane Contact, channel Shop, emotion −1.4, annoyed, worried, key touchpoint, locked, leads to Reads reviews, comes from Reads reviews',
    );
    expect(nameOf('t2', 'zh')).toBe(
      '接触点 Pays，位于 B1，第 2 阶段，共 2 个，泳道 Contact，渠道 Shop，情绪 −1.4，不满，关键接触点，已锁定，通向 Reads reviews，来自 Reads reviews',
    );
  });

  it('of one without a title, a channel or a rating says so and leaves out what there is not', () => {
    expect(nameOf('t3', 'en')).toBe('Touchpoint Untitled, at A1, stage 1 of 2, lane Contact, not rated');
    expect(nameOf('t3', 'zh')).toBe('接触点 未命名，位于 A1，第 1 阶段，共 2 个，泳道 Contact，未评分');
  });

  it('of a note is its kind, text, stage x of y and lane', () => {
    const cell = layout.cells.get('n1');
    if (!cell) throw new Error('no note');
    const name = (language: 'en' | 'zh') =>
      nameCell(cell, 'Is it worth it?', 'B2', session.projection, layout.stages, canvasWords[language]);
    expect(name('en')).toBe('Note Is it worth it?, at B2, stage 2 of 2, lane Thoughts');
    expect(name('zh')).toBe('便签 Is it worth it?，位于 B2，第 2 阶段，共 2 个，泳道 Thoughts');
  });
});
