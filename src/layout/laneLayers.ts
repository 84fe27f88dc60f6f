/**
 * Lanes put one below the other: each with its row, its content, and the boxes of its cards and cells in map
 * units. Boxes that did not change are the former objects.
 */
import { address } from '../model/address.ts';
import type { JourneyMap, Lane } from '../model/journeyMap.ts';
import { blueprintLinesOf, isBehind } from './blueprintLines.ts';
import type { LaneContent } from './laneSources.ts';
import type { CardBox, CellBox, LaneRow, MapLayout } from './mapLayout.ts';
import { keepList, keepRecord } from './same.ts';
import { cardKindOf, cardMeasures } from './sizes.ts';

export interface LaneLayer {
  readonly lane: Lane;
  readonly row: LaneRow;
  readonly content: LaneContent;
  readonly cards: readonly CardBox[];
  readonly cells: readonly CellBox[];
}

/** The visible lanes with their content, from the top. Hidden ones take no room, and keep their number. */
export function laneLayers(
  journey: JourneyMap,
  visible: readonly Lane[],
  contents: readonly LaneContent[],
  previous: MapLayout | undefined,
): readonly LaneLayer[] {
  const indexes = new Map(journey.lanes.map((lane, index) => [lane.id, index]));
  const lines = blueprintLinesOf(journey.lanes, visible);
  const former = new Map(previous?.lanes.map((row) => [row.id, row]));
  let y = 0;
  return visible.flatMap((lane, at) => {
    const content = contents[at];
    if (!content) return [];
    const index = indexes.get(lane.id) ?? at;
    const row = keepRecord(former.get(lane.id), {
      id: lane.id,
      index,
      number: index + 1,
      kind: lane.kind,
      y,
      height: content.height,
      collapsed: lane.collapsed,
      behind: isBehind(lane.kind),
      line: lines[at] ?? null,
    });
    y += row.height;
    const cards = cardBoxes(row, content, previous);
    return [{ lane, row, content, cards, cells: cellBoxes(row, content, previous) }];
  });
}

const known = new WeakMap<LaneContent, { readonly row: LaneRow; readonly boxes: readonly CardBox[] }>();

function cardBoxes(row: LaneRow, content: LaneContent, previous: MapLayout | undefined): readonly CardBox[] {
  const before = known.get(content);
  if (before?.row === row) return before.boxes;
  const kind = cardKindOf(row.kind);
  const size = cardMeasures(kind ?? 'journey');
  const boxes = content.cards.map(({ touchpoint: { id }, column, x, y, row: drawnRow }): CardBox =>
    keepRecord(previous?.cards.get(id), {
      id,
      kind: kind ?? 'journey',
      stageId: column.id,
      laneId: row.id,
      drawnRow,
      address: address(column.index, row.index),
      x,
      y: row.y + y,
      width: size.width,
      height: size.height,
    }),
  );
  known.set(content, { row, boxes });
  return boxes;
}

function cellBoxes(row: LaneRow, content: LaneContent, previous: MapLayout | undefined): readonly CellBox[] {
  return content.cells.map(({ id, collection, stageId, part, x, y }): CellBox => {
    const { width, height } = part.box;
    return keepRecord(previous?.cells.get(id), {
      id,
      collection,
      stageId,
      laneId: row.id,
      x,
      y: row.y + y,
      width,
      height,
    });
  });
}

/** The rows alone; the former list when none changed. */
export function rowsOf(layers: readonly LaneLayer[], previous: MapLayout | undefined): readonly LaneRow[] {
  return keepList(
    previous?.lanes,
    layers.map(({ row }) => row),
  );
}
