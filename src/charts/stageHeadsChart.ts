/** The heads of the stages over the charts along the journey: letter, name, goal, and the zebra scale (look-more, "Stage head"). */
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, StageColumn } from './chart.ts';
import { linesIn, lookOf, textLine, textWidth } from './pieces.ts';
import { endOf } from './stageColumns.ts';

/** Goals are left out where a column is narrower, names where it is as narrow as on a phone. */
const forGoal = 125;
const forName = 90;

export function stageHeadsChart(columns: readonly StageColumn[], goalOf: (stageId: string) => string): Chart {
  const right = endOf(columns);
  const isNarrow = columns.every(({ width }) => width < forName);
  const [top, height] = isNarrow ? [24, 30] : [62, 68];
  const items: SceneItem[] = [];
  for (const [index, { id, name, letter, x, width }] of columns.entries()) {
    if (index > 0) items.push(line(x, 0, x, top, { colour: 'hair', width: 1 }));
    const isWide = width >= forGoal;
    if (isNarrow) {
      items.push(...textLine(letter, x + width / 2, 18, { serif: true, size: 16, align: 'middle' }));
    } else {
      const size = isWide ? 28 : 22;
      items.push(...textLine(letter, x + 10, isWide ? 39 : 36, { serif: true, size }));
      const textX = x + 10 + Math.max(textWidth(letter, { serif: true, size }), isWide ? 20 : 16) + 8;
      const room = x + width - textX - 4;
      const goal = goalOf(id);
      const { names, size: nameSize, pitch } = namesIn(name, room, isWide ? 15 : 14);
      const look = lookOf(name, { serif: true, size: nameSize });
      const hasGoal = isWide && goal !== '' && names.length === 1;
      const first =
        names.length === 1 && !hasGoal ? 34 : names.length > 2 ? 34 - (names.length - 1) * (pitch / 2) : 23;
      for (const [row, text] of names.entries())
        items.push(...textLine(text, textX, first + row * pitch, look));
      if (hasGoal)
        for (const [row, text] of linesIn(goal, { size: 12 }, room, 2).entries())
          items.push(...textLine(text, textX, 40 + row * 15, lookOf(goal, { size: 12, fill: 'ink-2' })));
    }
    for (let part = 0; part < 4; part += 1)
      items.push({
        kind: 'rect',
        x: x + (part * width) / 4,
        y: top,
        width: width / 4,
        height: height - top,
        fill: part % 2 === 0 ? 'ink' : 'card',
      });
  }
  items.push(line(columns[0]?.x ?? 0, height - 0.5, right, height - 0.5, { colour: 'ink', width: 1 }));
  items.push(line(columns[0]?.x ?? 0, top, right, top, { colour: 'ink', width: 1 }));
  return { width: right, height, items, targets: [], table: { columns: [], rows: [] } };
}

/** A name in the lines that a head has room for: smaller where it would be cut. */
function namesIn(
  name: string,
  room: number,
  size: number,
): { readonly names: readonly string[]; readonly size: number; readonly pitch: number } {
  const all = linesIn(name, { serif: true, size }, room, Infinity);
  if (all.length <= 3) return { names: all, size, pitch: all.length === 3 ? 17 : 18 };
  const smaller = { serif: true, size: 11.5 };
  return { names: linesIn(name, smaller, room, 4), size: smaller.size, pitch: 14 };
}
