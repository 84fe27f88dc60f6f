import { describe, expect, it } from 'vitest';
import { heldBy, shiftedElements, withContents } from '../../src/model/elements.ts';
import { buildMap } from '../support/buildMap.ts';

const { elements } = buildMap({
  elements: [
    { id: 'big', kind: 'frame', x: 0, y: 0, width: 1000, height: 800 },
    { id: 'small', kind: 'frame', x: 100, y: 100, width: 300, height: 300 },
    { id: 'inside', x: 120, y: 120, width: 100, height: 80 },
    { id: 'half out', x: 360, y: 120, width: 100, height: 80 },
    { id: 'other side', side: 'right', x: 120, y: 120, width: 100, height: 80 },
  ],
});

describe('frames', () => {
  it('hold what has its middle in them, smaller frames and their content included', () => {
    expect([...heldBy(elements, 'small')]).toEqual(['inside']);
    expect([...heldBy(elements, 'big')]).toEqual(['small', 'inside', 'half out']);
  });

  it('never hold each other, and notes hold nothing', () => {
    const twins = elements.map((one) => ({
      ...one,
      kind: 'frame' as const,
      x: 0,
      y: 0,
      width: 200,
      height: 200,
    }));
    expect(twins.flatMap(({ id }) => [...heldBy(twins, id)])).toEqual([]);
    expect([...heldBy(elements, 'inside')]).toEqual([]);
  });

  it('come with their content, in the order of drawing', () => {
    expect(withContents(elements, ['other side', 'small'])).toEqual(['small', 'inside', 'other side']);
  });
});

describe('moving together', () => {
  it('stops for all where the first would reach the grid, so that the arrangement stays', () => {
    const moved = shiftedElements(elements.slice(1, 3), -500, 10);
    expect(moved.map(({ x, y }) => [x, y])).toEqual([
      [0, 110],
      [20, 130],
    ]);
  });
});
