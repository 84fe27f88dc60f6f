/**
 * From a point of the map back to the model: the cell under it, the place a card would take there, and where
 * cards would come to lie if they were dropped now. All points in map units.
 */
import type { JourneyMap, Lane, Place, Touchpoint } from '../model/journeyMap.ts';
import { LAST_ROW } from '../model/limits.ts';
import { laneHolds } from '../model/laneKinds.ts';
import { sequenceOrder } from '../model/sequence.ts';
import type { LaneRow, MapLayout, StageColumn } from './mapLayout.ts';
import { placeCards, rowsHeight } from './placeCards.ts';
import type { Point } from './scene.ts';
import { cardKindOf, cardMeasures } from './sizes.ts';
import { columnAt } from './stageColumns.ts';

/** The stage and lane under a point; points beside the grid count to its first or last stage. Null above and below. */
export function cellAt(
  layout: MapLayout,
  point: Point,
): { readonly stageId: string; readonly laneId: string } | null {
  const column = columnAt(layout.stages, point.x);
  const lane = laneAt(layout, point.y);
  return column && lane && { stageId: column.id, laneId: lane.id };
}

function laneAt(layout: MapLayout, y: number): LaneRow | null {
  return layout.lanes.find((lane) => y >= lane.y && y < lane.y + lane.height) ?? null;
}

/**
 * The place of a card whose middle lies at a point: stage, lane, `t` to two decimals, row. Null over lanes that
 * hold no touchpoints and outside the lanes.
 */
export function placeAt(layout: MapLayout, journey: Pick<JourneyMap, 'lanes'>, point: Point): Place | null {
  const column = columnAt(layout.stages, point.x);
  const row = laneAt(layout, point.y);
  if (!column || !row || !journey.lanes.some((lane) => lane.id === row.id)) return null;
  const kind = cardKindOf(row.kind);
  if (!kind) return null;
  const size = cardMeasures(kind);
  const pitch = size.height + size.rowGap;
  const at = row.collapsed ? 0 : Math.floor((point.y - row.y - size.padding + size.rowGap / 2) / pitch);
  return {
    stageId: column.id,
    laneId: row.id,
    t: tAt(column, point.x),
    row: Math.min(LAST_ROW, Math.max(0, at)),
  };
}

/** Position inside a stage, 0 to 1, two decimals. */
function tAt(column: StageColumn, x: number): number {
  const t = column.width === 0 ? 0 : (x - column.x) / column.width;
  return Math.round(Math.min(1, Math.max(0, t)) * 100) / 100;
}

/** What a drop would bring. */
export interface Drop {
  /** Upper left corners of the cards that would lie elsewhere: the moved ones, and neighbours that make room. */
  readonly corners: ReadonlyMap<string, Point>;
  /** New heights of the lanes that would need another row; everything below them moves down. */
  readonly grown: ReadonlyMap<string, number>;
}

/**
 * What would be if touchpoints took these places. A lane that could be lower then keeps its height, so that nothing
 * jumps under the pointer while it is dragged over. Costs only the lanes concerned.
 */
export function landing(layout: MapLayout, journey: JourneyMap, moves: ReadonlyMap<string, Place>): Drop {
  const lanes = new Map(journey.lanes.map((lane) => [lane.id, lane]));
  const columns = new Map(layout.stages.map((column) => [column.id, column]));
  const concerned = new Set<string>();
  for (const [id, place] of moves) {
    concerned.add(place.laneId);
    const card = layout.cards.get(id);
    if (card) concerned.add(card.laneId);
  }
  const { byLane, byId } = inLanes(layout, journey);
  const inLane = new Map(
    [...concerned].map((id) => [
      id,
      (byLane.get(id) ?? []).filter((touchpoint) => !moves.has(touchpoint.id)),
    ]),
  );
  for (const [id, place] of moves) {
    const touchpoint = byId.get(id);
    if (touchpoint) inLane.get(place.laneId)?.push({ ...touchpoint, ...place });
  }
  const order = sequenceOrder(journey);
  const corners = new Map<string, Point>();
  const grown = new Map<string, number>();
  let shift = 0;
  for (const row of layout.lanes) {
    const touchpoints = inLane.get(row.id);
    const lane = lanes.get(row.id);
    if (!touchpoints || !lane) continue;
    const placed = cornersOf(row, lane, touchpoints.toSorted(order), columns, layout);
    for (const [id, { x, y }] of placed.corners) {
      const now = layout.cards.get(id);
      const at = { x, y: row.y + shift + y };
      if (moves.has(id) || !now || now.x !== at.x || now.y !== at.y) corners.set(id, at);
    }
    if (placed.height <= row.height) continue;
    grown.set(row.id, placed.height);
    shift += placed.height - row.height;
  }
  return { corners, grown };
}

interface InLanes {
  readonly touchpoints: JourneyMap['touchpoints'];
  /** In the model's sequence, which spares sorting most of them. */
  readonly byLane: ReadonlyMap<string, readonly Touchpoint[]>;
  readonly byId: ReadonlyMap<string, Touchpoint>;
}
const lanesOf = new WeakMap<MapLayout, InLanes>();
/** Only of the latest layout that was asked for: former ones are held for long by what React drew of them. */
let latest: WeakRef<MapLayout> | null = null;

/** Looks up what every landing on a layout asks for, so that the first movement of a drag does not wait for it. */
export function prepareLanding(layout: MapLayout, journey: Pick<JourneyMap, 'touchpoints'>): void {
  inLanes(layout, journey);
}

/** The touchpoints of each lane; looked up once a layout, as a drag asks with every movement. */
function inLanes(layout: MapLayout, { touchpoints }: Pick<JourneyMap, 'touchpoints'>): InLanes {
  const known = lanesOf.get(layout);
  if (known?.touchpoints === touchpoints) return known;
  const byId = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const byLane = new Map<string, Touchpoint[]>();
  for (const id of layout.sequence) {
    const touchpoint = byId.get(id);
    if (!touchpoint) continue;
    const laneId = layout.cards.get(id)?.laneId ?? touchpoint.laneId;
    const list = byLane.get(laneId);
    if (list) list.push(touchpoint);
    else byLane.set(laneId, [touchpoint]);
  }
  const found = { touchpoints, byLane, byId };
  const former = latest?.deref();
  if (former) lanesOf.delete(former);
  latest = new WeakRef(layout);
  lanesOf.set(layout, found);
  return found;
}

/** Corners of a lane's cards from the lane's top, and the height the lane takes then. */
function cornersOf(
  row: LaneRow,
  lane: Lane,
  touchpoints: readonly Touchpoint[],
  columns: ReadonlyMap<string, StageColumn>,
  layout: MapLayout,
): { readonly corners: ReadonlyMap<string, Point>; readonly height: number } {
  const kind = cardKindOf(lane.kind);
  const first = layout.stages[0];
  if (!kind || !first || laneHolds(lane.kind) !== 'touchpoints' || row.collapsed) {
    return { corners: new Map(), height: row.height };
  }
  const inStages = touchpoints
    .map((touchpoint) => ({ touchpoint, column: columns.get(touchpoint.stageId) ?? first }))
    .filter(({ column }) => !column.collapsed);
  const placed = placeCards(inStages, kind);
  return {
    corners: new Map(placed.cards.map(({ touchpoint, x, y }) => [touchpoint.id, { x, y }])),
    height: Math.max(lane.height, rowsHeight(kind, placed.rows)),
  };
}
