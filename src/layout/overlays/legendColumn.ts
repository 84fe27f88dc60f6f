/** An overlay's legend as a column of the sheet: its signs with what they mean, how to read it, what it rests on. In sheet units. */
import { moveItems } from '../scaleItems.ts';
import type { SceneItem } from '../scene.ts';
import type { SheetPart } from '../sheetParts.ts';
import { textBlock } from '../textBlock.ts';
import type { Legend } from './figures.ts';

/** More keys than this stand in a further row of columns. */
const mostInColumn = 6;
const row = { pitch: 38, textX: 46, most: 3 } as const;

/** The width the column wants: one, two or three rows of signs. */
export function legendWidth({ keys }: Legend): number {
  return columnsOf(keys.length) * 200 + 60;
}

export function drawLegendColumn({ keys, note, rests }: Legend, width: number): SheetPart {
  const columns = columnsOf(keys.length);
  const perColumn = Math.ceil(keys.length / columns);
  const wide = width / columns;
  const items: SceneItem[] = keys.flatMap(({ sample, name, note: beside }, index) => {
    const x = Math.floor(index / perColumn) * wide;
    const y = (index % perColumn) * row.pitch;
    const at = { x: x + row.textX, width: wide - row.textX - 12, mostLines: 1 } as const;
    const first = textBlock(name, {
      role: 'legend-text',
      fill: 'ink',
      y: y + (beside === '' ? 22 : 15),
      ...at,
    });
    const second = textBlock(beside, { role: 'goal', fill: 'ink-2', y: y + 31, ...at });
    return [...moveItems(sample, x, y), frame(x, y), ...first.items, ...second.items];
  });
  let y = perColumn * row.pitch + 14;
  for (const [text, fill] of [
    [rests, 'ink'],
    [note, 'ink-2'],
  ] as const) {
    if (text === '') continue;
    const block = textBlock(text, { role: 'legend-small', fill, x: 0, y, width, mostLines: row.most });
    items.push(...block.items);
    y += block.height + 4;
  }
  return { items, height: y - 8 };
}

function frame(x: number, y: number): SceneItem {
  return { kind: 'rect', x, y, width: 36, height: 34, stroke: { colour: 'line', width: 1 } };
}

function columnsOf(keys: number): number {
  return Math.min(4, Math.ceil(keys / mostInColumn));
}
