import { describe, expect, it } from 'vitest';
import { drawElement } from '../../src/layout/drawElement.ts';
import { filteredCard, filteredItems } from '../../src/layout/drawFiltered.ts';
import { layoutOptionsFor } from '../../src/layout/defaultOptions.ts';
import { layoutMap } from '../../src/layout/layoutMap.ts';
import type { SceneItem } from '../../src/layout/scene.ts';
import { templates } from '../support/templates.ts';

const coloursOf = (items: readonly SceneItem[]): ReadonlySet<string> =>
  new Set(
    items.flatMap((item) => {
      if (item.kind === 'text') return [item.fill];
      if (item.kind === 'rect' || item.kind === 'circle' || item.kind === 'path')
        return [item.fill, item.stroke?.colour].filter((paint) => paint !== undefined);
      return item.kind === 'clip' ? [...coloursOf(item.items)] : [];
    }),
  );

describe('what is filtered out (look, section 7)', () => {
  const own: readonly SceneItem[] = [{ kind: 'rect', x: 0, y: 0, width: 208, height: 100, fill: 'card' }];
  const card = { kind: 'journey', title: '扫码下单', band: 'negative' } as const;

  it('is a card with a hair outline, a face in line colour, its title at 400 in ink-3, and nothing else', () => {
    const items = filteredCard(own, card, 'full');
    expect(coloursOf(items)).toEqual(new Set(['card', 'hair', 'line', 'ink-3']));
    const texts = items.filter((item) => item.kind === 'text');
    expect(texts.map(({ text, font }) => [text, font.weight])).toEqual([['扫码下单', 400]]);
    expect(items[0]).toMatchObject({ width: 208, height: 100, stroke: { colour: 'hair', width: 1 } });
  });

  it('is the outline alone from afar, and the same object for the same card', () => {
    const far: readonly SceneItem[] = [...own];
    expect(filteredCard(far, card, 'blocks')).toHaveLength(1);
    expect(filteredCard(far, card, 'blocks')).toBe(filteredCard(far, card, 'blocks'));
  });

  it('keeps of everything else its words and outlines, without emotion, ink or signal', () => {
    const quiet = new Set(['card', 'paper', 'paper-2', 'hair', 'ink-3']);
    for (const { map } of templates) {
      const { groups } = layoutMap(map, layoutOptionsFor(map));
      for (const { role, items } of groups) {
        if (!['insight', 'opportunity', 'action', 'element', 'link'].includes(role)) continue;
        for (const colour of coloursOf(filteredItems(items))) expect(quiet).toContain(colour);
      }
    }
  });

  it('is no patch: a note keeps its paper, and only its folded corner is filled with hair', () => {
    const place = { side: 'below', x: 0, y: 0, width: 160, height: 80 } as const;
    const own = { text: '签约前谁来跟进？', ink: 'sienna', image: null, locked: false } as const;
    const note = { id: 'el1', kind: 'note', ...place, ...own } as const;
    const [paper, corner] = filteredItems(drawElement(note, 'full'));
    expect(paper).toMatchObject({ kind: 'path', fill: 'card', stroke: { colour: 'hair' } });
    expect(corner).toMatchObject({ kind: 'path', fill: 'hair' });
  });
});
