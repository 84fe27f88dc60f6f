/** Two charts as one, the second below the first: what stands over a chart is saved with it. */
import { moveItems } from '../layout/scaleItems.ts';
import type { Chart } from './chart.ts';

/** With the second's table. */
export function stackCharts(first: Chart, second: Chart): Chart {
  const down = first.height;
  return {
    width: Math.max(first.width, second.width),
    height: down + second.height,
    items: [...first.items, ...moveItems(second.items, 0, down)],
    targets: [
      ...first.targets,
      ...second.targets.map((target) => ({ ...target, box: { ...target.box, y: target.box.y + down } })),
    ],
    table: second.table,
  };
}
