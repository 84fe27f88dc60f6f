/**
 * Tier by touchpoint (A13): levels of service as bars of one to four blocks, an inversion on the signal's tint with its
 * sign; unset cells are a dot. Columns from the highest tier.
 */
import type { TierMatrix } from '../analysis/tierMatrix.ts';
import { line } from '../layout/hatch.ts';
import { moveItems } from '../layout/scaleItems.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget } from './chart.ts';
import { tagItems, tagWidth, textLine } from './pieces.ts';

const row = 24;
const head = 26;
const levels = ['none', 'basic', 'standard', 'enhanced', 'exclusive'] as const;

/** A part of the chart, from its own upper left corner. */
interface TierPart {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

/** The chart in parts that pages can divide: the names of the tiers, and a row a touchpoint. */
export function tierParts(
  matrix: TierMatrix,
  nameOf: (tierId: string) => string,
  width: number,
  facts: ChartFacts,
): { readonly head: TierPart; readonly rows: readonly TierPart[] } {
  const { cell, left } = columnsOf(matrix, width);
  const rules = (from: number, to: number) =>
    matrix.tierIds.map((_, at) =>
      line(left + at * cell, from, left + at * cell, to, { colour: 'hair', width: 1 }),
    );
  const names = matrix.tierIds.flatMap((id, at) =>
    textLine(nameOf(id), left + at * cell + 6, 16, { size: 12, weight: 600 }, cell - 8),
  );
  const under = line(0, head - 0.5, width, head - 0.5, { colour: 'ink', width: 1 });
  return {
    head: { width, height: head, items: [under, ...names, ...rules(4, head)] },
    rows: matrix.rows.map((one) => ({
      width,
      height: row,
      items: [...rules(0, row), ...rowItems(one, { cell, left, width }, facts)],
    })),
  };
}

export function tierChart(
  matrix: TierMatrix,
  nameOf: (tierId: string) => string,
  width: number,
  facts: ChartFacts,
): Chart {
  const { words } = facts;
  const names = matrix.tierIds.map(nameOf);
  const parts = tierParts(matrix, nameOf, width, facts);
  const height = head + matrix.rows.length * row + 2;
  const items = [
    ...parts.head.items,
    ...parts.rows.flatMap((part, index) => moveItems(part.items, 0, head + index * row)),
  ];
  const targets = matrix.rows.map(({ id, cells, inversions, flat }, index): ChartTarget => {
    const said = cells.map(
      ({ tierId, level }) => `${nameOf(tierId)} ${level ? words.tiers.levels[level] : words.tiers.unset}`,
    );
    return {
      box: { x: 0, y: head + index * row, width, height: row },
      label: `${facts.tag(id)} ${facts.title(id)}: ${said.join(', ')}${inversions.length > 0 ? `. ${words.tiers.inverted}` : flat ? `. ${words.tiers.flat}` : ''}`,
      ids: [id],
    };
  });
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

interface Columns {
  /** Of one tier. */
  readonly cell: number;
  /** Where the first tier begins. */
  readonly left: number;
}

function columnsOf({ tierIds }: TierMatrix, width: number): Columns {
  const cell = Math.max(34, Math.min(96, (width * 0.52) / Math.max(1, tierIds.length)));
  return { cell, left: width - cell * tierIds.length };
}

function rowItems(
  { id, cells, inversions }: TierMatrix['rows'][number],
  { cell, left, width }: Columns & { readonly width: number },
  facts: ChartFacts,
): SceneItem[] {
  const tag = facts.tag(id);
  const wrong = new Set(inversions.flatMap(({ higherTierId, lowerTierId }) => [higherTierId, lowerTierId]));
  const items: SceneItem[] = [
    ...tagItems(tag, 0, 4, wrong.size > 0 ? 'signal' : 'plain'),
    ...textLine(
      facts.title(id),
      tagWidth(tag) + 8,
      16,
      { size: 12.5, weight: 500 },
      left - tagWidth(tag) - 16,
    ),
    line(0, row - 0.5, width, row - 0.5, { colour: 'hair', width: 1 }),
  ];
  for (const [at, { tierId, level }] of cells.entries()) {
    const x = left + at * cell;
    if (wrong.has(tierId))
      items.push({
        kind: 'rect',
        x: x + 2,
        y: 2,
        width: cell - 4,
        height: row - 5,
        fill: 'signal-tint',
      });
    if (level === null) {
      items.push({ kind: 'circle', cx: x + 10, cy: 12, r: 1.1, fill: 'line' });
      continue;
    }
    const blocks = levels.indexOf(level);
    const unit = Math.min(12, (cell - 14) / 4);
    for (let block = 0; block < 4; block += 1)
      items.push({
        kind: 'rect',
        x: x + 6.5 + block * unit,
        y: 8.5,
        width: unit - 2,
        height: 7,
        ...(block < blocks ? { fill: 'ink' as const } : {}),
        stroke: { colour: block < blocks ? 'ink' : 'line', width: 1 },
      });
  }
  return items;
}
