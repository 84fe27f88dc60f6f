import { describe, expect, it } from 'vitest';
import type { MapLayout } from '../../src/layout/mapLayout.ts';
import { chooseWindow, mostInWindow, mostMounted, stillCovers } from '../../src/canvas/windowOfNodes.ts';

const card = (id: string, x: number, y: number) =>
  [
    id,
    {
      id,
      x,
      y,
      width: 208,
      height: 100,
      kind: 'journey',
      stageId: 's',
      laneId: 'l',
      drawnRow: 0,
      address: 'A1',
    },
  ] as const;

const layout = {
  sequence: ['c', 'a', 'b', 'far'],
  cards: new Map([card('a', 100, 0), card('b', 500, 0), card('c', 0, 200), card('far', 9000, 0)]),
  elements: new Map(),
  cells: new Map([
    [
      'note',
      {
        id: 'note',
        x: 50,
        y: 400,
        width: 200,
        height: 40,
        collection: 'insights',
        stageId: 's',
        laneId: 'n',
      },
    ],
  ]),
} as unknown as MapLayout;
const view = { x: 0, y: 0, width: 1000, height: 600 };

describe('the window of mounted nodes', () => {
  it('holds what is in view, in the order of the model, then notes', () => {
    expect(chooseWindow(layout, view, 'full', new Set())).toEqual(['c', 'a', 'b', 'note']);
  });

  it('reaches a fifth of the view further on every side', () => {
    expect(chooseWindow(layout, { x: 650, y: 0, width: 1000, height: 600 }, 'full', new Set())).toContain(
      'b',
    );
    expect(
      chooseWindow(layout, { x: 1000, y: 0, width: 1000, height: 600 }, 'full', new Set()),
    ).not.toContain('b');
  });

  it('never drops what is selected, edited or dragged', () => {
    expect(chooseWindow(layout, view, 'full', new Set(['far']))).toContain('far');
  });

  it('is empty from afar, where very many would be in view, but for what is kept; never more than the most', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `c${index}`);
    const many = {
      ...layout,
      sequence: ids,
      cards: new Map(ids.map((id, index) => card(id, (index % 50) * 220, Math.floor(index / 50) * 120))),
      elements: new Map(),
      cells: new Map(),
    } as unknown as MapLayout;
    const all = { x: 0, y: 0, width: 11_000, height: 4800 };
    expect(chooseWindow(many, all, 'blocks', new Set(['c7']))).toEqual(['c7']);
    expect(chooseWindow(many, all, 'blocks', new Set(ids))).toHaveLength(mostMounted);
    for (const detail of ['full', 'titles', 'blocks'] as const) {
      const counts = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.5].map(
        (share) =>
          chooseWindow(many, { x: 0, y: 0, width: 11_000 * share, height: 4800 * share }, detail, new Set())
            .length,
      );
      expect(Math.max(...counts)).toBeLessThanOrEqual(mostInWindow[detail]);
      // Near, a large screen full of cards is mounted; where only titles are read no longer.
      expect(counts.some((count) => count > mostInWindow.titles)).toBe(detail === 'full');
    }
  });

  it('is kept while it covers what is seen and renewed when it no longer does', () => {
    expect(stillCovers(view, { ...view, x: 90 })).toBe(true);
    expect(stillCovers(view, { ...view, x: 150 })).toBe(false);
    expect(stillCovers(view, { x: 200, y: 200, width: 300, height: 200 })).toBe(false);
  });
});
