/**
 * Tier by touchpoint (A13): levels of service as bars of one to four blocks, an inversion on the signal's tint with its
 * sign; unset cells are a dot. Columns from the highest tier.
 */
import type { TierMatrix } from '../analysis/tierMatrix.ts';
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget } from './chart.ts';
import { tagItems, tagWidth, textLine } from './pieces.ts';

const row = 24;
const head = 26;
const levels = ['none', 'basic', 'standard', 'enhanced', 'exclusive'] as const;

export function tierChart(
  matrix: TierMatrix,
  nameOf: (tierId: string) => string,
  width: number,
  facts: ChartFacts,
): Chart {
  const { words } = facts;
  const names = matrix.tierIds.map(nameOf);
  const cell = Math.max(34, Math.min(96, (width * 0.52) / Math.max(1, names.length)));
  const left = width - cell * names.length;
  const height = head + matrix.rows.length * row + 2;
  const items: SceneItem[] = [line(0, head - 0.5, width, head - 0.5, { colour: 'ink', width: 1 })];
  const targets: ChartTarget[] = [];
  for (const [index, name] of names.entries()) {
    const x = left + index * cell;
    items.push(
      ...textLine(name, x + 6, 16, { size: 12, weight: 600 }, cell - 8),
      line(x, 4, x, height, { colour: 'hair', width: 1 }),
    );
  }
  for (const [index, { id, cells, inversions, flat }] of matrix.rows.entries()) {
    const y = head + index * row;
    const tag = facts.tag(id);
    const wrong = new Set(inversions.flatMap(({ higherTierId, lowerTierId }) => [higherTierId, lowerTierId]));
    items.push(
      ...tagItems(tag, 0, y + 4, wrong.size > 0 ? 'signal' : 'plain'),
      ...textLine(
        facts.title(id),
        tagWidth(tag) + 8,
        y + 16,
        { size: 12.5, weight: 500 },
        left - tagWidth(tag) - 16,
      ),
      line(0, y + row - 0.5, width, y + row - 0.5, { colour: 'hair', width: 1 }),
    );
    for (const [at, { tierId, level }] of cells.entries()) {
      const x = left + at * cell;
      if (wrong.has(tierId))
        items.push({
          kind: 'rect',
          x: x + 2,
          y: y + 2,
          width: cell - 4,
          height: row - 5,
          fill: 'signal-tint',
        });
      if (level === null) {
        items.push({ kind: 'circle', cx: x + 10, cy: y + 12, r: 1.1, fill: 'line' });
        continue;
      }
      const blocks = levels.indexOf(level);
      const unit = Math.min(12, (cell - 14) / 4);
      for (let block = 0; block < 4; block += 1)
        items.push({
          kind: 'rect',
          x: x + 6.5 + block * unit,
          y: y + 8.5,
          width: unit - 2,
          height: 7,
          ...(block < blocks ? { fill: 'ink' as const } : {}),
          stroke: { colour: block < blocks ? 'ink' : 'line', width: 1 },
        });
    }
    const said = cells.map(
      ({ tierId, level }) => `${nameOf(tierId)} ${level ? words.tiers.levels[level] : words.tiers.unset}`,
    );
    targets.push({
      box: { x: 0, y, width, height: row },
      label: `${tag} ${facts.title(id)}: ${said.join(', ')}${wrong.size > 0 ? `. ${words.tiers.inverted}` : flat ? `. ${words.tiers.flat}` : ''}`,
      ids: [id],
    });
  }
  return {
    width,
    height,
    items,
    targets,
    table: {
      columns: [words.touchpoint, ...names, words.tiers.check],
      rows: matrix.rows.map(({ id, cells, inversions, flat }) => [
        `${facts.tag(id)} ${facts.title(id)}`,
        ...cells.map(({ level }) => (level ? words.tiers.levels[level] : words.tiers.unset)),
        inversions.length > 0 ? words.tiers.inverted : flat ? words.tiers.flat : '–',
      ]),
    },
  };
}
