/**
 * Where a sheet is cut when it is printed on pages of a paper: rows first, then each row's columns, in the gutters between
 * cards. Where nothing is free for a cut, the next page begins before what was cut, so that each card is whole on
 * some page. Heads of stages and lanes stand on each page that shows a part of the grid.
 *
 * In:  a sheet, and how much of it a page shows, in map units.
 * Out: the parts in reading order, in map units.
 */
import type { Box, Scene, SceneGroup } from '../layout/scene.ts';
import { itemBox } from './itemBox.ts';

export interface Tile {
  /** The part of the sheet that the page shows. */
  readonly view: Box;
  /** The strip of stage heads above it, and of lane heads beside it; null outside the grid. */
  readonly stageHeads: Box | null;
  readonly laneHeads: Box | null;
  readonly row: number;
  readonly column: number;
}

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A cut leaves no page emptier than this share, unless it must. */
const leastFull = 0.5;
const whole: ReadonlySet<SceneGroup['role']> = new Set([
  'touchpoint',
  'insight',
  'opportunity',
  'action',
  'moment',
  'element',
  'stage-head',
]);

/** The tiles of a sheet on pages that show `page` units. */
export function planTiles(sheet: Scene, page: { readonly width: number; readonly height: number }): Tile[] {
  const stages = sheet.groups.filter(({ role }) => role === 'stage-head');
  const lanes = sheet.groups.filter(({ role }) => role === 'lane-head');
  const things = sheet.groups.filter(({ role }) => whole.has(role)).map(({ box }) => box);
  // Title, legend and sheet line are groups as large as the sheet: their lines are what must not be cut.
  const lines = sheet.groups
    .filter(({ role, id }) => (role === 'sheet' && id !== 'sheet.frame') || role === 'legend')
    .flatMap(({ items, origin }) =>
      items.map((item) => {
        const box = itemBox(item);
        return { ...box, x: box.x + origin.x, y: box.y + origin.y };
      }),
    )
    .filter(({ height, width }) => height < page.height / 2 && width < page.width / 2);
  const all = [...things, ...lines];
  const tiles: Tile[] = [];
  let row = 0;
  const addRows = (area: Box, strips: { readonly stages: Box; readonly lanes: Box } | null) => {
    const height = page.height - (strips?.stages.height ?? 0);
    const width = page.width - (strips?.lanes.width ?? 0);
    const inArea = all.filter((box) => box.y < area.y + area.height && box.y + box.height > area.y);
    const rows = cuts({ from: area.y, to: area.y + area.height }, height, inArea.map(upright));
    for (const { from, to } of rows) {
      const inRow = inArea.filter((box) => box.y < to && box.y + box.height > from);
      const columns = cuts({ from: area.x, to: area.x + area.width }, width, inRow.map(across));
      columns.forEach((span, column) => {
        const view = { x: span.from, y: from, width: span.to - span.from, height: to - from };
        tiles.push({
          view,
          stageHeads: strips ? { ...strips.stages, x: view.x, width: view.width } : null,
          laneHeads: strips ? { ...strips.lanes, y: view.y, height: view.height } : null,
          row,
          column,
        });
      });
      row += 1;
    }
  };

  const grid = boundsOf(
    stages.map(({ box }) => box),
    lanes.map(({ box }) => box),
  );
  if (!grid) {
    addRows({ x: 0, y: 0, width: sheet.width, height: sheet.height }, null);
    return tiles;
  }
  const { left, top, bottom, laneLeft, stageTop } = grid;
  const strips = {
    stages: { x: left, y: stageTop, width: 0, height: top - stageTop },
    lanes: { x: laneLeft, y: top, width: left - laneLeft, height: 0 },
  };
  const fits = page.width > 2 * strips.lanes.width && page.height > 2 * strips.stages.height;
  const area = { x: left, y: top, width: sheet.width - left, height: bottom - top };
  if (fits) addRows(area, strips);
  else addRows({ x: 0, y: stageTop, width: sheet.width, height: bottom - stageTop }, null);
  addRows({ x: 0, y: bottom, width: sheet.width, height: sheet.height - bottom }, null);
  return tiles;
}

function boundsOf(stages: readonly Box[], lanes: readonly Box[]) {
  if (stages.length === 0 || lanes.length === 0) return null;
  return {
    left: Math.max(...lanes.map(({ x, width }) => x + width)),
    top: Math.min(...lanes.map(({ y }) => y)),
    bottom: Math.max(...lanes.map(({ y, height }) => y + height)),
    laneLeft: Math.min(...lanes.map(({ x }) => x)),
    stageTop: Math.min(...stages.map(({ y }) => y)),
  };
}

const upright = ({ y, height }: Box): Interval => ({ from: y, to: y + height });
const across = ({ x, width }: Box): Interval => ({ from: x, to: x + width });

/** The fewest spans that cover a range, as even as the gutters let them be. */
function cuts(range: Interval, size: number, things: readonly Interval[]): Interval[] {
  const largest = cutsOf(range, size, things);
  for (let share = 1; share < 1.5; share += 0.05) {
    const even = ((range.to - range.from) / largest.length) * share;
    const spans = even < size ? cutsOf(range, even, things) : largest;
    if (spans.length <= largest.length) return spans;
  }
  return largest;
}

/** Spans of at most `size`, cut where no thing lies; else overlapping. */
function cutsOf(range: Interval, size: number, things: readonly Interval[]): Interval[] {
  const spans: Interval[] = [];
  let { from } = range;
  while (range.to - from > size) {
    const end = from + size;
    const free = lastFree(from + size * leastFull, end, things);
    if (free !== null) {
      spans.push({ from, to: free });
      from = free;
      continue;
    }
    spans.push({ from, to: end });
    const begun = things.filter(
      (thing) => thing.from > from + size / 4 && thing.from < end && thing.to > end,
    );
    from = Math.min(end, ...begun.map((thing) => thing.from - 1));
  }
  spans.push({ from, to: range.to });
  return spans;
}

/** The farthest place between two limits that lies in no thing: the middle of its gap when that is in reach. */
function lastFree(least: number, most: number, things: readonly Interval[]): number | null {
  let place = most;
  for (;;) {
    const over = things.filter(({ from, to }) => from < place && to > place);
    if (over.length === 0) break;
    place = Math.min(...over.map(({ from }) => from));
    if (place < least) return null;
  }
  const before = Math.max(least, ...things.filter(({ to }) => to <= place).map(({ to }) => to));
  return Math.max(before, place - (place - before) / 2);
}
