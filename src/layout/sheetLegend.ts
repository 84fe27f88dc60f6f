/**
 * The legend below a sheet: the overlay where there is one, emotion as elevation, how to read a touchpoint, the lines that occur on this map, points of
 * view, and what the analyses say of it. Columns that have nothing to say are left out.
 *
 * In sheet units. Columns stand side by side while they fit and go to further rows on a narrow sheet.
 */
import { drawCardKey } from './legendCard.ts';
import { drawEmotionKey, drawLineKey, drawPeople } from './legendKeys.ts';
import { drawSurvey } from './legendSurvey.ts';
import { drawLegendColumn, legendWidth } from './overlays/legendColumn.ts';
import { moveItems } from './scaleItems.ts';
import type { Box, SceneItem } from './scene.ts';
import type { LegendSources, SheetPart } from './sheetParts.ts';
import { textBlock } from './textBlock.ts';

interface Column {
  readonly heading: string;
  /** Wished width, and how much of the spare width it takes. */
  readonly width: number;
  readonly grows: number;
  readonly draw: (width: number) => SheetPart | null;
}

const gap = 56;
const rowGap = 40;
const top = 34;

interface DrawnLegend extends SheetPart {
  /** Where its columns are, heads included. */
  readonly columns: readonly Box[];
}

/** The legend in a given width. */
export function drawLegend(sources: LegendSources, width: number): DrawnLegend {
  const { words, overlay } = sources;
  const wished: readonly Column[] = [
    ...(overlay
      ? [
          {
            heading: overlay.heading,
            width: legendWidth(overlay.legend),
            grows: 0.2,
            draw: (room: number) => drawLegendColumn(overlay.legend, room),
          },
        ]
      : []),
    { heading: words.emotion, width: 230, grows: 0.2, draw: () => drawEmotionKey(words) },
    { heading: words.howToRead, width: 470, grows: 0.2, draw: () => drawCardKey(sources) },
    { heading: words.lines, width: 300, grows: 0.4, draw: (room) => drawLineKey(sources, room) },
    { heading: words.pointsOfView, width: 400, grows: 1, draw: (room) => drawPeople(sources, room) },
    { heading: words.survey, width: 400, grows: 1, draw: (room) => drawSurvey(sources, room) },
  ];
  const columns = wished.filter((column) => column.draw(column.width) !== null);
  const items: SceneItem[] = [];
  const boxes: Box[] = [];
  let y = 0;
  for (const row of rowsOf(columns, width)) {
    if (y > 0) y += rowGap;
    const drawn = drawRow(row, width);
    items.push(...moveItems(drawn.items, 0, y));
    boxes.push(...drawn.columns.map((box) => ({ ...box, y })));
    y += drawn.height;
  }
  return { items, height: y, columns: boxes };
}

function rowsOf(columns: readonly Column[], width: number): Column[][] {
  const rows: Column[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const column of columns) {
    const row = rows.at(-1);
    if (row && used + gap + column.width <= width) {
      row.push(column);
      used += gap + column.width;
    } else {
      rows.push([column]);
      used = column.width;
    }
  }
  // One alone under many would have a whole row to itself.
  const [last, before] = [rows.at(-1), rows.at(-2)];
  if (last?.length === 1 && before && before.length > 2) last.unshift(...before.splice(-1));
  return rows;
}

function drawRow(columns: readonly Column[], width: number): DrawnLegend {
  const wished = columns.reduce((sum, column) => sum + column.width + gap, -gap);
  const spare = Math.max(0, width - wished);
  const grows = columns.reduce((sum, column) => sum + column.grows, 0);
  const items: SceneItem[] = [];
  const boxes: Box[] = [];
  let x = 0;
  let height = 0;
  for (const column of columns) {
    const own = Math.min(width, column.width + (spare * column.grows) / grows);
    const head = textBlock(column.heading, {
      role: 'caps',
      fill: 'ink-2',
      x: 0,
      y: 10,
      width: own,
      mostLines: 1,
    });
    const rule: SceneItem = {
      kind: 'path',
      commands: [
        ['M', 0, 21],
        ['L', own, 21],
      ],
      stroke: { colour: 'ink', width: 1.25 },
    };
    const body = column.draw(own);
    items.push(...moveItems([...head.items, rule], x, 0), ...moveItems(body?.items ?? [], x, top));
    const tall = top + (body?.height ?? 0);
    boxes.push({ x, y: 0, width: own, height: tall });
    height = Math.max(height, tall);
    x += own + gap;
  }
  return { items, height, columns: boxes };
}
