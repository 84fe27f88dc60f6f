/**
 * Where the cards of a stage's slide stand: in one row as long as they can be read there, else in two, by turns above and below, so
 * that each stays over its place in the stage; and where under its card each touchpoint's point lies.
 *
 * In:  how many, their wished x (where their t lies on the ruler, rising), the sheet, the top of the upper row.
 * Out: corners in slide units and the scale of the cards. Cards never overlap; points rise, apart enough for their values, each
 *      under its card and, for the upper row, over a gap of the lower, so that every drop line runs straight.
 */
import { journeyCard } from '../layout/sizes.ts';
import type { Frame } from './slideFrame.ts';
import { spread } from './spread.ts';

export interface PlacedCard {
  readonly x: number;
  readonly y: number;
  /** 0 above, 1 below. */
  readonly row: 0 | 1;
  /** x of the touchpoint's point on the curve. */
  readonly point: number;
}

export interface CardRows {
  readonly scale: number;
  readonly rows: 1 | 2;
  readonly cards: readonly PlacedCard[];
  readonly bottom: number;
}

/** As in the look; smaller ones would have letters under 13. */
const scales = { most: 1.56, least: 1.2 } as const;
const inset = 14;
const gaps = { one: 28, two: 44, rows: 48 } as const;
/** Two rows are lower where the sheet is, so that the curve keeps its height. */
const lowSheet = { height: 828, scale: 1.27, each: 0.31 / 252 } as const;
/** Points keep from the edges of their card: half a value, and room for the drop lines beside it. */
const pointInset = { one: 34, below: 54, above: 12, own: 26 } as const;

export function placeCards(wishes: readonly number[], frame: Frame, top: number): CardRows {
  const count = wishes.length;
  const room = frame.right - frame.left - 2 * inset;
  const inOne = Math.min(
    scales.most,
    (room - (count - 1) * gaps.one) / Math.max(1, count) / journeyCard.width,
  );
  const rows = inOne >= scales.least ? 1 : 2;
  const byHeight = lowSheet.scale + (frame.height - lowSheet.height) * lowSheet.each;
  const inTwo = (2 * room - (count - 1) * gaps.two) / (count + 1) / journeyCard.width;
  const scale = rows === 1 ? inOne : Math.min(scales.most, byHeight, inTwo);
  const [width, height] = [journeyCard.width * scale, journeyCard.height * scale];
  const pitch = rows === 1 ? width + gaps.one : (width + gaps.two) / 2;
  const [least, most] = [frame.left + inset + width / 2, frame.right - inset - width / 2];
  const middles = spread(wishes, pitch, least, most);
  const rowPitch = height + gaps.rows;
  const cards = middles.map((middle, index): PlacedCard => {
    const row = rows === 2 && index % 2 === 1 ? 1 : 0;
    const [from, to] =
      rows === 1
        ? [middle - width / 2 + pointInset.one, middle + width / 2 - pointInset.one]
        : row === 1
          ? [middle - width / 2 + pointInset.below, middle + width / 2 - pointInset.below]
          : [
              Math.max(
                middle - width / 2 + pointInset.own,
                (middles[index - 1] ?? -Infinity) + width / 2 + pointInset.above,
              ),
              Math.min(
                middle + width / 2 - pointInset.own,
                (middles[index + 1] ?? Infinity) - width / 2 - pointInset.above,
              ),
            ];
    return {
      x: middle - width / 2,
      y: top + row * rowPitch,
      row,
      point: Math.min(to, Math.max(from, wishes[index] ?? middle)),
    };
  });
  return { scale, rows, cards, bottom: top + height + (rows - 1) * rowPitch };
}
