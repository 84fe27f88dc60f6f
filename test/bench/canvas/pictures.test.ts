import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { compareCards, type PxBox } from './pictures.ts';

const paper = [250, 248, 243] as const;
const card = [255, 254, 251] as const;
const blue = [29, 79, 134] as const;

/** A picture of paper with boxes filled in one colour, each with a dark line of text. */
function picture(boxes: readonly PxBox[], fill: readonly [number, number, number]): Buffer {
  const png = new PNG({ width: 200, height: 120 });
  const paint = (box: PxBox, [red, green, blue]: readonly [number, number, number]): void => {
    for (let y = box.y; y < box.y + box.height; y += 1)
      for (let x = box.x; x < box.x + box.width; x += 1)
        png.data.set([red, green, blue, 255], (y * png.width + x) * 4);
  };
  paint({ x: 0, y: 0, width: png.width, height: png.height }, paper);
  for (const box of boxes) {
    paint(box, fill);
    paint({ x: box.x + 6, y: box.y + 8, width: box.width - 12, height: 2 }, [23, 33, 43]);
  }
  return PNG.sync.write(png);
}

const boxes = [
  { x: 10, y: 10, width: 60, height: 40 },
  { x: 100, y: 10, width: 60, height: 40 },
];

describe('pictures in mid-gesture', () => {
  it('finds nothing wrong where cards are drawn as at rest', () => {
    expect(compareCards(picture(boxes, card), picture(boxes, card), boxes)).toEqual({
      cards: 2,
      blank: 0,
      stale: 0,
    });
  });

  it('calls a card blank that shows bare ground', () => {
    expect(compareCards(picture(boxes.slice(0, 1), card), picture(boxes, card), boxes)).toMatchObject({
      blank: 1,
    });
  });

  it('calls a card stale whose place shows something else', () => {
    expect(compareCards(picture(boxes, blue), picture(boxes, card), boxes)).toMatchObject({
      blank: 0,
      stale: 2,
    });
  });

  it('compares nothing where nothing is drawn at rest', () => {
    expect(compareCards(picture([], card), picture([], card), boxes)).toEqual({
      cards: 0,
      blank: 0,
      stale: 0,
    });
  });
});
