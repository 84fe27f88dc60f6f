/** The bar that shows a score of 1 to 5. */
import type { Paint } from '../theme/colours.ts';
import type { SceneItem } from './scene.ts';

const part = { width: 6, height: 5 } as const;

/** Five parts of 6 x 5, the reached ones solid. */
export function barItems(value: number, x: number, y: number, ink: Paint = 'ink'): SceneItem[] {
  const width = 5 * part.width;
  const filled = Math.max(0, Math.min(5, value)) * part.width;
  const items: SceneItem[] = [
    {
      kind: 'rect',
      x: x + 0.375,
      y: y + 0.375,
      width: width - 0.75,
      height: part.height - 0.75,
      stroke: { colour: ink, width: 0.75 },
    },
  ];
  for (let step = 1; step < 5; step += 1) {
    const at = x + step * part.width;
    if (at - x > filled + 0.5) {
      items.push({
        kind: 'path',
        commands: [
          ['M', at, y],
          ['L', at, y + part.height],
        ],
        stroke: { colour: ink, width: 0.75 },
      });
    }
  }
  if (filled > 0) items.push({ kind: 'rect', x, y, width: filled, height: part.height, fill: ink });
  return items;
}
