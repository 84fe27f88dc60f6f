import { describe, expect, it } from 'vitest';
import { joinShapes } from '../../src/export/pptx/joinedShapes.ts';
import { fontFor } from '../../src/layout/measureText.ts';
import type { RectItem, SceneItem } from '../../src/layout/scene.ts';
import { textItems } from '../../src/layout/textItems.ts';

const { font } = fontFor('cell', 'latin');
const rect = (more: Partial<RectItem>): RectItem => ({
  kind: 'rect',
  x: 0,
  y: 0,
  width: 9,
  height: 9,
  ...more,
});
const kinds = (items: readonly SceneItem[]) => joinShapes(items).map(({ kind }) => kind);

describe('shapes of a card', () => {
  it('of one colour beside each other are one, and nothing is lost', () => {
    const [joined] = joinShapes([
      rect({ stroke: { colour: 'ink', width: 1 } }),
      rect({ fill: 'ink' }),
      { kind: 'circle', cx: 1, cy: 1, r: 1, fill: 'ink' },
    ]);
    expect(joined).toMatchObject({ kind: 'joined', colour: 'ink', stroke: { width: 1 } });
    expect(joined?.kind === 'joined' && joined.parts).toHaveLength(3);
  });

  it('stay apart when their colour, line or corners differ', () => {
    expect(kinds([rect({ fill: 'ink' }), rect({ fill: 'line' })])).toEqual(['rect', 'rect']);
    expect(kinds([rect({ fill: 'ink' }), rect({ fill: 'ink', radius: 2 })])).toEqual(['rect', 'rect']);
    const line = (width: number, dash: readonly number[] = []) =>
      rect({ stroke: { colour: 'ink', width, dash } });
    expect(kinds([line(1), line(2)])).toEqual(['rect', 'rect']);
    expect(kinds([line(1), line(1, [4, 3])])).toEqual(['rect', 'rect']);
  });

  it('words a space apart on a line are one text, and lie above the shapes', () => {
    const words = [...textItems('Imp', 0, 20, font, 'ink-2'), ...textItems('4', 24, 20, font, 'ink')];
    expect(kinds([...words, rect({ fill: 'ink' })])).toEqual(['rect', 'texts']);
    expect(kinds([...words, ...textItems('far', 90, 20, font, 'ink')])).toEqual(['texts', 'text']);
  });

  it('words in a painted box are its own text; what stands out of it is not', () => {
    const chip = rect({ width: 60, height: 30, fill: 'paper' });
    const [labelled] = joinShapes([chip, ...textItems('Post', 4, 20, font, 'ink')]);
    expect(labelled).toMatchObject({ kind: 'labelled', box: chip, runs: [{ text: 'Post' }] });
    expect(kinds([chip, ...textItems('Far too long a name', 4, 20, font, 'ink')])).toEqual(['rect', 'text']);
    expect(kinds([rect({ width: 60, height: 30 }), ...textItems('Post', 4, 20, font, 'ink')])).toEqual([
      'rect',
      'text',
    ]);
  });
});
