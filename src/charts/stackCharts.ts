/** Two charts as one, the second below the first: what stands over a chart is saved with it. */
import { moveItems } from '../layout/scaleItems.ts';
import type { Chart } from './chart.ts';

/** A drawing with another one above it. */
export function under(over: Drawn, drawing: Drawn): Drawn {
  return {
    width: Math.max(over.width, drawing.width),
    height: over.height + drawing.height,
    items: [...over.items, ...moveItems(drawing.items, 0, over.height)],
  };
}
type Drawn = Pick<Chart, 'width' | 'height' | 'items'>;

/** With the second's table. */
export function stackCharts(first: Chart, second: Chart): Chart {
  const down = first.height;
  return {
    ...under(first, second),
    targets: [
      ...first.targets,
      ...second.targets.map((target) => ({ ...target, box: { ...target.box, y: target.box.y + down } })),
    ],
    table: second.table,
  };
}
