import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedTo, stripsOf, type Drawn } from '../../src/canvas/shiftPicture.ts';
import { runs } from '../support/runs.ts';

const view = { x: 12.25, y: -40, zoom: 0.8, width: 600, height: 400 };
const drawn: Drawn = { view, ratio: 2, moved: { x: 0, y: 0 } };

describe('how far a picture has to move', () => {
  it('is told in whole pixels of the device', () => {
    expect(movedTo(drawn, { ...view, x: 20.75, y: -41 }, 2)).toEqual({ x: 17, y: -2 });
  });

  it('is not told where letters would stand otherwise, or another picture is wanted', () => {
    expect(movedTo(drawn, { ...view, x: 20.4 }, 2)).toBeNull();
    expect(movedTo(drawn, { ...view, zoom: 0.9 }, 2)).toBeNull();
    expect(movedTo(drawn, { ...view, width: 601 }, 2)).toBeNull();
    expect(movedTo(drawn, view, 1)).toBeNull();
  });
});

describe('what comes into view', () => {
  it('is each pixel that the moved picture leaves bare, once', () => {
    const side = fc.integer({ min: 1, max: 12 });
    const way = fc.integer({ min: -14, max: 14 });
    fc.assert(
      fc.property(side, side, way, way, (width, height, x, y) => {
        const strips = stripsOf({ x, y }, width, height);
        for (let row = 0; row < height; row += 1)
          for (let column = 0; column < width; column += 1) {
            const isCovered = column - x >= 0 && column - x < width && row - y >= 0 && row - y < height;
            const times = strips.filter(
              (strip) =>
                column >= strip.x &&
                column < strip.x + strip.width &&
                row >= strip.y &&
                row < strip.y + strip.height,
            ).length;
            expect(times).toBe(isCovered ? 0 : 1);
          }
        for (const strip of strips) {
          expect(strip.x >= 0 && strip.x + strip.width <= width).toBe(true);
          expect(strip.y >= 0 && strip.y + strip.height <= height).toBe(true);
        }
      }),
      runs(300),
    );
  });
});
