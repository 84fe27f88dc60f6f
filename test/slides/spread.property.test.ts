import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../src/slides/spread.ts';
import { runs } from '../support/runs.ts';

const wishes = fc
  .array(fc.integer({ min: -200, max: 1200 }), { minLength: 1, maxLength: 8 })
  .map((places) => places.toSorted((a, b) => a - b));

describe('places along a line', () => {
  it('keep apart, in order and in the range', () => {
    fc.assert(
      fc.property(wishes, (wished) => {
        const places = spread(wished, 100, 0, 1000);
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(1000 + 1e-6);
          if (index > 0) expect(place - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(100 - 1e-6);
        }
      }),
      runs(300),
    );
  });

  it('are the wishes where those are far enough apart', () => {
    expect(spread([100, 250, 900], 100, 0, 1000)).toEqual([100, 250, 900]);
  });

  it('share what is lacking', () => {
    expect(spread([500, 500], 100, 0, 1000)).toEqual([450, 550]);
    expect(spread([990, 1000], 100, 0, 1000)).toEqual([900, 1000]);
  });
});
