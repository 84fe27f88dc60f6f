/**
 * A matrix of counts under the stages or any other columns: how many touchpoints stand in a cell, a gap in the signal's tint.
 * Questions answered (A16), formality by stage (A21) and kinds by phase (A22) are such.
 */
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget, StageColumn } from './chart.ts';
import { linesIn, lookOf, tagRun, textLine } from './pieces.ts';
import { endOf } from './stageColumns.ts';

export interface MatrixRow {
  readonly name: string;
  readonly cells: readonly { readonly ids: readonly string[]; readonly gap?: boolean }[];
}

const rowHeight = 26;
/** Numbers of touchpoints stand in a cell this wide; else how many there are. */
const forTags = 80;
/** One line of text, and what a second adds. */
const headHeight = 22;
const headLine = 14;
const headText = { size: 11, weight: 600 } as const;

export interface MatrixLook {
  /** What the rows are, for the table. */
  readonly corner: string;
  /** Short names of the columns above them, where nothing else names them. */
  readonly heads?: readonly string[];
}

export function matrixChart(
  rows: readonly MatrixRow[],
  columns: readonly Pick<StageColumn, 'name' | 'x' | 'width'>[],
  facts: ChartFacts,
  { corner, heads }: MatrixLook,
): Chart {
  const { words, numbers } = facts;
  const lines = (heads ?? []).map((text, at) => linesIn(text, headText, (columns[at]?.width ?? 0) - 4, 2));
  const top = heads ? headHeight + (lines.some((two) => two.length > 1) ? headLine : 0) : 0;
  const right = endOf(columns as readonly StageColumn[]);
  const left = columns[0]?.x ?? 0;
  const height = top + rows.length * rowHeight + 4;
  const items: SceneItem[] = columns
    .slice(1)
    .map(({ x }) => line(x, 0, x, height, { colour: 'hair', width: 1 }));
  if (heads) items.push(...headItems(lines, top, columns, right));
  const targets: ChartTarget[] = [];
  for (const [index, { name, cells }] of rows.entries()) {
    const y = top + index * rowHeight + 2;
    items.push(...textLine(name, left < 120 ? 0 : 14, y + 16, { size: 12, weight: 500 }, left - 26));
    for (const [at, { ids, gap }] of cells.entries()) {
      const column = columns[at];
      if (!column) continue;
      const [x, width] = [column.x + 4, column.width - 8];
      if (ids.length === 0 && !gap) {
        items.push({ kind: 'circle', cx: x + width / 2, cy: y + 12, r: 1.1, fill: 'line' });
        continue;
      }
      items.push({
        kind: 'rect',
        x,
        y: y + 2,
        width,
        height: rowHeight - 5,
        fill: gap ? 'signal-tint' : 'paper-2',
      });
      if (gap) {
        items.push(...textLine(words.gap, x + width / 2, y + 16, { size: 11.5, align: 'middle' }, width - 4));
        continue;
      }
      const wide = column.width >= forTags;
      const count = numbers.plain(ids.length);
      items.push(
        ...textLine(count, wide ? x + 8 : x + width / 2, y + 16, {
          size: 12,
          weight: 600,
          align: wide ? 'start' : 'middle',
        }),
      );
      if (wide)
        items.push(
          ...tagRun(ids.map(facts.tag), x + width - 6, y + 16, { size: 11, fill: 'ink-2' }, width - 34),
        );
      targets.push({
        box: { x, y: y + 1, width, height: rowHeight - 3 },
        label: words.cellCount(name, column.name, ids.length),
        ids,
      });
    }
  }
  return {
    width: right,
    height,
    items,
    targets,
    table: {
      columns: [corner, ...columns.map(({ name }) => name)],
      rows: rows.map(({ name, cells }) => [
        name,
        ...cells.map(({ ids, gap }) =>
          gap ? words.gap : ids.length === 0 ? '–' : ids.map(facts.tag).join(' '),
        ),
      ]),
    },
  };
}

function headItems(
  heads: readonly (readonly string[])[],
  top: number,
  columns: readonly Pick<StageColumn, 'x' | 'width'>[],
  right: number,
): SceneItem[] {
  return [
    line(0, top - 0.5, right, top - 0.5, { colour: 'ink', width: 1 }),
    ...columns.flatMap(({ x, width }, at) =>
      (heads[at] ?? []).flatMap((text, row, lines) =>
        textLine(text, x + width / 2, top - 7 - (lines.length - 1 - row) * headLine, {
          ...lookOf(lines.join(' '), headText),
          align: 'middle',
        }),
      ),
    ),
  ];
}
