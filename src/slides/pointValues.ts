/** The values written at the points of a slide's curves: each as near to its point as it stands on nothing, else not at all. */
import { curveValue } from '../analysis/monotoneCubic.ts';
import type { Box, SceneItem } from '../layout/scene.ts';
import { signed } from '../words/scene.ts';
import type { EmotionScale } from './emotionScale.ts';
import type { Room } from './room.ts';
import type { SlideLine, SlidePoint } from './slideCurves.ts';
import { oneLine, widthOf } from './slideText.ts';

export const pointRadius = 10;
const values = { main: { size: 26, weight: 700 }, second: { size: 21, weight: 700 } } as const;

export interface ValueLabel {
  readonly box: Box;
  readonly patch: readonly SceneItem[];
  readonly text: readonly SceneItem[];
}

/** Where values stand: what is taken, and the drop lines that come down on points, by their x and upper end. */
interface ValuePlace {
  readonly scale: EmotionScale;
  readonly room: Room;
  readonly stops: readonly { readonly x: number; readonly from: number }[];
}

/** Values nearest to their points where nothing stands: over them, else under them, else beside. */
export function placeValues(
  { scale, room, stops }: ValuePlace,
  main: SlideLine,
  points: readonly SlidePoint[],
  others: readonly SlidePoint[],
  second: SlideLine | null,
): readonly ValueLabel[] {
  const weight = ({ value }: SlidePoint): number => Math.abs(value);
  const wanted = [
    ...points
      .toSorted((a, b) => weight(b) - weight(a))
      .map((point) => ({ point, look: values.main, ink: main.feeler.sign.ink })),
    ...others
      .toSorted((a, b) => weight(b) - weight(a))
      .map((point) => ({ point, look: values.second, ink: second?.feeler.sign.ink ?? ('ink' as const) })),
  ];
  return wanted.flatMap(({ point, look, ink }): ValueLabel[] => {
    const text = signed(point.value);
    const width = widthOf(text, look);
    // Figures have no descenders, and leave the em square's top.
    const height = look.size * 0.76;
    // Of two at one place the higher one is written above, the lower one below.
    const twin = (look === values.main ? others : points).find(({ x }) => x === point.x);
    const isUpper = twin === undefined || point.value > twin.value;
    // Between two values of one place stand their points; else what is felt above the datum is written above it.
    const isWrong = ({ dy }: { readonly dy: number }): boolean =>
      twin
        ? dy < 0 !== isUpper
        : Math.abs(point.value) >= 0.3 && (point.y + dy - scale.zero) * (point.y - scale.zero) < 0;
    const tried = offsets(width, height, isUpper);
    for (const { dx, dy } of tried.toSorted((a, b) => Number(isWrong(a)) - Number(isWrong(b)))) {
      const box = { x: point.x + dx - width / 2, y: point.y + dy - height / 2, width, height };
      const clear = { x: box.x - 5, y: box.y - 3, width: width + 10, height: height + 6 };
      const crossed = stops.some(
        (stop) =>
          stop.x !== point.x && stop.x > clear.x && stop.x < clear.x + clear.width && box.y > stop.from,
      );
      if (crossed || !room.isFree(clear, true)) continue;
      room.take(clear);
      return [
        {
          box,
          patch: [{ kind: 'rect', ...clear, fill: groundAt(main, point.x + dx, box, scale) }],
          text: oneLine(text, point.x + dx, box.y + height, { ...look, fill: ink, align: 'middle' }),
        },
      ];
    }
    return [];
  });
}

/** Of a label's middle from its point: over or under it, beside it, farther off. */
function offsets(
  width: number,
  height: number,
  isUpper: boolean,
): readonly { readonly dx: number; readonly dy: number }[] {
  const near = pointRadius + 5 + height / 2;
  const side = pointRadius + 8 + width / 2;
  const ways = isUpper ? [-1, 1] : [1, -1];
  const at = (dxs: readonly number[], dys: readonly number[]) =>
    ways.flatMap((up) => dxs.flatMap((dx) => dys.map((dy) => ({ dx, dy: up * dy }))));
  return [
    ...at([0], [near + 4, near, near + 10, near + 18]),
    ...at([-side, side], [height * 0.95, height * 0.6]),
    ...at([-width * 0.6, width * 0.6], [near + 6, near + 14]),
    ...at([0], [near + 26, near + 36]),
  ];
}

/** What lies under a label: land, water or paper. */
function groundAt(
  { segments }: SlideLine,
  x: number,
  box: Box,
  { zero }: EmotionScale,
): 'land' | 'water' | 'paper' {
  const y = curveValue(segments, x);
  const middle = box.y + box.height / 2;
  if (y === null || (middle - y) * (middle - zero) > 0) return 'paper';
  return y < zero ? 'land' : 'water';
}
