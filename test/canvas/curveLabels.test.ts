import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightAt, spread } from '../../src/canvas/CurveLabels.tsx';
import { monotoneCubic } from '../../src/analysis/monotoneCubic.ts';

describe('end labels', () => {
  it('never come closer than their pitch and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 }), (wishes) => {
        const places = spread(
          wishes.map((y) => ({ y })),
          21,
          10,
          400,
        ).map(({ y }) => y);
        for (const [index, y] of places.entries()) {
          const before = places[index - 1];
          if (before !== undefined) expect(y - before).toBeGreaterThanOrEqual(21);
        }
      }),
    );
  });

  it('stay inside their bounds when there is room', () => {
    expect(spread([{ y: 395 }, { y: 398 }], 21, 10, 400).map(({ y }) => y)).toEqual([379, 400]);
    expect(spread([{ y: -5 }, { y: 0 }], 21, 10, 400).map(({ y }) => y)).toEqual([10, 31]);
  });

  it('stand at the height of their curve, or of its end', () => {
    const { segments } = monotoneCubic([
      { x: 0, y: 10 },
      { x: 100, y: 20 },
    ]);
    expect(heightAt(segments, -5)).toBe(10);
    expect(heightAt(segments, 50)).toBeCloseTo(15);
    expect(heightAt(segments, 500)).toBe(20);
  });
});
