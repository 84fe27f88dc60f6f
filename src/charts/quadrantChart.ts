/**
 * Importance and performance (A6; look-more, "Quadrant"): every touchpoint as its number, up with importance, right with
 * performance. Tags that would lie on each other move apart and never across the cross; what does not fit in a
 * quarter is counted in its name and stands in the table.
 */
import type { ImportancePerformance, Quarter } from '../analysis/importancePerformance.ts';
import { line } from '../layout/hatch.ts';
import type { SceneItem } from '../layout/scene.ts';
import type { Chart, ChartFacts, ChartTarget } from './chart.ts';
import { linesIn, tagItems, tagSize, tagWidth, textLine, textWidth } from './pieces.ts';

type Member = ImportancePerformance['members'][number];

const axis = 20;
/** Names of the quarters stand here, above and below the data. */
const band = 26;
const rowHeight = 20;

interface Placed {
  readonly member: Member;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The names of the quarters, and how far their lines stand apart. */
const nameLook = { size: 11.5, weight: 600 } as const;
const nameLine = 13;

export function quadrantChart(result: ImportancePerformance, width: number, facts: ChartFacts): Chart {
  const { words, numbers } = facts;
  const { members, cross } = result;
  const height = 196;
  const plot = { x: axis, y: 1, width: width - axis - 1, height: height - 20 };
  const scaleX = scaleOf(
    [...members.map((one) => one.performance), cross.performance],
    plot.x + 14,
    plot.x + plot.width - 14,
  );
  const scaleY = scaleOf(
    [...members.map((one) => one.importance), cross.importance],
    plot.y + plot.height - band - 10,
    plot.y + band + 10,
  );
  const [cx, cy] = [
    between(scaleX.at(cross.performance), plot.x + 70, plot.x + plot.width - 70),
    between(scaleY.at(cross.importance), plot.y + band + 22, plot.y + plot.height - band - 22),
  ];
  const items: SceneItem[] = [
    {
      kind: 'rect',
      x: plot.x,
      y: plot.y,
      width: plot.width,
      height: plot.height,
      fill: 'card',
      stroke: { colour: 'line', width: 1 },
    },
    { kind: 'rect', x: plot.x, y: plot.y, width: cx - plot.x, height: cy - plot.y, fill: 'signal-tint' },
  ];
  for (const value of scaleX.ticks)
    items.push(
      line(scaleX.at(value), plot.y, scaleX.at(value), plot.y + plot.height, { colour: 'hair', width: 1 }),
      ...textLine(numbers.plain(value), scaleX.at(value), height - 4, {
        size: 11,
        fill: 'ink-2',
        align: 'middle',
      }),
    );
  for (const value of scaleY.ticks)
    items.push(
      line(plot.x, scaleY.at(value), plot.x + plot.width, scaleY.at(value), { colour: 'hair', width: 1 }),
      ...textLine(numbers.plain(value), plot.x - 8, scaleY.at(value) + 4, {
        size: 11,
        fill: 'ink-2',
        align: 'middle',
      }),
    );
  items.push(
    line(cx, plot.y, cx, plot.y + plot.height, { colour: 'ink', width: 1.5 }),
    line(plot.x, cy, plot.x + plot.width, cy, { colour: 'ink', width: 1.5 }),
  );
  const quarters: Readonly<
    Record<Quarter, { readonly x: number; readonly y: number; readonly x2: number; readonly y2: number }>
  > = {
    concentrate: { x: plot.x, y: plot.y + band, x2: cx, y2: cy },
    keep: { x: cx, y: plot.y + band, x2: plot.x + plot.width, y2: cy },
    low: { x: plot.x, y: cy, x2: cx, y2: plot.y + plot.height - band + 4 },
    overkill: { x: cx, y: cy, x2: plot.x + plot.width, y2: plot.y + plot.height - band + 4 },
  };
  const targets: ChartTarget[] = [];
  for (const quarter of ['concentrate', 'keep', 'low', 'overkill'] as const) {
    const own = members.filter((member) => member.quarter === quarter);
    const box = quarters[quarter];
    const isTop = quarter === 'concentrate' || quarter === 'keep';
    const isLeft = quarter === 'concentrate' || quarter === 'low';
    const y = isTop ? plot.y + 17 : plot.y + plot.height - 8;
    const name = words.quadrant.quarters[quarter];
    const count = numbers.plain(own.length);
    const room = box.x2 - box.x - 16 - textWidth(count, { size: 11.5 }) - 6;
    // In a narrow quarter the name takes two lines, and the count follows the last.
    const lines = linesIn(name, nameLook, room, 2);
    const nameWidth = textWidth(lines.at(-1) ?? '', nameLook);
    const countWidth = textWidth(count, { size: 11.5 });
    const start = isLeft ? box.x + 7 : box.x2 - 7 - nameWidth - 6 - countWidth;
    const lowest = isTop ? y + (lines.length - 1) * nameLine : y;
    for (const [row, text] of lines.entries()) {
      const base = lowest - (lines.length - 1 - row) * nameLine;
      items.push(
        ...(isLeft
          ? textLine(text, box.x + 7, base, nameLook)
          : textLine(text, row === lines.length - 1 ? start + nameWidth : box.x2 - 7, base, {
              ...nameLook,
              align: 'end',
            })),
      );
    }
    items.push(...textLine(count, start + nameWidth + 6, lowest, { size: 11.5, fill: 'ink-2' }));
    if (own.length > 0)
      targets.push({
        box: { x: start - 3, y: lowest - 17, width: nameWidth + 24, height: 24 },
        label: words.quadrant.target(name, own.length),
        ids: own.map(({ id }) => id),
      });
    const rows = rowsOf(own, { ...box, at: { x: scaleX.at, y: scaleY.at } }, facts);
    for (const tag of rows.flat())
      items.push(
        ...tagItems(facts.tag(tag.member.id), tag.x, tag.y, quarter === 'concentrate' ? 'hot' : 'plain'),
      );
    for (const run of rows.flatMap(runsOf)) {
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last) continue;
      targets.push({
        box: { x: first.x - 2, y: first.y - 4, width: last.x + last.width - first.x + 4, height: 24 },
        label: words.quadrant.tags(name, run.map(({ member }) => facts.tag(member.id)).join(', ')),
        ids: run.map(({ member }) => member.id),
      });
    }
  }
  return {
    width,
    height,
    items,
    targets,
    table: {
      columns: words.quadrant.columns,
      rows: members.map((member) => [
        `${facts.tag(member.id)} ${facts.title(member.id)}`,
        numbers.plain(member.importance, 1),
        numbers.plain(member.performance, 1),
        words.quadrant.quarters[member.quarter],
      ]),
    },
  };
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly at: { readonly x: (value: number) => number; readonly y: (value: number) => number };
}

