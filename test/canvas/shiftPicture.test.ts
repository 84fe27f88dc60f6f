import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/layout/scene.ts';
import { movedTo, paneOn, wayOf, type Drawn } from '../../src/canvas/drawnPicture.ts';
import { followTo, withoutAhead } from '../../src/canvas/shiftPicture.ts';
import { runs } from '../support/runs.ts';

const view = { x: 12.25, y: -40, zoom: 0.8, width: 600, height: 400 };
const still = { moved: { x: 0, y: 0 }, copied: { x: 0, y: 0 } };
const drawn: Drawn = { view, ratio: 2, ...still, valid: { x: 0, y: 0, width: 1200, height: 800 } };

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

describe('a picture that follows the camera', () => {
  const sheet = { pane: { width: 12, height: 9 }, margin: 4 };
  const canvas = { width: 20, height: 17 };
  const begin: Drawn = { ...drawn, valid: paneOn(sheet, still) };

  /** A canvas of pixels, each holding the place of the world that is drawn there; null is bare. */
  const canvasOf = (): (string | null)[][] =>
    Array.from({ length: canvas.height }, () => Array.from({ length: canvas.width }, () => null));
  const draw = (pixels: (string | null)[][], strip: Box, { copied }: Drawn): void => {
    expect(strip.x >= 0 && strip.x + strip.width <= canvas.width).toBe(true);
    expect(strip.y >= 0 && strip.y + strip.height <= canvas.height).toBe(true);
    for (let y = strip.y; y < strip.y + strip.height; y += 1)
      for (let x = strip.x; x < strip.x + strip.width; x += 1) {
        const row = pixels[y];
        if (row) row[x] = `${x - copied.x},${y - copied.y}`;
      }
  };
  const move = (pixels: (string | null)[][], by: { x: number; y: number }): (string | null)[][] =>
    pixels.map((row, y) => row.map((own, x) => pixels[y - by.y]?.[x - by.x] ?? own));

  it('shows every place of the pane as it is, wherever it goes', () => {
    const step = fc.record({ x: fc.integer({ min: -7, max: 7 }), y: fc.integer({ min: -7, max: 7 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 12 }), (steps) => {
        let pixels = canvasOf();
        let at = begin;
        draw(pixels, at.valid, at);
        for (const [by, isChanged] of steps) {
          if (isChanged) {
            at = withoutAhead(at, sheet);
            // What is not to be shown any more is spoilt.
            pixels = pixels.map((row, y) => row.map((own, x) => (isIn(at.valid, x, y) ? own : 'old')));
          }
          const moved = { x: at.moved.x + by.x, y: at.moved.y + by.y };
          const followed = followTo(at, moved, sheet);
          if (!followed) {
            // Out of all that was drawn: it begins anew.
            expect(Math.abs(by.x) >= sheet.pane.width - sheet.margin || Math.abs(by.y) >= 5).toBe(true);
            return;
          }
          if (followed.copy) pixels = move(pixels, followed.copy);
          at = followed.drawn;
          for (const strip of followed.strips) draw(pixels, strip, at);
          expect(Math.abs(wayOf(at).x) <= sheet.margin && Math.abs(wayOf(at).y) <= sheet.margin).toBe(true);
          const seen = paneOn(sheet, at);
          for (let y = seen.y; y < seen.y + seen.height; y += 1)
            for (let x = seen.x; x < seen.x + seen.width; x += 1)
              expect(pixels[y]?.[x]).toBe(`${x - at.copied.x},${y - at.copied.y}`);
        }
      }),
      runs(300),
    );
  });

  it('is drawn ahead once, and then goes without being drawn or copied until the margin is used up', () => {
    let at = begin;
    const drawings: number[] = [];
    const copies: number[] = [];
    for (let x = -1; x >= -12; x -= 1) {
      const followed = followTo(at, { x, y: 0 }, sheet);
      if (!followed) throw new Error('it was seen all the time');
      if (followed.strips.length > 0) drawings.push(x);
      if (followed.copy) copies.push(x);
      at = followed.drawn;
    }
    expect(drawings).toEqual([-1, -5, -10]);
    expect(copies).toEqual([-5, -10]);
  });

  it('is drawn anew where nothing of it is seen', () => {
    expect(followTo(begin, { x: 40, y: 0 }, sheet)).toBeNull();
    expect(followTo(begin, { x: 0, y: -30 }, sheet)).toBeNull();
  });
});

function isIn({ x, y, width, height }: Box, column: number, row: number): boolean {
  return column >= x && column < x + width && row >= y && row < y + height;
}
