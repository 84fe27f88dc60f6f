/**
 * Points and places: the cell under a map point and what may be made there, a place for something new when no point
 * is given, and the next place for a card moved by keys. Pure; layout decides where things are finally drawn.
 */
import { laneHolds } from '../../model/laneKinds.ts';
import { LAST_ROW } from '../../model/limits.ts';
import type { Place, Touchpoint } from '../../model/journeyMap.ts';
import type { LaneRow, MapLayout, StageColumn } from '../../layout/mapLayout.ts';
import { rowTop } from '../../layout/placeCards.ts';
import type { Box, Point } from '../../layout/scene.ts';
import { cardKindOf, cardMeasures, cell } from '../../layout/sizes.ts';
import { columnAt } from '../../layout/stageColumns.ts';
import type { CellSpot } from './editingStore.ts';

/** One press of an arrow key moves a card by this part of a stage. */
export const tStep = 0.1;
/** The same for free elements, in map units. */
export const elementStep = 8;

/** Where something new would go at a map point; null in lanes that are drawn from data. */
export function spotAt(layout: MapLayout, point: Point): CellSpot | null {
  const lane = layout.lanes.find((row) => point.y >= row.y && point.y < row.y + row.height);
  const column = columnAt(layout.stages, point.x);
  if (!lane || !column || point.x < 0 || point.x > layout.width) return null;
  return spotIn(layout, column, lane, point);
}

/** The point, moved so that a card in its middle lies wholly in the stage, where the stage is wide enough for that. */
export function inOneStage(layout: MapLayout, point: Point): Point {
  const column = columnAt(layout.stages, point.x);
  const room = cardMeasures('journey').width / 2 + 8;
  if (!column || column.collapsed || column.width < 2 * room) return point;
  return { x: Math.min(column.x + column.width - room, Math.max(column.x + room, point.x)), y: point.y };
}

/** The nearest place to a point in a lane that holds a kind of thing; null when the map has no such lane. */
export function nearestSpot(
  layout: MapLayout,
  point: Point,
  collection: CellSpot['collection'],
): CellSpot | null {
  const column = columnAt(layout.stages, point.x);
  let best: LaneRow | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const lane of layout.lanes) {
    if (laneHolds(lane.kind) !== collection || lane.collapsed) continue;
    const distance = Math.max(lane.y - point.y, point.y - (lane.y + lane.height), 0);
    if (distance < least) [best, least] = [lane, distance];
  }
  if (!best || !column) return null;
  // A point beside the lane means its nearest row, not one as far away as the point.
  const y = Math.min(Math.max(point.y, best.y), best.y + best.height - 1);
  return spotIn(layout, column, best, { x: point.x, y });
}

/** How far some steps by key go from a time or a place: to the raster of whole steps, and on over it. */
export function steppedBy(from: number, steps: number, step: number): number {
  if (steps === 0) return 0;
  const at = from / step;
  const near = steps > 0 ? Math.floor(at + 1e-6) : Math.ceil(at - 1e-6);
  return (near + steps) * step - from;
}

/** A card's place after some steps by keys (parts of one, when another card leads): `t` sideways (over into the next stage), rows up and down (then lanes). */
export function steppedPlace(layout: MapLayout, touchpoint: Touchpoint, dx: number, dy: number): Place {
  let { stageId, laneId, t } = touchpoint;
  let row = touchpoint.row;
  const stageIndex = layout.stages.findIndex(({ id }) => id === stageId);
  t = round(t + dx * tStep);
  if (t > 1 || t < 0) {
    const next = layout.stages[stageIndex + (t > 1 ? 1 : -1)];
    if (next) {
      stageId = next.id;
      t = round(t > 1 ? t - 1 : t + 1);
    } else t = t > 1 ? 1 : 0;
  }
  const drawn = layout.cards.get(touchpoint.id)?.drawnRow ?? row;
  row = drawn + dy;
  const lanes = layout.lanes.filter(({ kind }) => laneHolds(kind) === 'touchpoints');
  const laneIndex = lanes.findIndex(({ id }) => id === laneId);
  const newRow = lastRow(layout, laneId, touchpoint.id) + 1;
  const above = lanes[laneIndex - 1];
  const below = lanes[laneIndex + 1];
  if (row < 0) {
    if (above) [laneId, row] = [above.id, lastRow(layout, above.id, touchpoint.id)];
    else row = 0;
  } else if (row > newRow && below) [laneId, row] = [below.id, 0];
  return { stageId, laneId, t, row: Math.min(LAST_ROW, Math.max(0, dy === 0 ? touchpoint.row : row)) };
}

/** The last row of a lane that has another card, counted from 0; one below it a card may have a row of its own. */
function lastRow(layout: MapLayout, laneId: string, except: string): number {
  let last = 0;
  for (const card of layout.cards.values())
    if (card.laneId === laneId && card.id !== except) last = Math.max(last, card.drawnRow);
  return last;
}

function spotIn(layout: MapLayout, column: StageColumn, lane: LaneRow, point: Point): CellSpot | null {
  const holds = laneHolds(lane.kind);
  if (holds === 'nothing') return null;
  const t = round(Math.min(1, Math.max(0, (point.x - column.x) / Math.max(1, column.width))));
  const kind = cardKindOf(lane.kind);
  const base = { stageId: column.id, laneId: lane.id };
  if (!kind) return { ...base, collection: holds, t: 0, row: 0, box: cellBox(layout, column, lane) };
  const { width, height, padding, rowGap } = cardMeasures(kind);
  const row = Math.min(
    LAST_ROW,
    Math.max(0, Math.floor((point.y - lane.y - padding + rowGap / 2) / (height + rowGap))),
  );
  const box: Box = {
    x: column.x + t * column.width - width / 2,
    y: lane.y + rowTop(kind, row),
    width,
    height,
  };
  return { ...base, collection: 'touchpoints', t, row, box };
}

/** Below what is already in the cell. */
function cellBox(layout: MapLayout, column: StageColumn, lane: LaneRow): Box {
  let y = lane.y + cell.padding;
  for (const box of layout.cells.values()) {
    if (box.stageId === column.id && box.laneId === lane.id) y = Math.max(y, box.y + box.height + 4);
  }
  const width = Math.min(cell.most, column.width - 2 * cell.side);
  return {
    x: column.x + cell.side,
    y: Math.min(y, lane.y + Math.max(0, lane.height - 24)),
    width,
    height: 36,
  };
}

function round(t: number): number {
  return Math.round(t * 100) / 100;
}
