/**
 * Sorting notes into the map: where a note would become what. A note dropped on the grid lands at the place under it; by
 * command it goes into a lane, at the stage it lies under (below the grid), or the last one (right of it). Pure but for the choices.
 */
import type { SortMove } from '../../document/commands.ts';
import type { MapLayout } from '../../layout/mapLayout.ts';
import { rowTop } from '../../layout/placeCards.ts';
import type { Box, Point } from '../../layout/scene.ts';
import { cardKindOf, cardMeasures } from '../../layout/sizes.ts';
import { withContents } from '../../model/elements.ts';
import { laneHolds } from '../../model/laneKinds.ts';
import { LAST_ROW } from '../../model/limits.ts';
import type { MapSession } from '../../state/mapSession.ts';
import { announce } from '../announce.ts';
import { select } from '../selection.ts';
import { accept, editingOf, elementWordsOf, say } from './answers.ts';
import type { Choice } from './choices.ts';
import { insightKindOf } from './create.ts';
import type { CellSpot } from './editingStore.ts';
import { spotAt } from './spot.ts';

/** What a note becomes at a spot of the grid. */
export function sortMove(session: MapSession, id: string, spot: CellSpot): SortMove {
  const { collection, stageId, laneId, t, row } = spot;
  switch (collection) {
    case 'touchpoints':
      return { id, collection, place: { stageId, laneId, t, row } };
    case 'insights':
      return { id, collection, stageId, laneId, kind: insightKindOf(session, laneId) };
    case 'opportunities':
    case 'actions':
      return { id, collection, stageId, laneId };
  }
}

/** Carries the moves out as one step and selects what came of them. */
export function sortNow(session: MapSession, moves: readonly SortMove[]): void {
  const isHeld = ({ id }: SortMove): boolean => session.projection.find('elements', id)?.locked === true;
  if (moves.length > 0 && moves.every(isHeld)) {
    say(elementWordsOf(session).allLocked(moves.length));
    return;
  }
  const done = accept(session, editingOf(session).commands.sortElements(moves));
  if (!done) return;
  select(session, done.value);
  const { layout } = session.projection.getState();
  const [first] = moves;
  if (first) announce(elementWordsOf(session).sorted(done.value.length, addressIn(layout, first)));
}

function addressIn({ stages, lanes }: MapLayout, move: SortMove): string {
  const { stageId, laneId } = move.collection === 'touchpoints' ? move.place : move;
  const stage = stages.find(({ id }) => id === stageId);
  return `${stage?.letter ?? ''}${lanes.find(({ id }) => id === laneId)?.number ?? ''}`;
}

/**
 * Notes that would land on each other stand in rows instead, in the order they lie in from above: what is stacked stays
 * stacked. `lies`: where each note is now; `spots`: where each would go by itself.
 */
export function inRows(
  layout: MapLayout,
  lies: ReadonlyMap<string, Box>,
  spots: ReadonlyMap<string, CellSpot>,
): ReadonlyMap<string, CellSpot> {
  const fromAbove = [...spots].toSorted(([a], [b]) => {
    const [one, other] = [lies.get(a), lies.get(b)];
    return one && other ? one.y - other.y || one.x - other.x : 0;
  });
  const placed = new Map<string, CellSpot>();
  for (const [id, wanted] of fromAbove) {
    const lane = layout.lanes.find(({ id: laneId }) => laneId === wanted.laneId);
    const kind = lane && cardKindOf(lane.kind);
    if (wanted.collection !== 'touchpoints' || !kind) {
      placed.set(id, wanted);
      continue;
    }
    const { width, sideGap } = cardMeasures(kind);
    const isTaken = (row: number): boolean =>
      [...placed.values()].some(
        (other) =>
          other.laneId === wanted.laneId &&
          other.row === row &&
          Math.abs(other.box.x - wanted.box.x) < width + sideGap,
      );
    let { row } = wanted;
    while (row < LAST_ROW && isTaken(row)) row += 1;
    const y = wanted.box.y + rowTop(kind, row) - rowTop(kind, wanted.row);
    placed.set(id, { ...wanted, row, box: { ...wanted.box, y } });
  }
  return placed;
}

/** The notes and texts of the selection, those in selected frames too; locked ones only when there are no others. */
export function sortable({ projection, screen }: MapSession): readonly string[] {
  const { elements } = projection.getState().journey;
  const meant = new Set(withContents(elements, screen.getState().selection));
  const notes = elements.filter(({ id, kind }) => meant.has(id) && (kind === 'note' || kind === 'text'));
  const free = notes.filter(({ locked }) => !locked);
  return (free.length > 0 ? free : notes).map(({ id }) => id);
}

/** The lanes the selected notes can go into. */
export function sortChoices(session: MapSession): readonly Choice[] {
  if (sortable(session).length === 0) return [];
  const { layout } = session.projection.getState();
  return layout.lanes.flatMap((lane) => {
    if (laneHolds(lane.kind) === 'nothing') return [];
    return [
      {
        id: lane.id,
        label: session.projection.find('lanes', lane.id)?.name ?? '',
        address: String(lane.number),
        run: () => sortInto(session, lane.id),
      },
    ];
  });
}

function sortInto(session: MapSession, laneId: string): void {
  const { layout } = session.projection.getState();
  const lane = layout.lanes.find(({ id }) => id === laneId);
  if (!lane) return;
  const spots = new Map<string, CellSpot>();
  for (const id of sortable(session)) {
    const box = layout.elements.get(id);
    const x = box ? Math.min(layout.width, box.x + box.width / 2) : 0;
    const spot = box && spotAt(layout, { x, y: lane.y + 1 } satisfies Point);
    if (spot) spots.set(id, spot);
  }
  const moves = [...inRows(layout, layout.elements, spots)].map(([id, spot]) => sortMove(session, id, spot));
  if (moves.length > 0) sortNow(session, moves);
}
