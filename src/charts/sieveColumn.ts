/**
 * The sieve (A5) on a narrow page: the flow runs down the left, its width a logarithm of the count, and what stands in
 * the flags of the wide picture stands beside each mesh.
 */
import type { Sieve } from '../analysis/sieve.ts';
import { hatch, line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget } from './chart.ts';
import { linesIn, lookOf, tagItems, tagWidth, textLine } from './pieces.ts';
import { lossText } from './sieveChart.ts';
import { sieveFlow } from '../analysis/sieveFlow.ts';
import { sieveTable } from './sieveTable.ts';

const pitch = 64;
const widest = 112;
const middle = widest / 2 + 8;
const textX = middle + widest / 2 + 20;

export function sieveColumn(sieve: Sieve, width: number, facts: ChartFacts): Chart {
  const { words, numbers } = facts;
  const flow = sieveFlow(sieve);
  const items: SceneItem[] = [];
  const targets: ChartTarget[] = [];
  const total = sieve.chain.length * pitch + 24;
  for (const [index, step] of flow.steps.entries()) {
    const member = sieve.chain[index];
    if (!member) continue;
    const isLargest = sieve.largestLoss === step.id;
    const [top, mesh] = [index * pitch, index * pitch + pitch - 14];
    const half = (step.before * widest) / 2;
    const behind = (step.after * widest) / 2;
    const last = flow.steps[index - 1];
    const start = last ? top - 14 : 0;
    items.push({
      kind: 'rect',
      x: middle - half,
      y: start,
      width: 2 * half,
      height: mesh - start,
      fill: 'flow',
    });
    for (const side of [-1, 1]) {
      const x = middle + side * half;
      items.push(line(x, start, x, mesh, { colour: 'ink', width: 1.5 }));
      const shape = [
        { x, y: mesh - 18 },
        { x, y: mesh },
        { x: middle + side * behind, y: mesh },
      ];
      if (half - behind > 1.5)
        items.push(
          ...hatch(
            shape,
            5,
            isLargest ? { colour: 'signal', width: 1.8 } : { colour: 'ink', width: 1.4 },
            side > 0,
          ),
        );
    }
    items.push(
      line(middle - half - 7, mesh, middle + half + 7, mesh, { colour: 'paper', width: 4 }),
      line(middle - half - 7, mesh, middle + half + 7, mesh, {
        colour: isLargest ? 'signal' : 'ink',
        width: 2.25,
        dash: [3, 2.5],
      }),
    );
    if (step.entering !== null)
      items.push(
        ...textLine(numbers.plain(Math.round(step.entering)), middle, (start + mesh) / 2 + 4, {
          size: 13,
          weight: 600,
          align: 'middle',
        }),
      );
    const ink = isLargest ? ('signal' as const) : ('ink' as const);
    const tag = facts.tag(member.id);
    const loss = lossText(member, facts);
    const lost =
      member.drop === null
        ? words.reasons[member.unknown ?? 'not-counted'].short
        : words.sieve.lost(numbers.percent(member.drop));
    const titleLook = lookOf(facts.title(member.id), { size: 12.5, weight: 500 });
    const title = linesIn(facts.title(member.id), titleLook, width - textX, 2);
    const y = mesh - 8 - 8 * (title.length - 1);
    items.push(
      ...tagItems(tag, textX, y - 8, isLargest ? 'signal' : 'plain'),
      ...textLine(
        `${loss}${member.drop === 0 ? '' : ` · ${lost}`}`,
        textX + tagWidth(tag) + 6,
        y + 4,
        { size: 12.5, weight: 600, fill: ink },
        width - textX - tagWidth(tag) - 6,
      ),
    );
    for (const [row, text] of title.entries())
      items.push(...textLine(text, textX, y + 21 + row * 15, titleLook));
    targets.push({
      box: { x: textX - 4, y: y - 12, width: width - textX + 4, height: 24 + title.length * 15 },
      label: words.sieve.target(tag, facts.title(member.id), loss, lost),
      ids: [member.id],
    });
  }
  const end = flow.steps.at(-1);
  if (end) {
    const half = (end.after * widest) / 2;
    items.push(
      { kind: 'rect', x: middle - half, y: total - 38, width: 2 * half, height: 38, fill: 'flow' },
      ...[-half, half].map((side) =>
        line(middle + side, total - 38, middle + side, total, { colour: 'ink', width: 1.5 }),
      ),
    );
    if (end.leaving !== null)
      items.push(
        ...textLine(numbers.plain(Math.round(end.leaving)), middle, total - 10, {
          size: 13,
          weight: 600,
          align: 'middle',
        }),
      );
  }
  return { width, height: total, items, targets, table: sieveTable(sieve, facts) };
}
