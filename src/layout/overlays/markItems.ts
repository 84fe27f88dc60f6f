/** The sign of a check, on a card or at a head: a triangle with a stroke, or a ring where it is only for information. */
import type { SceneItem } from '../scene.ts';

export type Sign = 'warning' | 'info';

/** Around (x, y), in a halo of the paper; 18 wide and 15 high at a scale of 1. */
export function markItems(sign: Sign, x: number, y: number, scale: number): SceneItem[] {
  const stroke = { colour: 'ink', width: 1.3 * scale, join: 'round' } as const;
  const halo = { colour: 'paper', width: 4.5 * scale, join: 'round' } as const;
  const bar: SceneItem = {
    kind: 'path',
    commands: [
      ['M', x, y - 2.6 * scale],
      ['L', x, y + 1.8 * scale],
    ],
    stroke: { colour: 'ink', width: 1.6 * scale, cap: 'round' },
  };
  const dot: SceneItem = { kind: 'circle', cx: x, cy: y + 4.3 * scale, r: 1 * scale, fill: 'ink' };
  if (sign === 'info')
    return [
      { kind: 'circle', cx: x, cy: y, r: 7 * scale, stroke: halo },
      { kind: 'circle', cx: x, cy: y, r: 7 * scale, fill: 'card', stroke },
      { kind: 'circle', cx: x, cy: y - 3.4 * scale, r: 1 * scale, fill: 'ink' },
      {
        kind: 'path',
        commands: [
          ['M', x, y - 0.6 * scale],
          ['L', x, y + 3.8 * scale],
        ],
        stroke: { colour: 'ink', width: 1.6 * scale, cap: 'round' },
      },
    ];
  const commands = [
    ['M', x, y - 8 * scale],
    ['L', x + 9 * scale, y + 7 * scale],
    ['L', x - 9 * scale, y + 7 * scale],
    ['Z'],
  ] as const;
  return [
    { kind: 'path', commands, stroke: halo },
    { kind: 'path', commands, fill: 'card', stroke },
    bar,
    dot,
  ];
}
