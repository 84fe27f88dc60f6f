/**
 * Stages to columns: where each stage begins and how wide it is drawn. A folded stage is a strip of 36; the open ones
 * between two strips have room for cards and questions: the last of them is drawn wider where they would not.
 * Gives the previous column objects back where nothing changed, so that what hangs on them is not redone.
 */
import type { Stage } from '../model/journeyMap.ts';
import { stageLetter } from '../model/address.ts';
import type { StageColumn } from './mapLayout.ts';
import { keepList, keepRecord } from './same.ts';
import { grid } from './sizes.ts';

export interface Columns {
  readonly list: readonly StageColumn[];
  readonly byId: ReadonlyMap<string, StageColumn>;
  /** Width of the grid: the columns, or one card's worth when they are narrower. */
  readonly width: number;
}

/** The columns of the stages, left to right. Hidden ones take no room; the others keep their index and letter. */
export function stageColumns(
  stages: readonly Stage[],
  previous?: Columns,
  hidden?: ReadonlySet<string>,
): Columns {
  const visible = stages.flatMap((stage, index) => (hidden?.has(stage.id) ? [] : [{ stage, index }]));
  let x = 0;
  let stretch = { from: 0, to: 0 };
  const places = visible.map(({ stage: { id, collapsed, width: wished }, index }, at) => {
    const next = visible[at + 1];
    if (collapsed || visible[at - 1]?.stage.collapsed) stretch = { from: x, to: x };
    const isAtEnd = next ? next.stage.collapsed : stretch.from > 0;
    const least = isAtEnd ? stretch.from + grid.leastStretch - x : 0;
    const width = collapsed ? grid.foldedStage : Math.max(wished, least);
    const column = { id, index, letter: stageLetter(index), x, width, collapsed };
    x += width;
    stretch.to = x;
    return { column, stretch };
  });
  const width = Math.max(x, grid.leastWidth);
  if (!visible.at(-1)?.stage.collapsed) stretch.to = width;
  const list = keepList<StageColumn>(
    previous?.list,
    places.map(({ column, stretch: ends }, at) => keepRecord(previous?.list[at], { ...column, ...ends })),
  );
  if (previous?.list === list) return previous;
  return { list, byId: new Map(list.map((column) => [column.id, column])), width };
}

/** The column under an x, clamped to the first and the last; null when there are no stages. */
export function columnAt(columns: readonly StageColumn[], x: number): StageColumn | null {
  let found: StageColumn | null = columns[0] ?? null;
  for (const column of columns) if (x >= column.x) found = column;
  return found;
}
