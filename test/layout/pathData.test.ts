import { describe, expect, it } from 'vitest';
import { emotionBands } from '../../src/model/emotionBand.ts';
import { faceItems } from '../../src/layout/faces.ts';
import { channelGlyph, starItem } from '../../src/layout/glyphs.ts';
import { pathCommands } from '../../src/layout/pathData.ts';
import type { SceneItem } from '../../src/layout/scene.ts';

const asIs = { x: 0, y: 0, scale: 1 };

/** All coordinates of an item, as [x, y] pairs. */
function pointsOf(item: SceneItem): (readonly [number, number])[] {
  if (item.kind === 'circle')
    return [
      [item.cx - item.r, item.cy - item.r],
      [item.cx + item.r, item.cy + item.r],
    ];
  if (item.kind !== 'path') return [];
  return item.commands.flatMap((command) => {
    const numbers = command.slice(1) as number[];
    return numbers.flatMap((value, i) => (i % 2 === 0 ? [[value, numbers[i + 1] ?? 0] as const] : []));
  });
}

describe('reading path strings', () => {
  it('makes relative commands absolute and places them', () => {
    expect(pathCommands('M1 2l3 4h-2v1q1 1 2 0z', { x: 10, y: 20, scale: 2 })).toEqual([
      ['M', 12, 24],
      ['L', 18, 32],
      ['L', 14, 32],
      ['L', 14, 34],
      ['Q', 16, 36, 18, 34],
      ['Z'],
    ]);
  });

  it('goes on from the start after closing', () => {
    expect(pathCommands('M5 5h2zl1 1', asIs).at(-1)).toEqual(['L', 6, 6]);
  });

  it('draws half a circle as two quarter curves through its top', () => {
    const [, first, second] = pathCommands('M0 10a10 10 0 0 1 20 0', asIs);
    expect(first?.[0]).toBe('C');
    expect(first?.[5]).toBeCloseTo(10, 6);
    expect(first?.[6]).toBeCloseTo(0, 6);
    expect(second?.slice(5)).toEqual([20, 10]);
  });

  it('throws on what it does not know', () => {
    expect(() => pathCommands('M0 0X3 4', asIs)).toThrow('cannot read');
    expect(() => pathCommands('M0 0L3', asIs)).toThrow('cannot read');
  });
});

describe('signs', () => {
  it('faces stay inside their box, and each band has a shape of its own', () => {
    const shapes = new Set<string>();
    for (const band of [...emotionBands, null]) {
      const items = faceItems(band, 50, 60, 24, 'ink');
      for (const [x, y] of items.flatMap(pointsOf)) {
        expect(Math.abs(x - 50)).toBeLessThanOrEqual(12);
        expect(Math.abs(y - 60)).toBeLessThanOrEqual(12);
      }
      shapes.add(JSON.stringify(items));
    }
    expect(shapes.size).toBe(6);
  });

  it('U58: the faces differ by shape alone, in one ink', () => {
    const faces = [...emotionBands, null].map((band) => faceItems(band, 0, 0, 16, 'ink'));
    // Its one ink is named once in each part; without colour they are still six.
    const withoutInk = (item: SceneItem): string => JSON.stringify(item).replaceAll('"ink"', '');
    expect(faces.flat().every((item) => withoutInk(item) !== JSON.stringify(item))).toBe(true);
    expect(new Set(faces.map((items) => items.map(withoutInk).join())).size).toBe(6);
  });

  it('channel forms have six different signs inside their box', () => {
    const forms = ['digital', 'physical', 'human', 'print', 'broadcast', 'mixed'] as const;
    const drawn = forms.map((form) => channelGlyph(form, 0, 0, 12, 'ink-2'));
    expect(new Set(drawn.map((items) => JSON.stringify(items))).size).toBe(6);
    for (const [x, y] of drawn.flat().flatMap(pointsOf)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y)).toBeLessThanOrEqual(12);
    }
  });

  it('a star has ten corners and points up', () => {
    const star = starItem(0, 0, 10, 'ink');
    expect(pointsOf(star)).toHaveLength(10);
    expect(pointsOf(star)[0]?.[1]).toBeCloseTo(-10, 6);
  });
});

describe('smooth curves', () => {
  it('go on as the curve before them ended, else start flat', () => {
    const placing = { x: 0, y: 0, scale: 1 };
    expect(pathCommands('M0 0C0 1 2 3 4 4s2 3 4 4', placing).at(-1)).toEqual(['C', 6, 5, 6, 7, 8, 8]);
    expect(pathCommands('M1 1S2 3 4 4', placing).at(-1)).toEqual(['C', 1, 1, 2, 3, 4, 4]);
    expect(pathCommands('M0 0Q1 2 2 2t2 0', placing).at(-1)).toEqual(['Q', 3, 2, 4, 2]);
  });
});
