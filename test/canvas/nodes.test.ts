import { describe, expect, it } from 'vitest';
import { createNodeMaker, type NodeSource } from '../../src/canvas/nodes.ts';
import { rewordedDrawing } from '../../src/canvas/rewordedCards.ts';

const items: NodeSource['items'] = [{ kind: 'rect', x: 0, y: 0, width: 208, height: 100, fill: 'card' }];
const source = (id: string, more: Partial<NodeSource> = {}): NodeSource => ({
  id,
  box: { x: 10, y: 20, width: 208, height: 100 },
  origin: { x: 10, y: 20 },
  items,
  label: id,
  collection: 'touchpoints',
  address: 'A1',
  ...more,
});

describe('node objects', () => {
  it('are the same objects while nothing about them changes', () => {
    const { make } = createNodeMaker();
    const [first] = make([source('a'), source('b')]);
    const again = make([source('a'), source('b', { box: { x: 11, y: 20, width: 208, height: 100 } })]);
    expect(again[0]).toBe(first);
    expect(again[1]?.position).toEqual({ x: 11, y: 20 });
  });

  it('are made anew when the drawing or the spoken name changes', () => {
    const { make } = createNodeMaker();
    const [first] = make([source('a')]);
    expect(make([source('a', { items: [...items] })])[0]).not.toBe(first);
    expect(make([source('a', { label: 'b' })])[0]).not.toBe(first);
  });

  it('carry size, measure and handles, so that the browser measures nothing', () => {
    const [node] = createNodeMaker().make([source('a')]);
    expect(node).toMatchObject({
      width: 208,
      height: 100,
      measured: { width: 208, height: 100 },
      handles: [],
    });
  });

  it('are forgotten when they leave the window', () => {
    const { make } = createNodeMaker();
    const [first] = make([source('a')]);
    make([]);
    expect(make([source('a')])[0]).not.toBe(first);
  });

  it('stay when only words change, which go straight to what is mounted', () => {
    const { make, reword } = createNodeMaker();
    const list = make([source('a'), source('b')]);
    const worded = source('a', { items: [...items], label: 'Other' });
    reword('a', () => worded);
    reword('far', () => source('far'));
    expect(rewordedDrawing('a')).toMatchObject({ items: worded.items, label: 'Other' });
    expect(rewordedDrawing('far')).toBeUndefined();
    expect(make([worded, source('b')])).toBe(list);
    // With something else about it the node is made anew, and says all there is to say.
    const moved = make([{ ...worded, box: { x: 11, y: 20, width: 208, height: 100 } }, source('b')]);
    expect(moved[0]?.data.label).toBe('Other');
    expect(rewordedDrawing('a')).toBeUndefined();
    reword('b', () => source('b', { label: 'Other' }));
    make([]);
    expect(rewordedDrawing('b')).toBeUndefined();
  });
});