/** Rows of tags inside a quarter, near their values; a row that is full hands on to the next. */
function rowsOf(members: readonly Member[], room: Room, facts: ChartFacts): readonly (readonly Placed[])[] {
  const [left, right] = [room.x + 5, room.x2 - 5];
  const most = Math.max(1, Math.floor((room.y2 - room.y - 4) / rowHeight));
  const top = room.y + Math.max(2, (room.y2 - room.y - most * rowHeight) / 2);
  const rows: Member[][] = Array.from({ length: most }, () => []);
  const widthOf = (row: readonly Member[]): number =>
    row.reduce((sum, { id }) => sum + tagWidth(facts.tag(id)) + tagSize.gap, 0);
  for (const member of members) {
    const wanted = between(Math.round((room.at.y(member.importance) - 8 - top) / rowHeight), 0, most - 1);
    const order = rows
      .map((_, index) => index)
      .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
    const place = order.find((index) => widthOf([...(rows[index] ?? []), member]) <= right - left);
    if (place !== undefined) rows[place]?.push(member);
  }
  return rows.map((row, index) => {
    const sorted = row.toSorted((a, b) => a.performance - b.performance);
    let free = left;
    const placed = sorted.map((member): Placed => {
      const width = tagWidth(facts.tag(member.id));
      const x = Math.max(free, room.at.x(member.performance) - width / 2);
      free = x + width + tagSize.gap;
      return { member, x, y: top + index * rowHeight + 2, width };
    });
    let end = right;
    return placed
      .toReversed()
      .map((tag) => {
        const x = Math.min(tag.x, end - tag.width);
        end = x - tagSize.gap;
        return { ...tag, x };
      })
      .toReversed();
  });
}

/** Tags side by side are one place to press: alone they would be too small for a finger. */
function runsOf(row: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  for (const tag of row) {
    const last = runs.at(-1)?.at(-1);
    if (last && tag.x - last.x - last.width < 8) runs.at(-1)?.push(tag);
    else runs.push([tag]);
  }
  return runs;
}

/** From the values to places, with whole numbers as ticks. */
function scaleOf(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, 1);
  const start = high - low < 1 ? (low + high - span) / 2 : low;
  const at = (value: number): number => from + ((value - start) / span) * (to - from);
  const ticks = [1, 2, 3, 4, 5].filter((value) => value >= start - 1e-9 && value <= start + span + 1e-9);
  return { at, ticks };
}

function between(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
