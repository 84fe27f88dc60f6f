/** How pieces fill pages: no table leaves a row or two behind, no heading stands alone, what belongs together stays together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flow, together, type Piece } from '../../src/report/flow.ts';
import { rowsUnder } from '../../src/report/texts.ts';
import { runs } from '../support/runs.ts';

const body = { x: 0, y: 0, width: 100, height: 200 };

/** A piece that can be told from others: its number is the width of its only rectangle. */
function piece(mark: number, height: number, more: Partial<Piece> = {}): Piece {
  return {
    width: 100,
    height,
    items: [{ kind: 'rect', x: 0, y: 0, width: mark, height, fill: 'ink' }],
    ...more,
  };
}

const marksOf = (pieces: readonly Piece[]) =>
  flow(pieces, body).map(({ items }) => items.map((item) => (item.kind === 'rect' ? item.width : 0)));

const tableOf = (rows: number) =>
  rowsUnder(
    piece(50, 20),
    Array.from({ length: rows }, (_, index) => piece(index + 1, 20)),
  );

describe('pages of pieces', () => {
  it('repeat the head of a table that goes on', () => {
    expect(marksOf(tableOf(14)).map(([first]) => first)).toEqual([50, 50]);
  });

  it('never leave one or two rows of a table for the next page', () => {
    // Nine rows fit under the head; of ten and eleven the last three go on together.
    expect(marksOf(tableOf(9)).map((page) => page.length)).toEqual([10]);
    expect(marksOf(tableOf(10)).map((page) => page.length)).toEqual([8, 4]);
    expect(marksOf(tableOf(11)).map((page) => page.length)).toEqual([9, 4]);
    expect(marksOf(tableOf(12)).map((page) => page.length)).toEqual([10, 4]);
  });

  it('begin a table with two rows at least, or on the next page', () => {
    expect(marksOf([piece(90, 110), ...tableOf(20)])[0]).toEqual([90, 50, 1, 2, 3]);
    expect(marksOf([piece(90, 150), ...tableOf(20)])[0]).toEqual([90]);
  });

  it('give a table that would be divided a page of its own where the last one is well filled, else divide it', () => {
    expect(marksOf([piece(90, 130), ...tableOf(6)])).toEqual([[90], [50, 1, 2, 3, 4, 5, 6]]);
    expect(marksOf([piece(90, 90), ...tableOf(6)])).toEqual([
      [90, 50, 1, 2, 3],
      [50, 4, 5, 6],
    ]);
  });

  it('keep a heading with the table that it heads', () => {
    const headed = together([piece(70, 20, { keep: 60 }), ...tableOf(5)]);
    expect(marksOf([piece(90, 130), ...headed])).toEqual([[90], [70, 50, 1, 2, 3, 4, 5]]);
    // Less than well filled: the heading and its table begin there, together.
    expect(marksOf([piece(90, 90), ...headed])[0]).toEqual([90, 70, 50, 1, 2]);
  });

  it('hold every piece once, in order, within the page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 5, max: 260 }), fc.integer({ min: 1, max: 30 })), {
          maxLength: 12,
        }),
        (heights) => {
          const pieces = heights.flatMap((height, index) =>
            height < 31 ? tableOf(height) : [piece(200 + index, height)],
          );
          const pages = flow(pieces, body);
          for (const { items, bottom } of pages) {
            expect(bottom).toBeLessThanOrEqual(200.001);
            for (const item of items)
              if (item.kind === 'rect') expect(item.y + item.height).toBeLessThanOrEqual(200.001);
          }
          const heads = pages.flatMap(({ items }) => items).length;
          expect(heads).toBeGreaterThanOrEqual(pieces.length);
          expect(heads).toBeLessThanOrEqual(pieces.length + pages.length);
        },
      ),
      runs(60),
    );
  });
});
