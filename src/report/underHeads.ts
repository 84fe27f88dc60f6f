/** The drawing of a chart along the journey, under the heads of its stages. */
import { stageHeadsChart } from '../charts/stageHeadsChart.ts';
import { drawing, stack, type Piece } from './flow.ts';
import { columnsOf, type ReportContext } from './reportContext.ts';

/** Rather somewhat smaller than with two lines left over for another page. */
const leastChart = 0.78;

/** As one piece. `left`: where the first stage begins. */
export function underHeads(
  context: ReportContext,
  left: number,
  chart: Parameters<typeof drawing>[0],
): Piece {
  const goals = new Map(context.map.stages.map(({ id, goal }) => [id, goal]));
  const heads = stageHeadsChart(columnsOf(context, left), (id) => goals.get(id) ?? '');
  return { ...stack([drawing(heads), drawing(chart)]), above: 14, shrinks: leastChart };
}
