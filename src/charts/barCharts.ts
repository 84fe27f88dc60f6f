/**
 * Charts of one measure: the scale with a pointer (0…100), the ranked bar, the bar against its target.
 * Each is one row of a list; number, name and value stand beside it in the page.
 */
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import { barItems } from './pieces.ts';

export interface Strip {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

/** Four quarters in zebra with a pointer above; hollow and dashed where too few ratings stand behind it. */
export function scaleStrip(value: number, width: number, hollow: boolean): Strip {
  const x = 6 + (Math.max(0, Math.min(100, value)) / 100) * (width - 12);
  const quarter = (width - 12) / 4;
  const items: SceneItem[] = [0, 1, 2, 3].map((index) => ({
    kind: 'rect',
    x: 6 + index * quarter,
    y: 11,
    width: quarter,
    height: 5,
    fill: hollow ? 'paper' : index % 2 === 0 ? 'ink' : 'card',
    stroke: hollow ? { colour: 'line', width: 1, dash: [3, 2] } : { colour: 'ink', width: 1 },
  }));
  items.push({
    kind: 'path',
    commands: [['M', x - 5.5, 1], ['L', x + 5.5, 1], ['L', x, 9.5], ['Z']],
    ...(hollow
      ? { fill: 'paper' as const, stroke: { colour: 'signal' as const, width: 1.25 } }
      : { fill: 'signal' as const }),
  });
  return { width, height: 18, items };
}

/** `share` 0…1 of the frame. */
export function rankStrip(share: number, width: number, hollow = false): Strip {
  return { width, height: 7, items: barItems(0, 0, width, share, hollow) };
}

/** A difference from the middle: worse to the left in water, better to the right on land, as in the band between two curves. */
export function gapStrip(delta: number, most: number, width: number): Strip {
  const middle = width / 2;
  const long = most <= 0 ? 0 : Math.min(1, Math.abs(delta) / most) * (middle - 2);
  return {
    width,
    height: 12,
    items: [
      ...(long < 0.5
        ? []
        : [
            {
              kind: 'rect',
              x: delta < 0 ? middle - long : middle,
              y: 2.5,
              width: long,
              height: 7,
              fill: delta < 0 ? 'water' : 'land',
              stroke: { colour: 'ink', width: 1 },
            } as const,
          ]),
      line(middle, 0, middle, 12, { colour: 'ink', width: 1.5 }),
    ],
  };
}

/** An amount against a limit, which is a tick; what is above it is hatched by its dash. Both on one scale from 0 to `top`. */
export function limitStrip(amount: number | null, limit: number | null, top: number, width: number): Strip {
  const at = (value: number): number => (top <= 0 ? 0 : Math.min(1, value / top) * (width - 2));
  const items: SceneItem[] = [line(0, 13.5, width, 13.5, { colour: 'hair', width: 1 })];
  if (amount !== null) {
    const within = limit === null ? amount : Math.min(amount, limit);
    items.push({ kind: 'rect', x: 0, y: 5, width: Math.max(1, at(within)), height: 6, fill: 'ink' });
    if (limit !== null && amount > limit)
      items.push({
        kind: 'rect',
        x: at(limit) + 0.5,
        y: 5.5,
        width: Math.max(1, at(amount) - at(limit) - 1),
        height: 5,
        fill: 'card',
        stroke: { colour: 'signal', width: 1.25 },
      });
  }
  if (limit !== null)
    items.push(line(at(limit) + 0.5, 1, at(limit) + 0.5, 15, { colour: 'ink', width: 1.5 }));
  return { width, height: 16, items };
}
