/**
 * Where a sheet is cut when it is printed on pages of a paper: rows first, between lanes where they let it, then each row's
 * columns, in the gutters between cards and between the columns of the legend. Where nothing is free for a cut, the next page
 * begins before what was cut, so that each card is whole on some page. Heads of stages and lanes stand on each page that
 * shows a part of the grid; nothing is printed for the sake of the frame alone.
 *
 * In:  a sheet, and how much of it a page shows, in map units.
 * Out: the parts in reading order, in map units.
 */
import type { Box, Point, Scene, SceneGroup } from '../layout/scene.ts';
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
/** Rather a page as empty as this than one that ends within a thing. */
const leastOfAll = 0.3;
const whole: ReadonlySet<SceneGroup['role']> = new Set([
  'touchpoint',
  'insight',
  'opportunity',
  'action',
  'moment',
  'sieve',
  'metric',
  'element',
  'stage-head',
]);

/** The tiles of a sheet on pages that show `page` units, down to `end`. */
export function planTiles(
  sheet: Scene,
  page: { readonly width: number; readonly height: number },
  end = sheet.height,
): Tile[] {
  const stages = sheet.groups.filter(({ role }) => role === 'stage-head');
  const lanes = sheet.groups.filter(({ role }) => role === 'lane-head');
  const things = sheet.groups.filter(({ role }) => whole.has(role)).map(({ box }) => box);
  // Title, labels and sheet line are groups as large as the sheet: their lines are what must not be cut.
  const lines = sheet.groups
    .filter(({ role, id }) => (role === 'sheet' && id !== 'sheet.frame') || id === 'sheet.end-labels')
    .flatMap(({ items, origin }) => items.map((item) => moved(itemBox(item), origin)));
  const columns = sheet.groups.flatMap(({ wholes = [], origin }) => wholes.map((box) => moved(box, origin)));
  const all = [...things, ...lines, ...columns].filter(
    ({ height, width }) => height < page.height && width < page.width,
  );
  const tiles: Tile[] = [];
  let row = 0;
  const addRows = (
    area: Box,
    strips: { readonly stages: Box; readonly lanes: Box; readonly right: number } | null,
    most = area.y + area.height,
  ): number => {
    const height = page.height - (strips?.stages.height ?? 0);
    const width = page.width - (strips?.lanes.width ?? 0);
    const inArea = all.filter((box) => box.y < area.y + area.height && box.y + box.height > area.y);
    const spans = cuts({ from: area.y, to: area.y + area.height }, height, [
      [...inArea, ...(strips ? lanesOf(sheet) : [])].map(upright),
      inArea.map(upright),
    ]);
    const rows = widen(spans, height, most);
    for (const { from, to } of rows) {
      const inRow = inArea.filter((box) => box.y < to && box.y + box.height > from);
      const least = strips ? strips.right : area.x;
      const end = Math.max(least, ...inRow.map(({ x, width: own }) => x + own));
      // Title and sheet line give way to what stands in columns.
      const standing = inRow.filter((box) => !lines.includes(box));
      const parts = cuts({ from: area.x, to: end }, width, [inRow.map(across), standing.map(across)]);
      widen(parts, width, area.x + area.width).forEach((span, column) => {
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
    return rows.at(-1)?.to ?? most;
  };

  const grid = boundsOf(
    stages.map(({ box }) => box),
    lanes.map(({ box }) => box),
  );
  if (!grid) {
    addRows({ x: 0, y: 0, width: sheet.width, height: end }, null);
    return tiles;
  }
  const { left, top, right, bottom, laneLeft, stageTop } = grid;
  const strips = {
    stages: { x: left, y: stageTop, width: 0, height: top - stageTop },
    lanes: { x: laneLeft, y: top, width: left - laneLeft, height: 0 },
    right,
  };
  const fits = page.width > 2 * strips.lanes.width && page.height > 2 * strips.stages.height;
  const area = { x: left, y: top, width: sheet.width - left, height: bottom - top };
  // The frame's foot belongs to the last lanes, unless something of the map stands on it.
  const frame = sheet.groups
    .filter(({ id }) => id === 'sheet.frame')
    .flatMap(({ items, origin }) => items.map((item) => moved(itemBox(item), origin)));
  const below = all.filter((box) => box.y + box.height > bottom && box.y < end);
  const frameFoot = Math.max(bottom, ...frame.map(({ y, height }) => y + height));
  const foot = Math.max(bottom, Math.min(frameFoot, end, ...below.map(({ y }) => y)));
  const ended = fits
    ? addRows(area, strips, foot)
    : addRows({ x: 0, y: stageTop, width: sheet.width, height: bottom - stageTop }, null, foot);
  // Below the grid there may be nothing but the frame.
  if (below.length > 0) addRows({ x: 0, y: ended, width: sheet.width, height: end - ended }, null);
  return tiles;
}

function boundsOf(stages: readonly Box[], lanes: readonly Box[]) {
  if (stages.length === 0 || lanes.length === 0) return null;
  return {
    left: Math.max(...lanes.map(({ x, width }) => x + width)),
    top: Math.min(...lanes.map(({ y }) => y)),
    right: Math.max(...stages.map(({ x, width }) => x + width)),
    bottom: Math.max(...lanes.map(({ y, height }) => y + height)),
    laneLeft: Math.min(...lanes.map(({ x }) => x)),
    stageTop: Math.min(...stages.map(({ y }) => y)),
  };
}

const upright = ({ y, height }: Box): Interval => ({ from: y, to: y + height });
const across = ({ x, width }: Box): Interval => ({ from: x, to: x + width });

const moved = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });

/** The lanes as things that a cut should leave whole; a line's name that lies across a border belongs to the lane below it. */
function lanesOf(sheet: Scene): Box[] {
  const names = sheet.groups.filter(({ role }) => role === 'blueprint-line').map(({ box }) => box);
  const raised = (y: number): number =>
    Math.min(y, ...names.filter((name) => name.y < y && name.y + name.height > y).map((name) => name.y));
  const lanes = sheet.groups.filter(({ role }) => role === 'lane-head').map(({ box }) => box);
  // Heads reach over their border by a line's width: a lane ends where the next one begins.
  return lanes.map((lane, index) => {
    const from = raised(lane.y);
    return { ...lane, y: from, height: raised(lanes[index + 1]?.y ?? lane.y + lane.height) - from };
  });
}

/** The last span shows what else there is room for. */
function widen(spans: readonly Interval[], size: number, most: number): Interval[] {
  return spans.map((span, index) =>
    index === spans.length - 1 ? { ...span, to: Math.max(span.to, Math.min(most, span.from + size)) } : span,
  );
}

/**
 * The fewest spans that cover a range, as even as the gutters let them be. `kept` are things that should stay whole, the
 * most demanding list first; of the last one each thing is whole in some span.
 */
function cuts(range: Interval, size: number, kept: readonly (readonly Interval[])[]): Interval[] {
  const largest = cutsOf(range, size, kept);
  const things = kept.flat();
  const broken = (spans: readonly Interval[]): number =>
    things.filter(({ from, to }) => !spans.some((span) => span.from <= from + 1 && span.to >= to - 1)).length;
  for (let share = 1; share < 1.5; share += 0.05) {
    const even = ((range.to - range.from) / largest.length) * share;
    if (even >= size) break;
    const spans = cutsOf(range, even, kept);
    if (spans.length <= largest.length && broken(spans) <= broken(largest)) return spans;
  }
  return largest;
}

/** Spans of at most `size`, cut where no thing lies; else overlapping. */
function cutsOf(range: Interval, size: number, kept: readonly (readonly Interval[])[]): Interval[] {
  const spans: Interval[] = [];
  const things = kept.at(-1) ?? [];
  let { from } = range;
  while (range.to - from > size) {
    const end = from + size;
    const free = firstOf(kept, (list) =>
      firstOf([leastFull, leastOfAll], (least) => lastFree(from + size * least, end, list)),
    );
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

/** The first answer that is not null. */
function firstOf<T>(list: readonly T[], ask: (one: T) => number | null): number | null {
  for (const one of list) {
    const answer = ask(one);
    if (answer !== null) return answer;
  }
  return null;
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
