/**
 * Stages to columns: where each stage begins and how wide it is drawn. A folded stage is a strip of 36.
 * Gives the previous column objects back where nothing changed, so that what hangs on them is not redone.
 */
import type { Stage } from '../model/journeyMap.ts';
import { stageLetter } from '../model/address.ts';
import type { StageColumn } from './mapLayout.ts';
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
  let x = 0;
  const visible = stages.flatMap((stage, index) => (hidden?.has(stage.id) ? [] : [{ stage, index }]));
  let same = previous !== undefined && previous.list.length === visible.length;
  const list = visible.map(({ stage, index }, at): StageColumn => {
    const width = stage.collapsed ? grid.foldedStage : stage.width;
    const before = previous?.list[at];
    const column: StageColumn =
      before &&
      before.id === stage.id &&
      before.index === index &&
      before.x === x &&
      before.width === width &&
      before.collapsed === stage.collapsed
        ? before
        : { id: stage.id, index, letter: stageLetter(index), x, width, collapsed: stage.collapsed };
    if (column !== before) same = false;
    x += width;
    return column;
  });
  if (same && previous) return previous;
  return {
    list,
    byId: new Map(list.map((column) => [column.id, column])),
    width: Math.max(x, grid.leastWidth),
  };
}

/** The column under an x, clamped to the first and the last; null when there are no stages. */
export function columnAt(columns: readonly StageColumn[], x: number): StageColumn | null {
  let found: StageColumn | null = columns[0] ?? null;
  for (const column of columns) if (x >= column.x) found = column;
  return found;
}
