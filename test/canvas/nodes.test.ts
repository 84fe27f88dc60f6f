import { describe, expect, it } from 'vitest';
import { createNodeMaker, type NodeSource } from '../../src/canvas/nodes.ts';

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
    const make = createNodeMaker();
    const [first] = make([source('a'), source('b')]);
    const again = make([source('a'), source('b', { box: { x: 11, y: 20, width: 208, height: 100 } })]);
    expect(again[0]).toBe(first);
    expect(again[1]?.position).toEqual({ x: 11, y: 20 });
  });

  it('are made anew when the drawing or the spoken name changes', () => {
    const make = createNodeMaker();
    const [first] = make([source('a')]);
    expect(make([source('a', { items: [...items] })])[0]).not.toBe(first);
    expect(make([source('a', { label: 'b' })])[0]).not.toBe(first);
  });

  it('carry size, measure and handles, so that the browser measures nothing', () => {
    const [node] = createNodeMaker()([source('a')]);
    expect(node).toMatchObject({
      width: 208,
      height: 100,
      measured: { width: 208, height: 100 },
      handles: [],
    });
  });

  it('are forgotten when they leave the window', () => {
    const make = createNodeMaker();
    const [first] = make([source('a')]);
    make([]);
    expect(make([source('a')])[0]).not.toBe(first);
  });
});
